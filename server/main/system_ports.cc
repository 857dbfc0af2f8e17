#include "main/system_ports.h"

#include <array>
#include <utility>

#include <openssl/rand.h>

#include "base/assert.h"

namespace parlor::main {
namespace {

// OpenSSL's generator costs a microsecond a call: each thread draws a few thousand bytes at once.
class RandomPool {
 public:
  void take(std::uint8_t* out, std::size_t size) {
    if (left_ < size) refill();
    for (std::size_t i = 0; i < size; ++i)
      out[i] = std::exchange(bytes_[--left_], std::uint8_t{0});
  }

 private:
  void refill() {
    PARLOR_ASSERT(RAND_bytes(bytes_.data(), static_cast<int>(bytes_.size())) == 1);
    left_ = bytes_.size();
  }

  std::array<std::uint8_t, 4096> bytes_{};
  std::size_t left_ = 0;
};

}  // namespace

Time SystemClock::now() const {
  return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
}

Time SystemClock::steady() const {
  return began_ + std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - steady_began_);
}

IdBytes SystemIds::next() {
  thread_local RandomPool pool;
  IdBytes id;
  pool.take(id.data() + 6, id.size() - 6);
  const auto ms = static_cast<std::uint64_t>(
      std::chrono::duration_cast<Millis>(std::chrono::system_clock::now().time_since_epoch()).count());
  for (std::size_t i = 0; i < 6; ++i)
    id[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
  id[6] = static_cast<std::uint8_t>((id[6] & 0x0F) | 0x70);
  id[8] = static_cast<std::uint8_t>((id[8] & 0x3F) | 0x80);
  return id;
}

}  // namespace parlor::main
