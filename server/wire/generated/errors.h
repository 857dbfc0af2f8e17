// Why something was refused: the words of protocol/errors.json.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace parlor::wire {

enum class Reason : std::uint8_t {
  kParseError,
  kInvalidRequest,
  kUnknownMethod,
  kInvalidParams,
  kInternal,
  kNotSignedIn,
  kTokenExpired,
  kTokenInvalid,
  kBadCredentials,
  kNotPermitted,
  kOriginNotAllowed,
  kNotFound,
  kConversationUnknown,
  kMessageUnknown,
  kSessionUnknown,
  kInboxUnknown,
  kConversationResolved,
  kConversationNotOpen,
  kConversationNotResolved,
  kAlreadyAssigned,
  kAlreadyRated,
  kRatingClosed,
  kEditClosed,
  kMessageDeleted,
  kClientIdReused,
  kConflict,
  kTooLarge,
  kRateLimited,
  kTryLater,
  kHelloRequired,
  kAlreadySaidHello,
  kSlowConsumer,
  kShuttingDown,
  kBadUtf8,
  kAgentUnknown,
  kInboxExists,
  kEmailTaken,
  kSetupDone,
  kSetupTokenInvalid,
  kInvitationInvalid,
  kMethodNotAllowed,
  kUnsupportedMediaType,
  kRequestTimeout,
  kStorageFull,
  kAgentFull,
  kTeamUnknown,
  kOfferOver,
  kConversationNotQueued,
  kSlotTaken,
  kVisitorGone,
  kVisitorInChat,
  kAgentUnavailable,
};

enum class Retry : std::uint8_t { kNo, kYes, kAfter };

struct ErrorKind {
  std::string_view reason;
  int code;  // of JSON-RPC
  int http;
  Retry retry;
  std::string_view message;
};

