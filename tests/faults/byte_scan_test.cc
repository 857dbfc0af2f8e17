// After a replay: is anything that was said, or who said it, anywhere in the clear?
#include <cstring>
#include <fstream>
#include <sstream>
#include <unordered_map>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include "main/replay/conversation_file.h"
#include "main/replay/replay.h"
#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

constexpr std::size_t kWindowBytes = 16;
constexpr std::size_t kNeedleBytesMin = 8;
const std::string kConversations = PARLOR_SOURCE_DIR "/tests/data/casa.jsonl";

// Finds any of many byte strings in one pass over a text. What a needle is about is kept for the report.
class Needles {
 public:
  void add(std::string_view bytes, std::string about) {
    if (bytes.size() < kNeedleBytesMin) return;
    needles_[key_of(bytes.data())].push_back({std::string(bytes), std::move(about)});
    ++count_;
  }

  // A person's text in every form in which it could lie there, cut into windows, since a database may split it.
  void add_text(std::string_view text, const std::string& about) {
    const auto wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string little;
    std::string big;
    for (std::int32_t index = 0; index < wide.length(); ++index) {
      const auto unit = static_cast<std::uint16_t>(wide.charAt(index));
      const char low = static_cast<char>(unit & 0xFFU);
      const char high = static_cast<char>(unit >> 8U);
      little.append({low, high});
      big.append({high, low});
    }
    add_windows(text, about + " in UTF-8");
    add_windows(little, about + " in UTF-16LE");
    add_windows(big, about + " in UTF-16BE");
  }

  [[nodiscard]] std::vector<std::string> found_in(std::string_view bytes) const {
    std::vector<std::string> found;
    for (std::size_t at = 0; at + kNeedleBytesMin <= bytes.size(); ++at) {
      const auto candidates = needles_.find(key_of(bytes.data() + at));
      if (candidates == needles_.end()) continue;
      for (const auto& needle : candidates->second) {
        if (bytes.substr(at).starts_with(needle.bytes)) found.push_back(needle.about);
      }
    }
    return found;
  }

  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  struct Needle {
    std::string bytes;
    std::string about;
  };

  static std::uint64_t key_of(const char* bytes) {
    std::uint64_t key = 0;
    std::memcpy(&key, bytes, sizeof key);
    return key;
  }

  void add_windows(std::string_view bytes, const std::string& about) {
    if (bytes.size() < kWindowBytes) return add(bytes, about);
    for (std::size_t at = 0; at + kWindowBytes <= bytes.size(); at += kWindowBytes)
      add(bytes.substr(at, kWindowBytes), about);
  }

  std::unordered_map<std::uint64_t, std::vector<Needle>> needles_;
  std::size_t count_ = 0;
};

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return content.str();
}

class ByteScan : public testing::Test {
 protected:
  // Replays, has tokens and a cookie made as well, and ends the server. Says what to look for.
  Needles replay_on(ServerProcess& server) {
    server.start();
    Needles needles;
    const auto recorded = replay::read_conversations(kConversations);
    EXPECT_TRUE(recorded);
    for (const auto& conversation : *recorded) {
      for (const auto& turn : conversation.turns)
        needles.add_text(turn.text, "what was said");
      if (!conversation.visitor) continue;
      needles.add_text(conversation.visitor->name.value_or(""), "a name");
      needles.add_text(conversation.visitor->email.value_or(""), "an e-mail address");
    }
    EXPECT_EQ(main::run_replay({.server = server.url(), .from = kConversations, .parallel = 6}), 0);
    use_tokens(server, needles);
    // Both while it runs, with a full WAL, and after it has ended.
    look(server, needles);
    EXPECT_EQ(server.stop(), 0);
    look(server, needles);
    return needles;
  }

  void look(const ServerProcess& server, const Needles& needles) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(server.data())) {
      if (!entry.is_regular_file()) continue;
      ++files_;
      const std::string content = read_file(entry.path());
      keep(entry.path().filename().string(), needles.found_in(content));
      keep(entry.path().filename().string(), demo_needles_.found_in(content));
    }
    keep("what was printed", needles.found_in(server.printed()));
  }

  std::map<std::string, std::size_t> found_;  // by "what in which file"
  std::size_t files_ = 0;
  Needles demo_needles_;

 private:
  void use_tokens(const ServerProcess& server, Needles& needles) {
    const std::string visitor = new_visitor_token(server);
    const std::string agent = agent_token(server);
    RawWebSocket socket(server.port());
    greet(socket, visitor);
    start_conversation(socket, "Kept short on purpose, for the token");
    RawWebSocket agent_socket(server.port());
    greet(agent_socket, agent);
    const auto signed_in = request(
        server.port(), {.method = "POST",
                        .target = "/api/v1/session",
                        .headers = fmt::format("Content-Type: application/json\r\nOrigin: {}\r\n", server.url()),
                        .body = R"({"email":"ada@casa.example","password":"casa-demo"})"});
    ASSERT_TRUE(signed_in && signed_in->status == 200);
    const std::string cookie(signed_in->headers.get("Set-Cookie"));
    const auto value = cookie.find('=') + 1;
    needles.add_text("Kept short on purpose, for the token", "what was said");
    needles.add_text(visitor, "a visitor's token");
    needles.add_text(agent, "an agent's token");
    needles.add_text(cookie.substr(value, cookie.find(';') - value), "a cookie");
    // A demo server prints how to sign in, so that these are looked for in the files only.
    demo_needles_.add_text("ada@casa.example", "an e-mail address");
    demo_needles_.add_text("casa-demo", "a password");
  }

  void keep(const std::string& where, const std::vector<std::string>& found) {
    for (const auto& about : found)
      ++found_[about + " in " + where];
  }
};

std::string listed(const std::map<std::string, std::size_t>& found) {
  std::string text;
  for (const auto& [what, count] : found)
    text += fmt::format("{} x {}\n", count, what);
  return text;
}

TEST_F(ByteScan, FindsNothingOfWhatWasSaidNorWhoSaidIt) {
  ServerProcess server;
  const Needles needles = replay_on(server);
  EXPECT_GT(needles.count(), 500U);
  EXPECT_GE(files_, 4U) << "the data folder is not where it is looked for";
  EXPECT_TRUE(found_.empty()) << listed(found_);
}

// The same scan must find all of it when nothing is sealed.
TEST_F(ByteScan, FindsItWhenSealingIsOff) {
  ServerProcess server({.arguments = {"--demo", "--test-endpoints"}, .environment = {"PARLOR_UNSAFE_SEAL=off"}});
  replay_on(server);
  const std::string all = listed(found_);
  for (const char* about : {"what was said in UTF-8", "a name in UTF-8", "an e-mail address in UTF-8"}) {
    EXPECT_NE(all.find(about), std::string::npos) << about << " was not found although nothing is sealed:\n" << all;
  }
}

}  // namespace
}  // namespace parlor::tests
