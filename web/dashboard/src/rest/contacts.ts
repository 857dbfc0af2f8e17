import type { Attribute, Conversation } from '@parlor/core';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
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
    /** What the site says of them: nobody has proven it. */
    readonly attributes?: readonly Attribute[];
  };
  readonly page?: PageSeen;
  readonly pages: readonly PageSeen[];
  readonly conversations: readonly Conversation[];
}

/** What the live feed says of a visitor; when it changes, the record that we hold is old. */
export interface Whereabouts {
  readonly online: boolean | undefined;
  readonly page: string | undefined;
}

export function contactQuery(id: string, whereabouts: Whereabouts) {
  return queryOptions({
    queryKey: ['contact', id, whereabouts],
    placeholderData: keepPreviousData,
    queryFn: () => request<Contact>('GET', `contacts/${encodeURIComponent(id)}`),
    staleTime: 15_000,
  });
}
