#include "main/client/loop.h"

#include <algorithm>
#include <cstring>

#include <openssl/rand.h>

#include "base/assert.h"

namespace parlor::client {

void Loop::take_random(std::span<std::uint8_t> out) {
  if (random_.size() - random_used_ < out.size()) {
    PARLOR_ASSERT(RAND_bytes(random_.data(), static_cast<int>(random_.size())) == 1);
    random_used_ = 0;
  }
  std::memcpy(out.data(), random_.data() + random_used_, out.size());
  random_used_ += out.size();
}

wire::Uuid Loop::new_id() {
  wire::Uuid id;
  take_random(id.bytes);
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  auto ms = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
  for (std::size_t index = 6; index-- > 0; ms >>= 8U)
    id.bytes[index] = static_cast<std::uint8_t>(ms);
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0FU) | 0x70U);
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3FU) | 0x80U);
  return id;
}

wire::ws::Mask Loop::new_mask() {
  wire::ws::Mask mask;
  take_random(mask);
  return mask;
}

std::chrono::milliseconds Loop::jittered(std::chrono::milliseconds most) {
  std::array<std::uint8_t, 2> bytes{};
  take_random(bytes);
  const auto share = (bytes[0] * 256 + bytes[1]) / 65536.0;
  return std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(most.count()) * (0.5 + share / 2)));
}

runtime::Task<> sleep(Loop& loop, std::chrono::milliseconds time) {
  Timer timer(loop.executor(), time);
  co_await timer.async_wait(runtime::use_task);
}

}  // namespace parlor::client
