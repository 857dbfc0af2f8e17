// Fuzzes permessage-deflate: whatever comes, no more is inflated than may be, and what was inflated survives being
// compressed and inflated again, in every window that it fits.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "wire/ws/deflate.h"

namespace {

namespace ws = parlor::wire::ws;

constexpr std::size_t kBytesMax = 64 * 1024;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_round_trip(const std::string& message) {
  std::string payload;
  ws::deflate_message(message, payload);
  require(!payload.empty());
  std::string again;
  require(ws::inflate_message(payload, kBytesMax, again) == ws::InflateOutcome::Done);
  require(again == message);
  // One byte less of room is too little.
  std::string cut;
  if (!message.empty()) {
    require(ws::inflate_message(payload, message.size() - 1, cut) == ws::InflateOutcome::TooLarge);
    require(cut.size() < message.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  std::string message;
  const auto outcome = ws::inflate_message(bytes, kBytesMax, message);
  require(message.size() <= kBytesMax);
  if (outcome == ws::InflateOutcome::Done) check_round_trip(message);
  if (size <= kBytesMax) check_round_trip(bytes);
  return 0;
}
