// GET /realtime: from HTTP to WebSocket.
#include "edge/http/routes/callers.h"
#include "edge/http/routes/routes.h"
#include "edge/http/routes/upgrades.h"
#include "edge/ws/websocket.h"
#include "wire/ws/handshake.h"

namespace parlor::edge::route {
namespace {}  // namespace

Result open_websocket(SharedExchange exchange) {
  const auto upgrade = wire::ws::check_upgrade(exchange->request, {kSubprotocol, true});
  if (!upgrade) co_return upgrade_refusal(upgrade.error());
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
