/** What becomes of the rules when a team or a skill goes, in sentences. Pure. */

import type { RoutingSetup } from '@parlor/core/routing';
import { nameOfRule } from './rule-text';
import { rulesOf, touchesOfRules } from './rules';
import { words } from './words';

export function ruleTouches(setup: RoutingSetup, id: string): string[] {
  const { poorer, gone } = touchesOfRules(rulesOf(setup), id);
  return [
    ...(poorer.length > 0 ? [words.rule.deletePoorer(poorer.map(nameOfRule))] : []),
    ...(gone.length > 0 ? [words.rule.deleteGone(gone.map(nameOfRule))] : []),
  ];
}
