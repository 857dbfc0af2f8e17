#include "domain/routing/order.h"

#include <algorithm>

namespace parlor::routing {

Priority priority_in_line(const Waiting& waiting) {
  switch (waiting.reach) {
    case Reach::chat:
      return waiting.priority;
    case Reach::mail:
      return Priority::low;
    case Reach::phone:
      return std::max(waiting.priority, Priority::high);
  }
  return waiting.priority;
}

Turn turn_of(const Waiting& waiting, Millis age_step) {
  const auto classes = static_cast<int>(priority_in_line(waiting)) - static_cast<int>(Priority::normal);
  return {waiting.since - classes * age_step, waiting.id};
}

}  // namespace parlor::routing
