import type { AgentStatus } from '@parlor/core';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request';
import type { Role } from './session';

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly status: AgentStatus;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expires_at: string;
}

export const agentsQuery = queryOptions({
  queryKey: ['agents'],
  queryFn: async () => (await request<{ agents: Agent[] }>('GET', 'agents')).agents,
});

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: async () => (await request<{ invitations: Invitation[] }>('GET', 'invitations')).invitations,
});

export function invite(email: string, role: Role): Promise<Invitation & { url: string }> {
  return request('POST', 'invitations', { email, role });
}

export function revokeInvitation(id: string): Promise<void> {
  return request('DELETE', `invitations/${encodeURIComponent(id)}`);
}
