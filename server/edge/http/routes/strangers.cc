#include "edge/http/routes/strangers.h"

#include "runtime/resume.h"

namespace parlor::edge {

runtime::Task<std::optional<Millis>> take_attempt(SharedExchange exchange, Budget budget, std::string key) {
  auto& first = *exchange->edge.all.front();
  const auto now = exchange->services().node.clock.steady();
  auto wait = co_await runtime::await_callback<std::optional<Millis>>(
      [&first, budget, key = std::move(key), now](auto done) mutable {
        first.services.worker.post([&first, budget, key = std::move(key), now, done = std::move(done)]() mutable {
          done((first.strangers.*budget).take(key, now));
        });
      });
  co_return wait;
}

void give_back_attempt(const SharedExchange& exchange, Budget budget, std::string key) {
  auto& first = *exchange->edge.all.front();
  first.services.worker.post([&first, budget, key = std::move(key)] { (first.strangers.*budget).give_back(key); });
}

Answer too_often(Millis wait) {
  return problem({.reason = wire::Reason::kRateLimited, .retry_after_ms = wait.count()});
}

}  // namespace parlor::edge
