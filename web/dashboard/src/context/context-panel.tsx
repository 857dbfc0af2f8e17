/** Who the visitor is and what they are doing: the right side of the inbox. */

import type { ConversationRow } from '@parlor/core';
import { useQuery } from '@tanstack/react-query';
import { text } from '../catalogue';
import { languageName, shortDate } from '../format';
import type { View } from '../inbox/views';
import { useNow } from '../live/now';
import { type Contact, contactQuery } from '../rest/contacts';
import { Avatar } from '../ui/avatar';
import { ErrorState } from '../ui/blank';
import { Skeletons } from '../ui/skeleton';
import { AnswerAsked } from './answer-asked';
import { isVip, SiteAttributes, VipChip } from './attributes';
import { Earlier } from './earlier';
import { OnSite } from './on-site';
import { Rating } from './rating';
import { TagEditor } from './tag-editor';

interface Props {
  readonly row: ConversationRow;
  readonly view: View;
}

function useContact(row: ConversationRow) {
  const id = row.contact?.id ?? '';
  const whereabouts = { online: row.contact?.online, page: row.page?.url };
  return useQuery({ ...contactQuery(id, whereabouts), enabled: id !== '' });
}

function deviceOf({ contact }: Contact): string {
  const device = contact.device !== undefined && contact.os !== undefined ? contact.os : contact.device;
  return [device ?? contact.os, contact.browser].filter(Boolean).join(' · ');
}

function Facts({ known }: { readonly known: Contact }) {
  const now = useNow();
  const { contact } = known;
  const seen = contact.first_seen === undefined ? '' : shortDate(contact.first_seen, now);
  const visits = contact.visits === undefined || contact.visits === 0 ? '' : text.context.visits(contact.visits);
  const facts = [
    [text.context.device, deviceOf(known)],
    [text.context.language, contact.locale === undefined ? '' : languageName(contact.locale)],
    [text.context.firstSeen, [seen, visits].filter(Boolean).join(' · ')],
  ].filter(([, value]) => value !== '');
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto" title={value}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Identity({ row, known }: { readonly row: ConversationRow; readonly known: Contact['contact'] | undefined }) {
  if (row.contact === undefined) return null;
  const email = known?.email;
  const { id, name, online } = row.contact;
  return (
    <div className="identity">
      <Avatar id={id} name={name} size={44} presence={online ? 'online' : 'offline'} />
      <div>
        <div className="identity-name">
          <h2 className="user-text" dir="auto">
            {name}
          </h2>
          {isVip(known?.attributes) && <VipChip />}
        </div>
        {email !== undefined && (
          <p className="user-text" dir="ltr">
            {email}
          </p>
        )}
      </div>
    </div>
  );
}

export function ContextPanel({ row, view }: Props) {
  const { data, error, isPending, refetch } = useContact(row);
  return (
    <>
      <Identity row={row} known={data?.contact} />
      {data !== undefined && <Facts known={data} />}
      {isPending && <Skeletons of="line" count={4} />}
      {error !== null && data === undefined && (
        <ErrorState title={text.context.loadFailed} error={error} onRetry={() => refetch()} />
      )}
      <AnswerAsked row={row} />
      {data !== undefined && <OnSite known={data} row={row} />}
      <SiteAttributes key={row.id} attributes={data?.contact.attributes} />
      <Rating row={row} />
      {data !== undefined && <Earlier conversations={data.conversations} current={row.id} view={view} />}
      <TagEditor row={row} />
    </>
  );
}
