// Snapshots and subscriptions.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wire/generated/types.h"
#include "wire/generated/routing.h"
#include "wire/generated/visitors.h"
#include "wire/generated/conversation.h"
#include "wire/generated/event.h"
#include "wire/json/value.h"

namespace parlor::wire {

enum class WorkspaceView : std::uint8_t {
  kMine,
  kQueue,
  kAll,
};

enum class TopicClosedReason : std::uint8_t {
  kNotPermitted,
  kMerged,
  kGone,
};

struct Position {
  std::string epoch{};
  std::int64_t seq{};

  bool operator==(const Position&) const = default;
};

struct TopicPosition {
  Topic topic{};
  std::string epoch{};
  std::int64_t seq{};
  bool recovered{};
  std::vector<Read> reads{};

  bool operator==(const TopicPosition&) const = default;
};

struct ConversationState {
  Conversation conversation{};
  std::vector<PresentParticipant> participants{};
  std::vector<Event> events{};
  bool has_more{};
  std::vector<Read> reads{};

  bool operator==(const ConversationState&) const = default;
};

struct ContactState {
  std::vector<Conversation> conversations{};

  bool operator==(const ContactState&) const = default;
};

struct ViewCounts {
  std::int64_t mine{};
  std::int64_t queue{};
  std::int64_t all{};

  bool operator==(const ViewCounts&) const = default;
};

struct WorkspaceState {
  std::vector<Conversation> rows{};
  ViewCounts counts{};
  std::optional<std::string> cursor{};

  bool operator==(const WorkspaceState&) const = default;
};

struct AgentPresence {
  Uuid id{};
  std::string name{};
  Role role{};
  AgentStatus status{};

  bool operator==(const AgentPresence&) const = default;
};

struct PresenceTopicState {
  std::vector<AgentPresence> agents{};

  bool operator==(const PresenceTopicState&) const = default;
};

// The floor: who waits (the first 200), what rings, teams and agents.
struct QueueTopicState {
  std::vector<QueueEntry> queue{};
  std::int64_t waiting{};
  std::vector<Offer> offers{};
  std::vector<TeamFloor> teams{};
  std::vector<AgentFloor> agents{};
  std::optional<std::vector<SilenceAlert>> alerts{};

  bool operator==(const QueueTopicState&) const = default;
};

// Which one follows from the topic.
using TopicState = std::variant<ConversationState, ContactState, WorkspaceState, QueueTopicState, PresenceTopicState, VisitorsTopicState>;

struct TopicSnapshotParams {
  Topic topic{};
  std::optional<WorkspaceView> view{};
  std::optional<std::string> cursor{};
  std::optional<std::int64_t> limit{};

  bool operator==(const TopicSnapshotParams&) const = default;
};

struct TopicSnapshotResult {
  Topic topic{};
  std::string epoch{};
  std::int64_t seq{};
  TopicState state{};

  bool operator==(const TopicSnapshotResult&) const = default;
};

struct TopicSubscribeParams {
  Topic topic{};
  std::optional<Position> after{};

  bool operator==(const TopicSubscribeParams&) const = default;
};

struct TopicUnsubscribeParams {
  Topic topic{};

  bool operator==(const TopicUnsubscribeParams&) const = default;
};

struct TopicClosed {
  Topic topic{};
  TopicClosedReason reason{};
  std::optional<Topic> moved_to{};

  bool operator==(const TopicClosed&) const = default;
};

// The floor as it is now, at most once a second.
struct Queue {
  Topic topic{};
  QueueTopicState state{};

  bool operator==(const Queue&) const = default;
};

// Rows of the workspace's lists as they are now; whether a row still belongs to a view follows from its fields.
struct Rows {
  Topic topic{};
  std::string position{};
  std::vector<Conversation> rows{};

  bool operator==(const Rows&) const = default;
};

std::string_view to_string(WorkspaceView value);
bool parse(std::string_view text, WorkspaceView& out);
bool decode(Reader& reader, Element element, WorkspaceView& out);
void encode(Writer& out, WorkspaceView value);
std::string_view to_string(TopicClosedReason value);
bool parse(std::string_view text, TopicClosedReason& out);
bool decode(Reader& reader, Element element, TopicClosedReason& out);
void encode(Writer& out, TopicClosedReason value);
bool decode(Reader& reader, Element element, Position& out);
void encode(Writer& out, const Position& value);
bool decode(Reader& reader, Element element, TopicPosition& out);
void encode(Writer& out, const TopicPosition& value);
bool decode(Reader& reader, Element element, ConversationState& out);
void encode(Writer& out, const ConversationState& value);
bool decode(Reader& reader, Element element, ContactState& out);
void encode(Writer& out, const ContactState& value);
bool decode(Reader& reader, Element element, ViewCounts& out);
void encode(Writer& out, const ViewCounts& value);
bool decode(Reader& reader, Element element, WorkspaceState& out);
void encode(Writer& out, const WorkspaceState& value);
bool decode(Reader& reader, Element element, AgentPresence& out);
void encode(Writer& out, const AgentPresence& value);
bool decode(Reader& reader, Element element, PresenceTopicState& out);
void encode(Writer& out, const PresenceTopicState& value);
bool decode(Reader& reader, Element element, QueueTopicState& out);
void encode(Writer& out, const QueueTopicState& value);
bool decode(Reader& reader, Element element, TopicState& out);
void encode(Writer& out, const TopicState& value);
bool decode(Reader& reader, Element element, TopicSnapshotParams& out);
void encode(Writer& out, const TopicSnapshotParams& value);
bool decode(Reader& reader, Element element, TopicSnapshotResult& out);
void encode(Writer& out, const TopicSnapshotResult& value);
bool decode(Reader& reader, Element element, TopicSubscribeParams& out);
void encode(Writer& out, const TopicSubscribeParams& value);
bool decode(Reader& reader, Element element, TopicUnsubscribeParams& out);
void encode(Writer& out, const TopicUnsubscribeParams& value);
bool decode(Reader& reader, Element element, TopicClosed& out);
void encode(Writer& out, const TopicClosed& value);
bool decode(Reader& reader, Element element, Queue& out);
void encode(Writer& out, const Queue& value);
bool decode(Reader& reader, Element element, Rows& out);
void encode(Writer& out, const Rows& value);

}  // namespace parlor::wire
