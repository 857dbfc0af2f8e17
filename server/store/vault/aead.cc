#include "store/vault/aead.h"

#include <cstring>
#include <memory>

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include "base/assert.h"

namespace parlor::store {
namespace {

struct FreeContext {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
  void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};

// Fetched once: asking for it by name on every call costs more than sealing a short text.
const EVP_CIPHER* cipher() {
  static const EVP_CIPHER* const kFetched = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  PARLOR_ASSERT(kFetched != nullptr);
  return kFetched;
}

EVP_CIPHER_CTX* context() {
  thread_local const std::unique_ptr<EVP_CIPHER_CTX, FreeContext> kept(EVP_CIPHER_CTX_new());
  PARLOR_ASSERT(kept != nullptr);
  return kept.get();
}

// HMAC-SHA-256, set up once for each thread: by name it is looked up, made and thrown away on every call.
EVP_MAC_CTX* mac_context() {
  static EVP_MAC* const kFetched = EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr);
  PARLOR_ASSERT(kFetched != nullptr);
  thread_local const std::unique_ptr<EVP_MAC_CTX, FreeContext> kept = [] {
    std::unique_ptr<EVP_MAC_CTX, FreeContext> fresh(EVP_MAC_CTX_new(kFetched));
    std::string digest = OSSL_DIGEST_NAME_SHA2_256;
    const std::array<OSSL_PARAM, 2> settings{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), digest.size()),
        OSSL_PARAM_construct_end()};
    PARLOR_ASSERT(fresh != nullptr && EVP_MAC_CTX_set_params(fresh.get(), settings.data()) == 1);
    return fresh;
  }();
  return kept.get();
}

// Nonces come from the system's generator in bulk; each is used once.
class Nonces {
 public:
  const std::uint8_t* next() {
    if (used_ == kHeld) {
      fill_random(bytes_.data(), bytes_.size());
      used_ = 0;
    }
    return &bytes_[kNonceBytes * used_++];
  }

 private:
  static constexpr std::size_t kHeld = 128;
  std::array<std::uint8_t, kNonceBytes * kHeld> bytes_{};
  std::size_t used_ = kHeld;
};

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}
std::uint8_t* bytes_of(std::string& text) {
  return reinterpret_cast<std::uint8_t*>(text.data());
}

}  // namespace

Key::Key(std::string_view bytes) {
  PARLOR_ASSERT(bytes.size() == kBytes);
  std::memcpy(bytes_.data(), bytes.data(), kBytes);
}

Key::~Key() {
  OPENSSL_cleanse(bytes_.data(), bytes_.size());
}

Key Key::random() {
  Key key;
  fill_random(key.bytes_.data(), kBytes);
  return key;
}

void fill_random(std::uint8_t* bytes, std::size_t size) {
  // Without chance nothing may be sealed.
  PARLOR_ASSERT(RAND_bytes(bytes, static_cast<int>(size)) == 1);
}

KeyId random_key_id() {
  KeyId id;
  fill_random(id.bytes.data(), id.bytes.size());
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | 0x40);
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
  return id;
}

std::string seal_with(const Key& key, std::string_view additional, std::string_view plain) {
  thread_local Nonces nonces;
  const std::uint8_t* nonce = nonces.next();
  std::string sealed(kNonceBytes + plain.size() + kTagBytes, '\0');
  std::uint8_t* const out = bytes_of(sealed);
  std::memcpy(out, nonce, kNonceBytes);
  EVP_CIPHER_CTX* const gcm = context();
  int written = 0;
  bool fine = EVP_EncryptInit_ex2(gcm, cipher(), key.data(), nonce, nullptr) == 1;
  fine =
      fine && EVP_EncryptUpdate(gcm, nullptr, &written, bytes_of(additional), static_cast<int>(additional.size())) == 1;
  fine =
      fine && EVP_EncryptUpdate(gcm, out + kNonceBytes, &written, bytes_of(plain), static_cast<int>(plain.size())) == 1;
  std::uint8_t* const tag = out + kNonceBytes + plain.size();
  fine = fine && EVP_EncryptFinal_ex(gcm, tag, &written) == 1;
  fine = fine && EVP_CIPHER_CTX_ctrl(gcm, EVP_CTRL_GCM_GET_TAG, kTagBytes, tag) == 1;
  PARLOR_ASSERT(fine);
  return sealed;
}

std::optional<std::string> open_with(const Key& key, std::string_view additional, std::string_view sealed) {
  if (sealed.size() < kNonceBytes + kTagBytes) return std::nullopt;
  const auto ciphertext = sealed.substr(kNonceBytes, sealed.size() - kNonceBytes - kTagBytes);
  std::array<std::uint8_t, kTagBytes> tag{};
  std::memcpy(tag.data(), sealed.data() + sealed.size() - kTagBytes, kTagBytes);
  std::string plain(ciphertext.size(), '\0');
  EVP_CIPHER_CTX* const gcm = context();
  int written = 0;
  std::uint8_t none = 0;
  bool fine = EVP_DecryptInit_ex2(gcm, cipher(), key.data(), bytes_of(sealed), nullptr) == 1;
  fine =
      fine && EVP_DecryptUpdate(gcm, nullptr, &written, bytes_of(additional), static_cast<int>(additional.size())) == 1;
  fine = fine && EVP_DecryptUpdate(gcm, bytes_of(plain), &written, bytes_of(ciphertext),
                                   static_cast<int>(ciphertext.size())) == 1;
  fine = fine && EVP_CIPHER_CTX_ctrl(gcm, EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) == 1;
  fine = fine && EVP_DecryptFinal_ex(gcm, &none, &written) == 1;
  if (!fine) {
    OPENSSL_cleanse(plain.data(), plain.size());
    return std::nullopt;
  }
  return plain;
}

std::array<std::uint8_t, 32> hmac(const Key& key, std::string_view text) {
  std::array<std::uint8_t, 32> hash{};
  EVP_MAC_CTX* const mac = mac_context();
  std::size_t size = 0;
  bool fine = EVP_MAC_init(mac, key.data(), Key::kBytes, nullptr) == 1;
  fine = fine && EVP_MAC_update(mac, bytes_of(text), text.size()) == 1;
  fine = fine && EVP_MAC_final(mac, hash.data(), &size, hash.size()) == 1;
  PARLOR_ASSERT(fine && size == hash.size());
  return hash;
}

Key derive(const Key& key, std::string_view purpose) {
  const std::unique_ptr<EVP_PKEY_CTX, FreeContext> hkdf(EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr));
  std::string derived(Key::kBytes, '\0');
  std::size_t size = derived.size();
  bool fine = hkdf && EVP_PKEY_derive_init(hkdf.get()) == 1;
  fine = fine && EVP_PKEY_CTX_set_hkdf_md(hkdf.get(), EVP_sha256()) == 1;
  fine = fine && EVP_PKEY_CTX_set1_hkdf_key(hkdf.get(), key.data(), Key::kBytes) == 1;
  fine = fine && EVP_PKEY_CTX_add1_hkdf_info(hkdf.get(), bytes_of(purpose), static_cast<int>(purpose.size())) == 1;
  fine = fine && EVP_PKEY_derive(hkdf.get(), bytes_of(derived), &size) == 1;
  PARLOR_ASSERT(fine && size == Key::kBytes);
  Key made(derived);
  OPENSSL_cleanse(derived.data(), derived.size());
  return made;
}

}  // namespace parlor::store
