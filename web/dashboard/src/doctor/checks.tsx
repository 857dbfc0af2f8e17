import type { Facts } from '@parlor/core/doctor';
import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react';
import { text } from '../catalogue';
import { Icon } from '../ui/icon';

type Look = 'open' | 'running' | 'good' | 'bad';

const ICONS = { open: CircleDashed, running: LoaderCircle, good: CircleCheck, bad: CircleAlert } as const;

const QUIET = ['quiet_websocket', 'quiet_events', 'quiet_poll'] as const;

/** Quiet connections are one check for those who read: all that could be watched must live. */
function quietOf(facts: Facts, running: boolean): string | undefined {
  if (QUIET.some((name) => facts[name] === 'cut')) return 'cut';
  return !running && QUIET.some((name) => facts[name] === 'ok') ? 'ok' : undefined;
}

function wordFor(value: string | undefined, look: Look): string {
  if (look === 'open') return text.doctor.notYet;
  if (look === 'running') return text.doctor.running;
  if (look === 'good') return text.doctor.works;
  if (value === 'held') return text.doctor.held;
  return value === 'cut' ? text.doctor.cut : text.doctor.broken;
}

interface CheckProps {
  readonly name: string;
  readonly value: string | undefined;
  readonly running: boolean;
}

function Check({ name, value, running }: CheckProps) {
  const pending: Look = running ? 'running' : 'open';
  const look = value === undefined ? pending : value === 'ok' ? 'good' : 'bad';
  return (
    <li className={`doctor-check doctor-${look}`}>
      <Icon of={ICONS[look]} size={16} className={look === 'running' ? 'spin' : ''} />
      <b>{name}</b>
      <span>{wordFor(value, look)}</span>
    </li>
  );
}

export function Checks({ facts, running }: { readonly facts: Facts; readonly running: boolean }) {
  return (
    <ul className="settings-card doctor-checks">
      <Check name={text.doctor.websocket} value={facts.websocket} running={running} />
      <Check name={text.doctor.events} value={facts.events} running={running} />
      <Check name={text.doctor.poll} value={facts.poll} running={running} />
      <Check name={text.doctor.upload} value={facts.upload} running={running} />
      <Check name={text.doctor.quiet} value={quietOf(facts, running)} running={running} />
    </ul>
  );
}
