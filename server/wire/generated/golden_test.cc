// Replays protocol/golden/: what is good comes back unchanged through decode and encode, what is bad gets the named
// reason at the named field. web/core/src/generated/golden.test.ts replays the same files.
#include <gtest/gtest.h>

#include <filesystem>

#include "wire/generated/every_type.h"
#include "wire/json/equal.h"
#include "wire/json/server_message.h"

namespace parlor::wire {
namespace {

using Object = simdjson::dom::object;

std::string text_of(const Object& object, std::string_view key) {
  std::string_view text;
  return object.at_key(key).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t value = kAlphabet.find(c);
    if (value == std::string_view::npos) continue;
    bits = bits << 6U | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push_back(static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU));
  }
  return bytes;
}

// {before, text, after, bytes}: text again and again until the frame has that many bytes.
std::string repeated(const Object& rule) {
  std::int64_t bytes = 0;
  EXPECT_EQ(rule.at_key("bytes").get(bytes), simdjson::SUCCESS);
  std::string frame = text_of(rule, "before");
  const std::string after = text_of(rule, "after");
  while (frame.size() + after.size() < static_cast<std::size_t>(bytes)) frame += text_of(rule, "text");
  return frame + after;
}

std::string frame_of(const Object& test) {
  Object rule;
  if (test.at_key("repeat").get(rule) == simdjson::SUCCESS) return repeated(rule);
  const std::string encoded = text_of(test, "frame_base64");
  return encoded.empty() ? text_of(test, "frame") : from_base64(encoded);
}

void expect_same(std::string_view expected, std::string_view actual) {
  simdjson::dom::parser left;
  simdjson::dom::parser right;
  Element a;
  Element b;
  ASSERT_EQ(left.parse(expected.data(), expected.size(), true).get(a), simdjson::SUCCESS) << expected;
  ASSERT_EQ(right.parse(actual.data(), actual.size(), true).get(b), simdjson::SUCCESS) << actual;
  EXPECT_TRUE(equal(a, b)) << "expected " << expected << "\nactual   " << actual;
}

void expect_same_as_given(const Object& test, std::string_view actual) {
  const std::string encoded = text_of(test, "encoded");
  expect_same(encoded.empty() ? frame_of(test) : encoded, actual);
}

void expect_fault(const Object& expect, Reason reason, std::string_view field) {
  EXPECT_EQ(to_string(reason), text_of(expect, "reason"));
  std::string_view wanted;
  if (expect.at_key("field").get(wanted) == simdjson::SUCCESS) {
    EXPECT_EQ(field, wanted);
  }
}

bool wants_success(const Object& expect) { return expect.at_key("ok").error() == simdjson::SUCCESS; }

void expect_error(const Object& expect, const RpcError& error) {
  expect_fault(expect, error.reason, error.field);
  Element id;
  EXPECT_EQ(error.id, expect.at_key("id").get(id) == simdjson::SUCCESS ? simdjson::minify(id) : "");
  bool answered = true;
  if (expect.at_key("answered").get(answered) != simdjson::SUCCESS) answered = true;
  EXPECT_EQ(error.wants_answer, answered);
  if (error.reason == Reason::kInvalidParams) {
    EXPECT_FALSE(error.message.empty());
  }
}

void check_incoming(const Object& expect, const Incoming& message) {
  const auto* error = std::get_if<RpcError>(&message);
  EXPECT_EQ(error == nullptr, wants_success(expect)) << (error == nullptr ? "accepted" : error->message);
  if (error != nullptr && !wants_success(expect)) expect_error(expect, *error);
}

std::string encode_incoming(const Incoming& message) {
  if (const auto* request = std::get_if<Request>(&message)) return encode_request(request->id, request->params);
  if (const auto* notification = std::get_if<Notification>(&message)) {
    return encode_client_notification(notification->params);
  }
  return encode_error(std::get<RpcError>(message));
}

void check_whole(const Object& test, const Object& expect, const Frame& frame) {
  std::vector<std::string> encoded;
  for (const Incoming& message : frame.messages) {
    check_incoming(expect, message);
    encoded.push_back(encode_incoming(message));
  }
  if (!wants_success(expect)) return;
  expect_same_as_given(test, frame.is_batch ? encode_batch(encoded) : encoded.front());
}

