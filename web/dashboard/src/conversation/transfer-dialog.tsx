/** Hands a conversation to a team or a colleague, with a note for whoever takes it. */

import type { ConversationRow, TransferHow } from '@parlor/core';
import { type FormEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { text } from '../catalogue';
import { useFloor } from '../floor/use-floor';
import { useLive, useMyId } from '../live/live';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { LongField, TextField } from '../ui/field';
import { stopAsking, useIsAsked } from './asked';
import { askable, fateOf, howFor, mayAsk } from './asking';
import { TargetList } from './target-list';
import { mayTransfer, type Target, type Targets, targetsFor } from './targets';
import { TransferHowChoice } from './transfer-how';
import { useActions } from './use-actions';

const close = () => stopAsking('transfer');

function useTargets(row: ConversationRow, search: string): Targets {
  const agents = useLive((state) => state.agents);
  const offers = useLive((state) => state.offers);
  const floor = useFloor();
  const me = useMyId();
  const holder = row.assignee?.id;
  return useMemo(() => {
    const ringing = new Set(offers.map(({ offer }) => offer.agent.id));
    return targetsFor({ floor, agents: agents.values(), ringing, except: [holder, me], search });
  }, [floor, agents, offers, holder, me, search]);
}

/** While one searches, the first found is meant, so that Enter takes it: a team before a person. */
function meant({ teams, people }: Targets, picked: string | undefined, search: string): Target | undefined {
  const all = [...teams, ...people];
  return all.find(({ id }) => id === picked) ?? (search.trim() === '' ? undefined : all[0]);
}

/** From the search down into what it found. */
function toList(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return;
  const form = event.currentTarget.closest('form');
  const first = form?.querySelector<HTMLInputElement>('input[type="radio"]:checked, input[type="radio"]');
  if (first === null || first === undefined) return;
  event.preventDefault();
  first.click();
  first.focus();
}

/** What will be done with the one who is meant: as wished, as far as it can be. */
function useHow(row: ConversationRow, target: Target | undefined) {
  const me = useMyId();
  const [wished, wish] = useState<TransferHow>('now');
  const asks = mayAsk(row, me);
  const how = howFor(wished, target, asks);
  return { how, wish, person: askable(target, asks), fate: fateOf(target, how, asks) };
}

function Foot({ target, how }: { readonly target: Target | undefined; readonly how: TransferHow }) {
  return (
    <div className="dialog-foot">
      <Button onClick={close}>{text.common.cancel}</Button>
      <Button type="submit" variant="primary" disabled={target === undefined}>
        {text.transfer.submits[how]}
      </Button>
    </div>
  );
}

function Transfer({ row }: { readonly row: ConversationRow }) {
  const { transfer } = useActions(row);
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<string>();
  const [note, setNote] = useState('');
  const targets = useTargets(row, search);
  const target = meant(targets, picked, search);
  const { how, wish, person, fate } = useHow(row, target);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (target === undefined) return;
    close();
    void transfer({ ...target, how }, note.trim());
  };
  return (
    <Dialog open title={text.transfer.title} onClose={close} initialFocus={field}>
      <form className="transfer-form" onSubmit={submit}>
        <TextField
          ref={field}
          label={text.transfer.search}
          type="search"
          autoComplete="off"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={toList}
        />
        <TargetList targets={targets} chosen={target?.id} onChoose={setPicked} />
        {person !== undefined && <TransferHowChoice person={person} how={how} onChoose={wish} />}
        <p className="field-help transfer-fate" role="status">
          {fate}
        </p>
        <LongField
          label={text.transfer.note}
          help={text.transfer.noteHelp}
          rows={2}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Foot target={target} how={how} />
      </form>
    </Dialog>
  );
}

export function TransferDialog({ row }: { readonly row: ConversationRow }) {
  const open = useIsAsked('transfer', row.id);
  return open && mayTransfer(row) && <Transfer row={row} />;
}
