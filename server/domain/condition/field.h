// The catalogue: everything that a condition can ask about, with its type and its bounds. Of what people say only the
// first message, which whoever decides has at hand just then; never a name or an address. Plain values: any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace parlor::condition {

enum class Entity : std::uint8_t { contact, conversation, page, time, channel, queue };

// In the order of Value's alternatives.
enum class Type : std::uint8_t { flag, number, text, texts };

enum class Field : std::uint8_t {
  contact_attribute,
  contact_vip,
  contact_returning,
  contact_conversations,
  contact_language,
  contact_country,
  conversation_message,
  conversation_sentiment,
  conversation_tags,
  page_url,
  page_title,
  page_referrer,
  page_campaign,
  time_hour,
  time_weekday,
  channel_kind,
  channel_inbox,
  queue_length,
  queue_wait_s,
  queue_agents_online,
  // A name that the catalogue does not have, from a newer version or by mistake. No fact ever answers it.
  unknown,
};
inline constexpr std::size_t kFields = static_cast<std::size_t>(Field::unknown);

struct CatalogueRow {
  Field field{};
  // As on the wire and in the dashboard. Of an attribute it is what stands before its key.
  std::string_view name;
  Entity entity{};
  // One type; an attribute is whatever its site sends.
  std::span<const Type> types;
  // The numbers that make sense, both ends included.
  double low = 0;
  double high = 0;
  // All words that it can be, in lower case; none: any.
  std::span<const std::string_view> choices;

  bool has(Type type) const;
};

std::span<const CatalogueRow> catalogue();

// What a clause asks about: a field, and of an attribute which one.
struct Subject {
  Field field = Field::unknown;
  // An attribute's key, exact to the letter; of an unknown field its whole name, to show where it stands.
  std::string key;

  static Subject attribute(std::string key) { return {Field::contact_attribute, std::move(key)}; }
  // Never fails: what the catalogue does not have is Field::unknown.
  static Subject named(std::string_view name);
  std::string name() const;
  auto operator<=>(const Subject&) const = default;
};

// Null for an unknown field.
const CatalogueRow* row_of(const Subject& subject);

}  // namespace parlor::condition
