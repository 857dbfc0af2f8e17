// session.hello: who is it, may it come from this page, what does it follow, and what has it missed.
#include "app/presence/presence.h"
#include "base/limits.h"
#include "edge/session/from_wire.h"
#include "edge/session/origin_rules.h"
#include "edge/session/reading.h"
#include "edge/session/to_wire.h"

namespace parlor::edge {
namespace {

constexpr std::string_view kVisitorTokenPrefix = "pv1.";

wire::Reason reason_of(app::AccountRefusal refusal) {
  switch (refusal) {
    case app::AccountRefusal::token_expired:
      return wire::Reason::kTokenExpired;
    case app::AccountRefusal::try_later:
      return wire::Reason::kTryLater;
    default:
      return wire::Reason::kTokenInvalid;
  }
}

using Known = std::expected<access::Principal, wire::Reason>;

std::optional<wire::Position> resume_position(const wire::SessionHelloParams& params, const wire::Topic& topic) {
  if (!params.resume) return std::nullopt;
  for (const auto& point : *params.resume) {
    if (point.topic == topic) return wire::Position{point.epoch, point.seq};
  }
  return std::nullopt;
}

wire::SessionLimits limits_on_wire() {
  return {limits::kClientFrameBytesMax, limits::kTextCodePointsMax, limits::kTextBytesMax, limits::kBatchRequestsMax};
}

}  // namespace

// The steps of one hello.
class Greeting {
 public:
  Greeting(SharedSession session, wire::SessionHelloParams params)
      : session_(std::move(session)), params_(std::move(params)) {}

  runtime::Task<Known> recognise();
  void enter(const access::Principal& principal);
  runtime::Task<app::Answer<bool>> follow_own();
  runtime::Task<app::Answer<bool>> follow_resumed();
  wire::SessionHelloResult result() const;
  // The answer is out: now what was missed, then what is new.
  void catch_up();
  void become_live();
  bool lives() const { return !session_->is_closed(); }
  void refuse_with(wire::Reason reason);

 private:
  Known recognise_visitor(const Secret& token);
  void see_page(const access::Principal& visitor);
  runtime::Task<app::Answer<bool>> follow_one(app::Topic topic, std::optional<wire::Position> after);
  wire::Principal principal_on_wire() const;

