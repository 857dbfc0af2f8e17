#include "main/doctor/doctor.h"

#include <functional>
#include <future>
#include <vector>

#include <fmt/format.h>

#include "main/doctor/diagnosis.h"
#include "main/doctor/probes.h"
#include "main/doctor/report.h"

namespace parlor::doctor {
namespace {

constexpr int kCannotExamine = 2;

}  // namespace

Facts examine(Way way, bool patient) {
  auto facts = probe_connection(way);
  if (!facts.is("connection", "ok") || facts.is("tls", "failed")) return facts;
  std::vector<std::future<Facts>> probes;
  const auto begin = [&probes](std::function<Facts()> probe) {
    probes.push_back(std::async(std::launch::async, std::move(probe)));
  };
  begin([&way] { return probe_arrival(way); });
  begin([&way] { return probe_websocket(way); });
  begin([&way, patient] { return probe_handshake(way, patient); });
  begin([&way] { return probe_events(way); });
  begin([&way] { return probe_posts(way); });
  if (patient) {
    begin([&way] { return probe_quiet_events(way); });
    begin([&way] { return probe_quiet_poll(way); });
  }
  for (auto& probe : probes)
    facts.add(probe.get());
  return facts;
}

int run_doctor(const DoctorOptions& options) {
  const auto server = wire::http::origin_of_address(options.url);
  const auto via = wire::http::origin_of_address(options.via);
  if (!server || (!options.via.empty() && !via)) {
    fmt::print(stderr, "not an address of a site, such as https://chat.casa.example: {}\n",
               server ? options.via : options.url);
    return kCannotExamine;
  }
  fmt::print("Examining {}{}\n", wire::http::to_text(*server),
             options.quick ? "" : " (half a minute; --quick leaves out what needs patience)");
  std::fflush(stdout);
  const Way way{.server = *server, .forward_proxy = via, .ca_file = options.ca_file};
  const auto facts = examine(way, !options.quick);
  fmt::print("{}", report_of(facts, options.proxy));
  return static_cast<int>(verdict_of(facts));
}

}  // namespace parlor::doctor
