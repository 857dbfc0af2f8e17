#include <charconv>
#include <stdexcept>

#include "crowd.h"
#include "modes.h"
#include "usage.h"

namespace parlor::bench {
namespace {

constexpr std::size_t kUsualClients = 1'000;
constexpr auto kDrainsWithin = std::chrono::seconds(30);

// One who speaks and many who listen. A message is in flight until the last of them has heard it.
class Hall {
 public:
  explicit Hall(Bench& bench);

  void start();
  void measure(Clock::time_point from) { measured_from_ = from; }
  void stop() { is_speaking_ = false; }
  [[nodiscard]] bool is_silent() const { return heard_by_all_ == said_at_.size(); }
  void add_figures(Figures& figures, double seconds) const;

 private:
  void say();
  void hear(std::size_t listener, std::string_view text);

  Bench& bench_;
  std::shared_ptr<Room> room_ = std::make_shared<Room>();
  std::unique_ptr<Seat> speaker_;
  std::unique_ptr<Crowd> listeners_;
  std::vector<std::size_t> expected_;  // by listener
  std::vector<std::size_t> heard_by_;  // by message
  std::vector<Clock::time_point> said_at_;
  std::vector<double> heard_by_all_ms_;
  std::size_t heard_by_all_ = 0;
  std::size_t heard_ = 0;
  std::size_t heard_by_all_measured_ = 0;
  std::size_t wrong_ = 0;
  bool is_speaking_ = false;
  bool is_seated_ = false;
  Clock::time_point measured_from_ = Clock::time_point::max();
};

Hall::Hall(Bench& bench) : bench_(bench) {
  const std::size_t size = bench.plan.clients > 0 ? bench.plan.clients : kUsualClients;
  expected_.resize(size);
  const auto fail = [](const std::string& why) { throw std::runtime_error(why); };
  speaker_ = bench.peer.seat({Role::visitor, 0, room_}, {.on_ready = [this] { is_seated_ = true; },
                                                         .on_acknowledged = [] {},
                                                         .on_text = [](std::string_view) {},
                                                         .on_refused = fail,
                                                         .on_lost = fail});
  speaker_->open();
  if (!bench.reactor.run_until([&] { return is_seated_; }, std::chrono::seconds(10)))
    throw std::runtime_error("the speaker cannot sit down");
  listeners_ = std::make_unique<Crowd>(bench.reactor, bench.peer,
                                       CrowdPlan{.size = size, .role = Role::subscriber, .room = room_},
                                       [this](std::size_t listener, std::string_view text) { hear(listener, text); });
  listeners_->assemble();
}

void Hall::start() {
  is_speaking_ = true;
  for (std::size_t index = 0; index < bench_.plan.window; ++index)
    say();
}

void Hall::say() {
  std::string text = "n" + std::to_string(said_at_.size()) + " ";
  text.append(bench_.plan.text_bytes - std::min(bench_.plan.text_bytes, text.size()), 'x');
  said_at_.push_back(Clock::now());
  heard_by_.push_back(0);
  speaker_->post(text);
}

void Hall::hear(std::size_t listener, std::string_view text) {
  std::size_t number = 0;
  if (text.empty() || text.front() != 'n') return;
  if (std::from_chars(text.data() + 1, text.data() + text.size(), number).ec != std::errc{}) return;
  if (number >= heard_by_.size()) return;
  // Publishing over several connections has no order; whether all came is counted either way.
  if (bench_.peer.keeps_order() && number != expected_[listener]) ++wrong_;
  expected_[listener] = number + 1;
  const auto now = Clock::now();
  const bool is_measured = is_speaking_ && now >= measured_from_;
  if (is_measured) ++heard_;
  if (++heard_by_[number] < expected_.size()) return;
  ++heard_by_all_;
  if (is_measured) {
    ++heard_by_all_measured_;
    heard_by_all_ms_.push_back(ms_between(said_at_[number], now));
  }
  if (is_speaking_) say();
}

void Hall::add_figures(Figures& figures, double seconds) const {
  figures.add("subscribers", static_cast<double>(expected_.size()));
  figures.add("in_flight", static_cast<double>(bench_.plan.window));
  figures.add("deliveries_per_s", static_cast<double>(heard_) / seconds);
  figures.add("messages_per_s", static_cast<double>(heard_by_all_measured_) / seconds);
  figures.add_percentiles("heard_by_all_ms", heard_by_all_ms_);
  figures.add("lost", static_cast<double>(said_at_.size() - heard_by_all_));
  figures.add("wrong", static_cast<double>(wrong_));
}

}  // namespace

Figures fan_out(Bench bench) {
  bench.peer.prepare(1);
  Hall hall(bench);
  hall.start();
  const auto pass = [&](double seconds) { bench.reactor.run_until([] { return false; }, in_seconds(seconds)); };
  pass(bench.plan.warm_up_s);
  const auto began = Clock::now();
  hall.measure(began);
  const Busy busy(bench.plan);
  pass(bench.plan.seconds);
  Figures figures;
  busy.add_figures(figures);
  const double seconds = ms_between(began, Clock::now()) / 1000;
  hall.stop();
  bench.reactor.run_until([&] { return hall.is_silent(); }, kDrainsWithin);
  hall.add_figures(figures, seconds);
  return figures;
}

}  // namespace parlor::bench
