/** One line between the bubbles for what happened and was not said. */

import type { SystemItem } from '@parlor/core';
import {
  ArrowRightLeft,
  CircleCheck,
  Inbox,
  Info,
  LogIn,
  LogOut,
  type LucideIcon,
  Mail,
  MessageCircle,
  MoonStar,
  Phone,
  RotateCcw,
  Smile,
  Tag,
  UserRoundCheck,
  UserRoundPen,
  UserRoundX,
} from 'lucide-react';
import { text } from '../catalogue';
import { clockTime, dayAndTime, isolated, listOf } from '../format';
import { useMyId } from '../live/live';
import { Icon } from '../ui/icon';
import { callTime } from './call-time';
import { addressLink, type WayAsked, wayIn } from './way-asked';

const ICONS: Record<string, LucideIcon> = {
  'conversation.started': MessageCircle,
  'conversation.queued': Inbox,
  'conversation.assigned': UserRoundCheck,
  'conversation.transferred': ArrowRightLeft,
  'transfer.declined': UserRoundX,
  'conversation.snoozed': MoonStar,
  'conversation.resolved': CircleCheck,
  'conversation.reopened': RotateCcw,
  'conversation.rated': Smile,
  'conversation.tagged': Tag,
  'participant.joined': LogIn,
  'participant.left': LogOut,
  'contact.updated': UserRoundPen,
};

function field(item: SystemItem, name: string): Record<string, unknown> {
  const value = item.data[name];
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function words(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : [];
}

function personIn(item: SystemItem, name: string, me: string): string {
  const person = field(item, name);
  if (person.id === me) return isolated(text.common.you);
  return isolated(typeof person.name === 'string' ? person.name : text.conversation.agent);
}

/** The one to whom something was done: a sentence names them after its verb. */
function whomIn(item: SystemItem, name: string, me: string): string {
  return field(item, name).id === me ? isolated(text.system.whomYou) : personIn(item, name, me);
}

function teamIn(item: SystemItem): string | undefined {
  const { name } = field(item, 'team');
  return typeof name === 'string' ? isolated(name) : undefined;
}

function queuedSentence(item: SystemItem): string {
  const { reason } = item.data;
  return text.system.queued(typeof reason === 'string' ? reason : '', teamIn(item));
}

/** Who takes what they were asked to take does it themselves. */
function transferredSentence(item: SystemItem, who: string, me: string): string {
  if (field(item, 'agent').id === item.actor.id) return text.system.tookOver(who);
  return text.system.transferred(who, teamIn(item) ?? whomIn(item, 'agent', me));
}

function declinedSentence(item: SystemItem, me: string): string {
  const { reason, joins, holder } = item.data;
  const said = {
    joins: joins === true,
    holder: holder === undefined ? undefined : whomIn(item, 'holder', me),
  };
  return text.system.declined(personIn(item, 'agent', me), typeof reason === 'string' ? reason : '', said);
}

function tagSentence(item: SystemItem, who: string): string {
  const added = words(item.data.added);
  const removed = words(item.data.removed);
  const parts = [
    added.length > 0 ? text.system.tagsAdded(who, listOf(added.map(isolated))) : '',
    removed.length > 0 ? text.system.tagsRemoved(who, listOf(removed.map(isolated))) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

function ratedSentence(item: SystemItem, who: string): string {
  const score = Number(item.data.score);
  const named = text.conversation.scores[score - 1] ?? '';
  const comment = typeof item.data.comment === 'string' ? `: “${item.data.comment}”` : '';
  const reasons = words(item.data.reasons).map(text.conversation.reason);
  const because = reasons.length > 0 ? ` (${listOf(reasons)})` : '';
  return text.system.rated(who, isolated(`${score}/5 ${named}`)) + because + comment;
}

function assignedSentence(item: SystemItem, who: string, me: string): string {
  const self = field(item, 'assignee').id === item.actor.id;
  return self ? text.system.assignedSelf(who) : text.system.assigned(who, whomIn(item, 'assignee', me));
}

function snoozedSentence(item: SystemItem, who: string): string {
  const until = typeof item.data.until === 'string' ? Date.parse(item.data.until) : Number.NaN;
  return Number.isNaN(until) ? text.system.snoozed(who) : text.system.snoozedUntil(who, dayAndTime(until));
}

function askedSentence(way: WayAsked, who: string): string {
  const address = way.address === undefined ? undefined : isolated(way.address);
  if (way.by === 'mail') return text.system.mailAsked(who, address);
  return text.system.callAsked(who, way.at === undefined ? undefined : callTime(way.at), address);
}

function startedSentence(item: SystemItem, who: string): string {
  const title = field(item, 'page').title;
  return typeof title === 'string' && title !== ''
    ? text.system.startedOn(who, isolated(title))
    : text.system.started(who);
}

function resolvedSentence({ actor }: SystemItem, who: string): string {
  if (actor.kind === 'system') return text.system.gone;
  return actor.kind === 'visitor' ? text.system.ended(who) : text.system.resolved(who);
}

export function sentenceOf(item: SystemItem, me: string): string {
  const who = isolated(item.actor.id === me ? text.common.you : item.actor.name || text.system.server);
  const sentences: Record<string, () => string> = {
    'conversation.started': () => startedSentence(item, who),
    'conversation.queued': () => queuedSentence(item),
    'conversation.assigned': () => assignedSentence(item, who, me),
    'conversation.transferred': () => transferredSentence(item, who, me),
    'transfer.declined': () => declinedSentence(item, me),
    'conversation.snoozed': () => snoozedSentence(item, who),
    'conversation.resolved': () => resolvedSentence(item, who),
    'conversation.reopened': () => text.system.reopened(who),
    'conversation.rated': () => ratedSentence(item, who),
    'conversation.tagged': () => tagSentence(item, who),
    'participant.joined': () => text.system.joined(personIn(item, 'participant', me)),
    'participant.left': () => text.system.left(personIn(item, 'participant', me)),
    'contact.updated': () => text.system.contactUpdated(who),
  };
  const way = wayIn(item);
  if (way !== undefined) return askedSentence(way, who);
  return sentences[item.type]?.() ?? text.system.other;
}

interface Link {
  readonly words: string;
  readonly to: string;
}

function linkIn(item: SystemItem): Link | undefined {
  const way = wayIn(item);
  const to = way === undefined ? undefined : addressLink(way);
  return way?.address === undefined || to === undefined ? undefined : { words: way.address, to };
}

/** Names are found again by their isolates, and made bold; an address leads to the phone or the mail. */
function Sentence({ sentence, link }: { readonly sentence: string; readonly link: Link | undefined }) {
  return sentence.split(/(\u2068.*?\u2069)/su).map((part, at) => {
    if (!part.startsWith('\u2068')) return part;
    const name = part.slice(1, -1);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed sentence never move
      <b key={at}>
        {name === link?.words ? (
          <a className="link whitespace-nowrap" href={link.to}>
            <bdi dir="ltr">{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
      </b>
    );
  });
}

function iconOf(item: SystemItem): LucideIcon {
  const way = wayIn(item);
  if (way !== undefined) return way.by === 'phone' ? Phone : Mail;
  return ICONS[item.type] ?? Info;
}

export function SystemLine({ item }: { readonly item: SystemItem }) {
  const me = useMyId();
  return (
    <div className="system-line">
      <Icon of={iconOf(item)} size={14} />
      <span className="user-text">
        <Sentence sentence={sentenceOf(item, me)} link={linkIn(item)} />
      </span>
      <time dateTime={new Date(item.at).toISOString()}>{clockTime(item.at)}</time>
    </div>
  );
}
