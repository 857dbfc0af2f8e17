// What a session does that must read first: greeting, snapshots, subscriptions, history. Each runs as a Task on the
// session's worker, holds the session while it waits, and looks again whether the session still lives after each wait.
#pragma once

#include <memory>

#include "edge/session/answers.h"
#include "edge/session/session.h"
#include "runtime/task.h"

namespace parlor::edge {

template <class Params>
concept IsRead = std::is_same_v<Params, wire::TopicSnapshotParams> ||
                 std::is_same_v<Params, wire::TopicSubscribeParams> || std::is_same_v<Params, wire::HistoryPageParams>;

// Signals are notifications; one that is sent as a request is answered {}.
template <class Params>
concept IsSignal = std::is_same_v<Params, wire::TypingParams> || std::is_same_v<Params, wire::PageViewParams> ||
                   std::is_same_v<Params, wire::HeartbeatParams> || std::is_same_v<Params, wire::AgentActiveParams>;

using SharedSession = std::shared_ptr<Session>;

struct Hello {
  wire::RawId id;
  Answers::Slot slot;
  wire::SessionHelloParams params;
};

runtime::Task<> greet(SharedSession session, Hello hello, Reception::Turn turn);
runtime::Task<> read_task(SharedSession session, wire::RawId id, Answers::Slot slot, wire::TopicSnapshotParams params);
runtime::Task<> read_task(SharedSession session, wire::RawId id, Answers::Slot slot, wire::TopicSubscribeParams params);
runtime::Task<> read_task(SharedSession session, wire::RawId id, Answers::Slot slot, wire::HistoryPageParams params);
// A conversation of the visitor's own began: follow it from its first event.
runtime::Task<> follow_from_start(SharedSession session, ConversationId conversation);

// What came after `sent` on a topic that the session follows.
runtime::Task<> read_missed(SharedSession session, app::Topic topic, ports::Seq sent);

}  // namespace parlor::edge