  SharedSession session_;
  wire::SessionHelloParams params_;
  std::vector<std::pair<app::Topic, Caught>> caught_;
};

runtime::Task<Known> Greeting::recognise() {
  auto& caller = session_->caller_;
  if (!params_.token) {
    if (caller.cookie_principal) co_return *caller.cookie_principal;
    co_return std::unexpected(wire::Reason::kNotSignedIn);
  }
  // A hello with a token never uses the cookie.
  caller.credential.reset();
  Secret token(std::move(*params_.token));
  if (token.reveal().starts_with(kVisitorTokenPrefix)) co_return recognise_visitor(token);
  auto user = co_await session_->services_.accounts.user(token, ports::Credential::Kind::bearer);
  if (!user) co_return std::unexpected(reason_of(user.error()));
  caller.credential = session_->services_.accounts.token_hash(token);
  co_return *user;
}

Known Greeting::recognise_visitor(const Secret& token) {
  auto& services = session_->services_;
  const auto visitor = services.accounts.visitor(token);
  if (!visitor) return std::unexpected(reason_of(visitor.error()));
  const auto directory = services.node.directory.snapshot();
  const auto* inbox = directory->inbox(visitor->inbox);
  if (!inbox) return std::unexpected(wire::Reason::kInboxUnknown);
  if (!origin_allowed(session_->caller_.origin, *inbox, services.public_url))
    return std::unexpected(wire::Reason::kOriginNotAllowed);
  session_->token_hash_ = services.accounts.visitor_token_hash(token);
  return *visitor;
}

void Greeting::enter(const access::Principal& principal) {
  session_->principal_ = principal;
  session_->locale_ = params_.locale.value_or(std::string());
  const bool is_visitor = principal.role == access::Role::visitor;
  if (principal.bulk || session_->caller_.is_local) {
    session_->budget_ = RateBudget(limits::kBulkRequestsPerSecond, limits::kBulkRequestsBurst);
  } else if (!is_visitor) {
    session_->budget_ = RateBudget(limits::kAgentRequestsPerSecond, limits::kAgentRequestsBurst);
  }
  auto& presence = session_->services_.node.presence;
  presence.session_opened(principal, session_->id_);
  if (is_visitor && params_.page) see_page(principal);
  if (!is_visitor) session_->follow(app::Topic::person(principal.workspace, id_cast<UserId>(principal.id)), 0);
}

void Greeting::see_page(const access::Principal& visitor) {
  auto& node = session_->services_.node;
  std::optional<presence::VisitId> visit;
  if (params_.page->visit) visit = from_wire<presence::VisitId>(*params_.page->visit);
  node.presence.page_viewed(visitor, from_wire(*params_.page, node.clock.now()), visit);
  if (params_.page->attributes) node.presence.described(visitor, from_wire(*params_.page->attributes));
}

// A visitor follows its contact and all of the contact's conversations.
runtime::Task<app::Answer<bool>> Greeting::follow_own() {
  const auto principal = *session_->principal_;
  if (principal.role != access::Role::visitor) co_return true;
  const auto contact = id_cast<ContactId>(principal.id);
  const auto topic = app::Topic::contact(principal.workspace, contact);
  session_->follow_later(topic);
  auto own = co_await session_->services_.conversations.own_heads(principal);
  if (!own) co_return std::unexpected(own.error());
  if (own->seq > 0) session_->services_.node.presence.contact_stored(principal.workspace, contact);
  const auto epoch = session_->services_.node.directory.snapshot()->epoch;
  wire::TopicPosition position{to_wire(topic), epoch, static_cast<std::int64_t>(own->seq), false, {}};
  const auto resumed = resume_position(params_, position.topic);
  position.recovered = resumed && resumed->epoch == epoch && resumed->seq == position.seq;
  caught_.emplace_back(topic, Caught{std::move(position), {}, {}});
  for (const auto& [id, seq, reads] : own->conversations) {
    const auto one = app::Topic::conversation(principal.workspace, id);
    if (resume_position(params_, to_wire(one))) continue;
    // Without a position the client takes a snapshot, so that the head known here is enough.
    wire::TopicPosition head{to_wire(one), epoch, static_cast<std::int64_t>(seq), false, {}};
    head.reads = to_wire(reads);
    session_->follow_later(one);
    caught_.emplace_back(one, Caught{std::move(head), {}, {}});
  }
  co_return true;
}

runtime::Task<app::Answer<bool>> Greeting::follow_resumed() {
  const auto workspace = session_->principal_->workspace;
  if (!params_.resume) co_return true;
  for (const auto& point : *params_.resume) {
    const auto topic = from_wire(point.topic, workspace);
    if (!topic || !lives() || session_->subscriptions_.contains(*topic)) continue;
    auto followed = co_await follow_one(*topic, wire::Position{point.epoch, point.seq});
    if (!followed) co_return std::unexpected(followed.error());
  }
  co_return true;
}

// A topic that may not be followed is left out; that the store is away ends the hello, since the client would never
// know that it does not follow what it did.
runtime::Task<app::Answer<bool>> Greeting::follow_one(app::Topic topic, std::optional<wire::Position> after) {
  Reading reading(session_);
  if (!reading.has_room()) co_return true;
  session_->follow_later(topic);
  auto caught = co_await reading.catch_up(topic, std::move(after));
  if (!lives()) co_return true;
  auto& figures = session_->services_.local.figures;
  (caught && caught->position.recovered ? figures.resumed : figures.resumed_anew).add();
  if (caught) {
    caught_.emplace_back(topic, std::move(*caught));
    co_return true;
  }
  session_->unfollow(topic);
  if (caught.error().reason == Refusal::try_later) co_return std::unexpected(caught.error());
  co_return true;
}

wire::Principal Greeting::principal_on_wire() const {
  const auto& principal = *session_->principal_;
  const bool is_visitor = principal.role == access::Role::visitor;
  wire::Principal out;
  out.kind = is_visitor ? wire::PrincipalKind::kVisitor : wire::PrincipalKind::kAgent;
  out.id = to_wire(principal.id);
  out.workspace = to_wire(principal.workspace);
  if (is_visitor) {
    out.name = "Visitor";
    out.contact = to_wire(principal.id);
    out.inbox = to_wire(principal.inbox);
  } else {
    out.name = session_->services_.node.directory.snapshot()->name_of(id_cast<UserId>(principal.id));
    out.role = principal.role == access::Role::owner ? wire::Role::kOwner : wire::Role::kAgent;
  }
  return out;
}

wire::SessionHelloResult Greeting::result() const {
  wire::SessionHelloResult result;
  result.session = to_wire(session_->id_);
  result.principal = principal_on_wire();
  result.epoch = session_->services_.node.directory.snapshot()->epoch;
  result.server_time = to_unix_ms(session_->services_.node.clock.now());
  result.limits = limits_on_wire();
  for (const auto& [topic, caught] : caught_)
    result.topics.push_back(caught.position);
  return result;
}

void Greeting::catch_up() {
  Reading reading(session_);
  for (const auto& [topic, caught] : caught_) {
    if (lives()) reading.finish(topic, caught);
  }
}

void Greeting::become_live() {
  session_->state_ = Session::State::live;
  session_->receive_waiting();
}

void Greeting::refuse_with(wire::Reason reason) {
  session_->state_ = Session::State::opened;
  const bool for_good = reason != wire::Reason::kTryLater && reason != wire::Reason::kNotSignedIn;
  if (reason == wire::Reason::kOriginNotAllowed) return session_->close(wire::Closing::kOriginNotAllowed);
  if (for_good) return session_->close(wire::Closing::kTokenInvalid);
  session_->receive_waiting();
}

runtime::Task<> greet(SharedSession session, Hello hello, Reception::Turn) {
  Greeting greeting(session, std::move(hello.params));
  auto known = co_await greeting.recognise();
  if (!greeting.lives()) co_return;
  if (!known) {
    hello.slot(wire::encode_error(hello.id, known.error()));
    greeting.refuse_with(known.error());
    co_return;
  }
  greeting.enter(*known);
  auto followed = co_await greeting.follow_own();
  if (followed && greeting.lives()) {
    auto resumed = co_await greeting.follow_resumed();
    followed = std::move(resumed);
  }
  if (!greeting.lives()) co_return;
  if (!followed) {
    hello.slot(wire::encode_error(to_wire(followed.error(), std::move(hello.id))));
    session->close(wire::Closing::kTryLater);
    co_return;
  }
  hello.slot(wire::encode_result(hello.id, greeting.result()));
  greeting.catch_up();
  if (greeting.lives()) greeting.become_live();
}

}  // namespace parlor::edge
