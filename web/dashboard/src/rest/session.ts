/** Who is signed in, and the ways to become that: signing in, the first set-up, an invitation. */

import { queryOptions } from '@tanstack/react-query';
import type { Inbox } from './inboxes';
import { RestError, request } from './request';

export type Role = 'owner' | 'agent';

export interface Session {
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly role: Role };
  readonly workspace: { readonly id: string; readonly name: string };
}

export interface SetupInput {
  readonly token: string;
  readonly workspace: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly inbox: { readonly name: string; readonly origins: readonly string[] };
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await request<Session>('GET', 'session');
    } catch (error) {
      if (error instanceof RestError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
});

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => request<{ needed: boolean }>('GET', 'setup'),
});

export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => request<{ email: string; workspace: string }>('POST', 'invitations/check', { token }),
    retry: false,
  });
}

export function signIn(email: string, password: string): Promise<Session> {
  return request('POST', 'session', { email, password });
}

export function signOut(): Promise<void> {
  return request('DELETE', 'session');
}

export function setUp(input: SetupInput): Promise<Session & { inbox: Inbox }> {
  return request('POST', 'setup', input);
}

export function acceptInvitation(input: { token: string; name: string; password: string }): Promise<Session> {
  return request('POST', 'invitations/accept', input);
}
