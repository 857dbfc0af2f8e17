// Fire: conversations under load on a thread of their own: writers on both sides that never stop, clients that come
// back by themselves, and a ledger for each writer. A test lights it, hurts the server or the way to it, and puts it
// out. One test's, on its thread. The ledgers are read only after the clients' thread has ended.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <thread>

#include "main/client/account_calls.h"
#include "tests/faults/ledger.h"

namespace parlor::tests {

struct FirePlan {
  std::size_t conversations = 6;
  std::size_t in_flight = 4;                   // of each writer
  std::chrono::milliseconds between_posts{5};  // of each writer
  std::size_t text_bytes = 32;                 // of each message, at least
};

class Crowd;

class Fire {
 public:
  // `port` is the server's, or that of whatever stands in between.
  explicit Fire(std::uint16_t port, FirePlan plan = {});
  ~Fire();
  Fire(const Fire&) = delete;
  Fire& operator=(const Fire&) = delete;

  // Returns when every writer writes; throws std::runtime_error with the reason when they cannot begin.
  void light();
  // Once it burns.
  [[nodiscard]] std::vector<std::string> conversations() const;
  // Messages so far.
  [[nodiscard]] std::size_t acknowledged() const;
  // Waits until so many more are acknowledged than now; false when they are not in time.
  bool wait_for_more(std::size_t count, std::chrono::milliseconds at_most = std::chrono::seconds(60)) const;
  // How often the server said "not now", by reason.
  [[nodiscard]] std::map<wire::Reason, std::size_t> deferred() const;
  // Why it cannot go on, if so.
  [[nodiscard]] std::string trouble() const;

  // The writers stop, what they posted is acknowledged, both sides read everything that is stored; then they are
  // judged.
  Findings put_out();

 private:
  void end_thread();

  client::ServerAddress address_;
  runtime::asio::io_context context_{1};
  std::unique_ptr<client::Loop> loop_;
  std::unique_ptr<Crowd> crowd_;
  std::jthread thread_;
};

// Waits for a condition of any kind; whether it came true in time.
bool wait_until(std::chrono::milliseconds at_most, const std::function<bool()>& is_true);

// How many cycles a test goes through: `in_short`, or what PARLOR_FAULT_CYCLES says.
std::size_t cycles_wanted(std::size_t in_short);

}  // namespace parlor::tests
