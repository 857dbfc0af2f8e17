// The envelope, where the golden frames (wire/generated/golden_test.cc) do not look: messages for people, the client's
// side, one decoder for many frames.
#include <gtest/gtest.h>

#include "wire/json/server_message.h"

namespace parlor::wire {
namespace {

constexpr std::string_view kConversation = "018f3c2a-7b10-7001-8a00-000000000001";
constexpr std::string_view kClientId = "018f3c2a-7b10-7003-8a00-000000000003";

MessagePostParams hello() {
  return {.conversation = *Uuid::parse(kConversation),
          .client_id = *Uuid::parse(kClientId),
          .body = TextBody{.text = "Is the Alma in stock?"}};
}

RpcError only_error(FrameDecoder& decoder, std::string_view text) {
  auto frame = decoder.decode(text);
  if (!frame) return frame.error();
  EXPECT_EQ(frame->messages.size(), 1U);
  const auto* error = std::get_if<RpcError>(&frame->messages.front());
  return error == nullptr ? RpcError{.message = "accepted"} : *error;
}

TEST(Rpc, ARequestIsReadAsItWasWritten) {
  FrameDecoder decoder;
  auto frame = decoder.decode(encode_request("7", hello()));
  ASSERT_TRUE(frame);
  EXPECT_FALSE(frame->is_batch);
  const auto& request = std::get<Request>(frame->messages.at(0));
  EXPECT_EQ(request.id, "7");
  EXPECT_EQ(request.method(), Method::kMessagePost);
  EXPECT_EQ(std::get<MessagePostParams>(request.params), hello());
}

TEST(Rpc, AFaultIsToldInWordsForAPerson) {
  FrameDecoder decoder;
  MessagePostParams params = hello();
  params.body = TextBody{.text = std::string(4001, 'x')};
  const RpcError error = only_error(decoder, encode_request("\"a\"", params));
  EXPECT_EQ(error.field, "params.body.text");
  EXPECT_EQ(error.message, "text must have 1 to 4,000 characters");
  EXPECT_EQ(encode_error(error),
            R"({"jsonrpc":"2.0","id":"a","error":{"code":-32602,"message":"text must have 1 to 4,000 characters",)"
            R"("data":{"reason":"invalid_params","field":"params.body.text"}}})");
}

TEST(Rpc, AnErrorWithoutIdIsAnsweredToNull) {
  EXPECT_EQ(encode_error("", Reason::kParseError),
            R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"This is not JSON.",)"
            R"("data":{"reason":"parse_error"}}})");
}

TEST(Rpc, AConflictTellsWhereTheConversationStands) {
  const RpcError sent{.id = "3",
                      .reason = Reason::kConflict,
                      .current = ConflictState{.seq = 9, .status = ConversationStatus::kOpen, .assignee = {}}};
  ServerFrameDecoder decoder;
  const auto messages = decoder.decode(encode_error(sent));
  ASSERT_TRUE(messages);
  const auto& received = std::get<RpcError>(messages->at(0));
  EXPECT_EQ(received.reason, Reason::kConflict);
  EXPECT_EQ(received.current, sent.current);
}

TEST(Rpc, AnErrorOfATextIdKeepsItsQuotesAndEscapes) {
  FrameDecoder decoder;
  const RpcError error = only_error(decoder, R"({"jsonrpc":"2.0","id":"a\"\n","method":"fly"})");
  EXPECT_EQ(error.id, R"("a\"\n")");
  EXPECT_EQ(encode_error(error).find(R"({"jsonrpc":"2.0","id":"a\"\n","error")"), 0U);
}

TEST(Rpc, ADecoderTakesGoodFramesAfterBadOnes) {
  FrameDecoder decoder;
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(only_error(decoder, "{\"jsonrpc\":").reason, Reason::kParseError);
    EXPECT_EQ(only_error(decoder, std::string(kFrameBytesMax + 1, ' ')).reason, Reason::kTooLarge);
    EXPECT_EQ(only_error(decoder, std::string(1000, '[') + std::string(1000, ']')).reason, Reason::kInvalidRequest);
    EXPECT_TRUE(decoder.decode(encode_request("1", hello())));
  }
}

TEST(Rpc, AResultReachesTheClient) {
  ServerFrameDecoder decoder;
  const MessagePostResult sent{.message = *Uuid::parse(kClientId), .seq = 4, .at = 1'772'442'900'250};
  const auto messages = decoder.decode(encode_result("12", sent));
  ASSERT_TRUE(messages);
  const auto& response = std::get<Response>(messages->at(0));
  EXPECT_EQ(response.id, "12");
  const Decoded<ResultOf<MessagePostParams>> result = decode_as<MessagePostResult>(response.result);
  ASSERT_TRUE(result);
  EXPECT_EQ(*result, sent);
}

TEST(Rpc, ANotificationReachesTheClient) {
  ServerFrameDecoder decoder;
  const Event sent{.topic = Topic::conversation(*Uuid::parse(kConversation)),
                   .epoch = "e1",
                   .seq = 4,
                   .prev = 2,
                   .actor = {.kind = ActorKind::kAgent, .name = "Ada"},
                   .data = MessageDeleted{.message = *Uuid::parse(kClientId), .version = 3, .body = {}}};
  EXPECT_EQ(sent.type(), EventType::kMessageDeleted);
  const auto messages = decoder.decode(encode_notification(sent));
  ASSERT_TRUE(messages) << messages.error().message;
  EXPECT_EQ(std::get<Event>(std::get<Notice>(messages->at(0))), sent);
}

TEST(Rpc, ABatchOfAnswersIsOneList) {
  ServerFrameDecoder decoder;
  const std::string text = encode_batch({encode_result("1", Empty{}), encode_error("2", Reason::kTryLater)});
  const auto messages = decoder.decode(text);
  ASSERT_TRUE(messages);
  ASSERT_EQ(messages->size(), 2U);
  EXPECT_EQ(std::get<RpcError>(messages->at(1)).reason, Reason::kTryLater);
}

TEST(Rpc, AClientIsToldOfFramesItDoesNotKnow) {
  ServerFrameDecoder decoder;
  for (const std::string_view text : {"7", "{}", R"({"jsonrpc":"2.0","method":"fly","params":{}})"}) {
    EXPECT_FALSE(decoder.decode(text)) << text;
  }
}

}  // namespace
}  // namespace parlor::wire
