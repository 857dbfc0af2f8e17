// SodiumSecrets: the Secrets port by libsodium. Password hashing runs on one thread with a bounded queue, so that a
// flood of sign-ins costs one core and 64 MiB at most; the rest is callable on any thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "app/ports/secrets.h"

namespace parlor::store {

class SodiumSecrets final : public ports::Secrets {
 public:
  SodiumSecrets();
  ~SodiumSecrets() override;

  Secret random_token() override;
  ports::TokenHash token_hash(const Secret& token) const override;
  std::string encode(std::string_view bytes) const override;
  std::optional<std::string> decode(std::string_view text) const override;
  void hash_password(Secret password, ports::Callback<std::string> done) override;
  void verify_password(std::string hash, Secret password, ports::Callback<bool> done) override;

 private:
  using Job = std::move_only_function<void()>;

  bool enqueue(Job job);
  void run();

  std::mutex mutex_;
  std::condition_variable woken_;
  std::deque<Job> jobs_;
  bool stopping_ = false;
  std::jthread thread_;
};

}  // namespace parlor::store
