#include "domain/presence/presence.h"

#include <algorithm>

namespace parlor::presence {
namespace {

Time silent_at(const Session& session) {
  return session.heard_at + limits::kAgentSilenceMax;
}

bool is_silent(const Session& session, Time now) {
  return silent_at(session) <= now;
}

void leave(State& state, Time at) {
  state.left_at = std::max(state.left_at.value_or(at), at);
}

// Sessions that fell silent ended at that moment, not at the one at which somebody looks.
void drop_silent(State& state, Time now) {
  if (state.sessions.empty()) return;
  const auto last = silent_at(*std::ranges::max_element(state.sessions, {}, &Session::heard_at));
  std::erase_if(state.sessions, [&](const Session& session) { return is_silent(session, now); });
  if (state.sessions.empty()) leave(state, last);
}

template <class Predicate>
void drop(State& state, Time at, Predicate ended) {
  if (std::erase_if(state.sessions, ended) > 0 && state.sessions.empty()) leave(state, at);
}

void hear(State& state, const Session& heard) {
  state.left_at.reset();
  const auto known = std::ranges::find(state.sessions, heard.id, &Session::id);
  if (known != state.sessions.end()) {
    known->node = heard.node;
    known->heard_at = std::max(known->heard_at, heard.heard_at);
    return;
  }
  if (state.sessions.size() >= limits::kSessionsPerAgentMax)
    state.sessions.erase(std::ranges::min_element(state.sessions, {}, &Session::heard_at));
  state.sessions.push_back(heard);
}

struct Evolve {
  State& state;
  Time at;

  void operator()(const Heard& sign) {
    // Coming back is an act: whoever opens the dashboard after having been gone is not silent.
    if (state.sessions.empty()) act();
    hear(state, {sign.session, sign.node, at});
  }
  void operator()(const Acted& sign) {
    act();
    hear(state, {sign.session, sign.node, at});
  }
  void operator()(const Closed& sign) {
    drop(state, at, [&](const Session& session) { return session.id == sign.session; });
  }
  void operator()(const NodeLost& sign) {
    drop(state, at, [&](const Session& session) { return session.node == sign.node; });
  }
  void operator()(const Chose& sign) {
    act();
    state.chosen = sign.status;
    state.missed_offers = false;
  }
  void operator()(const MissedOffers&) { state.missed_offers = true; }

  void act() { state.acted_at = std::max(state.acted_at, at); }
};

bool at_work(Status chosen) {
  return chosen == Status::online || chosen == Status::busy;
}

// Silence takes only what would be seen: not from whoever chose away or offline, nor from whoever is gone before.
std::optional<Time> away_at(const State& state, const Settings& settings) {
  const auto gone = gone_at(state);
  if (!gone || !settings.away_after || !at_work(state.chosen) || state.missed_offers) return std::nullopt;
  const auto away = state.acted_at + *settings.away_after;
  return away < *gone ? std::optional(away) : std::nullopt;
}

}  // namespace

bool are_valid(const Settings& settings) {
  return !settings.away_after ||
         (*settings.away_after >= limits::kAutoAwayTimeMin && *settings.away_after <= limits::kAutoAwayTimeMax);
}

void evolve(State& state, const Sign& sign, Time at) {
  drop_silent(state, at);
  std::visit(Evolve{state, at}, sign);
}

std::optional<Time> gone_at(const State& state) {
  if (state.sessions.empty()) return state.left_at;
  return silent_at(*std::ranges::max_element(state.sessions, {}, &Session::heard_at));
}

std::optional<Time> vanished_at(const State& state) {
  const auto gone = gone_at(state);
  if (!gone) return std::nullopt;
  return *gone + limits::kVanishGrace;
}

Status status_at(const State& state, const Settings& settings, Time now) {
  const auto gone = gone_at(state);
  if (!gone || *gone <= now) return Status::offline;
  if (state.missed_offers && at_work(state.chosen)) return Status::away;
  const auto silent = away_at(state, settings);
  return silent && *silent <= now ? Status::away : state.chosen;
}

std::optional<Time> due_at(const State& state, const Settings& settings, Time now) {
  std::optional<Time> due;
  for (const auto moment : {away_at(state, settings), gone_at(state), vanished_at(state)}) {
    if (moment && *moment > now && (!due || *moment < *due)) due = moment;
  }
  return due;
}

}  // namespace parlor::presence
