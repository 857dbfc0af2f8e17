/** The frame of the settings: what there is on one side, the chosen page on the other. */

import { Link, Outlet } from '@tanstack/react-router';
import { CalendarClock, Globe, type LucideIcon, Signpost, Split, Stethoscope, Users, UsersRound } from 'lucide-react';
import { text } from '../catalogue';
import { useWidth } from '../frame/screen';
import { Icon } from '../ui/icon';
import { SectionMenu } from './section-menu';

export interface Section {
  readonly to:
    | '/settings/websites'
    | '/settings/members'
    | '/settings/teams'
    | '/settings/hours'
    | '/settings/routing'
    | '/settings/rules'
    | '/doctor';
  readonly icon: LucideIcon;
  readonly label: string;
}

export interface SectionGroup {
  readonly label: string;
  readonly sections: readonly Section[];
}

const GROUPS: readonly SectionGroup[] = [
  {
    label: text.settings.channels,
    sections: [{ to: '/settings/websites', icon: Globe, label: text.settings.websites }],
  },
  {
    label: text.settings.workspace,
    sections: [
      { to: '/settings/members', icon: Users, label: text.settings.members },
      { to: '/settings/teams', icon: UsersRound, label: text.settings.teamsAndSkills },
      { to: '/settings/hours', icon: CalendarClock, label: text.settings.hours },
      { to: '/doctor', icon: Stethoscope, label: text.settings.doctor },
    ],
  },
  {
    label: text.settings.conversations,
    sections: [
      { to: '/settings/routing', icon: Split, label: text.settings.routing },
      { to: '/settings/rules', icon: Signpost, label: text.settings.rules },
    ],
  },
];

function Group({ group }: { readonly group: SectionGroup }) {
  return (
    <>
      <p>{group.label}</p>
      {group.sections.map(({ to, icon, label }) => (
        <Link key={to} to={to}>
          <Icon of={icon} />
          {label}
        </Link>
      ))}
    </>
  );
}

export function SettingsPage() {
  const isPhone = useWidth() === 'phone';
  return (
    <div className="settings">
      <nav className="settings-nav scroller" aria-label={text.settings.nav}>
        <h1>{text.settings.title}</h1>
        {isPhone ? <SectionMenu groups={GROUPS} /> : GROUPS.map((group) => <Group key={group.label} group={group} />)}
      </nav>
      <main className="settings-main scroller" id="conversation" tabIndex={-1}>
        <div className="settings-column">
          <Outlet />
        </div>
      </main>
    </div>
  );
}
