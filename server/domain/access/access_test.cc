#include "domain/access/access.h"

#include <gtest/gtest.h>

#include "base/id_test_kit.h"

namespace parlor::access {
namespace {

const auto kCasa = make_id<WorkspaceId>(1);
const auto kOther = make_id<WorkspaceId>(2);
const auto kVic = make_id<ContactId>(3);
const auto kWanda = make_id<ContactId>(4);
const Principal vic{Role::visitor, kCasa, id_cast<ActorId>(kVic), {}, {}, false};
const Principal ada{Role::agent, kCasa, make_id<ActorId>(10), {}, {}, false};
const Principal orla{Role::owner, kCasa, make_id<ActorId>(11), {}, {}, false};

TEST(Visitor, ReachesItsOwnThingsOnly) {
  EXPECT_TRUE(allowed(vic, Action::post_message, {kCasa, kVic}));
  EXPECT_FALSE(allowed(vic, Action::post_message, {kCasa, kWanda}));
  EXPECT_FALSE(allowed(vic, Action::post_message, {kCasa, std::nullopt}));
  EXPECT_FALSE(allowed(vic, Action::post_message, {kOther, kVic}));
}

TEST(Visitor, NeverDoesWhatAgentsDo) {
  for (const auto action :
       {Action::post_note, Action::accept_conversation, Action::resolve_conversation, Action::tag_conversation,
        Action::read_agent_events, Action::list_conversations, Action::read_presence, Action::read_any_contact,
        Action::read_agents, Action::write_inboxes}) {
    EXPECT_FALSE(allowed(vic, action, {kCasa, kVic})) << to_string(action);
  }
}

TEST(Agent, ReachesItsWorkspaceOnly) {
  EXPECT_TRUE(allowed(ada, Action::post_message, {kCasa, kVic}));
  EXPECT_FALSE(allowed(ada, Action::post_message, {kOther, kVic}));
  EXPECT_FALSE(allowed(ada, Action::start_conversation, {kCasa, kVic}));
}

TEST(Owner, AloneInvitesAndChangesInboxes) {
  for (const auto action :
       {Action::invite_agents, Action::write_inboxes, Action::delete_any_message, Action::examine_connection}) {
    EXPECT_TRUE(allowed(orla, action, {kCasa, std::nullopt})) << to_string(action);
    EXPECT_FALSE(allowed(ada, action, {kCasa, std::nullopt})) << to_string(action);
  }
}

TEST(Matrix, NobodyReachesAnotherWorkspace) {
  for (std::size_t i = 0; i < kActions; ++i) {
    for (const auto& principal : {vic, ada, orla}) {
      EXPECT_FALSE(allowed(principal, static_cast<Action>(i), {kOther, kVic})) << to_string(static_cast<Action>(i));
    }
  }
}

}  // namespace
}  // namespace parlor::access
