import { signIn } from '../protocol/open.ts';
import type { Parlor } from './parlor.ts';

/** The zone that the tests' browsers are in. */
const zone = 'Europe/Madrid';
const dayMs = 86_400_000;

/** What an owner may change of a team that setUpTeams() has made. */
export interface TeamChange {
  /** How long a visitor waits before another way is offered. */
  waysOutSeconds?: number;
  /** Open on this weekday alone, from nine to five. */
  openOn?: string;
  /** While it is closed, this team gets its visitors. */
  whenClosedTo?: string;
}

interface TeamSetup {
  id: string;
  name: string;
}

interface RoutingDocument {
  version: number;
  setup: { teams: TeamSetup[] };
}

/** The English name of the day that comes after so many, where the tests' browsers are. */
export const weekdayIn = (days: number): string =>
  new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: zone }).format(Date.now() + days * dayMs);

function changed(team: TeamSetup, change: TeamChange, teams: readonly TeamSetup[]): object {
  const { waysOutSeconds, openOn, whenClosedTo } = change;
  const week = [{ day: openOn?.toLowerCase(), from: 9 * 60, to: 17 * 60 }];
  const to = teams.find(({ name }) => name === whenClosedTo)?.id;
  return {
    ...team,
    ...(waysOutSeconds !== undefined && { ways_out_s: waysOutSeconds }),
    ...(openOn && { hours: { zone, week, holidays: [], exceptions: [] } }),
    ...(whenClosedTo && { overflow: { to, when_closed: true } }),
  };
}

/** Changes teams by their names, as the owner would. */
export async function changeTeams(parlor: Parlor, changes: Readonly<Record<string, TeamChange>>): Promise<void> {
  const owner = await signIn(parlor.url, 'orla@casa.example');
  const headers = { Cookie: owner.cookie ?? '', Origin: parlor.url, 'Content-Type': 'application/json' };
  const address = `${parlor.url}/api/v1/routing`;
  const { version, setup } = (await (await fetch(address, { headers })).json()) as RoutingDocument;
  const { teams } = setup;
  for (const name of Object.keys(changes)) {
    if (!teams.some((team) => team.name === name)) throw new Error(`there is no team ${name}`);
  }
  const body = JSON.stringify({
    version,
    setup: { ...setup, teams: teams.map((team) => changed(team, changes[team.name] ?? {}, teams)) },
  });
  const answer = await fetch(address, { method: 'PUT', headers, body });
  const saved = (await answer.json()) as { faults?: unknown[] };
  if (!answer.ok || saved.faults?.length !== 0) throw new Error(`not saved: ${JSON.stringify(saved)}`);
}