inline constexpr std::array<ErrorKind, 52> kErrors = {
    ErrorKind{"parse_error", -32700, 400, Retry::kNo,
              "This is not JSON."},
    ErrorKind{"invalid_request", -32600, 400, Retry::kNo,
              "This is not a JSON-RPC 2.0 message."},
    ErrorKind{"unknown_method", -32601, 404, Retry::kNo,
              "There is no such method."},
    ErrorKind{"invalid_params", -32602, 400, Retry::kNo,
              "A field is missing or has a wrong value."},
    ErrorKind{"internal", -32603, 500, Retry::kAfter,
              "Something went wrong on the server."},
    ErrorKind{"not_signed_in", -32000, 401, Retry::kNo,
              "Sign in first."},
    ErrorKind{"token_expired", -32001, 401, Retry::kNo,
              "The token has expired."},
    ErrorKind{"token_invalid", -32002, 401, Retry::kNo,
              "The token is not valid."},
    ErrorKind{"bad_credentials", -32003, 401, Retry::kNo,
              "The e-mail address or the password is wrong."},
    ErrorKind{"not_permitted", -32004, 403, Retry::kNo,
              "You may not do this."},
    ErrorKind{"origin_not_allowed", -32005, 403, Retry::kNo,
              "This page is not on the list of allowed origins."},
    ErrorKind{"not_found", -32006, 404, Retry::kNo,
              "There is nothing here."},
    ErrorKind{"conversation_unknown", -32007, 404, Retry::kNo,
              "There is no such conversation."},
    ErrorKind{"message_unknown", -32008, 404, Retry::kNo,
              "There is no such message."},
    ErrorKind{"session_unknown", -32009, 404, Retry::kNo,
              "This session is gone: say hello again."},
    ErrorKind{"inbox_unknown", -32010, 404, Retry::kNo,
              "There is no such inbox."},
    ErrorKind{"conversation_resolved", -32011, 409, Retry::kNo,
              "The conversation has ended."},
    ErrorKind{"conversation_not_open", -32012, 409, Retry::kNo,
              "The conversation is not open."},
    ErrorKind{"conversation_not_resolved", -32013, 409, Retry::kNo,
              "The conversation has not ended."},
    ErrorKind{"already_assigned", -32014, 409, Retry::kNo,
              "Somebody else has the conversation."},
    ErrorKind{"already_rated", -32015, 409, Retry::kNo,
              "The conversation has been rated."},
    ErrorKind{"rating_closed", -32016, 409, Retry::kNo,
              "It is too late to rate this conversation."},
    ErrorKind{"edit_closed", -32017, 409, Retry::kNo,
              "It is too late to change this message."},
    ErrorKind{"message_deleted", -32018, 409, Retry::kNo,
              "The message has been deleted."},
    ErrorKind{"client_id_reused", -32019, 409, Retry::kNo,
              "This client_id was used for something else."},
    ErrorKind{"conflict", -32020, 409, Retry::kNo,
              "The conversation has changed in the meantime."},
    ErrorKind{"too_large", -32021, 413, Retry::kNo,
              "This is too large."},
    ErrorKind{"rate_limited", -32022, 429, Retry::kAfter,
              "Too much at once: wait a little."},
    ErrorKind{"try_later", -32023, 503, Retry::kAfter,
              "Not now: try again in a moment."},
    ErrorKind{"hello_required", -32024, 401, Retry::kNo,
              "Say session.hello first."},
    ErrorKind{"already_said_hello", -32025, 409, Retry::kNo,
              "This session has said hello already."},
    ErrorKind{"slow_consumer", -32026, 503, Retry::kYes,
              "The session read too slowly: come back and resume."},
    ErrorKind{"shutting_down", -32027, 503, Retry::kAfter,
              "The server is going away: come back in a moment."},
    ErrorKind{"bad_utf8", -32028, 400, Retry::kNo,
              "The text is not UTF-8."},
    ErrorKind{"agent_unknown", -32029, 404, Retry::kNo,
              "There is no such agent."},
    ErrorKind{"inbox_exists", -32030, 409, Retry::kNo,
              "There is an inbox of this name already."},
    ErrorKind{"email_taken", -32031, 409, Retry::kNo,
              "This e-mail address is in use."},
    ErrorKind{"setup_done", -32032, 409, Retry::kNo,
              "This server has been set up already."},
    ErrorKind{"setup_token_invalid", -32033, 403, Retry::kNo,
              "The set-up address is not valid."},
    ErrorKind{"invitation_invalid", -32034, 403, Retry::kNo,
              "The invitation is not valid any more."},
    ErrorKind{"method_not_allowed", -32035, 405, Retry::kNo,
              "This address does not take that method."},
    ErrorKind{"unsupported_media_type", -32036, 415, Retry::kNo,
              "This content type is not taken here."},
    ErrorKind{"request_timeout", -32037, 408, Retry::kYes,
              "The request took too long to arrive."},
    ErrorKind{"storage_full", -32038, 507, Retry::kAfter,
              "Not stored: the server's disk is full. Try again in a moment."},
    ErrorKind{"agent_full", -32039, 409, Retry::kNo,
              "The agent has as many chats as they can have."},
    ErrorKind{"team_unknown", -32040, 404, Retry::kNo,
              "There is no such team."},
    ErrorKind{"offer_over", -32041, 409, Retry::kNo,
              "That chat rings no more."},
    ErrorKind{"conversation_not_queued", -32042, 409, Retry::kNo,
              "The conversation does not wait in the queue."},
    ErrorKind{"slot_taken", -32043, 409, Retry::kNo,
              "Nobody calls at that time any more."},
    ErrorKind{"visitor_gone", -32044, 404, Retry::kNo,
              "That visitor is not on the site any more."},
    ErrorKind{"visitor_in_chat", -32045, 409, Retry::kNo,
              "That visitor waits or chats already."},
    ErrorKind{"agent_unavailable", -32046, 409, Retry::kNo,
              "That agent cannot be asked just now."},
};

constexpr const ErrorKind& error_kind(Reason reason) { return kErrors[static_cast<std::size_t>(reason)]; }
constexpr std::string_view to_string(Reason reason) { return error_kind(reason).reason; }
constexpr std::string_view message_of(Reason reason) { return error_kind(reason).message; }

constexpr std::optional<Reason> parse_reason(std::string_view text) {
  for (std::size_t index = 0; index < kErrors.size(); ++index) {
    if (kErrors[index].reason == text) return static_cast<Reason>(index);
  }
  return std::nullopt;
}

}  // namespace parlor::wire
