// Callers: from a request to what a session or a route must know of who sent it.
#pragma once

#include <expected>

#include "edge/http/exchange.h"
#include "edge/session/session.h"
#include "wire/generated/rest.h"

namespace parlor::edge {

// For a session that this request opens; `proof` of a cookie or bearer, if any.
Caller caller_of(const Exchange& exchange, const Proof& proof);

// A user of the dashboard who may do this in the own workspace; or the answer that says no.
runtime::Task<std::expected<access::Principal, Answer>> require_user(SharedExchange exchange, access::Action action);

// A page on this origin may speak for this visitor.
bool origin_fits(const Exchange& exchange, const access::Principal& visitor);

Answer account_problem(app::AccountRefusal refusal);

// Signing in and the like: from our own pages or from programs, and never in the clear over a network.
std::optional<Answer> refuse_sign_in_from(const Exchange& exchange);
// {user, workspace} with the cookie.
wire::SignedIn describe_user(const Exchange& exchange, const access::Principal& principal);
void add_cookie(Answer& answer, const Exchange& exchange, const app::SignedIn& signed_in);

wire::Role role_of(ports::Role role);
ports::Role role_of(wire::Role role);
wire::Inbox describe_inbox(const ports::Inbox& inbox);

}  // namespace parlor::edge
