import type { ConversationRow } from '@parlor/core';
import { text } from '../catalogue';
import { clockTime, pagePath, timer } from '../format';
import { useNow } from '../live/now';
import type { Contact, PageSeen } from '../rest/contacts';
import { Section } from './section';

function Live({ since }: { readonly since: string | undefined }) {
  const now = useNow();
  return (
    <p className="page-state">
      <span className="live">{text.context.live}</span>
      {since !== undefined && <span> · {text.context.onPage(timer(now - Date.parse(since)))}</span>}
    </p>
  );
}

interface PageNow {
  readonly url: string;
  readonly title: string;
  readonly at?: string | undefined;
}

/** The live feed is quicker than the contact's record: the record only adds since when. */
function pageNow(known: Contact, row: ConversationRow, online: boolean): PageNow | undefined {
  const { page: recorded, pages } = known;
  if (!online) return pages[0] ?? row.page;
  if (row.page === undefined || row.page.url === recorded?.url) return recorded;
  return row.page;
}

function PageCard({ page, online }: { readonly page: PageNow; readonly online: boolean }) {
  return (
    <div className="page-now">
      <b className="user-text" dir="auto">
        {page.title || pagePath(page.url)}
      </b>
      {online ? (
        <Live since={page.at} />
      ) : (
        page.at !== undefined && <p className="page-state">{text.context.left(clockTime(page.at))}</p>
      )}
    </div>
  );
}

function Path({ pages }: { readonly pages: readonly PageSeen[] }) {
  return (
    <ul className="path">
      {pages.map((page) => (
        <li key={`${page.at} ${page.url}`}>
          <span dir="ltr" title={page.title}>
            {pagePath(page.url)}
          </span>
          <time dateTime={page.at}>{clockTime(page.at)}</time>
        </li>
      ))}
    </ul>
  );
}

export function OnSite({ known, row }: { readonly known: Contact; readonly row: ConversationRow }) {
  const online = row.contact?.online ?? known.contact.online;
  const page = pageNow(known, row, online);
  const { pages } = known;
  return (
    <Section title={online ? text.context.onSite : text.context.lastSeen}>
      {page !== undefined && <PageCard page={page} online={online} />}
      {page === undefined && pages.length === 0 && (
        <p className="section-empty">{online ? text.context.noPages : text.context.notOnSite}</p>
      )}
      {pages.length > 0 && <Path pages={pages} />}
    </Section>
  );
}
