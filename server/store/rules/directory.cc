#include "store/rules/directory.h"

namespace parlor::store {

std::string folded(std::string_view email) {
  const auto first = email.find_first_not_of(' ');
  if (first == std::string_view::npos) return "";
  std::string text(email.substr(first, email.find_last_not_of(' ') - first + 1));
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace parlor::store
