// A routing setup between wire and domain, and as the text that the store keeps. Pure functions.
#pragma once

#include "app/ports/directory_store.h"
#include "domain/routing/setup.h"
#include "wire/generated/routing.h"

namespace parlor::edge {

// Every date that is none becomes an impossible one, so that check() names it.
routing::Setup from_wire(const wire::RoutingSetup& setup);
wire::RoutingSetup to_wire(const routing::Setup& setup);

std::string document_of(const wire::RoutingSetup& setup);
// None: it was written in a way that this version cannot read.
std::optional<routing::Setup> read_document(const ports::RoutingDocument& document);

std::vector<Skill> from_wire(const std::optional<std::vector<wire::SkillLevel>>& skills);
wire::SkillLevel to_wire(const Skill& skill);
wire::Criterion to_wire(routing::Criterion criterion);

}  // namespace parlor::edge
