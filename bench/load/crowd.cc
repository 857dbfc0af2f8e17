#include "crowd.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace parlor::bench {
namespace {

constexpr std::size_t kOpenedAtOnce = 64;
constexpr auto kAssemblesWithin = std::chrono::seconds(180);
constexpr double kBackOffMax = 30;

}  // namespace

Crowd::Crowd(Reactor& reactor, Peer& peer, CrowdPlan plan, Heard heard)
    : reactor_(reactor), peer_(peer), plan_(std::move(plan)), heard_(std::move(heard)), members_(plan_.size) {}

void Crowd::assemble() {
  while (opened_ < std::min(kOpenedAtOnce, members_.size()))
    open_next();
  const bool done = reactor_.run_until([&] { return all_ready() || !trouble_.empty(); }, kAssemblesWithin);
  if (!trouble_.empty()) throw std::runtime_error(trouble_);
  if (!done) throw std::runtime_error(fmt::format("only {} of {} sat down", ready_, members_.size()));
}

void Crowd::open_next() {
  if (opened_ == members_.size()) return;
  const auto index = opened_++;
  auto& member = members_[index];
  member.room = plan_.room;
  if (!member.room && plan_.role == Role::visitor) member.room = std::make_shared<Room>(Room{.number = index});
  SeatHooks hooks;
  hooks.on_ready = [this, index] { sat_down(index); };
  hooks.on_acknowledged = [] {};
  hooks.on_text = [this, index](std::string_view text) {
    if (heard_) heard_(index, text);
  };
  hooks.on_refused = [this, index](const std::string& why) { failed(index, why); };
  hooks.on_lost = [this, index](const std::string& why) { failed(index, why); };
  member.seat = peer_.seat({plan_.role, index, member.room}, std::move(hooks));
  member.seat->open();
}

void Crowd::sat_down(std::size_t index) {
  auto& member = members_[index];
  if (std::exchange(member.is_ready, true)) return;
  ++ready_;
  member.failures = 0;
  if (is_storming_) {
    resume_ms_.push_back(ms_between(member.tried_at, Clock::now()));
  } else {
    open_next();
  }
}

void Crowd::failed(std::size_t index, const std::string& why) {
  auto& member = members_[index];
  if (std::exchange(member.is_ready, false)) --ready_;
  if (!is_storming_) {
    trouble_ = why;
    return;
  }
  // Not from within the seat's own call.
  reactor_.after({}, [this, index] {
    members_[index].seat->drop();
    come_back(index);
  });
}

void Crowd::storm() {
  is_storming_ = true;
  ready_ = 0;
  for (auto& member : members_) {
    member.is_ready = false;
    member.seat->drop();
  }
  for (std::size_t index = 0; index < members_.size(); ++index)
    come_back(index);
}

void Crowd::come_back(std::size_t index) {
  auto& member = members_[index];
  const double bound =
      std::min(kBackOffMax, plan_.back_off_s * static_cast<double>(1U << std::min(member.failures++, 10)));
  const double share = static_cast<double>(reactor_.random() >> 11U) / 9007199254740992.0;
  reactor_.after(in_seconds(bound * share), [this, index] { attempt(index); });
}

void Crowd::attempt(std::size_t index) {
  auto& member = members_[index];
  ++attempts_;
  if (member.failures <= 1) member.tried_at = Clock::now();
  member.seat->open();
}

}  // namespace parlor::bench
