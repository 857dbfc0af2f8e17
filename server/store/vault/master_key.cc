#include "store/vault/master_key.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

namespace parlor::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeyFileBytesMax = 256;

class File {
 public:
  File(const std::string& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

std::string reason() {
  return std::system_category().message(errno);
}

std::string from_environment(const char* name) {
  // Read once at start, before there are threads.
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
  return value ? value : "";
}

// systemd grants its credentials by an access list, which shows as the group's bits: `forbidden` differs.
Result<Key> read_key_file(const std::string& path, mode_t forbidden = S_IRWXG | S_IRWXO) {
  const File file(path, O_RDONLY);
  if (!file.is_open()) return fail(fmt::format("key file {}: {}", path, reason()));
  struct stat facts{};
  if (::fstat(file.descriptor(), &facts) != 0) return fail(fmt::format("key file {}: {}", path, reason()));
  if ((facts.st_mode & forbidden) != 0) {
    return fail(fmt::format("key file {}: others may read it; run `chmod 600 {}`", path, path));
  }
  std::string text(kKeyFileBytesMax, '\0');
  const auto count = ::read(file.descriptor(), text.data(), text.size());
  if (count < 0) return fail(fmt::format("key file {}: {}", path, reason()));
  text.resize(static_cast<std::size_t>(count));
  auto key = parse_master_key(std::move(text));
  if (!key) return fail(fmt::format("key file {}: {}", path, key.error().text));
  return key;
}

Result<void> sync_folder(const fs::path& folder) {
  const File file(folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY);
  if (!file.is_open() || ::fsync(file.descriptor()) != 0) return fail(fmt::format("{}: {}", folder.string(), reason()));
  return {};
}

std::string as_hex(const Key& key) {
  std::string text;
  for (const char byte : key.view())
    text += fmt::format("{:02x}", static_cast<std::uint8_t>(byte));
  return text += '\n';
}

// On stable storage before anything is sealed with it.
Result<Key> make_key_file(const std::string& path) {
  std::error_code error;
  const auto folder = fs::path(path).parent_path();
  if (!folder.empty() && fs::create_directories(folder, error)) fs::permissions(folder, fs::perms::owner_all, error);
  const File file(path, O_WRONLY | O_CREAT | O_EXCL);
  if (!file.is_open()) return fail(fmt::format("key file {}: {}", path, reason()));
  const Key key = Key::random();
  auto text = as_hex(key);
  const auto count = ::write(file.descriptor(), text.data(), text.size());
  const bool written = count == static_cast<ssize_t>(text.size()) && ::fsync(file.descriptor()) == 0;
  OPENSSL_cleanse(text.data(), text.size());
  if (!written) return fail(fmt::format("key file {}: {}", path, reason()));
  if (auto synced = sync_folder(folder); !synced) return std::unexpected(synced.error());
  return key;
}

Result<Key> read_or_make(const std::string& path, const std::string& data_folder) {
  if (fs::exists(path)) return read_key_file(path);
  if (fs::exists(fs::path(data_folder) / "keys.sqlite")) {
    return fail(fmt::format("{} was sealed with a master key that is not at {}; name its file with --key-file",
                            data_folder, path));
  }
  return make_key_file(path);
}

std::string trimmed(const std::string& text) {
  constexpr auto kSpace = " \t\r\n";
  const auto first = text.find_first_not_of(kSpace);
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string from_hex(const std::string& text) {
  if (text.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) return "";
  std::string bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    bytes.push_back(static_cast<char>(std::stoul(text.substr(i, 2), nullptr, 16)));
  }
  return bytes;
}

std::string from_base64(const std::string& text) {
  std::string bytes(text.size(), '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  // 44 characters stand for 33 bytes, the last of them padding.
  if (size != 33 || text.back() != '=') return "";
  bytes.resize(Key::kBytes);
  return bytes;
}

}  // namespace

Result<Key> parse_master_key(std::string text) {
  std::string bytes = text.size() == Key::kBytes ? text : trimmed(text);
  if (bytes.size() == 2 * Key::kBytes) {
    bytes = from_hex(bytes);
  } else if (bytes.size() == 44) {
    bytes = from_base64(bytes);
  }
  const bool fits = bytes.size() == Key::kBytes;
  auto key = fits ? Result<Key>(Key(bytes)) : Result<Key>(fail("a master key is 32 bytes, in hexadecimal or base64"));
  OPENSSL_cleanse(bytes.data(), bytes.size());
  OPENSSL_cleanse(text.data(), text.size());
  return key;
}

MasterKeyPlaces master_key_places(const std::string& data_folder, const std::string& key_file) {
  return {.data_folder = data_folder,
          .key_file = key_file,
          .variable = from_environment("PARLOR_MASTER_KEY"),
          .credentials_folder = from_environment("CREDENTIALS_DIRECTORY"),
          .config_home = from_environment("XDG_CONFIG_HOME"),
          .home = from_environment("HOME")};
}

std::string default_key_file(const MasterKeyPlaces& places) {
  const auto config = !places.config_home.empty() ? fs::path(places.config_home) : fs::path(places.home) / ".config";
  const auto data = fs::weakly_canonical(fs::absolute(places.data_folder) / "keys.sqlite").parent_path();
  const auto hash = hmac(Key(), data.string());
  std::string name = data.filename().string();
  name += '-';
  for (std::size_t i = 0; i < 6; ++i)
    name += fmt::format("{:02x}", hash[i]);
  return config / "parlor" / (name + ".key");
}

Result<Key> load_master_key(const MasterKeyPlaces& places) {
  try {
    if (!places.key_file.empty()) return read_or_make(places.key_file, places.data_folder);
    if (!places.variable.empty()) {
      auto key = parse_master_key(places.variable);
      if (!key) return fail("PARLOR_MASTER_KEY: " + key.error().text);
      return key;
    }
    const auto credential = fs::path(places.credentials_folder) / "parlor-master-key";
    if (!places.credentials_folder.empty() && fs::exists(credential)) return read_key_file(credential, S_IRWXO);
    if (places.config_home.empty() && places.home.empty()) {
      return fail("no place for the master key: neither HOME nor XDG_CONFIG_HOME is set; use --key-file");
    }
    return read_or_make(default_key_file(places), places.data_folder);
  } catch (const fs::filesystem_error& error) {
    return fail(error.what());
  }
}

}  // namespace parlor::store
