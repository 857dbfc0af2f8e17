import type { TeamSetup } from '@parlor/core/routing';
import { faultAt, type TeamField } from './faults';
import { changeTeam, type TeamChange } from './setup';
import { useSetup } from './setup-context';

/** How to change one team, and what the server says of its fields. */
export function useTeam(team: TeamSetup) {
  const { change, faults, mayChange } = useSetup();
  return {
    mayChange,
    edit: (next: TeamChange) => change((before) => changeTeam(before, team.id, next)),
    errorAt: (field: TeamField) => faultAt(faults, team.id, field),
  };
}
