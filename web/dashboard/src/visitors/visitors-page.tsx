/** Who is on the site now, and asking them in. In a chunk of its own, with its styles. */

import './visitors.css';
import type { ConversationRow, VisitorOnSite } from '@parlor/core';
import { Link } from '@tanstack/react-router';
import { Footprints, SearchX } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { text } from '../catalogue';
import { useLive } from '../live/live';
import { EmptyState, ErrorState, StillLoading } from '../ui/blank';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Skeletons } from '../ui/skeleton';
import { countOf, FILTERS, type Filter, type Known, labelOf, matching, namesOf, type Sent } from './people';
import { PeopleTable } from './people-table';
import { StartChatDialog } from './start-chat-dialog';
import { type People, useHeld, usePeople } from './use-people';

const NO_ROWS: ReadonlyMap<string, ConversationRow> = new Map();

function useNames(): ReadonlyMap<string, string> {
  const rows = useLive((state) => state.inbox?.rows ?? NO_ROWS);
  return useMemo(() => namesOf(rows.values()), [rows]);
}

interface Choice {
  readonly filter: Filter;
  readonly search: string;
}

const EVERYONE: Choice = { filter: 'all', search: '' };

interface ChoiceProps {
  readonly known: Known;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

function Filters({ known, choice, onChoose }: ChoiceProps) {
  return (
    <div className="onsite-choice">
      <fieldset className="onsite-filters" aria-label={text.visitors.filters}>
        {FILTERS.map((filter) => (
          <button
            key={filter}
            type="button"
            className="view-tab"
            aria-pressed={filter === choice.filter}
            onClick={() => onChoose({ ...choice, filter })}
          >
            {filter === 'all' ? text.visitors.all : text.visitors.states[filter]}{' '}
            <small>{countOf(known.first.counts, filter)}</small>
          </button>
        ))}
      </fieldset>
      <TextField
        quiet
        label={text.visitors.search}
        placeholder={text.visitors.search}
        type="search"
        autoComplete="off"
        value={choice.search}
        onChange={(event) => onChoose({ ...choice, search: event.target.value })}
      />
    </div>
  );
}

function Nobody() {
  const action = (
    <Link to="/settings/websites" className="btn btn-outline">
      {text.visitors.install}
    </Link>
  );
  return (
    <EmptyState icon={Footprints} action={action}>
      {text.visitors.empty}
    </EmptyState>
  );
}

function NobodyFits({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <EmptyState icon={SearchX} action={<Button onClick={onShowAll}>{text.visitors.showAll}</Button>}>
      {text.visitors.noneFit}
    </EmptyState>
  );
}

/** Whom the dialog is about, and what was sent from here. */
function useInviting() {
  const place = useRef<HTMLElement>(null);
  const me = useLive((state) => state.me);
  const [whom, setWhom] = useState<VisitorOnSite>();
  const [sent, setSent] = useState<ReadonlyMap<string, Sent>>(new Map());
  const start = useCallback((person: VisitorOnSite) => setWhom(person), []);
  const close = () => setWhom(undefined);
  const onSent = () => {
    close();
    if (whom === undefined || me === undefined) return;
    const by = { id: me.id, name: me.name };
    setSent((before) => new Map(before).set(whom.visit, { by, at: Date.now() }));
    // The button that opened the dialog is gone with it.
    place.current?.focus();
  };
  return { whom, sent, place, start, close, onSent };
}

interface SomebodyProps extends Pick<People, 'live' | 'more'> {
  readonly known: Known;
  readonly names: ReadonlyMap<string, string>;
  readonly inviting: ReturnType<typeof useInviting>;
}

function Somebody({ known, names, live, more, inviting }: SomebodyProps) {
  const [choice, setChoice] = useState(EVERYONE);
  const held = useHeld(known.people);
  const shown = matching(held.shown, choice.filter, choice.search);
  const hasMore = known.cursor !== undefined;
  return (
    <>
      <Filters known={known} choice={choice} onChoose={setChoice} />
      {shown.length === 0 && !hasMore ? (
        <NobodyFits onShowAll={() => setChoice(EVERYONE)} />
      ) : (
        <PeopleTable
          held={held}
          people={shown}
          names={names}
          sent={inviting.sent}
          live={live}
          place={inviting.place}
          onStart={inviting.start}
          more={hasMore ? more : undefined}
        />
      )}
    </>
  );
}

/** The dialog stays when the last of them leaves: what was written is not lost without a word. */
function OnSite({ known, people: { live, more } }: { readonly known: Known; readonly people: People }) {
  const names = useNames();
  const inviting = useInviting();
  const { whom, close, onSent } = inviting;
  const nobody = known.people.length === 0 && known.cursor === undefined;
  return (
    <>
      {nobody ? <Nobody /> : <Somebody known={known} names={names} live={live} more={more} inviting={inviting} />}
      {whom !== undefined && (
        <StartChatDialog person={whom} who={labelOf(whom, names)} onClose={close} onSent={onSent} />
      )}
    </>
  );
}

function Content({ people }: { readonly people: People }) {
  const { known, overdue, retry } = people;
  if (known === undefined) {
    if (overdue) return <ErrorState title={text.visitors.loadFailed} error={undefined} onRetry={retry} />;
    return (
      <>
        <Skeletons of="row" count={6} />
        <StillLoading />
      </>
    );
  }
  return <OnSite known={known} people={people} />;
}

export function VisitorsPage() {
  const people = usePeople();
  const loading = people.known === undefined && !people.overdue;
  return (
    <main className="visitors scroller" id="conversation" tabIndex={-1} aria-busy={loading}>
      <header className="visitors-head">
        <h1>{text.visitors.title}</h1>
        <p>{text.visitors.purpose}</p>
      </header>
      <Content people={people} />
    </main>
  );
}
