// Every golden frame that a client may send, sent to the real binary: the good ones are understood, the bad ones get
// their named error.
#include <algorithm>

#include <gtest/gtest.h>
#include <simdjson.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

struct GoldenFrame {
  std::string name;
  std::string frame;
  bool is_good = false;
  std::string reason;
};

std::vector<GoldenFrame> frames_of(const std::string& file) {
  simdjson::dom::parser parser;
  std::vector<GoldenFrame> frames;
  for (const auto item : simdjson::dom::array(parser.load(PARLOR_SOURCE_DIR "/protocol/golden/" + file + ".json"))) {
    if (std::string_view(item["direction"]) != "to_server") continue;
    std::string_view text;
    if (item["frame"].get(text) != simdjson::SUCCESS) continue;
    std::string_view reason;
    (void)item["expect"]["reason"].get(reason);
    frames.push_back({std::string(std::string_view(item["name"])), std::string(text),
                      item["expect"]["ok"].error() == simdjson::SUCCESS, std::string(reason)});
  }
  return frames;
}

// What the decoder says no to; everything else is a matter of who asks and of what there is.
bool is_decoders_word(std::string_view reason) {
  return reason == "parse_error" || reason == "invalid_request" || reason == "invalid_params" ||
         reason == "unknown_method";
}

// Answers come in order for what needs no store, so that the probe's tells that the frame's has come, if there is one.
std::vector<std::string> reasons_until_probe(RawWebSocket& socket) {
  std::vector<std::string> reasons;
  socket.send_text(R"({"jsonrpc":"2.0","id":"probe","method":"there.is.none"})");
  while (const auto answer = socket.receive_with("\"reason\"")) {
    if (answer->find("\"probe\"") != std::string::npos) break;
    reasons.push_back(field(*answer, "reason"));
  }
  return reasons;
}

// Kinds of body that the protocol knows and the server does not take yet: they are refused by name, as it does with any
// that it cannot keep.
bool has_body_of_later_days(std::string_view frame) {
  return frame.find("\"body\":{\"type\":") != std::string_view::npos &&
         frame.find("\"type\":\"text\"") == std::string_view::npos;
}

class GoldenFrames : public testing::TestWithParam<const char*> {
 protected:
  static void SetUpTestSuite() {
    server_ = std::make_unique<ServerProcess>();
    server_->start();
    token_ = agent_token(*server_);
  }
  static void TearDownTestSuite() { server_.reset(); }

  static std::unique_ptr<ServerProcess> server_;
  static std::string token_;
};

std::unique_ptr<ServerProcess> GoldenFrames::server_;
std::string GoldenFrames::token_;

TEST_P(GoldenFrames, AreUnderstoodOrRefusedAsWritten) {
  const auto frames = frames_of(GetParam());
  ASSERT_FALSE(frames.empty());
  for (const auto& golden : frames) {
    SCOPED_TRACE(golden.name);
    RawWebSocket socket(server_->port());
    greet(socket, token_);
    socket.send_text(golden.frame);
    const auto reasons = reasons_until_probe(socket);
    if (golden.is_good && has_body_of_later_days(golden.frame)) {
      EXPECT_EQ(reasons, std::vector<std::string>{"invalid_params"});
    } else if (golden.is_good) {
      for (const auto& reason : reasons)
        EXPECT_FALSE(is_decoders_word(reason)) << reason;
    } else if (golden.frame.find("session.end") != std::string::npos) {
      // A batch that says goodbye as well: the session is over before the rest can be told.
      EXPECT_TRUE(server_->is_alive());
    } else if (golden.reason.empty()) {
      EXPECT_FALSE(reasons.empty()) << "a batch with something wrong in it was taken without a word";
    } else if (golden.frame.find("\"id\"") != std::string::npos) {
      EXPECT_NE(std::ranges::find(reasons, golden.reason), reasons.end()) << golden.reason << " was not said";
    }
  }
  EXPECT_TRUE(server_->is_alive());
}

INSTANTIATE_TEST_SUITE_P(Protocol, GoldenFrames,
                         testing::Values("session", "conversation", "message", "topic", "envelope"),
                         [](const auto& param_info) { return std::string(param_info.param); });

}  // namespace
}  // namespace parlor::tests
