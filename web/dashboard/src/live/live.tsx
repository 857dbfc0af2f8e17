/** The one live client of a signed-in agent, and how screens read from it. */

import { type AgentClient, type ClientState, connectAgent } from '@parlor/core';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { VERSION } from '../version';

export type MakeClient = () => AgentClient;

export function connectHere(): AgentClient {
  return connectAgent({
    server: window.location.origin,
    credentials: { kind: 'agent' },
    client: { name: 'dashboard', version: VERSION },
    locale: navigator.language,
  });
}

/** How a signed-in screen gets its client; the gallery and the tests give another one. */
export const MakeClientContext = createContext<MakeClient>(connectHere);

const ClientContext = createContext<AgentClient | null>(null);

/** Connects while it is mounted, and follows the lists, who is there, and the floor, from which chats ring. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const make = useContext(MakeClientContext);
  const [client, setClient] = useState<AgentClient | null>(null);
  useEffect(() => {
    const made = make();
    made.open('workspace');
    made.open('presence');
    made.open('queue');
    setClient(made);
    return () => made.dispose();
  }, [make]);
  return client === null ? null : <ClientContext value={client}>{children}</ClientContext>;
}

export function useClient(): AgentClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useClient needs a LiveProvider above it');
  return client;
}

/** A part of the live state. `select` must hand out values of the state itself, not new objects. */
export function useLive<Part>(select: (state: ClientState) => Part): Part {
  const { state } = useClient();
  return useSyncExternalStore(state.subscribe, () => select(state.get()));
}

const NO_ID = '';

export function useMyId(): string {
  return useLive((state) => state.me?.id ?? NO_ID);
}
