#include "chat.h"

#include <charconv>
#include <stdexcept>

#include <fmt/format.h>

namespace parlor::bench {
namespace {

constexpr std::size_t kOpenedAtOnce = 32;
constexpr auto kAssemblesWithin = std::chrono::seconds(120);
constexpr auto kDrainsWithin = std::chrono::seconds(30);
constexpr auto kPostingStep = std::chrono::microseconds(500);

}  // namespace

Chat::Chat(Reactor& reactor, Peer& peer, const RunPlan& plan, std::size_t first_visitor)
    : reactor_(reactor), peer_(peer), plan_(plan), first_visitor_(first_visitor), padding_(plan.text_bytes, 'x') {}

void Chat::assemble() {
  for (std::size_t index = 0; index < plan_.conversations; ++index) {
    pairs_.push_back(std::make_unique<Pair>());
    pairs_.back()->room = std::make_shared<Room>(Room{.number = first_visitor_ + index});
  }
  while (opened_ < std::min(kOpenedAtOnce, pairs_.size()))
    open_next();
  const bool done =
      reactor_.run_until([&] { return assembled_ == pairs_.size() || !trouble_.empty(); }, kAssemblesWithin);
  if (!trouble_.empty()) throw std::runtime_error(trouble_);
  if (!done) throw std::runtime_error(fmt::format("only {} of {} conversations began", assembled_, pairs_.size()));
}

void Chat::open_next() {
  if (opened_ == pairs_.size()) return;
  auto& pair = *pairs_[opened_];
  auto visitor_hooks = hooks(pair, Role::visitor);
  visitor_hooks.on_ready = [this, &pair] { open_agent(pair); };
  pair.visitor = peer_.seat({Role::visitor, first_visitor_ + opened_, pair.room}, std::move(visitor_hooks));
  pair.from_visitor.sender = pair.visitor.get();
  ++opened_;
  pair.visitor->open();
}

void Chat::open_agent(Pair& pair) {
  auto agent_hooks = hooks(pair, Role::agent);
  agent_hooks.on_ready = [this] {
    ++assembled_;
    open_next();
  };
  pair.agent = peer_.seat({Role::agent, pair.room->number, pair.room}, std::move(agent_hooks));
  pair.from_agent.sender = pair.agent.get();
  pair.agent->open();
}

SeatHooks Chat::hooks(Pair& pair, Role role) {
  auto& sent = role == Role::visitor ? pair.from_visitor : pair.from_agent;
  auto& received = role == Role::visitor ? pair.from_agent : pair.from_visitor;
  SeatHooks hooks;
  hooks.on_acknowledged = [this, &sent] { acknowledged(sent); };
  hooks.on_text = [this, &received](std::string_view text) { hear(received, text); };
  hooks.on_refused = [this](const std::string& why) {
    ++count_.refused;
    if (trouble_.empty()) trouble_ = why;
  };
  hooks.on_lost = [this](const std::string& why) {
    if (trouble_.empty()) trouble_ = why;
  };
  return hooks;
}

void Chat::start() {
  is_posting_ = true;
  began_ = Clock::now();
  if (plan_.rate > 0) return post_due();
  // Half of the window from either side; each acknowledgement brings the next message.
  for (const auto& pair : pairs_) {
    for (std::size_t index = 0; index < plan_.window; ++index)
      post(index % 2 == 0 ? pair->from_visitor : pair->from_agent, Clock::now());
  }
}

void Chat::post_due() {
  if (!is_posting_) return;
  const auto now = Clock::now();
  for (;; ++posted_) {
    const auto due = began_ + in_seconds(static_cast<double>(posted_) / plan_.rate);
    if (due > now) break;
    auto& pair = *pairs_[posted_ / 2 % pairs_.size()];
    post(posted_ % 2 == 0 ? pair.from_visitor : pair.from_agent, due);
  }
  reactor_.after(kPostingStep, [this] { post_due(); });
}

void Chat::post(Lane& lane, Clock::time_point due) {
  std::string text = fmt::format("{}{} ", lane.letter, lane.due.size());
  text.append(padding_, 0, padding_.size() > text.size() ? padding_.size() - text.size() : 0);
  lane.due.push_back(due);
  ++count_.sent;
  lane.sender->post(text);
}

void Chat::acknowledged(Lane& lane) {
  const auto due = lane.due[lane.acknowledged++];
  ++count_.acknowledged;
  if (span_.has(due)) acknowledge_ms_.push_back(ms_between(due, Clock::now()));
  if (is_posting_ && plan_.rate <= 0) post(lane, Clock::now());
}

void Chat::hear(Lane& lane, std::string_view text) {
  std::size_t number = 0;
  if (text.empty() || text.front() != lane.letter) return;
  if (std::from_chars(text.data() + 1, text.data() + text.size(), number).ec != std::errc{}) return;
  if (number < lane.received) {
    ++count_.doubled;
    return;
  }
  if (number > lane.received) ++count_.reordered;
  lane.received = number + 1;
  ++count_.delivered;
  const auto now = Clock::now();
  const auto due = lane.due[number];
  if (span_.has(due)) deliver_ms_.push_back(ms_between(due, now));
  if (span_.has(now)) ++delivered_in_span_;
  if (!peer_.confirms()) acknowledged(lane);
}

void Chat::drain() {
  reactor_.run_until([&] { return count_.delivered >= count_.sent && count_.acknowledged >= count_.sent; },
                     kDrainsWithin);
}

void Chat::measure(Span span) {
  span_ = span;
  delivered_in_span_ = 0;
  acknowledge_ms_.clear();
  deliver_ms_.clear();
}

void Chat::add_figures(Figures& figures, std::string_view prefix) const {
  const auto add = [&](std::string_view name, double value) { figures.add(fmt::format("{}{}", prefix, name), value); };
  const auto lost = count_.sent - std::min(count_.sent, count_.delivered);
  add("messages_per_s",
      static_cast<double>(delivered_in_span_) / std::chrono::duration<double>(span_.until - span_.from).count());
  figures.add_percentiles(fmt::format("{}acknowledge_ms", prefix), acknowledge_ms_);
  figures.add_percentiles(fmt::format("{}deliver_ms", prefix), deliver_ms_);
  add("sent", static_cast<double>(count_.sent));
  add("acknowledged", static_cast<double>(count_.acknowledged));
  add("lost", static_cast<double>(lost));
  add("doubled", static_cast<double>(count_.doubled));
  add("reordered", static_cast<double>(count_.reordered));
  add("refused", static_cast<double>(count_.refused));
}

}  // namespace parlor::bench
