/** A chat that somebody thinks of, as the form holds it and as the server is asked. Pure. */

import type { Attribute } from '@parlor/core';
import type { DryRun, SkillLevel } from '@parlor/core/routing';
import type { Inbox } from '../../rest/inboxes';
import type { Priority } from './priorities';

/** What is empty is left to the website and the rules. */
export interface Thought {
  readonly inbox: string;
  readonly page: string;
  readonly message: string;
  readonly language: string;
  readonly team: string;
  readonly priority: Priority | '';
  readonly required: readonly SkillLevel[];
  readonly preferred: readonly SkillLevel[];
  readonly title: string;
  readonly returning: 'yes' | 'no' | '';
  /** As typed: one without a key says nothing. */
  readonly attributes: readonly Attribute[];
}

export const ATTRIBUTES_MAX = 10;

type Sites = readonly Pick<Inbox, 'id' | 'origins'>[];

export function thoughtFor(sites: Sites): Thought {
  const [site] = sites;
  return {
    inbox: site?.id ?? '',
    page: '',
    message: '',
    language: '',
    team: '',
    priority: '',
    required: [],
    preferred: [],
    title: '',
    returning: '',
    attributes: [],
  };
}

/** A path is one on the website; an address stays as it is. */
export function pageUrl(typed: string, origin: string | undefined): string {
  const page = typed.trim();
  return page.startsWith('/') && origin !== undefined ? `${origin}${page}` : page;
}

function attributesIn({ attributes }: Thought): readonly Attribute[] {
  return attributes.map(({ key, value }) => ({ key: key.trim(), value: value.trim() })).filter(({ key }) => key !== '');
}

type Asked = readonly [keyof DryRun, DryRun[keyof DryRun]];

function isSaid(value: Asked[1]): boolean {
  return value !== undefined && (typeof value === 'boolean' || value.length > 0);
}

export function runOf(thought: Thought, sites: Sites): DryRun {
  const { inbox, page, message, language, team, priority, required, preferred, title, returning } = thought;
  const origin = sites.find(({ id }) => id === inbox)?.origins[0];
  const asked: readonly Asked[] = [
    ['inbox', inbox],
    ['page_url', pageUrl(page, origin)],
    ['page_title', title.trim()],
    ['message', message.trim()],
    ['language', language],
    ['returning', returning === '' ? undefined : returning === 'yes'],
    ['attributes', attributesIn(thought)],
    ['team', team],
    ['priority', priority || undefined],
    ['required', required],
    ['preferred', preferred],
  ];
  return Object.fromEntries(asked.filter(([, value]) => isSaid(value)));
}
