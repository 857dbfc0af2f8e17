/** From facts to faults, by the table that the command `parlor doctor` uses too. Pure. */

import { doctorFaults, type Facts, type Fault } from '@parlor/core/doctor';

export interface Findings {
  readonly facts: Facts;
  /** What the texts may name. */
  readonly figures: Readonly<Record<string, string>>;
}

export const NOTHING: Findings = { facts: {}, figures: {} };

export function join(one: Findings, other: Findings): Findings {
  return { facts: { ...one.facts, ...other.facts }, figures: { ...one.figures, ...other.figures } };
}

function holds(all: Facts, facts: Facts): boolean {
  return (Object.keys(all) as (keyof Facts)[]).every((name) => facts[name] === all[name]);
}

/** In the order of the table. */
export function faultsIn({ facts }: Findings): readonly Fault[] {
  return doctorFaults.filter(({ when }) => when.some((all) => holds(all, facts)));
}

export type Verdict = 'healthy' | 'impaired' | 'dead';

export function verdictOf(findings: Findings): Verdict {
  const { websocket, events, poll } = findings.facts;
  if (websocket !== 'ok' && events !== 'ok' && poll !== 'ok') return 'dead';
  return faultsIn(findings).some(({ severity }) => severity === 'broken') ? 'impaired' : 'healthy';
}

export function withFigures(line: string, { figures }: Findings): string {
  return line.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => figures[name] ?? 'nothing');
}
