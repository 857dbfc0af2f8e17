// Talk: a conversation as the app would append it, step by step: events numbered, the state evolved, contents and
// requests made. Between Vic, a visitor, and Ada and Ben, agents of Casa & Co. Plain value; nothing is written until
// `append` is handed to a store.
#pragma once

#include <string>

#include "app/ports/conversation_store.h"

namespace parlor::store::contract {

// Ids that differ in one number and sort by it, like those made one after another.
template <class IdType>
IdType id(std::uint32_t number) {
  IdType made;
  made.bytes[0] = 1;
  for (std::size_t i = 0; i < 4; ++i)
    made.bytes[4 + i] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
  made.bytes[15] = 7;
  return made;
}

inline const WorkspaceId kCasa = id<WorkspaceId>(1);
inline const WorkspaceId kOther = id<WorkspaceId>(2);
inline const InboxId kShop = id<InboxId>(10);
inline const UserId kAda = id<UserId>(20);
inline const UserId kBen = id<UserId>(21);
inline const ContactId kVic = id<ContactId>(30);
inline const ContactId kWanda = id<ContactId>(31);

inline Time at(std::int64_t seconds) {
  return from_unix_ms(1'700'000'000'000 + seconds * 1'000);
}

class Talk {
 public:
  explicit Talk(std::uint32_t number, ContactId contact = kVic, WorkspaceId workspace = kCasa);

  // When the next steps happen, in seconds.
  Talk& when(std::int64_t seconds);
  Talk& started();
  Talk& visitor_posts(const std::string& text);
  Talk& agent_posts(const std::string& text, UserId agent = kAda);
  Talk& posts(const Actor& actor, const std::string& text);
  Talk& notes(const std::string& text);
  Talk& edits(MessageId message, conversation::Version version, const std::string& text);
  Talk& deletes(MessageId message, conversation::Version version);
  Talk& queued();
  Talk& assigned(UserId agent = kAda);
  Talk& resolved();
  Talk& snoozed(std::int64_t until);
  Talk& rated(std::uint8_t score, const std::string& comment, std::vector<conversation::RatingReason> reasons = {});
  Talk& does(const Actor& actor, conversation::Fact fact);

  // What was done since the last call.
  ports::ConversationAppend part();
  ports::Append append();

  const conversation::State& state() const { return state_; }
  ConversationId id() const { return state_.id; }
  MessageId last_content() const { return last_content_; }
  const ports::RequestRecord& last_request() const { return last_request_; }
  // Everything so far, as agents see it, with the content as it is now.
  const std::vector<conversation::Event>& events() const { return all_; }

 private:
  MessageId fresh_content();

  WorkspaceId workspace_;
  std::uint32_t number_;
  std::uint32_t made_ = 0;
  Time now_ = at(0);
  conversation::State state_;
  std::vector<conversation::Event> all_;
  ports::ConversationAppend next_;
  MessageId last_content_;
  ports::RequestRecord last_request_;
};

}  // namespace parlor::store::contract
