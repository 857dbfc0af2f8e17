#include "store/rules/appending.h"

#include <algorithm>
#include <ranges>

#include "base/limits.h"

namespace parlor::store {
namespace {

using conversation::Content;
using conversation::Event;

bool repeats(const std::vector<ports::RequestRecord>& requests) {
  for (auto one = requests.begin(); one != requests.end(); ++one) {
    const auto same = [&](const ports::RequestRecord& other) {
      return one->client_id == other.client_id && one->actor == other.actor;
    };
    if (std::find_if(one + 1, requests.end(), same) != requests.end()) return true;
  }
  return false;
}

Result<void> check_conversation(const ports::ConversationAppend& append) {
  auto expected = append.expected_seq;
  for (const auto& event : append.events) {
    if (event.seq != ++expected) return fail("append: the events are not numbered on from the expected seq");
  }
  if (append.after.seq != expected) return fail("append: the state's seq is not the last event's");
  if (append.after.id != append.conversation) return fail("append: the state is another conversation's");
  for (const auto& content : append.contents) {
    if (!maker_of(append.events, content)) return fail("append: a content that no event of the append names");
  }
  if (repeats(append.requests)) return fail("append: one client id twice");
  return {};
}

}  // namespace

Result<void> check_shape(const ports::Append& append) {
  for (auto one = append.conversations.begin(); one != append.conversations.end(); ++one) {
    if (auto checked = check_conversation(*one); !checked) return checked;
    const auto same = [&](const ports::ConversationAppend& other) { return other.conversation == one->conversation; };
    if (std::find_if(one + 1, append.conversations.end(), same) != append.conversations.end()) {
      return fail("append: one conversation twice");
    }
  }
  if (append.contact && repeats(append.contact->requests)) return fail("append: one client id twice");
  return {};
}

std::vector<conversation::ReadMark> merge_reads(std::vector<conversation::ReadMark> given,
                                                const std::vector<conversation::ReadMark>& kept) {
  for (const auto& mark : kept) {
    const auto known = std::ranges::find(given, mark.participant, &conversation::ReadMark::participant);
    if (known == given.end()) {
      given.push_back(mark);
    } else if (mark.seq >= known->seq) {
      *known = mark;
    }
  }
  return given;
}

void add_recent(std::vector<conversation::MessageMark>& recent, const std::vector<Event>& events) {
  for (const auto& event : events) {
    if (std::holds_alternative<conversation::MessagePosted>(event.fact))
      recent.push_back({event.seq, event.actor.kind});
  }
  if (recent.size() > limits::kUnreadCountMax) {
    recent.erase(recent.begin(), recent.end() - static_cast<std::ptrdiff_t>(limits::kUnreadCountMax));
  }
}

const Event* maker_of(const std::vector<Event>& events, const Content& content) {
  const auto maker =
      std::ranges::find_if(events, [&](const Event& event) { return content_of(event.fact) == content.id; });
  return maker == events.end() ? nullptr : &*maker;
}

bool starts_a_visit(Time last_seen, Time seen) {
  return seen - last_seen > kVisitGap;
}

}  // namespace parlor::store
