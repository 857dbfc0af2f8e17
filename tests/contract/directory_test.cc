// The directory: set-up, inboxes, people, sign-ins, invitations that are used once.
#include "subject.h"
#include "talk.h"

namespace parlor::store::contract {
namespace {

using ports::Credential;
using ports::Inbox;
using ports::Invitation;
using ports::Role;
using ports::TokenHash;
using ports::User;
using ports::Workspace;
using ports::WriteOutcome;

class Directory : public StoreContract {
 protected:
  static User orla() { return {id<UserId>(19), kCasa, "Orla", "orla@casa.example", Role::owner, "$argon2id$o"}; }
  static User ada() { return {kAda, kCasa, "Ada", "ada@casa.example", Role::agent, "$argon2id$a"}; }
  static Inbox shop() {
    return {kShop,     kCasa,    "demo", "Shop", {"https://casa.example", "http://localhost:8080"},
            "#336699", "Hello!", at(1)};
  }
  WriteOutcome set_up(bool another = false) {
    return get<WriteOutcome>(
        [&](auto done) { store().create_workspace({{kCasa, "Casa & Co"}, orla(), shop(), another}, std::move(done)); });
  }
  WriteOutcome save(Inbox inbox) {
    return get<WriteOutcome>([&](auto done) { store().save_inbox(std::move(inbox), std::move(done)); });
  }
  WriteOutcome create(User user) {
    return get<WriteOutcome>([&](auto done) { store().create_user(std::move(user), std::move(done)); });
  }
  WriteOutcome invite(Invitation invitation) {
    return get<WriteOutcome>([&](auto done) { store().create_invitation(std::move(invitation), std::move(done)); });
  }
  WriteOutcome accept(TokenHash hash, User user) {
    return get<WriteOutcome>([&](auto done) { store().accept_invitation(hash, std::move(user), std::move(done)); });
  }
  std::vector<User> users() {
    return get<std::vector<User>>([&](auto done) { store().users(std::move(done)); });
  }
  std::vector<Inbox> inboxes() {
    return get<std::vector<Inbox>>([&](auto done) { store().inboxes(std::move(done)); });
  }
  std::optional<User> by_email(const std::string& email) {
    return get<std::optional<User>>([&](auto done) { store().user_by_email(email, std::move(done)); });
  }
  std::optional<TokenHash> setup_token() {
    return get<std::optional<TokenHash>>([&](auto done) { store().setup_token(std::move(done)); });
  }
  WriteOutcome save_setup_token(TokenHash hash) {
    return get<WriteOutcome>([&](auto done) { store().save_setup_token(hash, std::move(done)); });
  }
};

TEST_P(Directory, IsSetUpOnce) {
  EXPECT_FALSE(setup_token());
  EXPECT_EQ(save_setup_token({1}), WriteOutcome::written);
  EXPECT_EQ(save_setup_token({2}), WriteOutcome::written);
  EXPECT_EQ(setup_token(), TokenHash{2});
  EXPECT_EQ(set_up(), WriteOutcome::written);
  EXPECT_FALSE(setup_token()) << "used up";
  EXPECT_EQ(save_setup_token({3}), WriteOutcome::taken);
  EXPECT_EQ(set_up(), WriteOutcome::taken);
  EXPECT_EQ(get<std::vector<Workspace>>([&](auto done) { store().workspaces(std::move(done)); }),
            (std::vector<Workspace>{{kCasa, "Casa & Co"}}));
  EXPECT_EQ(users(), std::vector{orla()});
  EXPECT_EQ(inboxes(), std::vector{shop()});
}

TEST_P(Directory, TakesAnotherWorkspaceOnlyWhenAsked) {
  set_up();
  User owner{id<UserId>(40), kOther, "Otto", "otto@other.example", Role::owner, "$argon2id$x"};
  const auto create = [&](bool another, User by) {
    return get<WriteOutcome>(
        [&](auto done) { store().create_workspace({{kOther, "Other"}, by, std::nullopt, another}, std::move(done)); });
  };
  EXPECT_EQ(create(false, owner), WriteOutcome::taken);
  User known = owner;
  known.email = "ORLA@casa.example";
  EXPECT_EQ(create(true, known), WriteOutcome::taken) << "an address has one account";
  EXPECT_EQ(create(true, owner), WriteOutcome::written);
  EXPECT_EQ(users().size(), 2u);
}

TEST_P(Directory, FindsPeopleByTheirFoldedAddress) {
  set_up();
  EXPECT_EQ(create(ada()), WriteOutcome::written);
  EXPECT_EQ(create(ada()), WriteOutcome::taken);
  EXPECT_EQ(by_email("ada@casa.example"), ada());
  EXPECT_EQ(by_email(" Ada@Casa.Example "), ada());
  EXPECT_FALSE(by_email("ben@casa.example"));
  User nowhere = ada();
  nowhere.workspace = kOther;
  nowhere.email = "x@other.example";
  EXPECT_EQ(create(nowhere), WriteOutcome::unknown);
}

TEST_P(Directory, KeepsInboxKeysUnique) {
  set_up();
  Inbox changed = shop();
  changed.name = "Furniture";
  changed.origins = {};
  EXPECT_EQ(save(changed), WriteOutcome::written);
  Inbox second = shop();
  second.id = id<InboxId>(11);
  EXPECT_EQ(save(second), WriteOutcome::taken);
  second.key = "second";
  second.created_at = at(2);
  EXPECT_EQ(save(second), WriteOutcome::written);
  EXPECT_EQ(inboxes(), (std::vector{changed, second}));
  second.workspace = kOther;
  EXPECT_EQ(save(second), WriteOutcome::unknown);
}

TEST_P(Directory, KeepsSignIns) {
  const Credential cookie{{7}, Credential::Kind::cookie, kCasa, kAda, false, at(0), at(100)};
  const Credential bearer{{8}, Credential::Kind::bearer, kCasa, kAda, true, at(50), at(1'000)};
  const auto save_credential = [&](Credential credential) {
    return get<WriteOutcome>([&](auto done) { store().save_credential(credential, std::move(done)); });
  };
  const auto find = [&](TokenHash hash) {
    return get<std::optional<Credential>>([&](auto done) { store().credential(hash, std::move(done)); });
  };
  const auto remove = [&](TokenHash hash) {
    return get<WriteOutcome>([&](auto done) { store().delete_credential(hash, std::move(done)); });
  };
  EXPECT_EQ(save_credential(cookie), WriteOutcome::written);
  EXPECT_EQ(save_credential(bearer), WriteOutcome::written);
  EXPECT_EQ(find({7}), cookie);
  EXPECT_EQ(find({8}), bearer);
  EXPECT_EQ(remove({8}), WriteOutcome::written);
  EXPECT_EQ(remove({8}), WriteOutcome::unknown);
  EXPECT_FALSE(find({8}));
  save_credential({{9}, Credential::Kind::cookie, kCasa, kAda, false, at(200), at(300)});
  EXPECT_FALSE(find({7})) << "expired before the new one was made";
  EXPECT_TRUE(find({9}));
}

TEST_P(Directory, AcceptsAnInvitationOnce) {
  set_up();
  const Invitation invitation{id<InvitationId>(1), kCasa, {5}, "ada@casa.example", Role::agent, at(0), at(99)};
  EXPECT_EQ(invite(invitation), WriteOutcome::written);
  EXPECT_EQ(get<std::optional<Invitation>>([&](auto done) { store().invitation({5}, std::move(done)); }), invitation);
  EXPECT_EQ(accept({6}, ada()), WriteOutcome::unknown);
  User foreign = ada();
  foreign.workspace = kOther;
  EXPECT_EQ(accept({5}, foreign), WriteOutcome::unknown);
  User taken = ada();
  taken.email = "orla@casa.example";
  EXPECT_EQ(accept({5}, taken), WriteOutcome::taken);
  EXPECT_EQ(accept({5}, ada()), WriteOutcome::written);
  User again = ada();
  again.id = kBen;
  again.email = "ben@casa.example";
  EXPECT_EQ(accept({5}, again), WriteOutcome::unknown);
  EXPECT_EQ(by_email("ada@casa.example"), ada());
  EXPECT_FALSE(by_email("ben@casa.example"));
  EXPECT_EQ(invite(invitation), WriteOutcome::taken) << "the address has an account";
}

TEST_P(Directory, ListsAndDeletesInvitations) {
  set_up();
  const Invitation first{id<InvitationId>(1), kCasa, {5}, "ada@casa.example", Role::agent, at(0), at(99)};
  const Invitation second{id<InvitationId>(2), kCasa, {6}, "ben@casa.example", Role::owner, at(1), at(99)};
  invite(second);
  invite(first);
  const auto list = [&](WorkspaceId workspace) {
    return get<std::vector<Invitation>>([&](auto done) { store().invitations(workspace, std::move(done)); });
  };
  const auto remove = [&](WorkspaceId workspace) {
    return get<WriteOutcome>([&](auto done) { store().delete_invitation(workspace, first.id, std::move(done)); });
  };
  EXPECT_EQ(list(kCasa), (std::vector{first, second}));
  EXPECT_TRUE(list(kOther).empty());
  EXPECT_EQ(remove(kOther), WriteOutcome::unknown);
  EXPECT_EQ(remove(kCasa), WriteOutcome::written);
  EXPECT_EQ(list(kCasa), std::vector{second});
  EXPECT_EQ(accept({5}, ada()), WriteOutcome::unknown);
}

TEST_P(Directory, HasAnEpochThatIsRenewedOnPurpose) {
  const auto epoch = [&] { return get<std::string>([&](auto done) { store().epoch(std::move(done)); }); };
  const auto first = epoch();
  EXPECT_FALSE(first.empty());
  if (subject_.outlives_its_process()) subject_.reopen();
  EXPECT_EQ(epoch(), first);
  const auto second = get<std::string>([&](auto done) { store().renew_epoch(std::move(done)); });
  EXPECT_NE(second, first);
  EXPECT_EQ(epoch(), second);
}

TEST_P(Directory, ReplacesARoutingDocumentOnlyByTheNext) {
  set_up();
  const auto save = [&](WorkspaceId workspace, std::uint64_t version, std::string text) {
    return get<WriteOutcome>(
        [&](auto done) { store().save_routing_document({workspace, version, text}, std::move(done)); });
  };
  const auto documents = [&] {
    return get<std::vector<ports::RoutingDocument>>([&](auto done) { store().routing_documents(std::move(done)); });
  };
  EXPECT_TRUE(documents().empty());
  EXPECT_EQ(save(kOther, 1, "{}"), WriteOutcome::unknown);
  EXPECT_EQ(save(kCasa, 2, "{}"), WriteOutcome::taken);
  EXPECT_EQ(save(kCasa, 1, R"({"teams":[]})"), WriteOutcome::written);
  EXPECT_EQ(save(kCasa, 1, "{}"), WriteOutcome::taken);
  EXPECT_EQ(save(kCasa, 2, R"({"teams":[{}]})"), WriteOutcome::written);
  if (subject_.outlives_its_process()) subject_.reopen();
  EXPECT_EQ(documents(), (std::vector<ports::RoutingDocument>{{kCasa, 2, R"({"teams":[{}]})"}}));
}

class ReopeningTheDirectory : public Directory {};

TEST_P(ReopeningTheDirectory, FindsEverything) {
  set_up();
  create(ada());
  const auto before = users();
  subject_.reopen();
  EXPECT_EQ(users(), before);
  EXPECT_EQ(inboxes(), std::vector{shop()});
  EXPECT_EQ(by_email("ada@casa.example"), ada());
}

PARLOR_FOR_EVERY_STORE(Directory);
PARLOR_FOR_EVERY_LASTING_STORE(ReopeningTheDirectory);

}  // namespace
}  // namespace parlor::store::contract
