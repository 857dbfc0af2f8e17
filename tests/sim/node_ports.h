// The small ports of one simulated node: time, chance, and secrets that are quick and known instead of slow and
// unknown.
#pragma once

#include "app/ports/clock.h"
#include "app/ports/secrets.h"
#include "app/ports/vault.h"
#include "world.h"

namespace parlor::sim {

// Clocks of nodes differ a little.
class NodeClock final : public ports::Clock {
 public:
  NodeClock(const World& world, Millis off) : world_(world), off_(off) {}
  Time now() const override { return world_.wall_now() + off_; }

 private:
  const World& world_;
  Millis off_;
};

// Unlike any other node's in any life.
class WorldIds final : public ports::Ids {
 public:
  explicit WorldIds(World& world) : world_(world) {}
  IdBytes next() override { return make(world_); }
  // UUIDv7: by time, then by chance.
  static IdBytes make(World& world);

 private:
  World& world_;
};

class PlainSecrets final : public ports::Secrets {
 public:
  explicit PlainSecrets(World& world) : world_(world) {}

  Secret random_token() override { return Secret(format_uuid(WorldIds::make(world_))); }
  ports::TokenHash token_hash(const Secret& token) const override { return hash_of(token.reveal()); }
  std::string encode(std::string_view bytes) const override;
  std::optional<std::string> decode(std::string_view text) const override;
  void hash_password(Secret, ports::Callback<std::string> done) override { done(std::string("hashed")); }
  void verify_password(std::string, Secret, ports::Callback<bool> done) override { done(true); }

  static ports::TokenHash hash_of(std::string_view text);

 private:
  World& world_;
};

// Seals nothing and hashes fast: cryptography is tested elsewhere, and here it would be most of the time.
class PlainVault final : public ports::Vault {
 public:
  Result<ports::Sealed> seal(const ports::KeyOwner&, const ports::SealedAt&, std::string_view plain) override {
    return ports::Sealed{KeyId{}, std::string(plain)};
  }
  Result<std::string> open(const ports::Sealed& sealed, const ports::SealedAt&) override { return sealed.bytes; }
  ports::TokenHash keyed_hash(std::string_view purpose, std::string_view plain) override;
};

}  // namespace parlor::sim
