/** A chat that somebody thinks of, as the form holds it and as the server is asked. Pure. */

import type { DryRun, RoutingSetup, SkillLevel } from '@parlor/core/routing';

export type Priority = NonNullable<DryRun['priority']>;

export interface Thought {
  readonly team: string;
  readonly priority: Priority;
  readonly language: string;
  readonly required: readonly SkillLevel[];
  readonly preferred: readonly SkillLevel[];
}

export function thoughtFor(setup: RoutingSetup): Thought {
  return { team: setup.teams[0]?.id ?? '', priority: 'normal', language: '', required: [], preferred: [] };
}

/** What is empty is not asked for. */
export function runOf({ team, priority, language, required, preferred }: Thought): DryRun {
  return {
    team,
    priority,
    ...(language === '' ? {} : { language }),
    ...(required.length === 0 ? {} : { required }),
    ...(preferred.length === 0 ? {} : { preferred }),
  };
}
