#include "store/vault/master_key.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <stdlib.h>

namespace parlor::store {
namespace {

namespace fs = std::filesystem;

const std::string kHex(64, 'a');

class MasterKeyTest : public testing::Test {
 protected:
  MasterKeyTest() : folder_(fs::temp_directory_path() / "parlor-key-XXXXXX") {
    if (!mkdtemp(folder_.data())) throw std::runtime_error("no folder");
    fs::create_directory(folder_ + "/data");
    places_ = {.data_folder = folder_ + "/data", .config_home = folder_ + "/config", .home = folder_};
  }
  ~MasterKeyTest() override { fs::remove_all(folder_); }

  std::string file_with(const std::string& text, fs::perms perms = fs::perms::owner_read | fs::perms::owner_write) {
    const auto path = folder_ + "/some.key";
    std::ofstream(path) << text;
    fs::permissions(path, perms);
    return path;
  }
  std::string error_of(const Result<Key>& key) { return key ? "" : key.error().text; }

  std::string folder_;
  MasterKeyPlaces places_;
};

TEST_F(MasterKeyTest, IsMadeOnceOutsideOfTheData) {
  const auto first = load_master_key(places_);
  ASSERT_TRUE(first) << error_of(first);
  const auto path = default_key_file(places_);
  EXPECT_TRUE(path.starts_with(folder_ + "/config/parlor/data-")) << path;
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(load_master_key(places_)->view(), first->view());
}

TEST_F(MasterKeyTest, HasAFileForEachDataFolder) {
  auto other = places_;
  other.data_folder = folder_ + "/elsewhere/data";
  EXPECT_NE(default_key_file(places_), default_key_file(other));
  other.data_folder = folder_ + "/data/";
  EXPECT_EQ(default_key_file(places_), default_key_file(other));
  other.config_home = "";
  EXPECT_TRUE(default_key_file(other).starts_with(folder_ + "/.config/parlor/"));
}

TEST_F(MasterKeyTest, IsNotMadeForDataThatWereSealedWithAnother) {
  std::ofstream(folder_ + "/data/keys.sqlite") << "x";
  EXPECT_NE(error_of(load_master_key(places_)).find("--key-file"), std::string::npos);
  places_.key_file = folder_ + "/new.key";
  EXPECT_FALSE(load_master_key(places_));
  EXPECT_FALSE(fs::exists(folder_ + "/new.key"));
}

TEST_F(MasterKeyTest, RefusesAFileThatOthersMayRead) {
  places_.key_file = file_with(kHex, fs::perms::owner_read | fs::perms::group_read);
  EXPECT_NE(error_of(load_master_key(places_)).find("others may read"), std::string::npos);
  places_.key_file = file_with(kHex);
  EXPECT_TRUE(load_master_key(places_));
}

TEST_F(MasterKeyTest, ComesFromTheEnvironmentOrSystemd) {
  places_.variable = std::string(64, 'b');
  EXPECT_EQ(load_master_key(places_)->view(), std::string(32, '\xbb'));
  places_.key_file = file_with(kHex);
  EXPECT_EQ(load_master_key(places_)->view(), std::string(32, '\xaa')) << "a named file goes first";
  places_.key_file = "";
  places_.variable = "";
  places_.credentials_folder = folder_;
  fs::rename(file_with(std::string(64, 'c')), folder_ + "/parlor-master-key");
  EXPECT_EQ(load_master_key(places_)->view(), std::string(32, '\xcc'));
  EXPECT_FALSE(fs::exists(folder_ + "/config"));
}

TEST_F(MasterKeyTest, NeedsAPlace) {
  places_.home = places_.config_home = "";
  EXPECT_NE(error_of(load_master_key(places_)).find("--key-file"), std::string::npos);
}

TEST(ParsingAMasterKey, TakesThreeForms) {
  EXPECT_EQ(parse_master_key(std::string(32, '\0'))->view(), std::string(32, '\0'));
  EXPECT_EQ(parse_master_key(" " + std::string(64, 'A') + "\n")->view(), std::string(32, '\xaa'));
  EXPECT_EQ(parse_master_key(std::string(43, 'A') + "=\n")->view(), std::string(32, '\0'));
}

TEST(ParsingAMasterKey, RefusesOthers) {
  for (const auto& text : {std::string(), std::string("secret"), std::string(64, 'g'), std::string(63, 'a'),
                           std::string(44, 'A'), std::string(44, '*'), std::string(33, 'a')}) {
    EXPECT_FALSE(parse_master_key(text)) << text;
  }
}

}  // namespace
}  // namespace parlor::store
