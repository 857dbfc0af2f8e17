#include "app/directory/account_rules.h"

#include <algorithm>

#include "base/limits.h"
#include "domain/text.h"

namespace parlor::app {
namespace {

constexpr std::size_t kPasswordBytesMin = 10;
constexpr std::size_t kPasswordBytesMax = 256;
constexpr std::size_t kEmailBytesMax = 254;
constexpr std::string_view kBlank = " \t\r\n\v\f";

}  // namespace

bool is_name(std::string_view name) {
  return !text::is_blank(name) && text::code_points(name) <= limits::kNameCodePointsMax;
}

bool is_email(std::string_view email) {
  const auto at = email.find('@');
  const bool has_both_sides = at != std::string_view::npos && at > 0 && at + 1 < email.size();
  return has_both_sides && email.find('@', at + 1) == std::string_view::npos && email.size() <= kEmailBytesMax &&
         email.find_first_of(kBlank) == std::string_view::npos;
}

bool is_password(const Secret& password) {
  const auto size = password.reveal().size();
  return size >= kPasswordBytesMin && size <= kPasswordBytesMax;
}

std::string folded_email(std::string_view email) {
  const auto first = email.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  std::string folded(email.substr(first, email.find_last_not_of(kBlank) - first + 1));
  std::ranges::transform(folded, folded.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return folded;
}

ports::Inbox new_inbox(Node& node, ports::Secrets& secrets, WorkspaceId workspace, std::string name) {
  constexpr std::size_t kKeyChars = 12;
  ports::Inbox inbox;
  inbox.id = node.ids.make<InboxId>();
  inbox.workspace = workspace;
  inbox.key = secrets.random_token().reveal().substr(0, kKeyChars);
  inbox.name = std::move(name);
  inbox.created_at = node.clock.now();
  return inbox;
}

}  // namespace parlor::app
