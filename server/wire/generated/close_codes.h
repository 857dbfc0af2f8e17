// Why a connection was ended: the words of protocol/close_codes.json. 4000 to 4499: come back; from 4500: do not.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "wire/generated/session.h"

namespace parlor::wire {

enum class Closing : std::uint8_t {
  kShuttingDown,
  kSlowConsumer,
  kHeartbeatTimeout,
  kTryLater,
  kReplaced,
  kHelloTimeout,
  kProtocolError,
  kTokenInvalid,
  kOriginNotAllowed,
  kSessionRevoked,
  kTooLarge,
  kBadUtf8,
  kRateLimited,
};

struct CloseCode {
  std::uint16_t code;
  std::string_view reason;
  Reconnect reconnect;
};

inline constexpr std::array<CloseCode, 13> kCloseCodes = {
    CloseCode{4000, "shutting_down", Reconnect::kNow},
    CloseCode{4001, "slow_consumer", Reconnect::kNow},
    CloseCode{4002, "heartbeat_timeout", Reconnect::kNow},
    CloseCode{4003, "try_later", Reconnect::kLater},
    CloseCode{4004, "replaced", Reconnect::kNow},
    CloseCode{4005, "hello_timeout", Reconnect::kNow},
    CloseCode{4500, "protocol_error", Reconnect::kNever},
    CloseCode{4501, "token_invalid", Reconnect::kNever},
    CloseCode{4502, "origin_not_allowed", Reconnect::kNever},
    CloseCode{4503, "session_revoked", Reconnect::kNever},
    CloseCode{4504, "too_large", Reconnect::kNever},
    CloseCode{4505, "bad_utf8", Reconnect::kNever},
    CloseCode{4506, "rate_limited", Reconnect::kNever},
};

constexpr const CloseCode& close_code(Closing why) { return kCloseCodes[static_cast<std::size_t>(why)]; }

}  // namespace parlor::wire
