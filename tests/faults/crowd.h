// Crowd: the clients of a Fire: a visitor for each conversation, and one agent who writes to all of them. Lives on the
// clients' thread from start to end, but for what says otherwise. Never forgives: what is seen is what is judged.
#pragma once

#include <atomic>
#include <mutex>

#include "main/client/outbox.h"
#include "tests/faults/fire.h"

namespace parlor::tests {

// One who writes to one conversation, and what was promised to them.
struct Writer {
  std::shared_ptr<client::Outbox> outbox;
  Ledger ledger;
};

struct Talk {
  explicit Talk(client::Loop& loop) : visitor_feed(loop), agent_feed(loop) {}
  std::shared_ptr<client::Client> visitor;
  wire::Uuid conversation{};
  replay::Feed visitor_feed;
  replay::Feed agent_feed;
  Writer by_visitor;
  Writer by_agent;
};

class Crowd {
 public:
  Crowd(client::Loop& loop, client::ServerAddress server, FirePlan plan)
      : loop_(loop), server_(std::move(server)), plan_(plan), writers_left(2 * plan.conversations) {}

  // Any thread.
  void begin();
  void end();
  void read_back();
  std::map<wire::Reason, std::size_t> deferred() const;
  // Once it is ready.
  std::vector<std::string> conversations() const;
  // Why it cannot go on, if so.
  std::string trouble() const;

  // After the clients' thread has ended.
  Findings findings() const;

 private:
  runtime::Task<> assemble();
  runtime::Task<Result<void>> assemble_or_say_why();
  runtime::Task<Result<void>> open_talk();
  runtime::Task<Result<void>> join_agent(Talk& talk);
  runtime::Task<> write(Writer& writer);
  runtime::Task<> read_all();
  runtime::Task<> wait_for_feeds();
  bool feeds_are_complete() const;
  void arm(Writer& writer, const std::shared_ptr<client::Client>& client, const wire::Uuid& conversation);
  void hook_visitor(Talk& talk);
  void hook_agent();
  void came_back(const wire::SessionHelloResult& hello);
  void note_deferred(const client::CallError& error);
  void give_up(std::string why);
  std::string next_text(const Writer& writer) const;

  client::Loop& loop_;
  client::ServerAddress server_;
  FirePlan plan_;
  client::Credentials agent_credentials_;
  std::shared_ptr<client::Client> agent_;
  std::vector<std::unique_ptr<Talk>> talks_;
  std::vector<std::pair<Transcript, Transcript>> transcripts_;  // of messages; as the visitor, as the agent
  std::size_t refused_ = 0;
  std::size_t unrecovered_ = 0;
  std::size_t returns_ = 0;
  bool writing_ = true;
  mutable std::mutex mutex_;
  std::string trouble_;
  std::map<wire::Reason, std::size_t> deferred_;

 public:
  std::atomic<bool> is_ready = false;
  std::atomic<bool> is_read = false;
  std::atomic<std::size_t> acknowledged = 0;
  std::atomic<std::size_t> writers_left;
};

}  // namespace parlor::tests