void check_to_server(FrameDecoder& decoder, const Object& test, const Object& expect) {
  const std::expected<Frame, RpcError> frame = decoder.decode(frame_of(test));
  simdjson::dom::array each;
  if (!frame) {
    EXPECT_FALSE(wants_success(expect)) << frame.error().message;
    if (!wants_success(expect)) expect_error(expect, frame.error());
  } else if (expect.at_key("messages").get(each) == simdjson::SUCCESS) {
    ASSERT_EQ(frame->messages.size(), each.size());
    for (std::size_t i = 0; i < each.size(); ++i) {
      Object one;
      ASSERT_EQ(each.at(i).get(one), simdjson::SUCCESS);
      check_incoming(one, frame->messages[i]);
    }
  } else {
    check_whole(test, expect, *frame);
  }
}

Decoded<std::string> encode_response(const Object& test, const Response& response) {
  Method method{};
  if (!parse(text_of(test, "answers"), method)) return std::unexpected(DecodeError{});
  const Decoded<std::string> result = recode(result_name(method), response.result, Unknown::kIgnored);
  if (!result) return std::unexpected(result.error());
  return encode_result(response.id, RawJson{*result});
}

Decoded<std::string> encode_server_message(const Object& test, const ServerMessage& message) {
  if (const auto* response = std::get_if<Response>(&message)) return encode_response(test, *response);
  if (const auto* error = std::get_if<RpcError>(&message)) return encode_error(*error);
  return std::visit([](const auto& notice) { return encode_notification(notice); }, std::get<Notice>(message));
}

void check_to_client(const Object& test, const Object& expect) {
  ServerFrameDecoder decoder;
  const auto messages = decoder.decode(frame_of(test));
  EXPECT_EQ(messages.has_value(), wants_success(expect)) << (messages ? "accepted" : messages.error().message);
  if (!messages) return expect_fault(expect, messages.error().reason, messages.error().field);
  ASSERT_EQ(messages->size(), 1U);
  const Decoded<std::string> encoded = encode_server_message(test, messages->front());
  ASSERT_TRUE(encoded) << encoded.error().field << ": " << encoded.error().message;
  expect_same_as_given(test, *encoded);
}

void check_rest(const Object& test, const Object& expect) {
  Parser parser(kFrameBytesMax);
  const std::string body = frame_of(test);
  const Decoded<Element> element = parser.parse(body);
  ASSERT_TRUE(element);
  const Decoded<std::string> encoded = recode(text_of(test, "type"), *element, Unknown::kRefused);
  EXPECT_EQ(encoded.has_value(), wants_success(expect)) << (encoded ? "accepted" : encoded.error().message);
  if (!encoded) return expect_fault(expect, encoded.error().reason, encoded.error().field);
  expect_same(body, *encoded);
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, FramesKeepTheirMeaning) {
  simdjson::dom::parser parser;
  FrameDecoder decoder;
  simdjson::dom::array tests;
  ASSERT_EQ(parser.load(std::string(PARLOR_SOURCE_DIR "/protocol/golden/") + GetParam()).get(tests), simdjson::SUCCESS);
  ASSERT_GT(tests.size(), 0U);
  for (const Element element : tests) {
    Object test;
    Object expect;
    ASSERT_EQ(element.get(test), simdjson::SUCCESS);
    ASSERT_EQ(test.at_key("expect").get(expect), simdjson::SUCCESS);
    SCOPED_TRACE(text_of(test, "name"));
    const std::string direction = text_of(test, "direction");
    if (direction == "to_server") {
      check_to_server(decoder, test, expect);
    } else if (direction == "to_client") {
      check_to_client(test, expect);
    } else {
      ASSERT_EQ(direction, "rest");
      check_rest(test, expect);
    }
  }
}

std::vector<std::string> golden_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(PARLOR_SOURCE_DIR "/protocol/golden")) {
    if (entry.path().extension() == ".json") names.push_back(entry.path().filename().string());
  }
  return names;
}

INSTANTIATE_TEST_SUITE_P(All, Golden, testing::ValuesIn(golden_files()), [](const auto& info) {
  return info.param.substr(0, info.param.find('.'));
});

}  // namespace
}  // namespace parlor::wire
