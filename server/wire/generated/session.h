// Hello, ready, heartbeat, goodbye.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wire/generated/types.h"
#include "wire/generated/topic.h"
#include "wire/json/value.h"

namespace parlor::wire {

enum class PrincipalKind : std::uint8_t {
  kVisitor,
  kAgent,
};

enum class Transport : std::uint8_t {
  kWebsocket,
  kSse,
  kPoll,
};

enum class Reconnect : std::uint8_t {
  kNow,
  kLater,
  kNever,
};

struct ClientName {
  std::string name{};
  std::string version{};

  bool operator==(const ClientName&) const = default;
};

struct ResumePoint {
  Topic topic{};
  std::string epoch{};
  std::int64_t seq{};

  bool operator==(const ResumePoint&) const = default;
};

// Who this session speaks as. contact and inbox are a visitor's, role is an agent's.
struct Principal {
  PrincipalKind kind{};
  Uuid id{};
  std::string name{};
  std::optional<Role> role{};
  std::optional<Uuid> contact{};
  std::optional<Uuid> inbox{};
  Uuid workspace{};

  bool operator==(const Principal&) const = default;
};

struct SessionLimits {
  std::int64_t frame_bytes{};
  std::int64_t text_chars{};
  std::int64_t text_bytes{};
  std::int64_t batch{};

  bool operator==(const SessionLimits&) const = default;
};

struct SessionHelloParams {
  std::optional<std::string> token{};
  ClientName client{};
  std::optional<Page> page{};
  std::optional<std::string> locale{};
  std::optional<std::vector<ResumePoint>> resume{};

  bool operator==(const SessionHelloParams&) const = default;
};

struct SessionHelloResult {
  Uuid session{};
  Principal principal{};
  std::string epoch{};
  std::int64_t server_time{};  // milliseconds since the Unix epoch
  SessionLimits limits{};
  std::vector<std::string> features{};
  std::vector<TopicPosition> topics{};

  bool operator==(const SessionHelloResult&) const = default;
};

struct SessionEndParams {
  bool operator==(const SessionEndParams&) const = default;
};

struct HeartbeatParams {
  bool operator==(const HeartbeatParams&) const = default;
};

struct AgentActiveParams {
  bool operator==(const AgentActiveParams&) const = default;
};

struct Heartbeat {
  bool operator==(const Heartbeat&) const = default;
};

struct AgentStatusParams {
  AgentStatus status{};

  bool operator==(const AgentStatusParams&) const = default;
};

struct AgentStatusResult {
  AgentStatus status{};

  bool operator==(const AgentStatusResult&) const = default;
};

struct SessionReady {
  Uuid session{};
  Transport transport{};

  bool operator==(const SessionReady&) const = default;
};

struct SessionClosing {
  std::int64_t code{};
  std::string reason{};
  Reconnect reconnect{};
  std::optional<std::int64_t> after_ms{};

  bool operator==(const SessionClosing&) const = default;
};

std::string_view to_string(PrincipalKind value);
bool parse(std::string_view text, PrincipalKind& out);
bool decode(Reader& reader, Element element, PrincipalKind& out);
void encode(Writer& out, PrincipalKind value);
std::string_view to_string(Transport value);
bool parse(std::string_view text, Transport& out);
bool decode(Reader& reader, Element element, Transport& out);
void encode(Writer& out, Transport value);
std::string_view to_string(Reconnect value);
bool parse(std::string_view text, Reconnect& out);
bool decode(Reader& reader, Element element, Reconnect& out);
void encode(Writer& out, Reconnect value);
bool decode(Reader& reader, Element element, ClientName& out);
void encode(Writer& out, const ClientName& value);
bool decode(Reader& reader, Element element, ResumePoint& out);
void encode(Writer& out, const ResumePoint& value);
bool decode(Reader& reader, Element element, Principal& out);
void encode(Writer& out, const Principal& value);
bool decode(Reader& reader, Element element, SessionLimits& out);
void encode(Writer& out, const SessionLimits& value);
bool decode(Reader& reader, Element element, SessionHelloParams& out);
void encode(Writer& out, const SessionHelloParams& value);
bool decode(Reader& reader, Element element, SessionHelloResult& out);
void encode(Writer& out, const SessionHelloResult& value);
bool decode(Reader& reader, Element element, SessionEndParams& out);
void encode(Writer& out, const SessionEndParams& value);
bool decode(Reader& reader, Element element, HeartbeatParams& out);
void encode(Writer& out, const HeartbeatParams& value);
bool decode(Reader& reader, Element element, AgentActiveParams& out);
void encode(Writer& out, const AgentActiveParams& value);
bool decode(Reader& reader, Element element, Heartbeat& out);
void encode(Writer& out, const Heartbeat& value);
bool decode(Reader& reader, Element element, AgentStatusParams& out);
void encode(Writer& out, const AgentStatusParams& value);
bool decode(Reader& reader, Element element, AgentStatusResult& out);
void encode(Writer& out, const AgentStatusResult& value);
bool decode(Reader& reader, Element element, SessionReady& out);
void encode(Writer& out, const SessionReady& value);
bool decode(Reader& reader, Element element, SessionClosing& out);
void encode(Writer& out, const SessionClosing& value);

}  // namespace parlor::wire
