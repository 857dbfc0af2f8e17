/** The people as a table; where there is no room for one, each is a card. Whoever arrives does not move the rest. */

import type { VisitorOnSite } from '@parlor/core';
import { ArrowUp } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { text } from '../catalogue';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { labelOf, type Sent } from './people';
import { PersonRow } from './person-row';
import type { Held } from './use-people';

/** The names of the columns, and the class that says how wide each is. */
const COLUMNS = [
  [text.visitors.visitor, 'onsite-who'],
  [text.visitors.page, 'onsite-page'],
  [text.visitors.onPage, 'onsite-time'],
  [text.visitors.referrer, 'onsite-from'],
  [text.visitors.pages, 'onsite-count'],
  [text.visitors.visits, 'onsite-count'],
  [text.visitors.state, 'onsite-state'],
] as const;

function Head() {
  return (
    <thead>
      <tr>
        {COLUMNS.map(([name, className]) => (
          <th key={name} scope="col" className={className}>
            {name}
          </th>
        ))}
        <th scope="col" className="onsite-action">
          <span className="sr-only">{text.visitors.action}</span>
        </th>
      </tr>
    </thead>
  );
}

function Arrivals({ held }: { readonly held: Held }) {
  return (
    <div className="moved" role="status">
      {held.waiting > 0 && (
        <button type="button" onClick={held.refresh}>
          <Icon of={ArrowUp} size={12} />
          {text.visitors.fresh(held.waiting)}
        </button>
      )}
    </div>
  );
}

function More({ live, more }: { readonly live: boolean; readonly more: () => Promise<void> }) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const load = () => {
    setState('busy');
    more().then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  const reason = live ? {} : { disabled: true, title: text.visitors.needsServer };
  return (
    <div className="onsite-more">
      {state === 'failed' && <Notice kind="danger">{text.visitors.moreFailed}</Notice>}
      <Button busy={state === 'busy'} onClick={load} {...reason}>
        {text.visitors.more}
      </Button>
    </div>
  );
}

interface Props {
  readonly held: Held;
  /** Those of them who are looked for. */
  readonly people: readonly VisitorOnSite[];
  readonly names: ReadonlyMap<string, string>;
  readonly sent: ReadonlyMap<string, Sent>;
  readonly live: boolean;
  readonly place: RefObject<HTMLElement | null>;
  readonly onStart: (person: VisitorOnSite) => void;
  /** Absent when all are there. */
  readonly more: (() => Promise<void>) | undefined;
}

export function PeopleTable({ held, people, names, sent, live, place, onStart, more }: Props) {
  return (
    <div className="onsite" {...held.handlers}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section ref={place} className="onsite-scroll scroller" aria-label={text.visitors.table} tabIndex={0}>
        <table>
          <Head />
          <tbody>
            {people.map((person) => (
              <PersonRow
                key={person.visit}
                person={person}
                who={labelOf(person, names)}
                sent={sent.get(person.visit)}
                live={live}
                onStart={onStart}
              />
            ))}
          </tbody>
        </table>
        {more !== undefined && <More live={live} more={more} />}
      </section>
      <Arrivals held={held} />
    </div>
  );
}
