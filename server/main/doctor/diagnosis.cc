#include "main/doctor/diagnosis.h"

#include <algorithm>

namespace parlor::doctor {
namespace {

bool holds(const std::vector<wire::DoctorCondition>& all, const Facts& facts) {
  return std::ranges::all_of(all, [&](const auto& one) { return facts.is(one.fact, one.value); });
}

}  // namespace

std::vector<const wire::DoctorFault*> faults_in(const Facts& facts) {
  std::vector<const wire::DoctorFault*> found;
  for (const auto& fault : wire::doctor_faults()) {
    if (std::ranges::any_of(fault.when, [&](const auto& all) { return holds(all, facts); })) found.push_back(&fault);
  }
  return found;
}

Verdict verdict_of(const Facts& facts) {
  // Browsers go no further.
  if (!facts.is("tls", "ok") && !facts.is("tls", "none")) return Verdict::dead;
  if (!facts.is("websocket", "ok") && !facts.is("events", "ok") && !facts.is("poll", "ok")) return Verdict::dead;
  const auto faults = faults_in(facts);
  const auto is_broken = [](const auto* fault) { return fault->severity == wire::Severity::kBroken; };
  return std::ranges::any_of(faults, is_broken) ? Verdict::impaired : Verdict::healthy;
}

std::string with_figures(std::string_view text, const Facts& facts) {
  std::string whole;
  while (!text.empty()) {
    const auto opened = text.find('{');
    const auto closed = text.find('}', opened == std::string_view::npos ? 0 : opened);
    const auto name = closed == std::string_view::npos || opened == std::string_view::npos
                          ? std::string_view()
                          : text.substr(opened + 1, closed - opened - 1);
    // A brace of a configuration, not of a figure.
    const bool is_figure =
        !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
    if (!is_figure) {
      const auto upto = opened == std::string_view::npos ? text.size() : opened + 1;
      whole += text.substr(0, upto);
      text.remove_prefix(upto);
      continue;
    }
    const auto figure = facts.figures.find(name);
    whole += text.substr(0, opened);
    whole += figure == facts.figures.end() ? "nothing" : figure->second;
    text.remove_prefix(closed + 1);
  }
  return whole;
}

}  // namespace parlor::doctor
