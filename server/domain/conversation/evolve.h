// evolve: the state after an event. Total: every event is applied, none is refused. Pure.
#pragma once

#include "domain/conversation/state.h"

namespace parlor::conversation {

void evolve(State& state, const Event& event);
void evolve(State& state, const ReadMark& mark);

}  // namespace parlor::conversation
