// The cast of the routing tests: Ada and Ben are agents, of the teams Orders and Sales.
#pragma once

#include "app/floor_watch.h"
#include "base/id_test_kit.h"

namespace parlor::app {

inline const TeamId kOrders = make_id<TeamId>(1);
inline const TeamId kSales = make_id<TeamId>(2);
inline const UserId kAda = make_id<UserId>(10);
inline const UserId kBen = make_id<UserId>(11);

inline ConversationId chat(std::uint8_t number) {
  return make_id<ConversationId>(number);
}
inline ContactId contact_of(std::uint8_t number) {
  return make_id<ContactId>(number);
}

}  // namespace parlor::app
