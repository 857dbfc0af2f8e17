/** The agent's own corner: whether they take chats, how the screen looks, and the way out. */

import type { AgentStatus } from '@parlor/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, Volume2 } from 'lucide-react';
import { text } from '../catalogue';
import { forgetDrafts } from '../composer/drafts';
import { useClient, useLive } from '../live/live';
import { type Session, sessionQuery, signOut } from '../rest/session';
import { Avatar } from '../ui/avatar';
import { type Choice, Menu, MenuChoices, MenuItem, MenuRule, MenuSwitch } from '../ui/menu';
import { prefer, type Theme, togglePreference, usePreferences } from './preferences';
import { useWidth } from './screen';

const STATUSES: readonly AgentStatus[] = ['online', 'busy', 'away', 'offline'];
const STATUS_CHOICES: readonly Choice<AgentStatus>[] = STATUSES.map((value) => ({
  value,
  label: text.me[value],
  mark: <i className={`presence presence-inline presence-${value}`} />,
}));
const THEMES: readonly Theme[] = ['light', 'dark', 'auto'];
const THEME_CHOICES: readonly Choice<Theme>[] = THEMES.map((value) => ({ value, label: text.me[value] }));

function useMyStatus(me: string): AgentStatus {
  return useLive((state) =>
    state.connection.state === 'live' ? (state.agents.get(me)?.status ?? 'online') : 'offline',
  );
}

function useSignOut(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return () => {
    const leave = () => {
      forgetDrafts();
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, null);
      void navigate({ to: '/sign-in' });
    };
    signOut().then(leave, leave);
  };
}

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onShortcuts: () => void;
}

function Person({ session }: { readonly session: Session }) {
  return (
    <div className="menu-person">
      <Avatar id={session.user.id} name={session.user.name} size={32} />
      <span>
        <b>
          <bdi>{session.user.name}</bdi>
        </b>
        <small>{session.user.email}</small>
      </span>
    </div>
  );
}

export function StatusMenu({ open, onOpenChange, onShortcuts }: Props) {
  const client = useClient();
  const { data: session } = useQuery(sessionQuery);
  const theme = usePreferences((preferences) => preferences.theme);
  const sounds = usePreferences((preferences) => preferences.sounds);
  const leave = useSignOut();
  const width = useWidth();
  const status = useMyStatus(session?.user.id ?? '');
  if (session === undefined || session === null) return null;
  const trigger = (
    <button type="button" className="rail-me" aria-label={`${text.me.menu}: ${text.me[status]}`}>
      <Avatar id={session.user.id} name={session.user.name} size={32} presence={status} />
    </button>
  );
  const side = width === 'phone' ? 'top' : 'inline-end';
  return (
    <Menu trigger={trigger} side={side} align="end" open={open} onOpenChange={onOpenChange}>
      <Person session={session} />
      <MenuChoices
        label={text.me.status}
        value={status}
        choices={STATUS_CHOICES}
        onChoose={(value) => void client.setStatus(value).catch(() => undefined)}
      />
      <MenuRule />
      <MenuChoices
        label={text.me.theme}
        value={theme}
        choices={THEME_CHOICES}
        onChoose={(value) => prefer({ theme: value })}
      />
      <MenuRule />
      <MenuSwitch icon={Volume2} on={sounds} onToggle={() => togglePreference('sounds')}>
        {text.me.sounds}
      </MenuSwitch>
      <MenuItem icon={Keyboard} onSelect={onShortcuts} end={<kbd>?</kbd>}>
        {text.me.shortcuts}
      </MenuItem>
      <MenuItem icon={LogOut} onSelect={leave}>
        {text.me.signOut}
      </MenuItem>
    </Menu>
  );
}
