// Contacts: made by their first act, changed in parts, with the pages that they saw.
#include "base/limits.h"
#include "subject.h"
#include "talk.h"

namespace parlor::store::contract {
namespace {

using ports::Append;
using ports::Appended;
using ports::AppendOutcome;
using ports::ContactAppend;
using ports::PageView;
using ports::SeqConflict;

class Contacts : public StoreContract {
 protected:
  AppendOutcome save(ContactAppend contact) {
    return get<AppendOutcome>([&](auto done) { store().append({kCasa, std::move(contact), {}}, std::move(done)); });
  }
  ContactAppend vic(conversation::Seq expected) {
    return {.contact = kVic, .expected_seq = expected, .inbox = kShop, .visitor = id<VisitorId>(5), .at = at(100)};
  }
  std::optional<ports::StoredContact> find(WorkspaceId workspace = kCasa) {
    return get<std::optional<ports::StoredContact>>(
        [&](auto done) { store().contact(workspace, kVic, std::move(done)); });
  }
  void save_pages(std::vector<PageView> pages) {
    get<Appended>([&](auto done) { store().save_pages(kCasa, kVic, std::move(pages), std::move(done)); });
  }
  std::vector<PageView> pages() {
    return get<std::vector<PageView>>([&](auto done) { store().pages_of(kCasa, kVic, std::move(done)); });
  }
};

TEST_P(Contacts, AreMadeAndChangedInParts) {
  auto first = vic(0);
  first.token_hash = ports::Fingerprint{1, 2, 3};
  first.name = "Vic";
  first.locale = "de-AT";
  first.user_agent = "Firefox";
  first.attributes = Attributes{{"plan", "gold"}, {"vip", "true"}};
  EXPECT_EQ(save(first), AppendOutcome(Appended{}));
  auto second = vic(1);
  second.email = "vic@example.org";
  second.at = at(200);
  EXPECT_EQ(save(second), AppendOutcome(Appended{}));
  const auto found = find();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, kVic);
  EXPECT_EQ(found->seq, 2u);
  EXPECT_EQ(found->inbox, kShop);
  EXPECT_EQ(found->visitor, id<VisitorId>(5));
  EXPECT_EQ(found->token_hash, first.token_hash);
  EXPECT_EQ(found->name, "Vic");
  EXPECT_EQ(found->email, "vic@example.org");
  EXPECT_EQ(found->locale, "de-AT");
  EXPECT_EQ(found->user_agent, "Firefox");
  EXPECT_EQ(found->attributes, *first.attributes);
  EXPECT_EQ(found->first_seen, at(100));
  EXPECT_EQ(found->visits, 1u);
  EXPECT_FALSE(find(kOther));
}

TEST_P(Contacts, KeepWhatThePageSaysOfThem) {
  const Attributes gold{{"plan", "gold"}};
  const auto save_attributes = [&](ContactId contact) {
    get<Appended>([&](auto done) { store().save_attributes(kCasa, contact, gold, std::move(done)); });
  };
  save_attributes(kVic);
  EXPECT_FALSE(find()) << "nobody is made by it";
  auto contact = vic(0);
  contact.name = "Vic";
  save(contact);
  EXPECT_TRUE(find()->attributes.empty());
  save_attributes(kVic);
  EXPECT_EQ(find()->attributes, gold);
  EXPECT_EQ(find()->name, "Vic");
  EXPECT_EQ(find()->seq, 1u) << "no conversation has changed";
}

TEST_P(Contacts, TellHowFarTheirConversationsGo) {
  Talk talk(1);
  talk.started().visitor_posts("Is the sofa in stock?").notes("Ask the warehouse");
  EXPECT_EQ(get<AppendOutcome>([&](auto done) { store().append(talk.append(), std::move(done)); }),
            AppendOutcome(Appended{}));
  EXPECT_EQ(save(vic(0)), AppendOutcome(Appended{}));
  using ports::Stream;
  const std::vector<Stream> streams = {{Stream::Kind::contact, kCasa, kVic.bytes},
                                       {Stream::Kind::conversation, kCasa, talk.id().bytes},
                                       {Stream::Kind::conversation, kOther, talk.id().bytes},
                                       {Stream::Kind::contact, kCasa, kWanda.bytes}};
  const auto heads = get<std::vector<ports::Head>>([&](auto done) { store().heads(streams, std::move(done)); });
  const ports::Head of_talk{talk.state().seq, talk.state().visitor_seq};
  EXPECT_NE(of_talk.seq, of_talk.visitor_seq);
  EXPECT_EQ(heads, (std::vector<ports::Head>{{1, 1}, of_talk, {}, {}}));
}

TEST_P(Contacts, GuardTwoStartsAtOnce) {
  EXPECT_EQ(save(vic(0)), AppendOutcome(Appended{}));
  EXPECT_EQ(save(vic(0)), AppendOutcome(SeqConflict{}));
  EXPECT_EQ(save(vic(2)), AppendOutcome(SeqConflict{}));
  EXPECT_EQ(save(vic(1)), AppendOutcome(Appended{}));
}

TEST_P(Contacts, KeepTheStartOfAConversationByItsClientId) {
  Talk talk(1);
  auto contact = vic(0);
  const ports::RequestRecord start{Actor::visitor(kVic), id<ClientId>(77), {9}, {talk.id(), 1, {}, at(100), {}, 1}};
  contact.requests.push_back(start);
  const Append append{kCasa, contact, {talk.started().visitor_posts("hello").part()}};
  EXPECT_EQ(get<AppendOutcome>([&](auto done) { store().append(append, std::move(done)); }), AppendOutcome(Appended{}));
  EXPECT_EQ(get<AppendOutcome>([&](auto done) { store().append(append, std::move(done)); }),
            AppendOutcome(ports::DuplicateRequest{start}));
  const auto found = get<std::optional<ports::RequestRecord>>([&](auto done) {
    store().request({kCasa, kVic.bytes, Actor::visitor(kVic), id<ClientId>(77)}, std::move(done));
  });
  EXPECT_EQ(found, start);
}

TEST_P(Contacts, ListTheirConversationsNewestFirst) {
  std::vector<ConversationId> expected;
  for (std::uint32_t i = 1; i <= 4; ++i) {
    Talk talk(i);
    talk.when(i).started().visitor_posts("hello");
    get<AppendOutcome>([&](auto done) { store().append(talk.append(), std::move(done)); });
    expected.insert(expected.begin(), talk.id());
  }
  Talk other(9, kWanda);
  get<AppendOutcome>([&](auto done) { store().append(other.started().append(), std::move(done)); });
  const auto ids = [&](std::size_t limit) {
    std::vector<ConversationId> found;
    const auto rows = get<std::vector<ports::LoadedConversation>>(
        [&](auto done) { store().conversations_of(kCasa, kVic, limit, std::move(done)); });
    for (const auto& row : rows)
      found.push_back(row.state.id);
    return found;
  };
  EXPECT_EQ(ids(20), expected);
  expected.resize(2);
  EXPECT_EQ(ids(2), expected);
}

TEST_P(Contacts, KeepTheNewestPages) {
  save(vic(0));
  save_pages({{"https://casa.example/a", "A", at(101)}, {"https://casa.example/b", "B", at(102)}});
  EXPECT_EQ(pages(), (std::vector<PageView>{{"https://casa.example/b", "B", at(102)},
                                            {"https://casa.example/a", "A", at(101)}}));
  std::vector<PageView> many;
  for (int i = 0; i < 30; ++i)
    many.push_back({"https://casa.example/" + std::to_string(i), "", at(200 + i)});
  save_pages(many);
  ASSERT_EQ(pages().size(), limits::kContactPagesMax);
  EXPECT_EQ(pages().front().url, "https://casa.example/29");
  EXPECT_EQ(pages().back().url, "https://casa.example/10");
}

TEST_P(Contacts, CountAVisitAfterAPause) {
  save(vic(0));
  save_pages({{"a", "", at(110)}, {"b", "", at(120)}});
  EXPECT_EQ(find()->visits, 1u);
  save_pages({{"c", "", at(120 + 1'801)}, {"d", "", at(120 + 1'900)}});
  EXPECT_EQ(find()->visits, 2u);
  save_pages({{"e", "", at(90'000)}});
  EXPECT_EQ(find()->visits, 3u);
}

TEST_P(Contacts, PagesOfNobodyAreNotKept) {
  save_pages({{"a", "", at(110)}});
  EXPECT_TRUE(pages().empty());
  EXPECT_FALSE(find());
}

TEST_P(Contacts, NameAndLocaleComeWithTheConversation) {
  auto contact = vic(0);
  contact.name = "Vic";
  contact.locale = "de";
  Talk talk(1);
  get<AppendOutcome>([&](auto done) { store().append({kCasa, contact, {talk.started().part()}}, std::move(done)); });
  const auto rows = get<std::vector<ports::LoadedConversation>>(
      [&](auto done) { store().conversations_of(kCasa, kVic, 5, std::move(done)); });
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].contact_name, "Vic");
  EXPECT_EQ(rows[0].locale, "de");
}

PARLOR_FOR_EVERY_STORE(Contacts);

}  // namespace
}  // namespace parlor::store::contract
