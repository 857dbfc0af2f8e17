/** A list whose order buttons and the keyboard change. */

import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/icon-button';
import { words } from './words';

export type By = -1 | 1;

interface ButtonsProps {
  readonly name: string;
  readonly at: number;
  readonly of: number;
  readonly onMove: (by: By) => void;
}

export function MoveButtons({ name, at, of, onMove }: ButtonsProps) {
  return (
    <>
      <IconButton
        icon={ArrowUp}
        small
        label={words.moveUp(name)}
        keys="Alt ↑"
        data-move="-1"
        disabled={at === 0}
        onClick={() => onMove(-1)}
      />
      <IconButton
        icon={ArrowDown}
        small
        label={words.moveDown(name)}
        keys="Alt ↓"
        data-move="1"
        disabled={at === of - 1}
        onClick={() => onMove(1)}
      />
    </>
  );
}

/** For the row itself: Alt and an arrow do what its buttons do. */
export function moveKeys(onMove: (by: By) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
}

interface Move<Thing> {
  readonly before: readonly Thing[];
  readonly row: string;
  readonly by: By;
}

export interface Moves {
  readonly list: RefObject<HTMLOListElement | null>;
  /** Says where something is now, and keeps the keyboard on it; `row` is its `data-ordered` after the move. */
  readonly tell: (name: string, to: number, row: string, by: By) => void;
  readonly said: string;
  readonly say: (what: string) => void;
}

/** The keyboard stays on what was moved, also where its button has come to an end of the list. */
export function useMoves<Thing>(things: readonly Thing[]): Moves {
  const list = useRef<HTMLOListElement>(null);
  const [move, setMove] = useState<Move<Thing>>();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (move === undefined || move.before === things) return;
    setMove(undefined);
    const row = list.current?.querySelector(`[data-ordered="${move.row}"]`);
    // Where there are none, the row's name stands for it.
    const buttons = [`[data-move="${move.by}"]:not(:disabled)`, '[data-move]:not(:disabled)', 'button'];
    for (const button of buttons) {
      const found = row?.querySelector<HTMLElement>(button);
      if (found) return found.focus();
    }
  }, [things, move]);
  return {
    list,
    said,
    say: setSaid,
    tell: (name, to, row, by) => {
      setMove({ before: things, row, by });
      setSaid(words.nowAt(name, to + 1, things.length));
    },
  };
}
