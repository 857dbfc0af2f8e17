#include "base/limits.h"
#include "domain/conversation/conversation_test_kit.h"

namespace parlor::conversation::testing {
namespace {

using namespace std::chrono_literals;

TEST(Rate, AResolvedConversationOnce) {
  auto story = given(resolved_by_ada()).when(vic, Rate{5, "Quick and kind"});
  story.then({Rated{5, kFresh}});
  EXPECT_EQ(story.decision().contents.at(0).kind, ContentKind::rating_comment);
  given(resolved_by_ada()).when(vic, Rate{1, std::nullopt}).then({Rated{1, std::nullopt}});
  given(resolved_by_ada()).when(vic, Rate{1, "  "}).then({Rated{1, std::nullopt}});
  const auto rude = RatingReason::rude;
  const auto slow = RatingReason::slow_reply;
  given(resolved_by_ada())
      .when(vic, Rate{2, std::nullopt, {slow, rude, slow}})
      .then({Rated{2, std::nullopt, {slow, rude}}});
  given(resolved_by_ada()).when(vic, Rate{2, "Twice", {rude}}).then({Rated{2, kFresh, {rude}}});
  auto rated = resolved_by_ada();
  rated.push_back({vic, Rated{5, std::nullopt}});
  given(rated).when(vic, Rate{4, std::nullopt}).then_refused(Refusal::already_rated);
}

TEST(Rate, NotWhileItLivesAndNotAfterAWeek) {
  given(open_with_ada()).when(vic, Rate{5, std::nullopt}).then_refused(Refusal::conversation_not_resolved);
  const auto a_week = std::chrono::duration_cast<Millis>(limits::kRatingTime);
  given(resolved_by_ada()).at(a_week).when(vic, Rate{5, std::nullopt}).then({Rated{5, std::nullopt}});
  given(resolved_by_ada()).at(a_week + 1ms).when(vic, Rate{5, std::nullopt}).then_refused(Refusal::rating_closed);
}

TEST(Rate, OneToFive) {
  given(resolved_by_ada()).when(vic, Rate{0, std::nullopt}).then_refused(Refusal::invalid_score);
  given(resolved_by_ada()).when(vic, Rate{6, std::nullopt}).then_refused(Refusal::invalid_score);
  given(resolved_by_ada())
      .when(vic, Rate{5, std::string(limits::kTextCodePointsMax + 1, 'x')})
      .then_refused(Refusal::invalid_text);
}

TEST(Tag, AddsAndRemovesWhatChanges) {
  auto past = open_with_ada();
  past.push_back({ada, Tagged{{"refund", "sofa"}, {}}});
  auto story = given(past).when(ben, Tag{{"sofa", "urgent", "urgent"}, {"refund", "lamp"}});
  story.then({Tagged{{"urgent"}, {"refund"}}});
  EXPECT_EQ(story.after().tags, (std::vector<std::string>{"sofa", "urgent"}));
  given(past).when(ben, Tag{{"sofa"}, {}}).then({});
}

TEST(Tag, HasLimits) {
  given(queued()).when(ada, Tag{{""}, {}}).then_refused(Refusal::invalid_tag);
  given(queued())
      .when(ada, Tag{{std::string(limits::kTagCodePointsMax + 1, 'x')}, {}})
      .then_refused(Refusal::invalid_tag);
  std::vector<std::string> many;
  for (std::size_t i = 0; i < limits::kTagsMax; ++i)
    many.push_back("tag " + std::to_string(i));
  given(queued()).when(ada, Tag{many, {}}).then({Tagged{many, {}}});
  many.emplace_back("one more");
  given(queued()).when(ada, Tag{many, {}}).then_refused(Refusal::too_many);
}

TEST(MarkRead, GrowsAndNeverShrinks) {
  const auto state = given(open_with_ada()).state();
  EXPECT_EQ(mark_read(state, ada, 2, kMonday)->value(), (ReadMark{ada, 2, kMonday}));
  State read = state;
  evolve(read, ReadMark{ada, 4, kMonday});
  EXPECT_EQ(mark_read(read, ada, 3, kMonday).value(), std::nullopt);
  EXPECT_EQ(mark_read(state, ada, state.seq + 1, kMonday).error(), Refusal::conflict);
}

TEST(MarkRead, AVisitorReadsWhatVisitorsSee) {
  auto past = open_with_ada();
  past.push_back({ada, NotePosted{message(7)}});
  const auto state = given(past).state();
  ASSERT_LT(state.visitor_seq, state.seq);
  EXPECT_EQ(mark_read(state, vic, state.seq, kMonday).error(), Refusal::conflict);
  EXPECT_TRUE(mark_read(state, vic, state.visitor_seq, kMonday)->has_value());
}

TEST(Unread, CountsTheOtherSideAfterTheMark) {
  auto past = open_with_ada();
  past.push_back({vic, MessagePosted{message(2)}});
  auto state = given(past).state();
  EXPECT_EQ(unread_for(state, Audience::agent), 2U);
  evolve(state, ReadMark{ada, 2, kMonday});
  EXPECT_EQ(unread_for(state, Audience::agent), 1U);
  EXPECT_EQ(unread_for(state, Audience::visitor), 0U);
}

TEST(VisitorsView, HasAnUnbrokenChainOfPrevs) {
  auto state = given({}).state();
  std::vector<Event> seen;
  const auto run = [&](Actor actor, Wish wish) {
    Context context;
    context.now = kMonday;
    context.fresh_id = kFresh;
    auto decided = decide(state, {actor, std::nullopt, std::nullopt, std::move(wish)}, context);
    ASSERT_TRUE(decided);
    for (const auto& event : decided->events) {
      evolve(state, event);
      if (visible_to(event.fact, Audience::visitor)) seen.push_back(event);
    }
  };
  run(vic, Start{kShop, kVicContact});
  run(vic, says("Hello"));
  run(ada, PostNote{"hm", {}});
  run(ada, Accept{});
  run(ada, Tag{{"sofa"}, {}});
  run(ada, says("Hi"));
  run(ada, Resolve{});
  Seq last = 0;
  for (const auto& event : seen) {
    EXPECT_EQ(event.prev_for(Audience::visitor), last);
    last = event.seq;
  }
  EXPECT_EQ(last, state.visitor_seq);
  EXPECT_EQ(seen.size(), 6U);
}

}  // namespace
}  // namespace parlor::conversation::testing
