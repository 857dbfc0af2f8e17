/** The list of rules as one works on it: which is open, what was just taken away, where the keyboard goes. */

import type { RuleSetup } from '@parlor/core/routing';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type By, useMoves } from './ordered';
import { nameOfRule } from './rule-text';
import { copyOfRule, insertRule, newRule, putRules, removeRule, rulesOf } from './rules';
import { moved } from './setup';
import { useSetup } from './setup-context';
import { words } from './words';

interface Open {
  readonly at: number;
  readonly isFresh: boolean;
}

export interface Removed {
  readonly rule: RuleSetup;
  readonly at: number;
}

/** Once nothing is changed any more, what was taken away is either saved or back. */
function useRemoved() {
  const { setup, base } = useSetup();
  const [removed, setRemoved] = useState<Removed>();
  const isUntouched = setup === base.setup;
  useEffect(() => {
    if (isUntouched) setRemoved(undefined);
  }, [isUntouched]);
  return { removed, setRemoved };
}

function useOpen() {
  const [open, setOpen] = useState<Open>();
  /** The rule whose name the keyboard goes to next. */
  const [focused, setFocused] = useState<number>();
  return {
    open,
    focused,
    setOpen,
    setFocused,
    toggle: (at: number) => setOpen(open?.at === at ? undefined : { at, isFresh: false }),
    close: (at: number) => {
      setOpen(undefined);
      setFocused(at);
    },
  };
}

/** Where the open one is once a rule has come in or gone at a place. */
function shifted(open: Open | undefined, at: number, by: By): Open | undefined {
  return open === undefined || open.at < at ? open : { ...open, at: open.at + by };
}

function swapped(open: Open | undefined, from: number, to: number): Open | undefined {
  if (open?.at === from) return { at: to, isFresh: false };
  return open?.at === to ? { at: from, isFresh: false } : open;
}

/** What can be done with the list and with its rows. */
export interface RowActs {
  readonly show: (at: number) => void;
  readonly hasFocused: () => void;
  readonly toggle: (at: number) => void;
  readonly close: (at: number) => void;
  readonly add: () => void;
  readonly duplicate: (at: number) => void;
  readonly move: (at: number, by: By) => void;
  readonly remove: (at: number) => void;
  readonly undo: (removed: Removed) => void;
}

/** The same functions on every look, so that rows that did not change are not drawn again. */
function useSteady(acts: RowActs): RowActs {
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  return useMemo(
    () => ({
      show: (at) => latest.current.show(at),
      hasFocused: () => latest.current.hasFocused(),
      toggle: (at) => latest.current.toggle(at),
      close: (at) => latest.current.close(at),
      add: () => latest.current.add(),
      duplicate: (at) => latest.current.duplicate(at),
      move: (at, by) => latest.current.move(at, by),
      remove: (at) => latest.current.remove(at),
      undo: (removed) => latest.current.undo(removed),
    }),
    [],
  );
}

type Work = ReturnType<typeof useWork>;

function useWork() {
  const { setup, sites, change } = useSetup();
  const rules = rulesOf(setup);
  return {
    rules,
    change,
    inbox: sites[0]?.id ?? '',
    setup,
    insert: (at: number, rule: RuleSetup) => change((before) => insertRule(before, at, rule)),
    ...useMoves(rules),
    ...useRemoved(),
    ...useOpen(),
  };
}

function move({ rules, open, setOpen, tell, change }: Work, at: number, by: By): void {
  const next = moved(rules, at, by);
  const rule = rules[at];
  if (next === rules || rule === undefined) return;
  tell(nameOfRule(rule), at + by, String(at + by), by);
  setOpen(swapped(open, at, at + by));
  change((before) => putRules(before, next));
}

function duplicate({ rules, insert, setOpen }: Work, at: number): void {
  const rule = rules[at];
  if (rule === undefined) return;
  insert(at + 1, copyOfRule(rule, words.rule.copyOf));
  setOpen({ at: at + 1, isFresh: true });
}

function remove({ rules, open, setOpen, setRemoved, say, change }: Work, at: number): void {
  const rule = rules[at];
  if (rule === undefined) return;
  change((before) => removeRule(before, at));
  setOpen(open?.at === at ? undefined : shifted(open, at, -1));
  setRemoved({ rule, at });
  say(words.rule.isGone(nameOfRule(rule)));
}

function undo({ open, setOpen, setRemoved, setFocused, insert, say }: Work, { rule, at }: Removed): void {
  insert(at, rule);
  setOpen(shifted(open, at, 1));
  setRemoved(undefined);
  setFocused(at);
  say(words.rule.isBack(nameOfRule(rule)));
}

export function useRules() {
  const work = useWork();
  const { rules, list, said, removed, open, focused, setup, inbox, insert, setOpen, setFocused, toggle, close } = work;
  const acts = useSteady({
    toggle,
    close,
    show: (at) => {
      setOpen({ at, isFresh: false });
      setFocused(at);
    },
    hasFocused: () => setFocused(undefined),
    add: () => {
      insert(rules.length, newRule(setup, inbox));
      setOpen({ at: rules.length, isFresh: true });
    },
    duplicate: (at) => duplicate(work, at),
    move: (at, by) => move(work, at, by),
    remove: (at) => remove(work, at),
    undo: (one) => undo(work, one),
  });
  return { rules, list, said, removed, open, focused, acts };
}
