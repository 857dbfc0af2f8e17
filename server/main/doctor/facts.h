// Facts: what was seen on the way to a server, in the words of protocol/doctor.json, and the figures that its texts may
// name. A plain value. A fact that nobody could look at is absent.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace parlor::doctor {

struct Facts {
  std::map<std::string, std::string, std::less<>> seen;
  std::map<std::string, std::string, std::less<>> figures;

  [[nodiscard]] bool is(std::string_view fact, std::string_view value) const {
    const auto found = seen.find(fact);
    return found != seen.end() && found->second == value;
  }
  void add(Facts others) {
    seen.merge(others.seen);
    figures.merge(others.figures);
  }
};

}  // namespace parlor::doctor
