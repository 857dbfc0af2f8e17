/** What every part of a routing page needs: the draft, the people, the inboxes, and whether one may change anything. */

import { createContext, useContext } from 'react';
import type { Agent } from '../../rest/agents';
import type { Inbox } from '../../rest/inboxes';
import type { SetupDraft } from './draft';
import { words } from './words';

export interface SetupView extends SetupDraft {
  readonly mayChange: boolean;
  readonly people: readonly Agent[];
  readonly sites: readonly Inbox[];
}

export const SetupContext = createContext<SetupView | null>(null);

export function useSetup(): SetupView {
  const view = useContext(SetupContext);
  if (view === null) throw new Error('useSetup needs a SetupFrame above it');
  return view;
}

/** Of those who have left the workspace, the setup may still speak. */
export function nameOf(people: readonly Agent[], id: string): string {
  return people.find((person) => person.id === id)?.name ?? words.formerMember;
}
