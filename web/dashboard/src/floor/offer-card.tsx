/** The chat that rings at this agent: who asks, where they are, what they said, and how long it still rings. */

import type { ConversationRow } from '@parlor/core';
import { ArrowRightLeft, BellRing, Check, FileText, Languages, UserRoundPlus } from 'lucide-react';
import { useEffect } from 'react';
import { text } from '../catalogue';
import { languageName, pagePath } from '../format';
import { useSingleKeys } from '../frame/keys';
import { usePreferences } from '../frame/preferences';
import { PriorityMark, TeamTag } from '../inbox/marks';
import { authorBefore } from '../inbox/preview';
import { WaitTimer } from '../inbox/wait-timer';
import { useClient, useLive } from '../live/live';
import { useNow } from '../live/now';
import { Avatar } from '../ui/avatar';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { Countdown } from './countdown';
import type { Ring } from './ringing';
import { type Offers, useOffers } from './use-offers';

/** The row, which an agent whose lists are long may not hold yet: then it comes with the conversation. */
function useRow(id: string): ConversationRow | undefined {
  const client = useClient();
  const row = useLive((state) => state.inbox?.rows.get(id) ?? state.conversations.get(id)?.row);
  const known = row !== undefined;
  useEffect(() => {
    if (known) return;
    client.open(`conversation:${id}`);
    return () => client.close(`conversation:${id}`);
  }, [client, id, known]);
  return row;
}

function title({ from, joins }: Ring): string {
  if (from === undefined) return text.offer.fresh;
  return joins ? text.offer.asksToJoin(from) : text.offer.asks(from);
}

function Head({ ring, others }: { readonly ring: Ring; readonly others: number }) {
  const asked = ring.joins ? UserRoundPlus : ArrowRightLeft;
  return (
    <header className="offer-head">
      <Icon of={ring.from === undefined ? BellRing : asked} size={14} />
      <h2 className="user-text">{title(ring)}</h2>
      {others > 0 && <span className="nums">{text.offer.more(others)}</span>}
    </header>
  );
}

function Marks({ row }: { readonly row: ConversationRow }) {
  return (
    <span className="offer-marks">
      {row.team !== undefined && <TeamTag name={row.team.name} />}
      {row.locale !== undefined && (
        <span className="tag">
          <Icon of={Languages} size={11} />
          <span>{languageName(row.locale.split('-')[0] ?? row.locale)}</span>
        </span>
      )}
      <PriorityMark priority={row.priority} />
      {row.waiting_since !== undefined && <WaitTimer row={row} />}
    </span>
  );
}

function Who({ ring, row }: { readonly ring: Ring; readonly row: ConversationRow | undefined }) {
  const { id, name, online } = row?.contact ?? { id: ring.conversation, name: text.offer.visitor, online: true };
  return (
    <div className="offer-who">
      <Avatar id={id} name={name} size={44} presence={online ? 'online' : 'offline'} />
      <div className="offer-name">
        <bdi>{name}</bdi>
        {row !== undefined && <Marks row={row} />}
      </div>
      <Countdown key={ring.conversation} ringMs={ring.ringMs} endsAt={ring.endsAt} />
    </div>
  );
}

function Said({ row }: { readonly row: ConversationRow | undefined }) {
  const page = row?.page;
  const author = row === undefined ? undefined : authorBefore(row);
  return (
    <>
      <p className="offer-said" data-ours={author !== undefined || undefined} dir="auto">
        {author !== undefined && <b>{author} </b>}
        {row?.last_message?.preview ?? text.offer.noMessage}
      </p>
      {page !== undefined && (
        <p className="offer-page">
          <Icon of={FileText} size={13} />
          <bdi>{page.title === '' ? pagePath(page.url) : page.title}</bdi>
        </p>
      )}
    </>
  );
}

interface CardProps {
  readonly ring: Ring;
  readonly others: number;
  readonly onAccept: () => void;
  readonly onPass: () => void;
}

function sentence({ from, joins }: Ring, visitor: string): string {
  if (from === undefined) return text.offer.said(visitor);
  return joins ? text.offer.saidJoin(from, visitor) : text.offer.saidAsked(from, visitor);
}

function AcceptButton({ joins, keys, onClick }: AcceptProps) {
  return (
    <Button
      variant="primary"
      icon={joins ? UserRoundPlus : Check}
      onClick={onClick}
      aria-keyshortcuts={keys ? 'A' : undefined}
    >
      {joins ? text.offer.join : text.offer.accept}
      {keys && (
        <span aria-hidden="true">
          <kbd>A</kbd>
        </span>
      )}
    </Button>
  );
}

interface AcceptProps {
  readonly joins: boolean;
  readonly keys: boolean;
  readonly onClick: () => void;
}

/** It speaks up and stays out of the way: the keyboard remains where somebody is writing. */
function Card({ ring, others, onAccept, onPass }: CardProps) {
  const row = useRow(ring.conversation);
  const keys = usePreferences(({ singleKeys }) => singleKeys);
  const said = sentence(ring, row?.contact?.name ?? text.offer.visitor);
  const hint = ring.joins ? text.offer.joinHint : text.offer.keyHint;
  useSingleKeys({ a: onAccept });
  return (
    <section className="offer" aria-label={text.offer.region}>
      <p className="sr-only" role="alert">
        {keys ? `${said} ${hint}` : said}
      </p>
      <Head ring={ring} others={others} />
      <Who ring={ring} row={row} />
      <Said row={row} />
      <div className="offer-foot">
        <Button onClick={onPass}>{text.offer.pass}</Button>
        <AcceptButton joins={ring.joins} keys={keys} onClick={onAccept} />
      </div>
    </section>
  );
}

/** One card at a time. The clock runs only while something rings. */
function Ringing({ rings, accept, pass }: Pick<Offers, 'rings' | 'accept' | 'pass'>) {
  const now = useNow();
  const [ring, ...others] = rings.filter(({ endsAt }) => endsAt > now);
  if (ring === undefined) return null;
  return (
    <Card
      key={ring.conversation}
      ring={ring}
      others={others.length}
      onAccept={() => accept(ring)}
      onPass={() => pass(ring)}
    />
  );
}

export function OfferCard() {
  const { rings, failure, dismiss, accept, pass } = useOffers();
  return (
    <div className="offer-place">
      {failure !== undefined && (
        <Notice kind="danger" onDismiss={dismiss}>
          {failure}
        </Notice>
      )}
      {rings.length > 0 && <Ringing rings={rings} accept={accept} pass={pass} />}
    </div>
  );
}
