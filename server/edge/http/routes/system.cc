// /healthz and /metrics: what machines ask about this process.
#include <cstdio>

#include <unistd.h>

#include "edge/http/routes/callers.h"
#include "edge/http/routes/metrics_text.h"
#include "edge/http/routes/routes.h"
#include "edge/transports/http_session.h"

namespace parlor::edge::route {
namespace {

Answer text_answer(unsigned status, std::string body) {
  Answer answer{.status = status};
  answer.headers.add("Content-Type", "text/plain; charset=utf-8");
  answer.body = std::move(body);
  return answer;
}

std::uint64_t resident_bytes() {
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  auto* file = std::fopen("/proc/self/statm", "r");
  if (file == nullptr) return 0;
  char line[128] = {};
  const bool read = std::fgets(line, sizeof line, file) != nullptr;
  std::fclose(file);
  if (!read || std::sscanf(line, "%lu %lu", &total, &resident) != 2) return 0;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

Result healthz(SharedExchange exchange) {
  if (exchange->edge.is_closing()) co_return text_answer(503, "going away\n");
  const auto directory = exchange->services().node.directory.snapshot();
  if (!directory || directory->epoch.empty()) co_return text_answer(503, "starting\n");
  co_return text_answer(200, "ok\n");
}

Result metrics(SharedExchange exchange) {
  if (!exchange->is_local) {
    auto user = co_await require_user(exchange, access::Action::read_metrics);
    if (!user) co_return std::move(user.error());
  }
  Totals totals;
  for (const auto& edge : exchange->edge.all)
    totals.add(edge->counters);
  for (const auto& local : exchange->services().node.locals)
    totals.add(local->figures);
  totals.store = exchange->services().node.store.figures();
  totals.resident_bytes = resident_bytes();
  auto answer = text_answer(200, metrics_text(totals));
  answer.headers = {};
  answer.headers.add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
  co_return answer;
}

}  // namespace parlor::edge::route
