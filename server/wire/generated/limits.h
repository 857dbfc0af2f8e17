// The limits of protocol/limits.json.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <cstddef>

namespace parlor::wire {

inline constexpr std::size_t kFrameBytesMax = 65536;  // bytes: A frame from a client.
inline constexpr std::size_t kServerFrameBytesMax = 262144;  // bytes: A frame from the server.
inline constexpr std::size_t kBatchMax = 32;  // messages: Messages in one batch.
inline constexpr std::size_t kFrameDepthMax = 32;  // levels: Nesting of a frame.
inline constexpr std::size_t kTextCharsMax = 4000;  // code points: The text of a message or note.
inline constexpr std::size_t kTextBytesMax = 16384;  // bytes: The same in UTF-8.
inline constexpr std::size_t kPreviewCharsMax = 120;  // code points: The preview of the last message in a row.
inline constexpr std::size_t kNameCharsMax = 80;  // code points: The name of a person, inbox or workspace.
inline constexpr std::size_t kInvitationCharsMax = 300;  // code points: What an agent invites a visitor with.
inline constexpr std::size_t kAttributeKeyCharsMax = 40;  // code points: The key of a visitor's attribute.
inline constexpr std::size_t kAttributeValueCharsMax = 300;  // code points: Its value.
inline constexpr std::size_t kRuleMessageCharsMax = 1000;  // code points: A message that a rule sends.
inline constexpr std::size_t kEmailCharsMax = 254;  // code points: An e-mail address.
inline constexpr std::size_t kUrlCharsMax = 2048;  // code points: The address of a page.
inline constexpr std::size_t kTitleCharsMax = 300;  // code points: The title of a page.
inline constexpr std::size_t kTagCharsMax = 40;  // code points: A tag.
inline constexpr std::size_t kLabelCharsMax = 80;  // code points: A label in a card, quick reply or form.
inline constexpr std::size_t kCommentCharsMax = 1000;  // code points: The comment of a rating.
inline constexpr std::size_t kTokenCharsMax = 4096;  // code points: A token.
inline constexpr std::size_t kPasswordCharsMin = 10;  // code points: A new password, at least.
inline constexpr std::size_t kPasswordCharsMax = 256;  // code points: A password, at most.
inline constexpr std::size_t kResumeTopicsMax = 200;  // topics: Topics that one hello may resume.
inline constexpr std::size_t kSnapshotEventsMax = 50;  // events: Events in the snapshot of a conversation.
inline constexpr std::size_t kPageEventsMax = 100;  // events: Events in one page of history.
inline constexpr std::size_t kPageEventsDefault = 50;  // events: Events in a page of history when no limit is named.
inline constexpr std::size_t kPageRowsMax = 200;  // rows: Rows in one page of a list.
inline constexpr std::size_t kPageRowsDefault = 50;  // rows: Rows in a page of a list when no limit is named.
inline constexpr std::size_t kVisitorConversationsMax = 20;  // conversations: Conversations a visitor is told of at hello.
inline constexpr std::size_t kPollWaitSMax = 25;  // seconds: The longest wait of a long-poll.
inline constexpr std::size_t kTypingMs = 6000;  // milliseconds: A typing signal expires after this.
inline constexpr std::size_t kHeartbeatVisitorMs = 25000;  // milliseconds: Quiet time after which the server sends a visitor a heartbeat.
inline constexpr std::size_t kHeartbeatAgentMs = 15000;  // milliseconds: The same for an agent.
inline constexpr std::size_t kSilenceClientMs = 60000;  // milliseconds: Silence after which a client gives the connection up.
inline constexpr std::size_t kSilenceAgentMs = 35000;  // milliseconds: Silence after which the server counts an agent as gone.
inline constexpr std::size_t kSilenceVisitorMs = 60000;  // milliseconds: The same for a visitor.
inline constexpr std::size_t kHelloMs = 10000;  // milliseconds: Time to say hello.

}  // namespace parlor::wire
