// Fuzzes the WebSocket decoder: however its bytes are cut, the events must be those of the uncut bytes.
// The first byte chooses the role and compression, the second the cuts.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "wire/ws/decoder.h"
#include "wire/ws/utf8.h"

namespace {

using parlor::wire::ws::Decoder;
using parlor::wire::ws::DecoderOptions;
using parlor::wire::ws::Event;
using parlor::wire::ws::EventKind;
using parlor::wire::ws::Role;

struct Seen {
  EventKind kind;
  std::uint16_t code;
  std::string payload;
  bool operator==(const Seen&) const = default;
};

constexpr std::uint32_t kMessageBytesMax = 4096;

void require(bool holds) {
  if (!holds) std::abort();
}

void feed(Decoder& decoder, std::string piece, std::vector<Seen>& seen) {
  std::span<char> left(piece);
  for (Event event = decoder.next(left); event.kind != EventKind::NeedMore; event = decoder.next(left)) {
    require(event.payload.size() <= kMessageBytesMax);
    if (event.kind == EventKind::Text) require(parlor::wire::ws::is_utf8(event.payload));
    seen.push_back({event.kind, event.code, std::string(event.payload)});
  }
  require(left.empty());
}

std::vector<Seen> decode(const std::string& bytes, const DecoderOptions& options, std::uint32_t cuts) {
  Decoder decoder(options);
  std::vector<Seen> seen;
  for (std::size_t at = 0; at < bytes.size();) {
    cuts = cuts * 1664525U + 1013904223U;
    const std::size_t size = 1 + (cuts >> 24U) % 23;
    feed(decoder, bytes.substr(at, size), seen);
    at += size;
  }
  return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const DecoderOptions options{.role = (data[0] & 1U) != 0 ? Role::Client : Role::Server,
                               .deflate = (data[0] & 2U) != 0,
                               .message_bytes_max = kMessageBytesMax};
  const std::string bytes(data + 2, data + size);
  std::vector<Seen> whole;
  Decoder decoder(options);
  feed(decoder, bytes, whole);
  require(whole == decode(bytes, options, data[1]));
  return 0;
}
