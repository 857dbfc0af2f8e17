#include "wire/ws/decoder.h"

#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "wire/ws/deflate.h"
#include "wire/ws/encoder.h"

namespace parlor::wire::ws {
namespace {

constexpr Mask kMask{0x37, 0xFA, 0x21, 0x3D};

struct Seen {
  EventKind kind;
  std::uint16_t code;
  std::string payload;
  bool operator==(const Seen&) const = default;
};

void PrintTo(const Seen& seen, std::ostream* out) {
  *out << "kind " << static_cast<int>(seen.kind) << " code " << seen.code << " \"" << seen.payload.substr(0, 80) << '"';
}

void feed(Decoder& decoder, std::string bytes, std::vector<Seen>& seen) {
  std::span<char> left(bytes);
  for (;;) {
    const Event event = decoder.next(left);
    if (event.kind == EventKind::NeedMore) break;
    seen.push_back({event.kind, event.code, std::string(event.payload)});
  }
  EXPECT_TRUE(left.empty());
}

std::vector<Seen> decode_in_steps(const std::string& bytes, std::size_t step, DecoderOptions options) {
  Decoder decoder(options);
  std::vector<Seen> seen;
  for (std::size_t at = 0; at < bytes.size(); at += step)
    feed(decoder, bytes.substr(at, step), seen);
  return seen;
}

// Every case is decoded whole, byte by byte and in threes: the verdict must not depend on how the bytes were cut.
std::vector<Seen> decode(const std::string& bytes, DecoderOptions options = {}) {
  const std::vector<Seen> whole = decode_in_steps(bytes, bytes.size() + 1, options);
  EXPECT_EQ(whole, decode_in_steps(bytes, 1, options));
  EXPECT_EQ(whole, decode_in_steps(bytes, 3, options));
  return whole;
}

std::string frame(FrameToSend to_send) {
  to_send.mask = kMask;
  std::string out;
  append_frame(out, to_send);
  return out;
}

std::string text(std::string_view payload, bool fin = true) {
  return frame({.opcode = Opcode::Text, .payload = payload, .fin = fin});
}

std::string more(std::string_view payload, bool fin) {
  return frame({.opcode = Opcode::Continuation, .payload = payload, .fin = fin});
}

std::string compressed_text(std::string_view message) {
  std::string payload;
  deflate_message(message, payload);
  return frame({.opcode = Opcode::Text, .payload = payload, .compressed = true});
}

std::string raw(std::initializer_list<int> bytes) {
  std::string out;
  for (const int byte : bytes)
    out.push_back(static_cast<char>(byte));
  return out;
}

std::vector<Seen> error(std::uint16_t code, std::string why) {
  return {{EventKind::Error, code, std::move(why)}};
}

TEST(Decoder, ReadsTheExamplesOfTheRfc) {
  EXPECT_EQ(decode(raw({0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58})),
            (std::vector<Seen>{{EventKind::Text, 0, "Hello"}}));
  const DecoderOptions client{.role = Role::Client};
  EXPECT_EQ(decode(raw({0x01, 0x03, 0x48, 0x65, 0x6c, 0x80, 0x02, 0x6c, 0x6f}), client),
            (std::vector<Seen>{{EventKind::Text, 0, "Hello"}}));
  EXPECT_EQ(decode(raw({0x89, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f}), client),
            (std::vector<Seen>{{EventKind::Ping, 0, "Hello"}}));
}

TEST(Decoder, ReadsEveryLengthForm) {
  for (const std::size_t size : {0U, 1U, 7U, 8U, 9U, 125U, 126U, 127U, 200U, 4096U, 65535U, 65536U}) {
    const std::string payload(size, 'q');
    const auto binary = frame({.opcode = Opcode::Binary, .payload = payload});
    EXPECT_EQ(decode(text(payload) + binary),
              (std::vector<Seen>{{EventKind::Text, 0, payload}, {EventKind::Binary, 0, payload}}))
        << size;
  }
}

TEST(Decoder, AssemblesFragmentsAroundControlFrames) {
  const std::string bytes = text("Good ", false) + frame({.opcode = Opcode::Ping, .payload = "still there?"}) +
                            more("", false) + more("morn", false) + frame({.opcode = Opcode::Pong}) +
                            more("ing", true) + text("Wanda");
  EXPECT_EQ(decode(bytes), (std::vector<Seen>{{EventKind::Ping, 0, "still there?"},
                                              {EventKind::Pong, 0, ""},
                                              {EventKind::Text, 0, "Good morning"},
                                              {EventKind::Text, 0, "Wanda"}}));
}

struct Refused {
  std::string bytes;
  std::uint16_t code;
  std::string why;
};

TEST(Decoder, RefusesWhatTheRfcForbids) {
  const std::string ping126 = raw({0x89, 0xFE, 0x00, 0x7E, 0, 0, 0, 0}) + std::string(126, 'p');
  const std::vector<Refused> cases{
      {raw({0xA1, 0x80, 0, 0, 0, 0}), 1002, "reserved bit set"},
      {raw({0x91, 0x80, 0, 0, 0, 0}), 1002, "reserved bit set"},
      {raw({0xC1, 0x80, 0, 0, 0, 0}), 1002, "unexpected compression bit"},
      {raw({0xC9, 0x80, 0, 0, 0, 0}), 1002, "control frame is compressed"},
      {raw({0x83, 0x80, 0, 0, 0, 0}), 1002, "unknown opcode"},
      {raw({0x87, 0x80, 0, 0, 0, 0}), 1002, "unknown opcode"},
      {raw({0x8B, 0x80, 0, 0, 0, 0}), 1002, "unknown opcode"},
      {raw({0x8F, 0x80, 0, 0, 0, 0}), 1002, "unknown opcode"},
      {raw({0x09, 0x80, 0, 0, 0, 0}), 1002, "control frame is fragmented"},
      {ping126, 1002, "control frame too long"},
      {raw({0x81, 0x05, 'H', 'e', 'l', 'l', 'o'}), 1002, "frame from a client is not masked"},
      {raw({0x81, 0xFE, 0x00, 0x7D, 0, 0, 0, 0}), 1002, "length not in its shortest form"},
      {raw({0x81, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0}), 1002, "length not in its shortest form"},
      {raw({0x81, 0xFF, 0x80, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0}), 1002, "length not in its shortest form"},
      {more("x", true), 1002, "continuation of nothing"},
      {text("a", false) + text("b"), 1002, "message begun inside another"},
      {text("a", false) + frame({.opcode = Opcode::Binary, .payload = "b"}), 1002, "message begun inside another"},
      {text("\xce\xba\xed\xa0\x80"), 1007, "text is not UTF-8"},
      {text("half a euro \xe2\x82"), 1007, "text is not UTF-8"},
      {text("half \xe2", false) + more("\x82", true), 1007, "text is not UTF-8"},
      {text("\xf4", false) + more("\x90", false), 1007, "text is not UTF-8"},
  };
  for (const Refused& refused : cases)
    EXPECT_EQ(decode(refused.bytes), error(refused.code, refused.why));
}

TEST(Decoder, RefusesMaskedFramesFromAServer) {
  EXPECT_EQ(decode(text("Hello"), {.role = Role::Client}), error(1002, "frame from a server is masked"));
}

TEST(Decoder, AcceptsACharacterCutByFragmentsAndReads) {
  EXPECT_EQ(decode(text("caf\xc3", false) + more("\xa9 \xf0\x9f", false) + more("\x9b\x8b", true)),
            (std::vector<Seen>{{EventKind::Text, 0, "caf\xc3\xa9 \xf0\x9f\x9b\x8b"}}));
}

TEST(Decoder, FailsOnBadTextBeforeTheFrameIsWhole) {
  std::string bytes = text("good \xff" + std::string(1000, 'x'));
  bytes.resize(20);
  EXPECT_EQ(decode(bytes), error(1007, "text is not UTF-8"));
}

TEST(Decoder, FailsOnALengthBeforeThePayloadComes) {
  EXPECT_EQ(decode(raw({0x82, 0xFF, 0, 0, 0, 0, 0, 1, 0, 1})), error(1009, "message too large"));
}

TEST(Decoder, HoldsTheMessageLimitAtTheEdge) {
  const DecoderOptions options{.message_bytes_max = 300};
  const std::string most(300, 'm');
  EXPECT_EQ(decode(text(most), options), (std::vector<Seen>{{EventKind::Text, 0, most}}));
  EXPECT_EQ(decode(text(most + "m"), options), error(1009, "message too large"));
  const std::string half(150, 'm');
  EXPECT_EQ(decode(text(half, false) + more(half, true), options), (std::vector<Seen>{{EventKind::Text, 0, most}}));
  EXPECT_EQ(decode(text(half, false) + more(half + "m", true), options), error(1009, "message too large"));
  const std::string full(kInboundMessageBytesMax, 'm');
  EXPECT_EQ(decode(text(full)), (std::vector<Seen>{{EventKind::Text, 0, full}}));
  EXPECT_EQ(decode(text(full + "m")), error(1009, "message too large"));
}

TEST(Decoder, LetsControlFramesPassASmallMessageLimit) {
  const std::string content(125, 'p');
  EXPECT_EQ(decode(frame({.opcode = Opcode::Ping, .payload = content}), {.message_bytes_max = 10}),
            (std::vector<Seen>{{EventKind::Ping, 0, content}}));
}

std::vector<Seen> decode_close(const std::string& payload) {
  return decode(frame({.opcode = Opcode::Close, .payload = payload}));
}

TEST(Decoder, ReadsCloseFrames) {
  EXPECT_EQ(decode_close(""), (std::vector<Seen>{{EventKind::Close, 1005, ""}}));
  EXPECT_EQ(decode_close(close_payload(1001, "going away")),
            (std::vector<Seen>{{EventKind::Close, 1001, "going away"}}));
  const std::string longest(123, 'r');
  EXPECT_EQ(decode_close(close_payload(4000, longest)), (std::vector<Seen>{{EventKind::Close, 4000, longest}}));
  EXPECT_EQ(decode_close("\x03"), error(1002, "half a close code"));
  EXPECT_EQ(decode_close(close_payload(1000, "\xff")), error(1007, "reason is not UTF-8"));
}

TEST(Decoder, KnowsWhichCloseCodesMayBeSent) {
  constexpr std::array<std::uint16_t, 12> kGood{1000, 1001, 1002, 1003, 1007, 1011, 1012, 1014, 3000, 3999, 4000, 4999};
  for (const std::uint16_t code : kGood) {
    EXPECT_EQ(decode_close(close_payload(code, "")), (std::vector<Seen>{{EventKind::Close, code, ""}}));
  }
  for (const int code : {0, 999, 1004, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535}) {
    EXPECT_EQ(decode_close(close_payload(static_cast<std::uint16_t>(code), "")),
              error(1002, "close code may not be sent"))
        << code;
  }
  EXPECT_EQ(decode_close("\x03\xed"), error(1002, "close code may not be sent"));
}

TEST(Decoder, SwallowsEverythingAfterTheEnd) {
  EXPECT_EQ(decode(frame({.opcode = Opcode::Close}) + text("too late")).size(), 1U);
  EXPECT_EQ(decode(raw({0xFF}) + text("too late")).size(), 1U);
}

TEST(Decoder, InflatesWholeAndFragmentedMessages) {
  const DecoderOptions options{.deflate = true};
  const std::string message = "Is the oak table in stock? Is the oak table in stock? Is the oak table in stock?";
  EXPECT_EQ(decode(compressed_text(message) + text("plain too"), options),
            (std::vector<Seen>{{EventKind::Text, 0, message}, {EventKind::Text, 0, "plain too"}}));
  std::string payload;
  deflate_message(message, payload);
  const std::string cut =
      frame({.opcode = Opcode::Text, .payload = payload.substr(0, 9), .fin = false, .compressed = true}) +
      frame({.opcode = Opcode::Ping}) + more(payload.substr(9), true);
  EXPECT_EQ(decode(cut, options), (std::vector<Seen>{{EventKind::Ping, 0, ""}, {EventKind::Text, 0, message}}));
}

TEST(Decoder, RefusesBadCompression) {
  const DecoderOptions options{.deflate = true, .message_bytes_max = 1000};
  const std::string bad = frame({.opcode = Opcode::Text, .payload = "\xff\xff\xff", .compressed = true});
  EXPECT_EQ(decode(bad, options), error(1007, "compressed message is damaged"));
  const std::string ping = frame({.opcode = Opcode::Ping, .compressed = true});
  EXPECT_EQ(decode(ping, options), error(1002, "control frame is compressed"));
  const std::string later = text("a", false) + frame({.opcode = Opcode::Continuation, .compressed = true});
  EXPECT_EQ(decode(later, options), error(1002, "unexpected compression bit"));
  EXPECT_EQ(decode(compressed_text("\xc0\xaf"), options), error(1007, "text is not UTF-8"));
}

TEST(Decoder, StopsABombAtTheMessageLimit) {
  const DecoderOptions options{.deflate = true, .message_bytes_max = 50'000};
  const std::string most(50'000, 'b');
  EXPECT_EQ(decode(compressed_text(most), options), (std::vector<Seen>{{EventKind::Text, 0, most}}));
  EXPECT_EQ(decode(compressed_text(most + "b"), options), error(1009, "message too large"));
  EXPECT_EQ(decode(compressed_text(std::string(10'000'000, 'b')), options), error(1009, "message too large"));
}

TEST(Decoder, HoldsNothingWhileIdle) {
  static_assert(sizeof(Decoder) <= 64);
  Decoder decoder({.deflate = true});
  std::vector<Seen> seen;
  feed(decoder, text("Hello") + compressed_text("Hello"), seen);
  EXPECT_TRUE(decoder.idle());
  const std::string bytes = text("Hello");
  feed(decoder, bytes.substr(0, 8), seen);
  EXPECT_FALSE(decoder.idle());
  feed(decoder, bytes.substr(8), seen);
  EXPECT_TRUE(decoder.idle());
  EXPECT_EQ(seen.size(), 3U);
}

TEST(Decoder, DeliversAWholeMessageInPlace) {
  Decoder decoder({});
  std::string bytes = text("Hello, Ada");
  std::span<char> left(bytes);
  const Event event = decoder.next(left);
  EXPECT_EQ(event.payload, "Hello, Ada");
  EXPECT_EQ(event.payload.data(), bytes.data() + 6);
}

}  // namespace
}  // namespace parlor::wire::ws
