// The lists of an agent: which rows, in which order, page by page, and the counts beside them.
#include <set>

#include "subject.h"
#include "talk.h"

namespace parlor::store::contract {
namespace {

using namespace conversation;
using ports::AppendOutcome;
using ports::ListCounts;
using ports::ListPage;
using ports::ListQuery;
using ports::ListView;

class Listing : public StoreContract {
 protected:
  void append(Talk& talk) {
    get<AppendOutcome>([&](auto done) { store().append(talk.append(), std::move(done)); });
  }
  ListPage list(ListView view, std::size_t limit = 50, const std::string& cursor = "", WorkspaceId workspace = kCasa) {
    const ListQuery query{.workspace = workspace, .view = view, .agent = kAda, .limit = limit, .cursor = cursor};
    return get<ListPage>([&](auto done) { store().list(query, std::move(done)); });
  }
  static std::vector<ConversationId> ids(const ListPage& page) {
    std::vector<ConversationId> found;
    for (const auto& row : page.rows)
      found.push_back(row.state.id);
    return found;
  }
  // One conversation in each situation; `number` tells them apart.
  Talk queued(std::uint32_t number, std::int64_t since) {
    Talk talk(number);
    append(talk.when(since).started().visitor_posts("hello").queued());
    return talk;
  }
  Talk open(std::uint32_t number, UserId agent, std::int64_t answered) {
    Talk talk = queued(number, 0);
    append(talk.when(answered).assigned(agent).agent_posts("hello", agent));
    return talk;
  }
  Talk resolved(std::uint32_t number, std::int64_t since) {
    Talk talk = open(number, kAda, 1);
    append(talk.when(since).resolved());
    return talk;
  }
};

TEST_P(Listing, OrdersByTheLongestWaitThenTheNewestThenTheResolved) {
  const auto late = queued(1, 50);
  const auto early = queued(2, 40);
  const auto old_answer = open(3, kAda, 60);
  const auto new_answer = open(4, kBen, 70);
  const auto old_end = resolved(5, 80);
  const auto new_end = resolved(6, 90);
  EXPECT_EQ(ids(list(ListView::all)),
            (std::vector{early.id(), late.id(), new_answer.id(), old_answer.id(), new_end.id(), old_end.id()}));
  EXPECT_EQ(ids(list(ListView::mine)), std::vector{old_answer.id()});
  EXPECT_EQ(ids(list(ListView::queue)), (std::vector{early.id(), late.id()}));
  EXPECT_EQ(list(ListView::all).counts, (ListCounts{.mine = 1, .queue = 2, .all = 4}));
  EXPECT_EQ(list(ListView::queue).counts, list(ListView::all).counts);
}

TEST_P(Listing, FollowsEachChange) {
  Talk talk = queued(1, 10);
  EXPECT_EQ(list(ListView::all).counts, (ListCounts{.mine = 0, .queue = 1, .all = 1}));
  append(talk.when(11).assigned());
  EXPECT_EQ(list(ListView::mine).counts, (ListCounts{.mine = 1, .queue = 0, .all = 1}));
  EXPECT_EQ(ids(list(ListView::queue)), std::vector<ConversationId>{});
  append(talk.when(12).snoozed(500));
  EXPECT_EQ(ids(list(ListView::mine)), std::vector{talk.id()});
  append(talk.when(13).resolved());
  EXPECT_EQ(list(ListView::mine).counts, (ListCounts{}));
  EXPECT_EQ(ids(list(ListView::mine)), std::vector<ConversationId>{});
  EXPECT_EQ(ids(list(ListView::all)), std::vector{talk.id()});
  append(talk.when(14).does(Actor::visitor(kVic), Reopened{Status::queued}));
  EXPECT_EQ(list(ListView::queue).counts, (ListCounts{.mine = 0, .queue = 1, .all = 1}));
  EXPECT_EQ(ids(list(ListView::queue)), std::vector{talk.id()});
}

TEST_P(Listing, CountsAgainAfterReopening) {
  queued(1, 10);
  queued(2, 20);
  open(3, kAda, 30);
  open(4, kBen, 30);
  resolved(5, 40);
  const auto before = list(ListView::all);
  if (subject_.outlives_its_process()) subject_.reopen();
  EXPECT_EQ(list(ListView::all).counts, (ListCounts{.mine = 1, .queue = 2, .all = 4}));
  EXPECT_EQ(ids(list(ListView::all)), ids(before));
}

TEST_P(Listing, PagesWithoutGapOrRepeat) {
  std::vector<ConversationId> expected;
  for (std::uint32_t i = 0; i < 12; ++i) {
    if (i % 3 == 0) queued(i, i / 2);
    if (i % 3 == 1) open(i, kAda, 7);
    if (i % 3 == 2) resolved(i, 9);
  }
  for (const auto view : {ListView::all, ListView::mine, ListView::queue}) {
    const auto whole = ids(list(view));
    std::vector<ConversationId> pieced;
    std::string cursor;
    do {
      const auto page = list(view, 2, cursor);
      ASSERT_LE(page.rows.size(), 2u);
      for (const auto& id : ids(page))
        pieced.push_back(id);
      cursor = page.cursor;
    } while (!cursor.empty() && pieced.size() < 20);
    EXPECT_EQ(pieced, whole);
    EXPECT_EQ(std::set(whole.begin(), whole.end()).size(), whole.size());
  }
  EXPECT_EQ(list(ListView::all).rows.size(), 12u);
  EXPECT_TRUE(list(ListView::all, 12).cursor.empty()) << "exactly full is the last page";
}

TEST_P(Listing, StartsFromTheTopForABadCursor) {
  queued(1, 10);
  queued(2, 20);
  const auto whole = ids(list(ListView::all));
  for (const auto* cursor :
       {"nonsense", "0.", "0.1.", "9.1.01000000-0000-0000-0000-000000000000", "0.x.y", "\xff\xfe"}) {
    EXPECT_EQ(ids(list(ListView::all, 50, cursor)), whole) << cursor;
  }
}

TEST_P(Listing, ShowsOnlyItsOwnWorkspace) {
  queued(1, 10);
  Talk foreign(2, kVic, kOther);
  append(foreign.started().visitor_posts("hello").queued());
  EXPECT_EQ(list(ListView::all).rows.size(), 1u);
  EXPECT_EQ(ids(list(ListView::all, 50, "", kOther)), std::vector{foreign.id()});
  EXPECT_EQ(list(ListView::all, 50, "", kOther).counts.all, 1u);
}

TEST_P(Listing, RowsAreWholeConversations) {
  Talk talk = open(1, kAda, 30);
  const auto page = list(ListView::mine);
  ASSERT_EQ(page.rows.size(), 1u);
  EXPECT_EQ(page.rows[0].state, talk.state());
  EXPECT_EQ(page.rows[0].preview, "hello");
}

TEST_P(Listing, FindsSnoozedOnesWhoseTimeHasCome) {
  Talk early = open(1, kAda, 30);
  Talk late = open(2, kAda, 30);
  Talk awake = open(3, kAda, 30);
  append(late.snoozed(300));
  append(early.snoozed(200));
  using Due = std::vector<std::pair<WorkspaceId, ConversationId>>;
  const auto due = [&](std::int64_t now, std::size_t limit) {
    return get<Due>([&](auto done) { store().snoozed_until(at(now), limit, std::move(done)); });
  };
  EXPECT_EQ(due(199, 10), Due{});
  EXPECT_EQ(due(200, 10), (Due{{kCasa, early.id()}}));
  EXPECT_EQ(due(999, 10), (Due{{kCasa, early.id()}, {kCasa, late.id()}}));
  EXPECT_EQ(due(999, 1).size(), 1u);
  append(early.when(210).does(Actor::agent(kAda), Reopened{Status::open}));
  EXPECT_EQ(due(999, 10), (Due{{kCasa, late.id()}}));
}

PARLOR_FOR_EVERY_STORE(Listing);

}  // namespace
}  // namespace parlor::store::contract
