// Visitors: who is on the site now, and asking one of them in.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wire/generated/types.h"
#include "wire/json/value.h"

namespace parlor::wire {

// queued: waits in any way, for a call as well.
enum class VisitState : std::uint8_t {
  kBrowsing,
  kQueued,
  kChatting,
};

// sent: their page has not asked yet. shown: it stands on their page. dismissed: they put it away.
enum class InvitationState : std::uint8_t {
  kSent,
  kShown,
  kDismissed,
};

struct VisitInvitation {
  Person agent{};
  std::int64_t at{};  // milliseconds since the Unix epoch
  InvitationState state{};

  bool operator==(const VisitInvitation&) const = default;
};

// One visit. Without a contact nobody has ever written; then nothing of it is stored anywhere.
struct VisitorOnSite {
  Uuid visit{};
  std::optional<Uuid> contact{};
  Uuid inbox{};
  Page page{};
  std::int64_t page_since{};  // milliseconds since the Unix epoch
  std::int64_t since{};  // milliseconds since the Unix epoch
  std::int64_t pages{};
  std::int64_t visits{};
  VisitState state{};
  std::optional<Uuid> conversation{};
  std::optional<Person> agent{};
  std::optional<VisitInvitation> invitation{};

  bool operator==(const VisitorOnSite&) const = default;
};

struct VisitorCounts {
  std::int64_t browsing{};
  std::int64_t queued{};
  std::int64_t chatting{};

  bool operator==(const VisitorCounts&) const = default;
};

// Who is on the site, whoever came last first; the cursor leads to those who came before.
struct VisitorsTopicState {
  std::vector<VisitorOnSite> visitors{};
  VisitorCounts counts{};
  std::optional<std::string> cursor{};

  bool operator==(const VisitorsTopicState&) const = default;
};

// Who is on the site now, at most once in two seconds; the first page of it.
struct Visitors {
  Topic topic{};
  VisitorsTopicState state{};

  bool operator==(const Visitors&) const = default;
};

struct VisitorInviteParams {
  Uuid visit{};
  std::string text{};

  bool operator==(const VisitorInviteParams&) const = default;
};

struct VisitorInviteResult {
  Uuid invitation{};

  bool operator==(const VisitorInviteResult&) const = default;
};

std::string_view to_string(VisitState value);
bool parse(std::string_view text, VisitState& out);
bool decode(Reader& reader, Element element, VisitState& out);
void encode(Writer& out, VisitState value);
std::string_view to_string(InvitationState value);
bool parse(std::string_view text, InvitationState& out);
bool decode(Reader& reader, Element element, InvitationState& out);
void encode(Writer& out, InvitationState value);
bool decode(Reader& reader, Element element, VisitInvitation& out);
void encode(Writer& out, const VisitInvitation& value);
bool decode(Reader& reader, Element element, VisitorOnSite& out);
void encode(Writer& out, const VisitorOnSite& value);
bool decode(Reader& reader, Element element, VisitorCounts& out);
void encode(Writer& out, const VisitorCounts& value);
bool decode(Reader& reader, Element element, VisitorsTopicState& out);
void encode(Writer& out, const VisitorsTopicState& value);
bool decode(Reader& reader, Element element, Visitors& out);
void encode(Writer& out, const Visitors& value);
bool decode(Reader& reader, Element element, VisitorInviteParams& out);
void encode(Writer& out, const VisitorInviteParams& value);
bool decode(Reader& reader, Element element, VisitorInviteResult& out);
void encode(Writer& out, const VisitorInviteResult& value);

}  // namespace parlor::wire
