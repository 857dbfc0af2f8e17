// GET /realtime: from HTTP to WebSocket.
#include "edge/http/routes/callers.h"
#include "edge/http/routes/routes.h"
#include "edge/ws/websocket.h"
#include "wire/ws/handshake.h"

namespace parlor::edge::route {
namespace {

constexpr std::string_view kSubprotocol = "parlor.v1";

}  // namespace

Result open_websocket(SharedExchange exchange) {
  const auto upgrade = wire::ws::check_upgrade(exchange->request, {kSubprotocol, true});
  if (!upgrade) {
    auto answer = problem({wire::Reason::kInvalidRequest, std::string(upgrade.error().reason)});
    answer.status = upgrade.error().status;
    if (answer.status == 426) {
      answer.headers.add("Upgrade", "websocket");
      answer.headers.add("Sec-WebSocket-Version", "13");
    }
    co_return answer;
  }
  if (upgrade->subprotocol.empty()) {
    co_return problem({wire::Reason::kInvalidRequest, "Sec-WebSocket-Protocol must offer parlor.v1"});
  }
  if (exchange->edge.is_closing()) co_return problem(wire::Reason::kShuttingDown);
  const auto proof = co_await exchange->prove();
  Answer answer;
  answer.raw = wire::ws::upgrade_response(*upgrade);
  answer.successor = [caller = caller_of(*exchange, proof),
                      deflate = upgrade->deflate](Connection* connection) mutable {
    return std::make_unique<WebSocket>(*connection, std::move(caller), deflate);
  };
  co_return answer;
}

}  // namespace parlor::edge::route
