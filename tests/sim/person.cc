#include "person.h"

#include <algorithm>

#include "edge/session/to_wire.h"

namespace parlor::sim {

using namespace std::chrono_literals;

Person::Person(World& world, Network& network, Identity identity)
    : world_(world), network_(network), identity_(std::move(identity)) {}

wire::Uuid Person::fresh_id() {
  return wire::Uuid{WorldIds::make(world_)};
}

std::string Person::words() {
  static constexpr std::string_view kWords[] = {"Is the sofa in stock?", "The oak table, please", "Thank you",
                                                "It arrives on Friday", "One moment"};
  return std::string(kWords[world_.chance.below(std::size(kWords))]) + " " + std::to_string(++written_);
}

void Person::open_tab() {
  world_.tally.add(Count::tabs_opened);
  tabs_.push_back(std::make_shared<Tab>(world_, network_, *this));
  auto& tab = *tabs_.back();
  if (audience() == Audience::agent) {
    for (const auto& [conversation, stored] : world_.ledger.all()) {
      if (world_.chance.percent(60)) tab.want(wire::Topic::conversation(edge::to_wire(conversation)));
    }
  } else {
    tab.want(wire::Topic::contact(wire::Uuid{identity_.principal.id.bytes}));
  }
  tab.connect();
}

Tab* Person::any_live_tab() {
  const auto found = std::ranges::find_if(tabs_, [](const auto& tab) { return tab->is_live(); });
  return found == tabs_.end() ? nullptr : found->get();
}

conversation::Seq Person::head_of(const std::optional<ConversationId>& conversation) const {
  const auto* stored = conversation ? world_.ledger.find(*conversation) : nullptr;
  return stored ? stored->state.seq : 0;
}

void Person::live() {
  if (!world_.rough) return;
  act();
  world_.timeline.after(world_.chance.between(20ms, 400ms), [this] { live(); });
}

void Person::act() {
  mind_tabs();
  const auto conversation = some_conversation();
  if (!conversation) {
    if (audience() == Audience::visitor && unsent_.empty()) begin();
    return;
  }
  if (world_.chance.percent(45)) return write();
  if (world_.chance.percent(15)) return read_or_type(*conversation);
  if (world_.chance.percent(20)) return change_own_message(*conversation);
  audience() == Audience::visitor ? act_as_visitor(*conversation) : act_as_agent(*conversation);
}

void Person::mind_tabs() {
  auto& chance = world_.chance;
  if (tabs_.empty() || (tabs_.size() < 2 && chance.one_in(40))) open_tab();
  auto& tab = *tabs_[chance.below(tabs_.size())];
  if (tab.line() && world_.strikes(25)) tab.line()->cut();
  if (chance.one_in(12)) tab.compare_snapshot();
  if (!chance.one_in(50)) return;
  world_.tally.add(Count::tabs_killed);
  const auto gone = tab.shared_from_this();
  std::erase(tabs_, gone);
  gone->kill();
}

std::optional<ConversationId> Person::some_conversation() {
  std::vector<ConversationId> shown;
  for (const auto& tab : tabs_) {
    for (const auto conversation : tab->conversations())
      shown.push_back(conversation);
  }
  // An agent looks at the inbox now and then and opens what is there.
  if (audience() == Audience::agent && !tabs_.empty() && world_.chance.one_in(8)) {
    for (const auto& [conversation, stored] : world_.ledger.all())
      world_.chance.pick(tabs_)->want(wire::Topic::conversation(edge::to_wire(conversation)));
  }
  if (shown.empty()) return std::nullopt;
  // Visitors go on with what they know best, their newest.
  return audience() == Audience::visitor ? *std::ranges::max_element(shown) : world_.chance.pick(shown);
}

void Person::begin() {
  unsent_.push_back({fresh_id(), words(), std::nullopt, fresh_id()});
  pump();
}

void Person::write() {
  const bool waits_for_start = !unsent_.empty() && !unsent_.back().conversation;
  const auto conversation = waits_for_start ? std::nullopt : some_conversation();
  // A visitor's further start becomes a message where they already are.
  if (audience() == Audience::visitor && unsent_.empty() && world_.chance.one_in(25)) return begin();
  const auto count = 1 + world_.chance.below(3);
  for (std::size_t i = 0; i < count; ++i)
    unsent_.push_back({fresh_id(), words(), conversation, std::nullopt});
  pump();
}

void Person::read_or_type(ConversationId conversation) {
  auto* tab = any_live_tab();
  const auto* view = tab ? tab->view(conversation) : nullptr;
  if (!view) return;
  const auto id = edge::to_wire(conversation);
  if (world_.chance.one_in(2)) return tab->notify(wire::Params(wire::TypingParams{id, wire::Switch::kOn, {}}));
  tab->call(wire::Params(wire::ConversationReadParams{id, view->seq}), [](CallAnswer answer) {
    const bool refused = answer.error && !is_retried(answer.error->reason);
    promise(!refused, "a read mark was refused that names a shown event");
  });
}

void Person::change_own_message(ConversationId conversation) {
  auto* tab = any_live_tab();
  const auto* view = tab ? tab->view(conversation) : nullptr;
  if (!view || view->items.empty()) return;
  const auto& item = view->items[world_.chance.below(view->items.size())];
  const auto* stored = world_.ledger.find(conversation);
  const auto& event = stored->events[static_cast<std::size_t>(item.seq) - 1];
  if (item.type != wire::EventType::kMessagePosted || !item.text) return;
  if (event.actor != identity_.principal.actor()) return;
  const auto id = edge::to_wire(conversation);
  if (world_.chance.one_in(3)) return run_errand(conversation, wire::MessageDeleteParams{id, {}, *item.content});
  // The number stays: it is the message's.
  const auto text = "Or rather this: " + std::to_string(number_in(*item.text));
  run_errand(conversation, wire::MessageEditParams{id, {}, *item.content, wire::Body(wire::TextBody{text})});
}

void Person::act_as_visitor(ConversationId conversation) {
  const auto id = edge::to_wire(conversation);
  if (world_.chance.one_in(6)) return run_errand(conversation, wire::ConversationEndParams{id, {}});
  run_errand(conversation, wire::ConversationRateParams{id, {}, 4, std::nullopt});
}

void Person::act_as_agent(ConversationId conversation) {
  const auto id = edge::to_wire(conversation);
  const auto colleague = edge::to_wire(world_.chance.pick(colleagues_));
  const auto soon = to_unix_ms(world_.wall_now() + 1s) + static_cast<std::int64_t>(world_.chance.below(8000));
  const std::string tag = "tag" + std::to_string(world_.chance.below(5));
  switch (world_.chance.below(8)) {
    case 0:
    case 1:
      return run_errand(conversation, wire::ConversationAcceptParams{id, {}, {}});
    case 2:
      return run_errand(conversation, wire::ConversationAssignParams{id, {}, {}, colleague});
    case 3: {
      wire::ConversationTagParams tags{id, {}, {}, {}, {}};
      (world_.chance.one_in(3) ? tags.remove : tags.add) = std::vector{tag};
      return run_errand(conversation, std::move(tags));
    }
    case 4:
      return run_errand(conversation, wire::ConversationSnoozeParams{id, {}, {}, soon});
    case 5:
      return run_errand(conversation, wire::ConversationResolveParams{id, {}, {}});
    case 6:
      return run_errand(conversation, wire::ConversationReopenParams{id, {}, {}});
    default:
      return run_errand(conversation, wire::NotePostParams{id, {}, words(), {}});
  }
}

void Person::vanish() {
  for (const auto& tab : std::exchange(tabs_, {}))
    tab->kill();
}

void Person::rung(const wire::Offer& offer) {
  const bool rings_here =
      offer.state == wire::OfferState::kRinging && offer.agent.id == wire::Uuid{identity_.principal.id.bytes};
  if (!rings_here || !world_.rough || world_.chance.percent(30)) return;
  world_.timeline.after(world_.chance.between(50ms, 2s), [this, conversation = offer.conversation] {
    auto* tab = any_live_tab();
    if (!tab) return;
    const wire::OfferAnswerParams answer{conversation, world_.chance.percent(80)};
    // That it rings no more, or at somebody else, is an answer too.
    tab->call(wire::Params(answer), [this](CallAnswer told) {
      if (!told.lost()) world_.tally.add(Count::offers_answered);
    });
  });
}

void Person::went_live(Tab& tab) {
  if (audience() == Audience::agent)
    tab.call(wire::Params(wire::TopicSubscribeParams{{wire::TopicKind::kQueue, {}}, {}}), [](CallAnswer) {});
  pump();
  send_errands();
}

bool Person::is_settled() const {
  if (!unsent_.empty() || !errands_.empty() || tabs_.empty()) return false;
  return std::ranges::all_of(tabs_, [](const auto& tab) { return tab->is_settled(); });
}

void Person::check_true() const {
  promise(unsent_.empty(), "a message was never acknowledged");
  promise(errands_.empty(), "a call was never answered");
  for (const auto& tab : tabs_) {
    tab->check_true();
    if (audience() == Audience::agent) continue;
    for (const auto conversation : world_.ledger.of_contact(identity_.principal.actor().contact()))
      promise(tab->view(conversation) != nullptr, "a visitor's tab does not know a conversation of theirs");
  }
}

}  // namespace parlor::sim
