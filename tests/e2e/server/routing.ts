import { signIn } from '../protocol/open.ts';
import type { Parlor } from './parlor.ts';

/** A team as the setup writes it; what is left out is as an owner finds it. */
export interface Team {
  name: string;
  ringSeconds?: number;
  members: readonly { email: string; capacity: number }[];
}

const minute = 60;
const idOf = (number: number): string => `018f3c2a-7b10-700a-8a00-${String(number).padStart(12, '0')}`;

interface Agent {
  id: string;
  email: string;
}

async function agentsOf(parlor: Parlor, headers: Record<string, string>): Promise<readonly Agent[]> {
  const answer = await fetch(`${parlor.url}/api/v1/agents`, { headers });
  return ((await answer.json()) as { agents: Agent[] }).agents;
}

/** Replaces the routing setup as the owner would. */
export async function setUpTeams(parlor: Parlor, teams: readonly Team[], rules: readonly object[] = []): Promise<void> {
  const owner = await signIn(parlor.url, 'orla@casa.example');
  const headers = { Cookie: owner.cookie ?? '', Origin: parlor.url, 'Content-Type': 'application/json' };
  const agents = await agentsOf(parlor, headers);
  const capacity = new Map(teams.flatMap((team) => team.members.map((one) => [one.email, one.capacity] as const)));
  const setup = {
    teams: teams.map((team, number) => ({
      id: idOf(number),
      name: team.name,
      mode: 'automatic',
      criteria: ['least_busy'],
      ring_s: team.ringSeconds ?? 15,
      age_step_s: 5 * minute,
      prefer_s: 0,
      ways_out_s: minute,
      place_kept_s: 2 * minute,
    })),
    skills: [],
    agents: [...capacity].map(([email, most]) => ({
      agent: agents.find((one) => one.email === email)?.id,
      capacity: most,
      teams: teams.flatMap((team, number) => (team.members.some((one) => one.email === email) ? [idOf(number)] : [])),
      skills: [],
    })),
    rules,
    inboxes: [],
  };
  const current = (await (await fetch(`${parlor.url}/api/v1/routing`, { headers })).json()) as { version: number };
  const body = JSON.stringify({ version: current.version, setup });
  const answer = await fetch(`${parlor.url}/api/v1/routing`, { method: 'PUT', headers, body });
  const saved = (await answer.json()) as { faults?: unknown[] };
  if (!answer.ok || saved.faults?.length !== 0) throw new Error(`not saved: ${JSON.stringify(saved)}`);
}
