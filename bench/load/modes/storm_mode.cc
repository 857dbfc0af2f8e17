#include <algorithm>
#include <stdexcept>

#include "chat.h"
#include "crowd.h"
#include "modes.h"
#include "usage.h"

namespace parlor::bench {
namespace {

constexpr std::size_t kUsualClients = 10'000;
constexpr std::size_t kUsualChats = 100;
constexpr double kUsualRate = 200;
// To one visitor of so many something is written while they are away.
constexpr std::size_t kOneWrittenToOf = 10;
constexpr auto kStormEndsWithin = std::chrono::seconds(120);
constexpr auto kTail = std::chrono::seconds(1);

void pass(Reactor& reactor, Clock::duration time) {
  reactor.run_until([] { return false; }, time);
}

// Agents who write to visitors that are away.
class Writers {
 public:
  Writers(Bench& bench, const Crowd& crowd, std::size_t size) {
    for (std::size_t index = 0; index < size; index += kOneWrittenToOf) {
      const auto fail = [](const std::string& why) { throw std::runtime_error(why); };
      seats_.push_back(
          bench.peer.seat({Role::agent, index, crowd.room(index)}, {.on_ready = [this] { ++ready_; },
                                                                    .on_acknowledged = [this] { ++acknowledged_; },
                                                                    .on_text = [](std::string_view) {},
                                                                    .on_refused = fail,
                                                                    .on_lost = fail}));
      seats_.back()->open();
      pass(bench.reactor, std::chrono::microseconds(500));
    }
    if (!bench.reactor.run_until([&] { return ready_ == seats_.size(); }, std::chrono::seconds(60)))
      throw std::runtime_error("not all writers sat down");
  }

  void write() {
    for (const auto& seat : seats_)
      seat->post("w1 while you were away");
  }
  [[nodiscard]] std::size_t count() const { return seats_.size(); }
  [[nodiscard]] std::size_t acknowledged() const { return acknowledged_; }

 private:
  std::vector<std::unique_ptr<Seat>> seats_;
  std::size_t ready_ = 0;
  std::size_t acknowledged_ = 0;
};

}  // namespace

Figures storm(Bench bench) {
  auto plan = bench.plan;
  const std::size_t clients = plan.clients > 0 ? plan.clients : kUsualClients;
  plan.conversations = std::min(plan.conversations, kUsualChats);
  if (plan.rate <= 0) plan.rate = kUsualRate;
  bench.peer.prepare(clients + plan.conversations);
  std::vector<std::size_t> heard(clients);
  Crowd crowd(bench.reactor, bench.peer, {.size = clients, .role = Role::visitor, .back_off_s = plan.back_off_s},
              [&](std::size_t index, std::string_view text) { heard[index] += text.starts_with("w1 ") ? 1U : 0U; });
  crowd.assemble();
  Writers writers(bench, crowd, clients);
  Chat chat(bench.reactor, bench.peer, plan, clients);
  chat.assemble();
  chat.start();
  pass(bench.reactor, in_seconds(plan.warm_up_s));
  chat.measure({Clock::now(), Clock::time_point::max()});
  Figures figures;
  const Busy busy(plan);
  const auto began = Clock::now();
  crowd.storm();
  writers.write();
  const auto is_over = [&] { return crowd.all_ready() && writers.acknowledged() == writers.count(); };
  const bool all_back = bench.reactor.run_until(is_over, kStormEndsWithin);
  const double ms = ms_between(began, Clock::now());
  chat.measure_until(Clock::now());
  busy.add_figures(figures);
  pass(bench.reactor, kTail);
  chat.stop();
  chat.drain();
  figures.add("clients", static_cast<double>(clients));
  figures.add("all_resumed_ms", ms);
  figures.add("not_resumed", all_back ? 0 : static_cast<double>(clients - crowd.ready()));
  figures.add("attempts", static_cast<double>(crowd.attempts()));
  figures.add_percentiles("resume_ms", crowd.resume_ms());
  figures.add("written_meanwhile", static_cast<double>(writers.count()));
  std::size_t right = 0;
  for (std::size_t index = 0; index < clients; ++index)
    right += heard[index] == (index % kOneWrittenToOf == 0 ? 1U : 0U) ? 1U : 0U;
  figures.add("wrong", static_cast<double>(clients - right));
  chat.add_figures(figures, "live_");
  return figures;
}

}  // namespace parlor::bench
