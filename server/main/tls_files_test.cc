#include "main/tls_files.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace parlor::main {
namespace {

namespace fs = std::filesystem;

class TlsFilesTest : public testing::Test {
 protected:
  TlsFilesTest() : folder_(fs::temp_directory_path() / ("parlor-tls-files-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
    write("cert.pem", "the first");
    write("key.pem", "its key");
  }
  ~TlsFilesTest() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }
  TlsFiles files() const { return {(folder_ / "cert.pem").string(), (folder_ / "key.pem").string()}; }

  fs::path folder_;
};

TEST_F(TlsFilesTest, NothingChangedIsNoChange) {
  auto watched = files();
  EXPECT_FALSE(watched.changed());
  EXPECT_FALSE(watched.changed());
}

TEST_F(TlsFilesTest, AChangeIsToldOnceItHasSettled) {
  auto watched = files();
  write("cert.pem", "the second, longer");
  EXPECT_FALSE(watched.changed());
  write("key.pem", "its key, longer");
  EXPECT_FALSE(watched.changed());
  EXPECT_TRUE(watched.changed());
  EXPECT_FALSE(watched.changed());
}

TEST_F(TlsFilesTest, ALinkThatPointsElsewhereIsAChange) {
  write("cert2.pem", "the first");
  fs::remove(folder_ / "cert.pem");
  fs::create_symlink("cert2.pem", folder_ / "cert.pem");
  auto watched = files();
  write("cert3.pem", "the first");
  fs::create_symlink("cert3.pem", folder_ / "new");
  fs::rename(folder_ / "new", folder_ / "cert.pem");
  EXPECT_FALSE(watched.changed());
  EXPECT_TRUE(watched.changed());
}

TEST_F(TlsFilesTest, AFileThatGoesIsAChange) {
  auto watched = files();
  fs::remove(folder_ / "key.pem");
  EXPECT_FALSE(watched.changed());
  EXPECT_TRUE(watched.changed());
}

}  // namespace
}  // namespace parlor::main
