#include "main/replay/conversation_file.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace parlor::replay {
namespace {

class ConversationFile : public testing::Test {
 protected:
  ~ConversationFile() override { std::filesystem::remove(path_); }

  Result<std::vector<RecordedConversation>> read(std::string_view content) {
    std::ofstream(path_) << content;
    return read_conversations(path_);
  }

  std::string path_ = std::filesystem::temp_directory_path() / ("parlor-conversations-" + std::to_string(getpid()));
};

TEST_F(ConversationFile, ReadsTurnsAndTheVisitor) {
  const auto read_back = read(R"({"id":"a","turns":[{"role":"visitor","text":"Hé"},{"role":"agent","text":"Yes?"}]}
{"id":"b","visitor":{"name":"Vic","email":"vic@mail.example"},"turns":[{"role":"agent","text":"Hello"}]})");
  ASSERT_TRUE(read_back) << read_back.error().text;
  ASSERT_EQ(read_back->size(), 2U);
  EXPECT_EQ(read_back->at(0).turns.at(0).text, "Hé");
  EXPECT_TRUE(read_back->at(0).turns.at(0).by_visitor);
  EXPECT_FALSE(read_back->at(0).turns.at(1).by_visitor);
  EXPECT_FALSE(read_back->at(0).visitor);
  EXPECT_EQ(read_back->at(1).visitor.value().name, "Vic");
  EXPECT_EQ(read_back->at(1).visitor.value().email, "vic@mail.example");
}

TEST_F(ConversationFile, NamesTheLineThatIsNoConversation) {
  const auto unknown_role =
      read("{\"turns\":[{\"role\":\"agent\",\"text\":\"a\"}]}\n{\"turns\":[{\"role\":\"cat\",\"text\":\"a\"}]}\n");
  ASSERT_FALSE(unknown_role);
  EXPECT_EQ(unknown_role.error().text, "line 2 is not a conversation");
  EXPECT_FALSE(read("{\"turns\":[]}"));
  EXPECT_FALSE(read("{\"turns\":[{\"role\":\"agent\"}]}"));
}

TEST(ConversationFileMissing, IsAnError) {
  EXPECT_FALSE(read_conversations("/nonexistent/conversations.jsonl"));
}

}  // namespace
}  // namespace parlor::replay
