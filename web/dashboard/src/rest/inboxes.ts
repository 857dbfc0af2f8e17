import { queryOptions } from '@tanstack/react-query';
import { request } from './request';

export interface Inbox {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly color?: string;
  readonly greeting?: string;
  readonly created_at: string;
}

export type InboxChange = Partial<Pick<Inbox, 'name' | 'origins' | 'color' | 'greeting'>>;

export const inboxesQuery = queryOptions({
  queryKey: ['inboxes'],
  queryFn: async () => (await request<{ inboxes: Inbox[] }>('GET', 'inboxes')).inboxes,
});

export function createInbox(input: { name: string; origins: readonly string[] }): Promise<Inbox> {
  return request('POST', 'inboxes', input);
}

export function changeInbox(id: string, change: InboxChange): Promise<Inbox> {
  return request('PATCH', `inboxes/${encodeURIComponent(id)}`, change);
}
