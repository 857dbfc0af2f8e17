// Reading events: per audience, in pages, joined with their content as it is now.
#include <algorithm>

#include "subject.h"
#include "talk.h"

namespace parlor::store::contract {
namespace {

using namespace conversation;
using ports::AppendOutcome;
using ports::EventPage;
using ports::EventQuery;

class Reading : public StoreContract {
 protected:
  void append(Talk& talk) {
    get<AppendOutcome>([&](auto done) { store().append(talk.append(), std::move(done)); });
  }
  EventPage events(EventQuery query) {
    return get<EventPage>([&](auto done) { store().events(std::move(query), std::move(done)); });
  }
  EventQuery of(const Talk& talk, Audience audience) {
    return {.workspace = kCasa, .conversation = talk.id(), .audience = audience};
  }
  std::vector<Seq> seqs(const EventPage& page) {
    std::vector<Seq> found;
    for (const auto& joined : page.events)
      found.push_back(joined.event.seq);
    return found;
  }
  std::vector<std::string> texts(const EventPage& page) {
    std::vector<std::string> found;
    for (const auto& joined : page.events) {
      if (joined.body) found.push_back(joined.body->text);
    }
    return found;
  }
};

TEST_P(Reading, GivesBackEachFact) {
  Talk talk(1);
  talk.started().visitor_posts("one").queued().assigned().notes("hm").agent_posts("two");
  talk.edits(talk.last_content(), 2, "two!").does(Actor::agent(kAda), Tagged{{"a", "b"}, {"c"}}).snoozed(500);
  talk.does(Actor::system(), Queued{QueuedReason::snooze_over})
      .does(Actor::agent(kBen), ParticipantLeft{Actor::agent(kAda)});
  talk.resolved()
      .does(Actor::agent(kBen), Reopened{Status::open})
      .resolved()
      .rated(3, "slow", {RatingReason::slow_reply, RatingReason::friendly});
  append(talk);
  const auto page = events(of(talk, Audience::agent));
  ASSERT_EQ(page.events.size(), talk.events().size());
  for (std::size_t i = 0; i < page.events.size(); ++i)
    EXPECT_EQ(page.events[i].event, talk.events()[i]) << i;
  EXPECT_EQ(texts(page), (std::vector<std::string>{"one", "hm", "two!", "two!", "slow"}));
  EXPECT_FALSE(page.has_more);
}

TEST_P(Reading, HidesFromVisitorsWithoutAGap) {
  Talk talk(1);
  talk.started().visitor_posts("one").assigned().notes("secret").notes("secret").agent_posts("two");
  append(talk);
  const auto page = events(of(talk, Audience::visitor));
  Seq before = 0;
  for (const auto& joined : page.events) {
    EXPECT_TRUE(visible_to(joined.event.fact, Audience::visitor));
    EXPECT_EQ(joined.event.prev_for(Audience::visitor), before);
    before = joined.event.seq;
  }
  EXPECT_EQ(texts(page), (std::vector<std::string>{"one", "two"}));
  const auto visible = static_cast<std::size_t>(std::ranges::count_if(
      talk.events(), [](const Event& event) { return visible_to(event.fact, Audience::visitor); }));
  EXPECT_EQ(page.events.size(), visible);
  auto newest = of(talk, Audience::visitor);
  newest.newest = true;
  newest.limit = 2;
  EXPECT_EQ(texts(events(newest)).back(), "two");
  EXPECT_EQ(events(newest).events.size(), 2u);
}

TEST_P(Reading, JoinsContentAsItIsNow) {
  Talk talk(1);
  talk.started().visitor_posts("my card is 4242");
  const auto message = talk.last_content();
  append(talk);
  talk.edits(message, 2, "my card");
  append(talk);
  EXPECT_EQ(texts(events(of(talk, Audience::visitor))), (std::vector<std::string>{"my card", "my card"}));
  talk.deletes(message, 3);
  append(talk);
  EXPECT_EQ(texts(events(of(talk, Audience::agent))), std::vector<std::string>{});
  EXPECT_EQ(events(of(talk, Audience::agent)).events.size(), 4u);
}

TEST_P(Reading, NeverGoesBackToAnOlderVersion) {
  Talk talk(1);
  talk.started().visitor_posts("one");
  const auto message = talk.last_content();
  append(talk);
  talk.edits(message, 3, "three");
  append(talk);
  talk.edits(message, 2, "two");
  append(talk);
  EXPECT_EQ(texts(events(of(talk, Audience::agent))), (std::vector<std::string>{"three", "three", "three"}));
}

TEST_P(Reading, KeepsContentOfOneConversationOutOfAnother) {
  Talk vic(1);
  append(vic.started().visitor_posts("mine"));
  Talk wanda(2, kWanda);
  wanda.started().edits(vic.last_content(), 9, "stolen");
  append(wanda);
  EXPECT_EQ(texts(events(of(vic, Audience::agent))), std::vector<std::string>{"mine"});
}

TEST_P(Reading, PagesByNumber) {
  Talk talk(1);
  talk.started();
  for (int i = 2; i <= 10; ++i)
    talk.visitor_posts(std::to_string(i));
  append(talk);
  auto query = of(talk, Audience::agent);
  query.after = 3;
  query.limit = 4;
  EXPECT_EQ(seqs(events(query)), (std::vector<Seq>{4, 5, 6, 7}));
  EXPECT_TRUE(events(query).has_more);
  query.before = 8;
  EXPECT_EQ(seqs(events(query)), (std::vector<Seq>{4, 5, 6, 7}));
  EXPECT_FALSE(events(query).has_more) << "nothing more in the asked range";
  query.newest = true;
  query.limit = 2;
  EXPECT_EQ(seqs(events(query)), (std::vector<Seq>{6, 7}));
  EXPECT_TRUE(events(query).has_more);
  query.after = 5;
  EXPECT_EQ(seqs(events(query)), (std::vector<Seq>{6, 7}));
  EXPECT_FALSE(events(query).has_more);
  query.after = 10;
  query.before = INT64_MAX;
  EXPECT_EQ(seqs(events(query)), std::vector<Seq>{});
}

TEST_P(Reading, PagesByBytesButNeverNothing) {
  Talk talk(1);
  talk.started();
  for (int i = 0; i < 5; ++i)
    talk.visitor_posts(std::string(1'000, 'x'));
  append(talk);
  auto query = of(talk, Audience::agent);
  query.after = 1;
  query.bytes = 2'000;
  EXPECT_EQ(seqs(events(query)), (std::vector<Seq>{2, 3}));
  EXPECT_TRUE(events(query).has_more);
  query.bytes = 1'999;
  EXPECT_EQ(seqs(events(query)), std::vector<Seq>{2});
  query.bytes = 1;
  EXPECT_EQ(seqs(events(query)), std::vector<Seq>{2});
  query.newest = true;
  query.bytes = 2'500;
  EXPECT_EQ(seqs(events(query)), (std::vector<Seq>{5, 6}));
}

TEST_P(Reading, FindsNothingElsewhere) {
  Talk talk(1);
  append(talk.started().visitor_posts("one"));
  auto query = of(talk, Audience::agent);
  query.workspace = kOther;
  EXPECT_TRUE(events(query).events.empty());
  EXPECT_TRUE(events(of(Talk(2), Audience::agent)).events.empty());
}

PARLOR_FOR_EVERY_STORE(Reading);

}  // namespace
}  // namespace parlor::store::contract
