#include "store/secrets/sodium_secrets.h"

#include <sodium.h>

#include "base/assert.h"
#include "base/limits.h"

namespace parlor::store {
namespace {

constexpr std::size_t kTokenBytes = 32;
// RFC 9106's second recommendation: 64 MiB, three passes.
constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemoryBytes = 64UL * 1024 * 1024;
constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

Result<std::string> hash_now(const Secret& password) {
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  const auto& text = password.reveal();
  if (crypto_pwhash_str(hash.data(), text.data(), text.size(), kPasses, kMemoryBytes) != 0)
    return fail("no memory to hash a password");
  hash.resize(hash.find('\0'));
  return hash;
}

bool verify_now(const std::string& hash, const Secret& password) {
  const auto& text = password.reveal();
  return hash.size() < crypto_pwhash_STRBYTES && crypto_pwhash_str_verify(hash.c_str(), text.data(), text.size()) == 0;
}

}  // namespace

SodiumSecrets::SodiumSecrets() {
  PARLOR_ASSERT(sodium_init() >= 0);
  thread_ = std::jthread([this] { run(); });
}

SodiumSecrets::~SodiumSecrets() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  woken_.notify_one();
}

Secret SodiumSecrets::random_token() {
  std::string bytes(kTokenBytes, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return Secret(encode(bytes));
}

ports::TokenHash SodiumSecrets::token_hash(const Secret& token) const {
  ports::TokenHash hash;
  static_assert(std::tuple_size_v<ports::TokenHash> == crypto_hash_sha256_BYTES);
  const auto& text = token.reveal();
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  return hash;
}

std::string SodiumSecrets::encode(std::string_view bytes) const {
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    kVariant);
  text.pop_back();  // the terminator
  return text;
}

std::optional<std::string> SodiumSecrets::decode(std::string_view text) const {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                       text.size(), nullptr, &size, nullptr, kVariant);
  if (failed != 0) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

void SodiumSecrets::hash_password(Secret password, ports::Callback<std::string> done) {
  auto shared = std::make_shared<ports::Callback<std::string>>(std::move(done));
  if (!enqueue([password = std::move(password), shared] { (*shared)(hash_now(password)); }))
    (*shared)(fail("too many passwords wait"));
}

void SodiumSecrets::verify_password(std::string hash, Secret password, ports::Callback<bool> done) {
  auto shared = std::make_shared<ports::Callback<bool>>(std::move(done));
  const bool taken = enqueue([hash = std::move(hash), password = std::move(password), shared] {
    if (!hash.empty()) return (*shared)(verify_now(hash, password));
    // As slow as a wrong password.
    const auto spent = hash_now(password);
    (*shared)(false);
  });
  if (!taken) (*shared)(fail("too many passwords wait"));
}

bool SodiumSecrets::enqueue(Job job) {
  {
    const std::scoped_lock lock(mutex_);
    if (jobs_.size() >= limits::kPasswordHashesWaitingMax) return false;
    jobs_.push_back(std::move(job));
  }
  woken_.notify_one();
  return true;
}

void SodiumSecrets::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    woken_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    auto job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job();
    lock.lock();
  }
}

}  // namespace parlor::store
