// What is said about a conversation: rating and tags.
#include <algorithm>

#include "base/limits.h"
#include "domain/conversation/draft.h"
#include "domain/text.h"

namespace parlor::conversation {
namespace {

bool contains(const std::vector<std::string>& tags, const std::string& tag) {
  return std::ranges::find(tags, tag) != tags.end();
}

bool is_tag(const std::string& tag) {
  return !text::is_blank(tag) && text::code_points(tag) <= limits::kTagCodePointsMax;
}

Refused refuse_rating(const Draft& draft, const Rate& wish) {
  const auto& state = draft.state();
  if (state.status != Status::resolved) return Refusal::conversation_not_resolved;
  if (state.rating) return Refusal::already_rated;
  if (draft.context().now - *state.resolved_at > limits::kRatingTime) return Refusal::rating_closed;
  if (wish.score < 1 || wish.score > 5) return Refusal::invalid_score;
  const bool too_long = wish.comment && (text::code_points(*wish.comment) > limits::kTextCodePointsMax ||
                                         wish.comment->size() > limits::kTextBytesMax);
  if (too_long) return Refusal::invalid_text;
  return std::nullopt;
}

std::vector<RatingReason> each_once(const std::vector<RatingReason>& named) {
  std::vector<RatingReason> once;
  for (const auto reason : named) {
    if (std::ranges::find(once, reason) == once.end()) once.push_back(reason);
  }
  return once;
}

std::vector<std::string> new_ones(const std::vector<std::string>& wished, const std::vector<std::string>& present) {
  std::vector<std::string> fresh;
  for (const auto& tag : wished) {
    if (!contains(present, tag) && !contains(fresh, tag)) fresh.push_back(tag);
  }
  return fresh;
}

std::vector<std::string> present_ones(const std::vector<std::string>& wished, const std::vector<std::string>& present) {
  std::vector<std::string> found;
  std::ranges::copy_if(present, std::back_inserter(found),
                       [&](const std::string& tag) { return contains(wished, tag); });
  return found;
}

}  // namespace

Refused decide_wish(Draft& draft, const Rate& wish) {
  if (const auto refused = refuse_rating(draft, wish)) return refused;
  Rated fact{static_cast<std::uint8_t>(wish.score), std::nullopt, each_once(wish.reasons)};
  const bool says_something = wish.comment && !text::is_blank(*wish.comment);
  if (!says_something) {
    draft.add(std::move(fact));
    return std::nullopt;
  }
  const auto id = draft.context().fresh_id;
  fact.comment = id;
  draft.add(std::move(fact));
  draft.keep({ContentKind::rating_comment, id, 1, Body{text::mask_card_numbers(*wish.comment)}});
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const Tag& wish) {
  if (!std::ranges::all_of(wish.add, is_tag)) return Refusal::invalid_tag;
  const auto& tags = draft.state().tags;
  Tagged fact{new_ones(wish.add, tags), present_ones(wish.remove, tags)};
  if (tags.size() + fact.added.size() - fact.removed.size() > limits::kTagsMax) return Refusal::too_many;
  if (!fact.added.empty() || !fact.removed.empty()) draft.add(std::move(fact));
  return std::nullopt;
}

}  // namespace parlor::conversation
