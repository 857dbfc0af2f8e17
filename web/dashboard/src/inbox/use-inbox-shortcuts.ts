/** The keys of the inbox: walking along the list, taking, answering, resolving, showing and hiding panels. */

import type { AgentClient, ConversationRow } from '@parlor/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { focusComposer, type Mode, setMode, toggleMode } from '../composer/drafts';
import { ask } from '../conversation/asked';
import { maySnooze } from '../conversation/snooze-times';
import { mayTransfer } from '../conversation/targets';
import { actionsOn } from '../conversation/use-actions';
import { placesOn } from '../floor/floor';
import { ringsAt } from '../floor/ringing';
import { type KeyMap, useSingleKeys } from '../frame/keys';
import { togglePreference } from '../frame/preferences';
import { useClient } from '../live/live';
import { neighbour, useShownOrder } from './order';
import { queuePlaces, type View } from './views';

interface Place {
  readonly view: View;
  readonly selected: string | undefined;
  readonly toggleContext: () => void;
}

function rowOf(client: AgentClient, id: string | undefined): ConversationRow | undefined {
  if (id === undefined) return undefined;
  const state = client.state.get();
  return state.conversations.get(id)?.row ?? state.inbox?.rows.get(id);
}

function firstInQueue(client: AgentClient): ConversationRow | undefined {
  const { inbox, queue } = client.state.get();
  const rows = inbox?.rows ?? new Map<string, ConversationRow>();
  const [first] = queuePlaces(rows.values(), queue === undefined ? undefined : placesOn(queue)).keys();
  return first === undefined ? undefined : rows.get(first);
}

/** The row that the keyboard stands on. */
function focusedRow(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row;
}

export function focusRow(id: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus());
}

function useGoTo(view: View): (id: string | undefined) => void {
  const navigate = useNavigate();
  return (conversation) =>
    void navigate({ to: '/inbox/$view/{-$conversation}', params: { view, conversation }, replace: true });
}

function walkKeys(place: Place, goTo: (id: string | undefined) => void): KeyMap {
  const walk = (step: 1 | -1) => (event: KeyboardEvent) => {
    event.preventDefault();
    const next = neighbour(useShownOrder.getState().ids, place.selected ?? focusedRow(), step);
    if (next === undefined) return;
    goTo(next);
    focusRow(next);
  };
  return { j: walk(1), ArrowDown: walk(1), k: walk(-1), ArrowUp: walk(-1) };
}

function writeKeys(client: AgentClient, place: Place, goTo: (id: string | undefined) => void): KeyMap {
  const write = (mode: Mode) => (event: KeyboardEvent) => {
    if (place.selected === undefined) return;
    event.preventDefault();
    setMode(place.selected, mode);
    focusComposer(place.selected);
  };
  const open = (event: KeyboardEvent) => {
    const row = focusedRow();
    const elsewhere = document.activeElement !== document.body && document.activeElement?.id !== 'conversation';
    if (row === undefined && elsewhere) return;
    const target = row ?? place.selected;
    if (target === undefined || rowOf(client, target) === undefined) return;
    event.preventDefault();
    if (target !== place.selected) goTo(target);
    focusComposer(target);
  };
  return { r: write('reply'), n: write('note'), Enter: open };
}

function actionKeys(client: AgentClient, place: Place, goTo: (id: string | undefined) => void): KeyMap {
  const take = () => {
    const { me: self, offers } = client.state.get();
    const me = self?.id ?? '';
    // While a chat rings, the key answers it: see OfferCard.
    if (ringsAt(offers, me, Date.now()).length > 0) return;
    const here = rowOf(client, place.selected);
    const takesHere = here !== undefined && here.status !== 'resolved' && here.assignee?.id !== me;
    const row = takesHere ? here : firstInQueue(client);
    if (row === undefined) return;
    void actionsOn(client, row, me).take();
    if (row.id !== place.selected) goTo(row.id);
  };
  const resolveOrReopen = () => {
    const row = rowOf(client, place.selected);
    if (row === undefined) return;
    const actions = actionsOn(client, row, '');
    if (row.status === 'resolved') void actions.reopen();
    else void actions.resolve();
  };
  const transfer = (event: KeyboardEvent) => {
    const row = rowOf(client, place.selected);
    if (row === undefined || !mayTransfer(row)) return;
    event.preventDefault();
    ask('transfer', row.id);
  };
  const snooze = () => {
    const row = rowOf(client, place.selected);
    if (row !== undefined && maySnooze(row)) ask('snooze', row.id);
  };
  const backToList = () => {
    if (place.selected !== undefined) focusRow(place.selected);
  };
  return {
    a: take,
    e: resolveOrReopen,
    t: transfer,
    'Shift+A': transfer,
    z: snooze,
    '[': () => togglePreference('listShown'),
    ']': place.toggleContext,
    Escape: backToList,
  };
}

/** Escape leaves a field; Alt N works inside the composer and outside of it. */
function useFieldKeys(selected: string | undefined): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const field = document.activeElement;
      if (event.key === 'Escape' && !event.defaultPrevented && field?.id === 'composer' && selected !== undefined) {
        (field as HTMLElement).blur();
        focusRow(selected);
      }
      if (event.altKey && event.code === 'KeyN' && field?.id !== 'composer' && selected !== undefined) {
        event.preventDefault();
        toggleMode(selected);
        focusComposer(selected);
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [selected]);
}

export function useInboxShortcuts(place: Place): void {
  const client = useClient();
  const goTo = useGoTo(place.view);
  useSingleKeys({
    ...walkKeys(place, goTo),
    ...writeKeys(client, place, goTo),
    ...actionKeys(client, place, goTo),
  });
  useFieldKeys(place.selected);
}
