#include "domain/routing/order.h"

namespace parlor::routing {

Turn turn_of(const Waiting& waiting, Millis age_step) {
  const auto classes = static_cast<int>(waiting.priority) - static_cast<int>(Priority::normal);
  return {waiting.since - classes * age_step, waiting.id};
}

}  // namespace parlor::routing
