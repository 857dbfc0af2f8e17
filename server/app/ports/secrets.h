// Secrets: chance that nobody can guess, hashes of tokens, and password hashing (Argon2id, RFC 9106), which is slow on
// purpose and runs on a thread of its own behind a bounded queue. Thread-safe.
#pragma once

#include <string>

#include "app/ports/directory_store.h"

namespace parlor::ports {

class Secrets {
 public:
  virtual ~Secrets() = default;

  // 256 random bits as base64url.
  virtual Secret random_token() = 0;
  // SHA-256 of the token's text.
  virtual TokenHash token_hash(const Secret& token) const = 0;
  virtual std::string encode(std::string_view bytes) const = 0;
  // base64url without padding; none if it is not that.
  virtual std::optional<std::string> decode(std::string_view text) const = 0;

  virtual void hash_password(Secret password, Callback<std::string> done) = 0;
  // With an empty hash it takes as long and says no, so that an unknown address cannot be told from a wrong password.
  virtual void verify_password(std::string hash, Secret password, Callback<bool> done) = 0;
};

}  // namespace parlor::ports
