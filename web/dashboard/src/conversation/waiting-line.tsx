/** While a colleague is asked: for whom one waits, and how long it still rings there. */

import { BellRing } from 'lucide-react';
import { text } from '../catalogue';
import { useSteadyEnd } from '../floor/countdown';
import { type Asked, askedBy, secondsLeft } from '../floor/ringing';
import { firstName, timer } from '../format';
import { useLive, useMyId } from '../live/live';
import { useNow } from '../live/now';
import { Icon } from '../ui/icon';

/** Silent for readers of the screen: what is said once is enough. */
function Left({ endsAt }: { readonly endsAt: number }) {
  const left = secondsLeft({ endsAt: useSteadyEnd(endsAt) }, useNow());
  return (
    <bdi className="nums" aria-hidden="true">
      {timer(left * 1000)}
    </bdi>
  );
}

function sentence({ name, joins }: Asked): string {
  return joins ? text.transfer.waitsForJoin(firstName(name)) : text.transfer.waitsFor(firstName(name));
}

/** It is there before there is anything to say, so that it is heard when there is. */
export function WaitingLine({ conversation }: { readonly conversation: string }) {
  const me = useMyId();
  const now = useNow();
  const offers = useLive((state) => state.offers);
  const heard = askedBy(offers, me, conversation);
  const asked = heard !== undefined && heard.endsAt > now ? heard : undefined;
  return (
    <p className="waiting-line" data-on={asked !== undefined || undefined}>
      {asked !== undefined && <Icon of={BellRing} size={14} />}
      <span role="status">{asked !== undefined && sentence(asked)}</span>
      {asked !== undefined && <Left key={asked.agent} endsAt={asked.endsAt} />}
    </p>
  );
}
