// /_test/echo, only with --test-endpoints: what conformance suites of HTTP and WebSocket talk to.
#include "edge/http/routes/routes.h"
#include "edge/http/routes/upgrades.h"
#include "edge/ws/echo.h"
#include "wire/ws/handshake.h"

namespace parlor::edge::route {

Result echo_socket(SharedExchange exchange) {
  const auto upgrade = wire::ws::check_upgrade(exchange->request, {"", true});
  if (!upgrade) co_return upgrade_refusal(upgrade.error());
  Answer answer;
  answer.raw = wire::ws::upgrade_response(*upgrade);
  answer.successor = [deflate = upgrade->deflate](Connection* connection) {
    return std::make_unique<EchoSocket>(*connection, deflate);
  };
  co_return answer;
}

Result echo_body(SharedExchange exchange) {
  Answer answer;
  const auto type = exchange->header("content-type");
  answer.headers.add("Content-Type", type.value_or("application/octet-stream"));
  answer.body = std::move(exchange->request.body);
  co_return answer;
}

}  // namespace parlor::edge::route
