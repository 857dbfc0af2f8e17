// Strangers: what somebody whom we do not know yet may do how often. The budgets live on the first worker; these ask
// there.
#pragma once

#include <optional>
#include <string>

#include "edge/http/exchange.h"

namespace parlor::edge {

using Budget = Attempts StrangerBudgets::*;

// None: go ahead. Else how long to wait.
runtime::Task<std::optional<Millis>> take_attempt(SharedExchange exchange, Budget budget, std::string key);
void give_back_attempt(const SharedExchange& exchange, Budget budget, std::string key);
Answer too_often(Millis wait);

}  // namespace parlor::edge
