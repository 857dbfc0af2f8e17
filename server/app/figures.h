// Figures: what one worker's use cases have done, for /metrics. Written on its worker alone, read by anyone.
#pragma once

#include "base/figures.h"
#include "domain/refusal.h"

namespace parlor::app {

inline constexpr std::size_t kRefusals = static_cast<std::size_t>(Refusal::try_later) + 1;

struct Figures {
  // Durable facts that were published, and the visitors' and agents' messages among them.
  Count events;
  Count messages;
  // Commands that found their conversation changed by somebody else and were decided again.
  Count decided_again;
  // By Refusal.
  std::array<Count, kRefusals> refused;
  // Calls over a session's budget.
  Count rate_limited;
  // Topics of a hello that went on where the client had left them, and those that it had to take anew.
  Count resumed;
  Count resumed_anew;

  void refuse(Refusal refusal) { refused[static_cast<std::size_t>(refusal)].add(); }
};

}  // namespace parlor::app
