/** Hands a conversation to a colleague, with a note for them. */

import type { AgentPresence, ConversationRow } from '@parlor/core';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { text } from '../catalogue';
import { useLive } from '../live/live';
import { Avatar } from '../ui/avatar';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { LongField, TextField } from '../ui/field';
import { stopAsking, useIsAsked } from './asked';
import { colleaguesFor, mayTransfer } from './colleagues';
import { useActions } from './use-actions';

interface PeopleProps {
  readonly people: readonly AgentPresence[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

function People({ people, chosen, onChoose }: PeopleProps) {
  if (people.length === 0) return <p className="section-empty">{text.transfer.nobody}</p>;
  return (
    <fieldset className="people scroller">
      <legend className="sr-only">{text.transfer.people}</legend>
      {people.map(({ id, name, status }) => (
        <label key={id}>
          <input type="radio" name="colleague" value={id} checked={id === chosen} onChange={() => onChoose(id)} />
          <Avatar id={id} name={name} size={26} presence={status} />
          <bdi>{name}</bdi>
          <small>{text.me[status]}</small>
        </label>
      ))}
    </fieldset>
  );
}

const close = () => stopAsking('transfer');

function Transfer({ row }: { readonly row: ConversationRow }) {
  const agents = useLive((state) => state.agents);
  const { transfer } = useActions(row);
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<string>();
  const [note, setNote] = useState('');
  const people = useMemo(
    () => colleaguesFor(agents.values(), { except: row.assignee?.id, search }),
    [agents, row.assignee?.id, search],
  );
  // While one searches, the first found is meant, so that Enter takes them.
  const target = people.find(({ id }) => id === picked) ?? (search.trim() === '' ? undefined : people[0]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (target === undefined) return;
    close();
    void transfer(target.id, note.trim());
  };
  return (
    <Dialog open title={text.transfer.title} onClose={close} initialFocus={field}>
      <form className="entry-form" onSubmit={submit}>
        <TextField
          ref={field}
          label={text.transfer.search}
          type="search"
          autoComplete="off"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <People people={people} chosen={target?.id} onChoose={setPicked} />
        {target !== undefined && target.status !== 'online' && (
          <p className="field-help" role="status">
            {text.transfer.notThere(target.name)}
          </p>
        )}
        <LongField
          label={text.transfer.note}
          help={text.transfer.noteHelp}
          rows={2}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="dialog-foot">
          <Button onClick={close}>{text.common.cancel}</Button>
          <Button type="submit" variant="primary" disabled={target === undefined}>
            {text.transfer.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function TransferDialog({ row }: { readonly row: ConversationRow }) {
  const open = useIsAsked('transfer', row.id);
  return open && mayTransfer(row) && <Transfer row={row} />;
}
