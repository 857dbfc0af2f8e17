// Whose turn it is: the waiting conversations that may be offered now, in the order of the queue. Inside this folder
// only; pass() and explain() go through the same turns.
#pragma once

#include "domain/routing/candidates.h"
#include "domain/routing/order.h"

namespace parlor::routing {

// The team offers, nothing rings, the visitor is there.
bool may_be_offered(const Waiting& waiting, const Team& team);

// Indices into floor.waiting. Leaves out those of whose team nobody is free: they find nobody in this pass.
std::vector<std::size_t> turns(const Floor& floor, const Candidates& candidates);

}  // namespace parlor::routing
