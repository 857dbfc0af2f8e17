// The guard of an append that gives a conversation to somebody who did not have it.
#pragma once

#include "app/ports/conversation_store.h"
#include "domain/routing/setup.h"

namespace parlor::app {

inline std::optional<ports::LoadGuard> load_guard(const routing::Setup& setup, const conversation::State& before,
                                                  const conversation::State& after) {
  const auto holder_in = [](const conversation::State& state) {
    return state.status == conversation::Status::open ? state.assignee : std::nullopt;
  };
  const auto holder = holder_in(after);
  if (!holder || holder_in(before) == holder) return std::nullopt;
  const auto* agent = setup.agent(*holder);
  if (!agent) return std::nullopt;
  return ports::LoadGuard{*holder, static_cast<std::size_t>(agent->capacity)};
}

}  // namespace parlor::app
