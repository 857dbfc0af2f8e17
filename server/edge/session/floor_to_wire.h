// The floor as agents see it, and a visitor's place in it, for the wire. Pure functions.
#pragma once

#include "app/topics/floor_view.h"
#include "wire/generated/topic.h"

namespace parlor::edge {

wire::QueueTopicState to_wire(const app::FloorView& floor);
wire::Offer to_wire(const app::OfferView& offer);
wire::QueuePositionSignal to_wire(const app::QueueMoved& moved);
wire::Priority to_wire(Priority priority);
Priority from_wire(wire::Priority priority);

}  // namespace parlor::edge
