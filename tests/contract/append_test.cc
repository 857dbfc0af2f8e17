// Appending: expected seqs, client ids, all or nothing, what is loaded again.
#include "subject.h"
#include "talk.h"

namespace parlor::store::contract {
namespace {

using namespace conversation;
using ports::Append;
using ports::Appended;
using ports::AppendOutcome;
using ports::DuplicateRequest;
using ports::SeqConflict;

class Appending : public StoreContract {
 protected:
  AppendOutcome append(Append append) {
    return get<AppendOutcome>([&](auto done) { store().append(std::move(append), std::move(done)); });
  }
  std::optional<ports::LoadedConversation> load(ConversationId conversation, WorkspaceId workspace = kCasa) {
    return get<std::optional<ports::LoadedConversation>>(
        [&](auto done) { store().load(workspace, conversation, std::move(done)); });
  }
  ports::EventPage all_events(ConversationId conversation) {
    return get<ports::EventPage>([&](auto done) {
      store().events({.workspace = kCasa, .conversation = conversation, .audience = Audience::agent}, std::move(done));
    });
  }
};

TEST_P(Appending, KeepsTheWholeState) {
  Talk talk(1);
  talk.started().visitor_posts("Is the oak table in stock?").queued();
  talk.does(Actor::agent(kAda), Tagged{{"stock", "tables, oak"}, {}});
  talk.when(5).assigned().agent_posts("Two are left.").when(9).resolved().rated(5, "quick!");
  auto first = talk.append();
  first.conversations[0].page_url = "https://casa.example/tables";
  first.conversations[0].page_title = "Tables";
  EXPECT_EQ(append(std::move(first)), AppendOutcome(Appended{}));

  const auto loaded = load(talk.id());
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->state, talk.state());
  EXPECT_EQ(loaded->state.recent.size(), 2u);
  EXPECT_EQ(loaded->preview, "Two are left.");
  EXPECT_EQ(loaded->page_url, "https://casa.example/tables");
  EXPECT_EQ(loaded->page_title, "Tables");
  EXPECT_FALSE(load(talk.id(), kOther)) << "a workspace reads only its own";
}

TEST_P(Appending, ChangesTheStateStepByStep) {
  Talk talk(1);
  EXPECT_EQ(append(talk.started().visitor_posts("one").queued().append()), AppendOutcome(Appended{}));
  EXPECT_EQ(append(talk.when(2).assigned().append()), AppendOutcome(Appended{}));
  EXPECT_EQ(append(talk.when(3).agent_posts("two").append()), AppendOutcome(Appended{}));
  EXPECT_EQ(append(talk.when(4).agent_posts("three").append()), AppendOutcome(Appended{}));
  EXPECT_EQ(append(talk.when(5).snoozed(900).append()), AppendOutcome(Appended{}));
  EXPECT_EQ(append(talk.when(6).resolved().append()), AppendOutcome(Appended{}));
  EXPECT_EQ(load(talk.id())->state, talk.state());
  EXPECT_EQ(load(talk.id())->preview, "three") << "an append without a preview leaves it as it was";
}

TEST_P(Appending, RefusesWhatSomebodyElseOvertook) {
  Talk talk(1);
  append(talk.started().visitor_posts("one").append());
  Talk mine = talk;
  Talk theirs = talk;
  EXPECT_EQ(append(mine.visitor_posts("two").append()), AppendOutcome(Appended{}));
  theirs.notes("first").notes("second");
  EXPECT_EQ(append(theirs.append()), AppendOutcome(SeqConflict{}));
  EXPECT_EQ(append(Talk(1).queued().append()), AppendOutcome(SeqConflict{})) << "it exists already";
  EXPECT_EQ(append(Talk(2).when(1).started().append()), AppendOutcome(Appended{}));
  EXPECT_EQ(load(talk.id())->state, mine.state());
  EXPECT_EQ(all_events(talk.id()).events.size(), 3u);
}

TEST_P(Appending, RefusedForOneRequestKeepsNoneOfTheOthers) {
  Talk talk(1);
  append(talk.started().visitor_posts("one").append());
  const auto first = talk.last_request();
  const auto fresh = talk.visitor_posts("two").append();
  auto both = fresh;
  both.conversations[0].requests.push_back(first);
  EXPECT_EQ(append(both), AppendOutcome(DuplicateRequest{first}));
  EXPECT_EQ(append(fresh), AppendOutcome(Appended{})) << "as if it had never been tried";
}

TEST_P(Appending, AnswersAClientIdUsedBeforeWithItsFirstReceipt) {
  Talk talk(1);
  append(talk.started().visitor_posts("one").append());
  const auto first = talk.last_request();
  auto again = talk.visitor_posts("one").append();
  again.conversations[0].requests[0] = first;
  again.conversations[0].requests[0].receipt.seq = 99;
  EXPECT_EQ(append(again), AppendOutcome(DuplicateRequest{first}));
  EXPECT_EQ(all_events(talk.id()).events.size(), 2u) << "nothing was written";

  const auto found = get<std::optional<ports::RequestRecord>>(
      [&](auto done) { store().request({kCasa, talk.id().bytes, first.actor, first.client_id}, std::move(done)); });
  EXPECT_EQ(found, first);
}

TEST_P(Appending, TellsClientIdsOfOthersApart) {
  Talk vic(1);
  Talk wanda(2, kWanda);
  auto first = vic.started().visitor_posts("one").append();
  auto second = wanda.started().visitor_posts("two").append();
  second.conversations[0].requests[0].client_id = first.conversations[0].requests[0].client_id;
  EXPECT_EQ(append(first), AppendOutcome(Appended{}));
  EXPECT_EQ(append(second), AppendOutcome(Appended{})) << "another stream";
  auto agent = vic.agent_posts("three").append();
  agent.conversations[0].requests[0].client_id = first.conversations[0].requests[0].client_id;
  EXPECT_EQ(append(agent), AppendOutcome(Appended{})) << "another actor";
}

TEST_P(Appending, WritesAllStreamsOrNone) {
  Talk one(1);
  Talk two(2);
  append(two.started().visitor_posts("two").append());
  Talk stale = two;
  append(two.visitor_posts("overtakes").append());

  Append both{kCasa, ports::ContactAppend{.contact = kVic, .inbox = kShop, .name = "Vic", .at = at(0)}, {}};
  both.conversations.push_back(one.started().visitor_posts("one").part());
  both.conversations.push_back(stale.notes("hm").visitor_posts("too late").part());
  EXPECT_EQ(append(both), AppendOutcome(SeqConflict{}));
  EXPECT_FALSE(load(one.id()));
  EXPECT_FALSE(
      get<std::optional<ports::StoredContact>>([&](auto done) { store().contact(kCasa, kVic, std::move(done)); }));

  both.conversations[1] = two.visitor_posts("in time").part();
  EXPECT_EQ(append(both), AppendOutcome(Appended{}));
  EXPECT_EQ(load(one.id())->state, one.state());
  EXPECT_EQ(load(two.id())->state, two.state());
  EXPECT_EQ(load(one.id())->contact_name, "Vic");
}

TEST_P(Appending, RefusesItsOwnMistakesWithoutHarm) {
  Talk talk(1);
  auto gap = talk.started().append();
  gap.conversations[0].events[0].seq = 2;
  EXPECT_FALSE(wait<AppendOutcome>([&](auto done) { store().append(gap, std::move(done)); }));
  Talk twice(2);
  auto same = twice.started().visitor_posts("one").append();
  same.conversations[0].requests[1] = same.conversations[0].requests[0];
  EXPECT_FALSE(wait<AppendOutcome>([&](auto done) { store().append(same, std::move(done)); }));
  EXPECT_FALSE(load(talk.id()));
  EXPECT_FALSE(load(twice.id()));
}

TEST_P(Appending, CountsOnlyTheNewestMessages) {
  Talk talk(1);
  talk.started();
  for (int i = 0; i < 120; ++i)
    talk.visitor_posts("message");
  append(talk.append());
  append(talk.agent_posts("answer").append());
  EXPECT_EQ(load(talk.id())->state, talk.state());
  EXPECT_EQ(load(talk.id())->state.recent.size(), 99u);
}

TEST_P(Appending, ReadMarksNeverShrink) {
  Talk talk(1);
  append(talk.started().visitor_posts("one").visitor_posts("two").visitor_posts("three").append());
  const auto save = [&](Seq seq, std::int64_t when) {
    const std::vector<ReadMark> marks{{Actor::agent(kAda), seq, at(when)}};
    get<Appended>([&](auto done) { store().save_reads(kCasa, talk.id(), marks, std::move(done)); });
    return load(talk.id())->state;
  };
  EXPECT_EQ(read_up_to(save(3, 10), Actor::agent(kAda)), 3u);
  EXPECT_EQ(read_up_to(save(2, 11), Actor::agent(kAda)), 3u);
  append(talk.visitor_posts("four").append());
  const auto after = load(talk.id())->state;
  EXPECT_EQ(read_up_to(after, Actor::agent(kAda)), 3u) << "an append that does not know the mark keeps it";
  EXPECT_EQ(read_up_to(save(4, 12), Actor::agent(kAda)), 4u);
  EXPECT_EQ(read_up_to(save(4, 12), Actor::visitor(kVic)), read_up_to(talk.state(), Actor::visitor(kVic)));
}

TEST_P(Appending, SavingReadsOfNothingIsNothing) {
  get<Appended>(
      [&](auto done) { store().save_reads(kCasa, Talk(9).id(), {{Actor::agent(kAda), 1, at(0)}}, std::move(done)); });
  EXPECT_FALSE(load(Talk(9).id()));
}

TEST_P(Appending, KnowsTheFactsOfAMessage) {
  Talk talk(1);
  append(talk.started().visitor_posts("one").append());
  const auto message = talk.last_content();
  const auto facts = [&](MessageId id, ConversationId conversation, WorkspaceId workspace) {
    return get<std::optional<MessageFacts>>(
        [&](auto done) { store().message(workspace, conversation, id, std::move(done)); });
  };
  EXPECT_EQ(facts(message, talk.id(), kCasa), (MessageFacts{message, Actor::visitor(kVic), 1, at(0), false, false}));
  append(talk.when(7).edits(message, 2, "One").append());
  EXPECT_EQ(facts(message, talk.id(), kCasa), (MessageFacts{message, Actor::visitor(kVic), 2, at(0), false, false}));
  append(talk.deletes(message, 3).append());
  EXPECT_EQ(facts(message, talk.id(), kCasa), (MessageFacts{message, Actor::visitor(kVic), 3, at(0), true, false}));
  EXPECT_FALSE(facts(message, Talk(2).id(), kCasa));
  EXPECT_FALSE(facts(message, talk.id(), kOther));
  append(talk.notes("call back").append());
  EXPECT_TRUE(facts(talk.last_content(), talk.id(), kCasa)->is_note);
  append(talk.rated(4, "fine").append());
  EXPECT_FALSE(facts(talk.last_content(), talk.id(), kCasa)) << "a comment is no message";
}

class ReopeningAfterAppends : public Appending {};

TEST_P(ReopeningAfterAppends, FindsEverything) {
  Talk talk(1);
  append(talk.started().visitor_posts("Where is my sofa?").queued().append());
  append(talk.when(4).assigned().agent_posts("On its way.").append());
  const auto events = all_events(talk.id()).events;
  const auto request = talk.last_request();
  subject_.reopen();
  EXPECT_EQ(load(talk.id())->state, talk.state());
  EXPECT_EQ(all_events(talk.id()).events, events);
  auto again = talk.agent_posts("again").append();
  again.conversations[0].requests[0] = request;
  EXPECT_EQ(append(again), AppendOutcome(DuplicateRequest{request}));
}

Append guarded(Append append, std::size_t open_max, UserId agent = kAda) {
  append.conversations[0].guard = ports::LoadGuard{agent, open_max};
  return append;
}

TEST_P(Appending, GivesNoAgentMoreThanTheGuardAllows) {
  Talk first(1);
  Talk second(2);
  Talk third(3);
  for (auto* talk : {&first, &second, &third})
    ASSERT_EQ(append(talk->started().visitor_posts("Hello?").queued().append()), AppendOutcome(Appended{}));
  EXPECT_EQ(append(guarded(first.assigned().append(), 2)), AppendOutcome(Appended{}));
  EXPECT_EQ(append(guarded(second.assigned().append(), 2)), AppendOutcome(Appended{}));
  const auto full = third.assigned().append();
  EXPECT_EQ(append(guarded(full, 2)), AppendOutcome(ports::AgentFull{kAda}));
  EXPECT_EQ(load(third.id())->state.status, Status::queued) << "nothing was written";
  EXPECT_EQ(append(guarded(first.agent_posts("Yes?").append(), 2)), AppendOutcome(Appended{}))
      << "what the agent has already does not count twice";
  EXPECT_EQ(append(second.resolved().append()), AppendOutcome(Appended{}));
  EXPECT_EQ(append(guarded(full, 2)), AppendOutcome(Appended{})) << "there is room again";
}

TEST_P(Appending, CountsForTheGuardWhatIsCommittedTogether) {
  constexpr std::uint32_t kChats = 12;
  std::vector<Append> appends;
  for (std::uint32_t i = 1; i <= kChats; ++i) {
    Talk talk(i);
    appends.push_back(guarded(talk.started().visitor_posts("Hello?").queued().assigned().append(), 4));
  }
  std::vector<std::future<AppendOutcome>> outcomes;
  for (auto& one : appends) {
    auto promise = std::make_shared<std::promise<AppendOutcome>>();
    outcomes.push_back(promise->get_future());
    store().append(std::move(one), [promise](Result<AppendOutcome> outcome) { promise->set_value(*outcome); });
  }
  std::size_t stored = 0;
  for (auto& outcome : outcomes)
    stored += outcome.get() == AppendOutcome(Appended{}) ? 1 : 0;
  EXPECT_EQ(stored, 4u);
}

TEST_P(Appending, KeepsWhereAConversationWaits) {
  const Place place{.team = id<TeamId>(40),
                    .priority = Priority::high,
                    .required = {{id<SkillId>(50), 2}},
                    .preferred = {{id<SkillId>(51), 1}, {id<SkillId>(52), 5}}};
  Talk talk(1);
  talk.started().visitor_posts("Hallo?");
  talk.does(Actor::system(), Queued{QueuedReason::started, place});
  ASSERT_EQ(append(talk.append()), AppendOutcome(Appended{}));
  EXPECT_EQ(load(talk.id())->state.place, place);
  talk.does(Actor::system(), Queued{QueuedReason::overflow, Place{.team = id<TeamId>(41)}});
  talk.does(Actor::agent(kAda), Transferred{.team = id<TeamId>(42), .agent = std::nullopt});
  talk.does(Actor::agent(kAda), Transferred{.team = std::nullopt, .agent = kBen});
  ASSERT_EQ(append(talk.append()), AppendOutcome(Appended{}));
  EXPECT_EQ(load(talk.id())->state.place, Place{.team = id<TeamId>(41)});
  std::vector<Event> events;
  for (const auto& joined : all_events(talk.id()).events)
    events.push_back(joined.event);
  EXPECT_EQ(events, talk.events());
}

class ReopeningAfterGuards : public Appending {};

TEST_P(ReopeningAfterGuards, CountsWhatWasThereBefore) {
  Talk first(1);
  ASSERT_EQ(append(first.started().visitor_posts("Hello?").assigned().append()), AppendOutcome(Appended{}));
  subject_.reopen();
  Talk second(2);
  EXPECT_EQ(append(guarded(second.started().assigned().append(), 1)), AppendOutcome(ports::AgentFull{kAda}));
}

PARLOR_FOR_EVERY_STORE(Appending);
PARLOR_FOR_EVERY_LASTING_STORE(ReopeningAfterGuards);
PARLOR_FOR_EVERY_LASTING_STORE(ReopeningAfterAppends);

}  // namespace
}  // namespace parlor::store::contract
