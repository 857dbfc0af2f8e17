// Strong ids: sixteen bytes, UUIDv7 (RFC 9562) on the wire, one C++ type for each kind so that a contact never passes
// for a conversation. Plain values: any thread.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace parlor {

using IdBytes = std::array<std::uint8_t, 16>;

// Thirty-six characters, lower case, with dashes.
std::string format_uuid(const IdBytes& bytes);
// Accepts exactly that form, in either case; nothing else.
std::optional<IdBytes> parse_uuid(std::string_view text);

template <class Tag>
struct Id {
  IdBytes bytes{};

  static std::optional<Id> parse(std::string_view text) {
    const auto parsed = parse_uuid(text);
    if (!parsed) return std::nullopt;
    return Id{*parsed};
  }
  std::string str() const { return format_uuid(bytes); }
  bool is_nil() const { return bytes == IdBytes{}; }
  auto operator<=>(const Id&) const = default;
};

using WorkspaceId = Id<struct WorkspaceTag>;
using InboxId = Id<struct InboxTag>;
using UserId = Id<struct UserTag>;
using ContactId = Id<struct ContactTag>;
using VisitorId = Id<struct VisitorTag>;
using TeamId = Id<struct TeamTag>;
using SkillId = Id<struct SkillTag>;
using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using ClientId = Id<struct ClientTag>;
using SessionId = Id<struct SessionTag>;
using NodeId = Id<struct NodeTag>;
using InvitationId = Id<struct InvitationTag>;
using KeyId = Id<struct KeyTag>;
// Whoever acts: a user, a contact, the assistant or the system; only ever used beside a kind.
using ActorId = Id<struct ActorTag>;

template <class To, class From>
To id_cast(const Id<From>& from) {
  return To{from.bytes};
}

}  // namespace parlor

template <class Tag>
struct std::hash<parlor::Id<Tag>> {
  // The last eight bytes of a UUIDv7 are random; the first ones are a clock.
  std::size_t operator()(const parlor::Id<Tag>& id) const noexcept {
    std::size_t value;
    std::memcpy(&value, id.bytes.data() + 8, sizeof value);
    return value;
  }
};
