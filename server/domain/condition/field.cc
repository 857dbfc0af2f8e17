#include "domain/condition/field.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "domain/text.h"

namespace parlor::condition {
namespace {

constexpr std::array kFlag{Type::flag};
constexpr std::array kNumber{Type::number};
constexpr std::array kText{Type::text};
constexpr std::array kTexts{Type::texts};
constexpr std::array kFlagNumberOrText{Type::flag, Type::number, Type::text};

constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
// What a double, and so JSON, counts without gaps.
constexpr double kMost = 9'007'199'254'740'991;

// clang-format off
constexpr std::array<CatalogueRow, kFields> kCatalogue{{
    {Field::contact_attribute,      "contact.attribute.",     Entity::contact,      kFlagNumberOrText, -kMost, kMost, {}},
    {Field::contact_vip,            "contact.vip",            Entity::contact,      kFlag,   0,  0,     {}},
    {Field::contact_returning,      "contact.returning",      Entity::contact,      kFlag,   0,  0,     {}},
    {Field::contact_conversations,  "contact.conversations",  Entity::contact,      kNumber, 0,  kMost, {}},
    // As the browser says it, BCP 47: "de-AT". `starts_with "de"` takes every German.
    {Field::contact_language,       "contact.language",       Entity::contact,      kText,   0,  0,     {}},
    // ISO 3166-1, two letters.
    {Field::contact_country,        "contact.country",        Entity::contact,      kText,   0,  0,     {}},
    // The visitor's first message.
    {Field::conversation_message,   "conversation.message",   Entity::conversation, kText,   0,  0,     {}},
    // From -1, furious, to 1, delighted; absent until somebody has judged.
    {Field::conversation_sentiment, "conversation.sentiment", Entity::conversation, kNumber, -1, 1,     {}},
    {Field::conversation_tags,      "conversation.tags",      Entity::conversation, kTexts,  0,  0,     {}},
    // Without query and fragment, as it is kept.
    {Field::page_url,               "page.url",               Entity::page,         kText,   0,  0,     {}},
    {Field::page_title,             "page.title",             Entity::page,         kText,   0,  0,     {}},
    {Field::page_referrer,          "page.referrer",          Entity::page,         kText,   0,  0,     {}},
    // utm_campaign of the visit.
    {Field::page_campaign,          "page.campaign",          Entity::page,         kText,   0,  0,     {}},
    // Whole hours: 9 from 09:00 until 09:59, in the zone of the team, or of the workspace before a team is known.
    {Field::time_hour,              "time.hour",              Entity::time,         kNumber, 0,  23,    {}},
    {Field::time_weekday,           "time.weekday",           Entity::time,         kText,   0,  0,     kWeekdays},
    {Field::channel_kind,           "channel.kind",           Entity::channel,      kText,   0,  0,     {}},
    {Field::channel_inbox,          "channel.inbox",          Entity::channel,      kText,   0,  0,     {}},
    {Field::queue_length,           "queue.length",           Entity::queue,        kNumber, 0,  kMost, {}},
    {Field::queue_wait_s,           "queue.wait_s",           Entity::queue,        kNumber, 0,  kMost, {}},
    {Field::queue_agents_online,    "queue.agents_online",    Entity::queue,        kNumber, 0,  kMost, {}},
}};
// clang-format on

constexpr bool every_field_has_its_row() {
  for (std::size_t i = 0; i < kCatalogue.size(); ++i) {
    if (kCatalogue[i].field != static_cast<Field>(i) || kCatalogue[i].types.empty()) return false;
  }
  return true;
}
static_assert(every_field_has_its_row(), "each field needs its row of the catalogue, in the order of the enumeration");

bool is_key(std::string_view key) {
  return !text::is_blank(key) && text::code_points(key) <= limits::kAttributeKeyCodePointsMax;
}

}  // namespace

std::span<const CatalogueRow> catalogue() {
  return kCatalogue;
}

bool CatalogueRow::has(Type type) const {
  return std::ranges::find(types, type) != types.end();
}

Subject Subject::named(std::string_view name) {
  const auto prefix = kCatalogue[static_cast<std::size_t>(Field::contact_attribute)].name;
  if (name.starts_with(prefix)) {
    const auto key = name.substr(prefix.size());
    return is_key(key) ? attribute(std::string(key)) : Subject{Field::unknown, std::string(name)};
  }
  const auto found = std::ranges::find(kCatalogue, name, &CatalogueRow::name);
  if (found == kCatalogue.end()) return {Field::unknown, std::string(name)};
  return {found->field, {}};
}

std::string Subject::name() const {
  const auto* row = row_of(*this);
  return row ? std::string(row->name) + key : key;
}

const CatalogueRow* row_of(const Subject& subject) {
  if (subject.field == Field::unknown) return nullptr;
  return &kCatalogue[static_cast<std::size_t>(subject.field)];
}

}  // namespace parlor::condition
