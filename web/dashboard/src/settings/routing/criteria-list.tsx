/** Who is asked first: an order that buttons and the keyboard change. */

import type { Criterion, TeamSetup } from '@parlor/core/routing';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { Menu, MenuItem } from '../../ui/menu';
import { Card } from './card';
import { CRITERIA, moved } from './setup';
import { useTeam } from './use-team';
import { words } from './words';

type By = -1 | 1;

interface RowProps {
  readonly criterion: Criterion;
  readonly at: number;
  readonly of: number;
  readonly onMove: (by: By) => void;
  readonly onLeaveOut: () => void;
}

function RowTools({ criterion, at, of, onMove, onLeaveOut }: RowProps) {
  const { name } = words.criteria[criterion];
  return (
    <span className="setup-row-tools">
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
      <IconButton icon={X} small label={words.leaveOut(name)} onClick={onLeaveOut} />
    </span>
  );
}

function Row(props: RowProps & { readonly mayChange: boolean }) {
  const { criterion, at, onMove, mayChange } = props;
  const { name, help } = words.criteria[criterion];
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className="setup-row criterion" data-criterion={criterion} onKeyDown={onKeyDown}>
      <span className="criterion-place nums" aria-hidden="true">
        {at + 1}
      </span>
      <span className="setup-row-text">
        <b>{name}</b>
        <small>{help}</small>
      </span>
      {mayChange && <RowTools {...props} />}
    </li>
  );
}

/** The keyboard stays on what was moved, also where its button has come to an end of the list. */
function useFocusAfterMove(criteria: readonly Criterion[]) {
  const list = useRef<HTMLOListElement>(null);
  const [move, setMove] = useState<{ criterion: Criterion; by: By }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each new order
  useEffect(() => {
    if (move === undefined) return;
    const row = list.current?.querySelector(`[data-criterion="${move.criterion}"]`);
    const buttons = [`[data-move="${move.by}"]:not(:disabled)`, '[data-move]:not(:disabled)'];
    for (const button of buttons) {
      const found = row?.querySelector<HTMLElement>(button);
      if (found) return found.focus();
    }
  }, [criteria, move]);
  const said =
    move === undefined
      ? ''
      : words.nowAt(words.criteria[move.criterion].name, criteria.indexOf(move.criterion) + 1, criteria.length);
  return { list, setMove, said: move !== undefined && criteria.includes(move.criterion) ? said : '' };
}

function AddCriterion({ team }: { readonly team: TeamSetup }) {
  const { edit } = useTeam(team);
  const missing = CRITERIA.filter((criterion) => !team.criteria.includes(criterion));
  if (missing.length === 0) return null;
  return (
    <div>
      <Menu
        align="start"
        trigger={
          <Button icon={Plus} size="small">
            {words.addCriterion}
          </Button>
        }
      >
        {missing.map((criterion) => (
          <MenuItem key={criterion} onSelect={() => edit({ criteria: [...team.criteria, criterion] })}>
            {words.criteria[criterion].name}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}

export function CriteriaList({ team }: { readonly team: TeamSetup }) {
  const { edit, errorAt, mayChange } = useTeam(team);
  const { list, setMove, said } = useFocusAfterMove(team.criteria);
  const error = errorAt('criteria');
  const move = (criterion: Criterion, by: By) => {
    setMove({ criterion, by });
    edit({ criteria: moved(team.criteria, team.criteria.indexOf(criterion), by) });
  };
  const leaveOut = (criterion: Criterion) => edit({ criteria: team.criteria.filter((one) => one !== criterion) });
  return (
    <Card title={words.order} help={team.mode === 'pick' ? words.pickOrderHelp : words.orderHelp}>
      {team.criteria.length === 0 && <p className="setup-none">{words.noCriteria}</p>}
      {team.criteria.length > 0 && (
        <ol className="setup-rows" ref={list}>
          {team.criteria.map((criterion, at) => (
            <Row
              key={criterion}
              criterion={criterion}
              at={at}
              of={team.criteria.length}
              mayChange={mayChange}
              onMove={(by) => move(criterion, by)}
              onLeaveOut={() => leaveOut(criterion)}
            />
          ))}
        </ol>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      {error !== undefined && <p className="field-error">{error}</p>}
      {mayChange && <AddCriterion team={team} />}
    </Card>
  );
}
