/** One person on the site: who, where, since when, and what can be done about it. */

import type { VisitorOnSite } from '@parlor/core';
import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { text } from '../catalogue';
import { pagePath, timer } from '../format';
import { useMyId } from '../live/live';
import { useNow } from '../live/now';
import { Avatar } from '../ui/avatar';
import { Button } from '../ui/button';
import { invitedWords, mayInvite, referrerOf, type Sent, stateWords, webAddress, withSent } from './people';

const CHIPS = { browsing: '', queued: 'chip-warning', chatting: 'chip-success' } as const;

/** Who came a moment ago fades in; whoever was there already does not. */
const FRESH_MS = 6000;

function PageSeen({ page }: Pick<VisitorOnSite, 'page'>) {
  const path = pagePath(page.url);
  const title = (
    <span className="person-title" dir="auto">
      {page.title || path}
    </span>
  );
  return (
    <span className="person-where">
      {webAddress(page.url) === undefined ? (
        title
      ) : (
        <a href={page.url} target="_blank" rel="noreferrer" title={page.url} className="person-link">
          {title}
        </a>
      )}
      {page.title !== '' && (
        <small className="person-path" dir="ltr">
          {path}
        </small>
      )}
    </span>
  );
}

function From({ person }: { readonly person: VisitorOnSite }) {
  const host = referrerOf(person);
  return (
    <bdi dir="ltr" title={host}>
      {host ?? text.visitors.none}
    </bdi>
  );
}

function State({ person }: { readonly person: VisitorOnSite }) {
  const invited = invitedWords(person, useMyId());
  return (
    <>
      <span className={`chip ${CHIPS[person.state]}`}>
        <span dir="auto">{stateWords(person)}</span>
      </span>
      {person.state === 'browsing' && invited !== undefined && <small>{invited}</small>}
    </>
  );
}

interface ActionProps {
  readonly person: VisitorOnSite;
  readonly who: string;
  readonly now: number;
  readonly live: boolean;
  readonly onStart: (person: VisitorOnSite) => void;
}

function Action({ person, who, now, live, onStart }: ActionProps) {
  const { conversation } = person;
  if (conversation !== undefined && person.state !== 'browsing') {
    return (
      <Link
        to="/inbox/$view/{-$conversation}"
        params={{ view: 'all', conversation }}
        className="btn btn-outline btn-sm"
        aria-label={text.visitors.openWith(who)}
      >
        {text.visitors.open}
      </Link>
    );
  }
  if (!mayInvite(person, now)) return null;
  const reason = live ? {} : { disabled: true, title: text.visitors.needsServer };
  return (
    <Button size="small" aria-label={text.visitors.startWith(who)} onClick={() => onStart(person)} {...reason}>
      {text.visitors.start}
    </Button>
  );
}

interface Props {
  readonly person: VisitorOnSite;
  readonly who: string;
  readonly sent: Sent | undefined;
  readonly live: boolean;
  readonly onStart: (person: VisitorOnSite) => void;
}

export const PersonRow = memo(function PersonRow({ person: heard, who, sent, live, onStart }: Props) {
  const now = useNow();
  const person = withSent(heard, sent, now);
  const [fresh] = useState(() => Date.now() - Date.parse(person.since) < FRESH_MS);
  return (
    <tr data-visit={person.visit} data-fresh={fresh || undefined}>
      <th scope="row">
        <span className="person">
          <Avatar id={person.contact ?? person.visit} name={who} size={32} presence="online" />
          <bdi>{who}</bdi>
        </span>
      </th>
      <td className="person-page">
        <PageSeen page={person.page} />
      </td>
      <td data-label={text.visitors.onPage}>
        <bdi className="nums">{timer(now - Date.parse(person.page_since))}</bdi>
      </td>
      <td data-label={text.visitors.referrer} className="person-from">
        <From person={person} />
      </td>
      <td data-label={text.visitors.pages}>
        <bdi className="nums">{person.pages}</bdi>
      </td>
      <td data-label={text.visitors.visits}>
        <bdi className="nums">{person.visits}</bdi>
      </td>
      <td className="person-state">
        <State person={person} />
      </td>
      <td className="person-action">
        <Action person={person} who={who} now={now} live={live} onStart={onStart} />
      </td>
    </tr>
  );
});
