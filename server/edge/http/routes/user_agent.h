// What a User-Agent header says in words that an agent understands. Pure; empty where it says nothing that we know.
#pragma once

#include <string_view>

namespace parlor::edge {

struct UserAgentWords {
  std::string_view browser;
  std::string_view os;
  // "Phone", "Tablet" or "Computer".
  std::string_view kind;
};

UserAgentWords describe_user_agent(std::string_view user_agent);

}  // namespace parlor::edge
