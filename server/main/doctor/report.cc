#include "main/doctor/report.h"

#include <array>

#include <fmt/format.h>

#include "main/doctor/diagnosis.h"

namespace parlor::doctor {
namespace {

struct Transport {
  std::string_view fact;
  std::string_view name;
};

constexpr std::array<Transport, 3> kTransports = {{
    {"websocket", "WebSocket"},
    {"events", "Event stream"},
    {"poll", "Long-poll"},
}};

std::string_view name_of(std::string_view proxy) {
  if (proxy == "haproxy") return "HAProxy";
  if (proxy == "caddy") return "Caddy";
  if (proxy == "apache") return "Apache";
  if (proxy == "parlor") return "Parlor";
  return proxy;
}

std::string_view state_of(const Facts& facts, std::string_view transport) {
  if (facts.is(transport, "ok")) return "works";
  return facts.is(transport, "held") ? "held back until it ends" : "does not work";
}

std::string advice_of(const wire::DoctorFault& fault, const Facts& facts, std::string_view proxy) {
  std::string text;
  for (const auto& advice : fault.advice) {
    if (!proxy.empty() && advice.proxy != proxy && advice.proxy != "parlor") continue;
    text += fmt::format("\n   {}\n", name_of(advice.proxy));
    for (const auto line : advice.lines)
      text += fmt::format("       {}\n", with_figures(line, facts));
  }
  return text;
}

std::string_view closing_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::healthy:
      return "All is well.\n";
    case Verdict::impaired:
      return "Chats get through, but not as well as they could.\n";
    case Verdict::dead:
      break;
  }
  return "No chat gets through.\n";
}

}  // namespace

std::string report_of(const Facts& facts, std::string_view proxy) {
  std::string text = "\n";
  for (const auto& [fact, name] : kTransports)
    text += fmt::format("   {:<14} {}\n", name, state_of(facts, fact));
  int number = 0;
  for (const auto* fault : faults_in(facts)) {
    const auto word = fault->severity == wire::Severity::kNote ? " (a note)" : "";
    text += fmt::format("\n{}. {}{} [{}]\n   {}\n", ++number, fault->title, word, fault->id,
                        with_figures(fault->meaning, facts));
    text += advice_of(*fault, facts, proxy);
  }
  return text + "\n" + std::string(closing_of(verdict_of(facts)));
}

}  // namespace parlor::doctor
