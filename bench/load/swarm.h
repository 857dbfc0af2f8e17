// Swarm: the visitors and agents of one run, all on one thread. Each message says its number in its text, so that the
// side that receives it knows without a table whether it is the next one. Lives from setup to figures on its loop's
// thread.
#pragma once

#include <memory>

#include "load.h"
#include "main/client/outbox.h"

namespace parlor::bench {

// The messages of one sender to one receiver.
struct Lane {
  std::shared_ptr<client::Outbox> outbox;
  std::vector<client::Clock::time_point> due;  // by number: when it was, or was meant to be, sent
  std::size_t acknowledged = 0;
  std::size_t received = 0;
};

struct Pair {
  std::shared_ptr<client::Client> visitor;
  std::shared_ptr<client::Client> agent;
  wire::Uuid conversation{};
  Lane from_visitor;
  Lane from_agent;
};

class Swarm {
 public:
  Swarm(client::Loop& loop, client::ServerAddress server, const LoadPlan& plan);

  // Ends when all is measured and everything sent has arrived, or long enough was waited for it.
  runtime::Task<> run();

  [[nodiscard]] const std::string& trouble() const { return trouble_; }
  [[nodiscard]] LoadFigures figures() const;

 private:
  runtime::Task<> assemble();
  runtime::Task<> assemble_some();
  runtime::Task<Result<void>> open_pair(Pair& pair);
  runtime::Task<Result<void>> join_agent(Pair& pair);
  void arm(Lane& lane, const std::shared_ptr<client::Client>& client, const wire::Uuid& conversation);
  void hear(Pair& pair, wire::ActorKind listener, const wire::Notice& notice);
  void take(Lane& lane, std::size_t number);
  void saturate();
  runtime::Task<> post_at_rate(client::Clock::time_point end);
  void post(Lane& lane, client::Clock::time_point due);
  runtime::Task<> drain();
  bool is_measured(client::Clock::time_point due) const { return due >= measured_from_ && due < measured_until_; }

  client::Loop& loop_;
  client::ServerAddress server_;
  LoadPlan plan_;
  client::Credentials agent_;
  std::vector<std::unique_ptr<Pair>> pairs_;
  std::size_t assembled_ = 0;
  std::size_t assembling_ = 0;
  std::string padding_;
  LoadFigures figures_;
  std::size_t delivered_while_measured_ = 0;
  client::Clock::time_point measured_from_{};
  client::Clock::time_point measured_until_{};
  bool posting_ = false;
  std::string trouble_;
};

}  // namespace parlor::bench
