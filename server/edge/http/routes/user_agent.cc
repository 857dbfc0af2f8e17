#include "edge/http/routes/user_agent.h"

#include <array>
#include <span>

namespace parlor::edge {
namespace {

struct Word {
  std::string_view token;
  std::string_view name;
};

// The more particular first: every browser also names those that it descends from.
constexpr std::array kBrowsers = {
    Word{"Edg", "Edge"},         Word{"OPR/", "Opera"},     Word{"SamsungBrowser/", "Samsung Internet"},
    Word{"Vivaldi/", "Vivaldi"}, Word{"FxiOS/", "Firefox"}, Word{"Firefox/", "Firefox"},
    Word{"CriOS/", "Chrome"},    Word{"Chrome/", "Chrome"}, Word{"Version/", "Safari"}};
constexpr std::array kSystems = {Word{"Windows", "Windows"}, Word{"iPhone", "iOS"},    Word{"iPad", "iPadOS"},
                                 Word{"Android", "Android"}, Word{"CrOS", "ChromeOS"}, Word{"Mac OS X", "macOS"},
                                 Word{"Linux", "Linux"}};

std::string_view first_of(std::span<const Word> words, std::string_view text) {
  for (const auto& [token, name] : words) {
    if (text.contains(token)) return name;
  }
  return {};
}

std::string_view kind_of(std::string_view text, std::string_view os) {
  if (os == "iPadOS" || (os == "Android" && !text.contains("Mobile"))) return "Tablet";
  if (os == "iOS" || os == "Android") return "Phone";
  return os.empty() ? std::string_view() : "Computer";
}

}  // namespace

UserAgentWords describe_user_agent(std::string_view user_agent) {
  const auto os = first_of(kSystems, user_agent);
  return {first_of(kBrowsers, user_agent), os, kind_of(user_agent, os)};
}

}  // namespace parlor::edge
