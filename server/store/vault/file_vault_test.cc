#include "store/vault/file_vault.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <stdlib.h>

#include "store/vault/additional.h"

namespace parlor::store {
namespace {

namespace fs = std::filesystem;

const WorkspaceId kCasa{{1}};
const ports::KeyOwner kVic{kCasa, {2}};
const ports::KeyOwner kWanda{kCasa, {3}};
const ports::SealedAt kAt{kCasa, "contents", {4}, 1};

class FileVaultTest : public testing::Test {
 protected:
  FileVaultTest() : folder_(fs::temp_directory_path() / "parlor-vault-XXXXXX") {
    if (!mkdtemp(folder_.data())) throw std::runtime_error("no folder");
  }
  ~FileVaultTest() override { fs::remove_all(folder_); }

  std::unique_ptr<FileVault> open(char master = 'm') {
    auto vault = FileVault::open(folder_, Key(std::string(Key::kBytes, master)));
    if (!vault) throw std::runtime_error(vault.error().text);
    return *std::move(vault);
  }

  std::string folder_;
};

TEST_F(FileVaultTest, OpensWhatItSealed) {
  const auto vault = open();
  for (const auto* text : {"", "x", "Is the oak table in stock?"}) {
    const auto sealed = vault->seal(kVic, kAt, text);
    ASSERT_TRUE(sealed);
    EXPECT_EQ(sealed->bytes.size(), kNonceBytes + std::string(text).size() + kTagBytes);
    EXPECT_EQ(vault->open(*sealed, kAt).value_or("?"), text);
  }
}

TEST_F(FileVaultTest, OpensAfterReopening) {
  const auto sealed = *open()->seal(kVic, kAt, "text");
  EXPECT_EQ(open()->open(sealed, kAt).value_or("?"), "text");
  EXPECT_EQ(open()->seal(kVic, kAt, "more")->key, sealed.key) << "an owner keeps its key";
  EXPECT_NE(open()->seal(kWanda, kAt, "more")->key, sealed.key);
}

TEST_F(FileVaultTest, NeverSealsTheSameWayTwice) {
  const auto vault = open();
  EXPECT_NE(vault->seal(kVic, kAt, "text")->bytes, vault->seal(kVic, kAt, "text")->bytes);
}

TEST_F(FileVaultTest, RefusesSwappedAndDamagedRows) {
  const auto vault = open();
  const auto sealed = *vault->seal(kVic, kAt, "text");
  EXPECT_FALSE(vault->open(sealed, {WorkspaceId{{9}}, kAt.table, kAt.row, kAt.version}));
  EXPECT_FALSE(vault->open(sealed, {kCasa, "users", kAt.row, kAt.version}));
  EXPECT_FALSE(vault->open(sealed, {kCasa, kAt.table, {9}, kAt.version}));
  EXPECT_FALSE(vault->open(sealed, {kCasa, kAt.table, kAt.row, 2}));
  EXPECT_FALSE(vault->open({vault->seal(kWanda, kAt, "")->key, sealed.bytes}, kAt)) << "another owner's key";
  EXPECT_FALSE(vault->open({KeyId{{9}}, sealed.bytes}, kAt)) << "a key that does not exist";
  for (std::size_t i = 0; i < sealed.bytes.size(); ++i) {
    auto damaged = sealed;
    damaged.bytes[i] = static_cast<char>(damaged.bytes[i] ^ 1);
    EXPECT_FALSE(vault->open(damaged, kAt)) << i;
  }
  EXPECT_FALSE(vault->open({sealed.key, "short"}, kAt));
}

TEST_F(FileVaultTest, RefusesAnotherMasterKey) {
  open('m');
  const auto other = FileVault::open(folder_, Key(std::string(Key::kBytes, 'x')));
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().text.find("master key"), std::string::npos) << other.error().text;
}

TEST_F(FileVaultTest, WritesNoKeyInTheClear) {
  const auto vault = open();
  std::ignore = vault->seal(kVic, kAt, "text");
  for (const auto& entry : fs::directory_iterator(folder_)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    EXPECT_EQ(bytes.find(std::string(Key::kBytes, 'm')), std::string::npos) << entry.path();
  }
}

TEST_F(FileVaultTest, HashesByPurposeAndMasterKey) {
  const auto vault = open();
  EXPECT_EQ(vault->keyed_hash("email", "ada@casa.example"), vault->keyed_hash("email", "ada@casa.example"));
  EXPECT_NE(vault->keyed_hash("email", "ada@casa.example"), vault->keyed_hash("fingerprint", "ada@casa.example"));
  EXPECT_NE(vault->keyed_hash("email", "ada@casa.example"), vault->keyed_hash("email", "ben@casa.example"));
}

TEST_F(FileVaultTest, TwoProcessesAgreeOnAnOwnersKey) {
  const auto one = open();
  const auto two = open();
  const auto sealed = *two->seal(kVic, kAt, "text");
  EXPECT_EQ(one->seal(kVic, kAt, "text")->key, sealed.key);
  EXPECT_EQ(one->open(sealed, kAt).value_or("?"), "text");
}

TEST(KeyCache, ForgetsWhatWasUsedLongestAgo) {
  KeyCache cache(2);
  const auto key = [](std::uint8_t number) { return DataKey{{kCasa, {number}}, KeyId{{number}}, Key()}; };
  cache.add(key(1));
  cache.add(key(2));
  EXPECT_TRUE(cache.by_id(KeyId{{1}}));
  cache.add(key(3));
  EXPECT_FALSE(cache.of_owner({kCasa, {2}}));
  EXPECT_TRUE(cache.of_owner({kCasa, {1}}));
  EXPECT_EQ(cache.size(), 2u);
}

}  // namespace
}  // namespace parlor::store
