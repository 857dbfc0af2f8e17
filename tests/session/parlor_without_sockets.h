// ParlorWithoutSockets: a server on one worker that runs only while the test says so, with a clock that the test owns.
// Single-threaded.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include "app/conversation/conversations.h"
#include "app/directory/accounts.h"
#include "app/presence/presence.h"
#include "bus/local/local_bus.h"
#include "edge/session/session.h"
#include "store/memory/memory_store.h"
#include "store/secrets/sodium_secrets.h"
#include "store/vault/clear_vault.h"

namespace parlor::testing {

class ManualClock final : public ports::Clock {
 public:
  Time now() const override { return now_; }
  Time steady() const override { return steady_; }
  void pass(Millis time) {
    now_ += time;
    steady_ += time;
  }
  // Somebody sets the wall clock.
  void jump(Millis by) { now_ += by; }

 private:
  Time steady_{std::chrono::hours(1)};
  Time now_ = from_unix_ms(1'790'000'000'000);
};

class CountingIds final : public ports::Ids {
 public:
  IdBytes next() override;

 private:
  std::uint64_t count_ = 0;
};

// A client as the session sees it: what it was sent, in order.
class Client final : public edge::Sink {
 public:
  Client(edge::Services& services, edge::Caller caller, SessionId id);
  ~Client() override;

  void send(const edge::SharedFrame& frame) override { frames.emplace_back(frame->json()); }
  void end(wire::Closing why) override { ended = why; }

  // Sends a frame as text; its answer joins the frames.
  void say(std::string_view text);
  // Frames that contain the word, in order.
  std::vector<std::string> with(std::string_view word) const;
  std::string last_with(std::string_view word) const;
  void forget() { frames.clear(); }
  edge::Session& session() { return *session_; }

  std::vector<std::string> frames;
  std::optional<wire::Closing> ended;

 private:
  std::shared_ptr<edge::Session> session_;
};

class ParlorWithoutSockets {
 public:
  explicit ParlorWithoutSockets(bool acknowledge_early = false);
  ~ParlorWithoutSockets();

  // Lets everything that can happen now happen.
  void settle();
  // As settle, and lets the short coalescing waits pass.
  void settle_soon();

  std::string new_visitor_token();
  // A visitor that said hello, or an agent of this address.
  std::unique_ptr<Client> visitor(const std::string& token, std::string_view resume = {});
  std::unique_ptr<Client> agent(const std::string& email);
  std::unique_ptr<Client> agent_with(const std::string& token);
  std::unique_ptr<Client> stranger(edge::Caller caller = {});

  // From now on the store answers only when released, in order.
  void hold_store() { holding_ = true; }
  void release_store();
  std::size_t held() const { return held_.size(); }
  // How often the store was asked anything so far.
  std::size_t store_calls() const { return store_calls_; }

  // Runs the task to its end.
  template <class T>
  T wait_for(runtime::Task<T> task) {
    auto future = runtime::asio::co_spawn(workers_[0].executor(), std::move(task), runtime::asio::use_future);
    while (future.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
      settle();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return future.get();
  }

  ManualClock clock;
  store::MemoryStore store;
  app::Accounts& accounts() { return *accounts_; }
  app::Node& node() { return *node_; }
  edge::Services& services() { return *services_; }

 private:
  CountingIds ids_;
  store::ClearVault vault_;
  store::SodiumSecrets secrets_;
  runtime::Workers workers_{1};
  std::vector<std::unique_ptr<app::Local>> locals_;
  bus::LocalBus bus_;
  app::Directory directory_;
  std::unique_ptr<app::Presence> presence_;
  std::unique_ptr<app::Node> node_;
  std::unique_ptr<app::Conversations> conversations_;
  std::unique_ptr<app::Accounts> accounts_;
  std::unique_ptr<edge::Services> services_;
  std::string public_url_ = "http://127.0.0.1:8080";
  bool holding_ = false;
  std::size_t store_calls_ = 0;
  std::deque<std::move_only_function<void()>> held_;
};

// The value of a text member "name":"value" of a frame; empty if there is none.
std::string text_of(const std::string& frame, std::string_view name);
std::int64_t number_of(const std::string& frame, std::string_view name);
// A fresh client id.
std::string client_id();

}  // namespace parlor::testing
