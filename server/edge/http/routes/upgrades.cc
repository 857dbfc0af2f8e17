#include "edge/http/routes/upgrades.h"

namespace parlor::edge {

Answer upgrade_refusal(const wire::http::Fault& fault) {
  auto answer = problem({wire::Reason::kInvalidRequest, std::string(fault.reason)});
  answer.status = fault.status;
  if (fault.status == 405) answer.headers.add("Allow", "GET");
  if (fault.status == 426) {
    answer.headers.add("Upgrade", "websocket");
    answer.headers.add("Connection", "Upgrade");
    answer.headers.add("Sec-WebSocket-Version", "13");
  }
  return answer;
}

}  // namespace parlor::edge
