/** The rings at this agent, and answering them. */

import { type AgentClient, ParlorError } from '@parlor/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { text } from '../catalogue';
import { useClient, useLive, useMyId } from '../live/live';
import { type Answered, isAnswered, type Ring, ringsAt, stillRinging } from './ringing';

/** How an answer went that did not go well, in words for the agent. */
export function failureOf(error: unknown, visitor: string): string {
  if (!(error instanceof ParlorError)) return text.offer.failed(visitor);
  if (error.reason === 'offer_over' || error.reason === 'conflict') return text.offer.over(visitor);
  if (error.reason === 'agent_full') return text.offer.full;
  return error.message === '' ? text.offer.failed(visitor) : text.conversation.unsaid(error.message);
}

function visitorOf(client: AgentClient, conversation: string): string {
  const { conversations, inbox } = client.state.get();
  const row = conversations.get(conversation)?.row ?? inbox?.rows.get(conversation);
  return row?.contact?.name ?? text.offer.visitor;
}

export interface Offers {
  readonly rings: readonly Ring[];
  /** What went wrong last and has not been read away. */
  readonly failure: string | undefined;
  readonly dismiss: () => void;
  readonly accept: (ring: Ring) => void;
  readonly pass: (ring: Ring) => void;
}

export function useOffers(): Offers {
  const client = useClient();
  const navigate = useNavigate();
  const offers = useLive((state) => state.offers);
  const me = useMyId();
  const [answered, setAnswered] = useState<Answered>({});
  const [failure, setFailure] = useState<string>();
  const rings = useMemo(() => ringsAt(offers, me), [offers, me]);
  useEffect(() => setAnswered((before) => stillRinging(before, rings)), [rings]);
  const answer = async (ring: Ring, accept: boolean) => {
    const { conversation, endsAt, joins } = ring;
    // What one has joined is another's still: it does not stand among one's own.
    const view = joins ? 'all' : 'mine';
    setFailure(undefined);
    setAnswered((before) => ({ ...before, [conversation]: endsAt }));
    try {
      await client.answerOffer(conversation, accept);
      if (accept) await navigate({ to: '/inbox/$view/{-$conversation}', params: { view, conversation } });
    } catch (error) {
      // Passing on what no longer rings is what was wanted.
      if (accept) setFailure(failureOf(error, visitorOf(client, conversation)));
    }
  };
  return {
    rings: rings.filter((ring) => !isAnswered(ring, answered)),
    failure,
    dismiss: () => setFailure(undefined),
    accept: (ring) => void answer(ring, true),
    pass: (ring) => void answer(ring, false),
  };
}
