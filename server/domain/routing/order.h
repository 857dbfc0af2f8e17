// The order of the queue: one for the whole workspace, so that an agent of two teams serves whoever is first in both.
// Pure; a turn does not change while a conversation waits, so that nobody's place gets worse by the clock.
//
// Strict classes with ageing: a class is worth one `age_step` of waiting. A conversation counts as waiting from
//
//     since - (priority - normal) * age_step of its team
//
// and the one that counts from earlier goes first, ties by id. Thereby
//  - of two that come together the higher class goes first, and in one class (and one age step) the earlier;
//  - nobody starves: a conversation of class c is overtaken only by those of class d > c that come less than
//    (d - c) * age_step after it, and it is ahead of all that come later.
#pragma once

#include <compare>

#include "domain/routing/floor.h"

namespace parlor::routing {

struct Turn {
  Time counts_from{};
  ConversationId conversation;
  auto operator<=>(const Turn&) const = default;
};

// The class that it waits in. By mail it is the lowest, behind all who wait here; a time that was promised for a call
// comes before whoever has just come.
Priority priority_in_line(const Waiting& waiting);
Turn turn_of(const Waiting& waiting, Millis age_step);

}  // namespace parlor::routing
