/** Who is asked first: an order that buttons and the keyboard change. */

import type { Criterion, TeamSetup } from '@parlor/core/routing';
import { Plus, X } from 'lucide-react';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { Menu, MenuItem } from '../../ui/menu';
import { Card } from './card';
import { type By, MoveButtons, moveKeys, useMoves } from './ordered';
import { CRITERIA, moved } from './setup';
import { useTeam } from './use-team';
import { words } from './words';

interface RowProps {
  readonly criterion: Criterion;
  readonly at: number;
  readonly of: number;
  readonly onMove: (by: By) => void;
  readonly onLeaveOut: () => void;
  readonly mayChange: boolean;
}

function Row({ criterion, at, of, onMove, onLeaveOut, mayChange }: RowProps) {
  const { name, help } = words.criteria[criterion];
  return (
    <li className="setup-row criterion" data-ordered={criterion} onKeyDown={moveKeys(onMove)}>
      <span className="ordered-place nums" aria-hidden="true">
        {at + 1}
      </span>
      <span className="setup-row-text">
        <b>{name}</b>
        <small>{help}</small>
      </span>
      {mayChange && (
        <span className="setup-row-tools">
          <MoveButtons name={name} at={at} of={of} onMove={onMove} />
          <IconButton icon={X} small label={words.leaveOut(name)} onClick={onLeaveOut} />
        </span>
      )}
    </li>
  );
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
  const { list, tell, said } = useMoves(team.criteria);
  const error = errorAt('criteria');
  const move = (criterion: Criterion, by: By) => {
    const from = team.criteria.indexOf(criterion);
    const next = moved(team.criteria, from, by);
    if (next === team.criteria) return;
    tell(words.criteria[criterion].name, from + by, criterion, by);
    edit({ criteria: next });
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
