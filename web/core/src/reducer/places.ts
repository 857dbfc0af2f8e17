// Where waiting conversations stand in line. Kept beside the conversations, since the signal that tells it may come before
// anything else is known of one: right after hello, and before the answer to start().

import type { EngineState, QueuePlace } from '../state';
import type { ConversationId, QueuePositionSignal } from '../wire';

export function withPlace(state: EngineState, id: ConversationId, data: QueuePositionSignal): EngineState {
  const { position, ways_out: waysOut, ...said } = data;
  if (position === 0) return withoutPlace(state, id);
  const place: QueuePlace = { position, waysOut, ...said };
  return { ...state, places: new Map(state.places).set(id, place) };
}

export function withoutPlace(state: EngineState, id: ConversationId): EngineState {
  if (!state.places.has(id)) return state;
  const places = new Map(state.places);
  places.delete(id);
  return { ...state, places };
}
