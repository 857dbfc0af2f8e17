import type { Conversation } from '@parlor/core';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request';

export interface PageSeen {
  readonly url: string;
  readonly title: string;
  readonly at: string;
}

export interface Contact {
  readonly contact: {
    readonly id: string;
    readonly name: string;
    readonly email?: string;
    readonly locale?: string;
    readonly browser?: string;
    readonly os?: string;
    readonly device?: string;
    readonly first_seen?: string;
    readonly online: boolean;
    readonly visits?: number;
  };
  readonly page?: PageSeen;
  readonly pages: readonly PageSeen[];
  readonly conversations: readonly Conversation[];
}

export function contactQuery(id: string) {
  return queryOptions({
    queryKey: ['contact', id],
    queryFn: () => request<Contact>('GET', `contacts/${encodeURIComponent(id)}`),
    staleTime: 15_000,
  });
}
