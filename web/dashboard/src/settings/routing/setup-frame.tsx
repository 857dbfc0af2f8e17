/** Around every page of the routing setup: its head, what stands in the way of saving, and the bar that saves. */

import type { RoutingSetup, VersionedSetup } from '@parlor/core/routing';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { text } from '../../catalogue';
import { useEntryTitle } from '../../entry/use-entry-title';
import { type Agent, agentsQuery } from '../../rest/agents';
import { type Inbox, inboxesQuery } from '../../rest/inboxes';
import { routingQuery } from '../../rest/routing';
import { ErrorState, StillLoading } from '../../ui/blank';
import { Notice } from '../../ui/notice';
import { Skeletons } from '../../ui/skeleton';
import { SectionHead } from '../section-head';
import { useOwner } from '../use-owner';
import { useDraft } from './draft';
import { Conflict, Faults, SaveBar } from './saving';
import { SetupContext } from './setup-context';
import { words } from './words';

interface Props {
  readonly title: string;
  readonly purpose: string;
  /** A better title, once the setup is there: the name of what the page is about. */
  readonly name?: (setup: RoutingSetup) => string | undefined;
  readonly children: ReactNode;
  /** What everybody may use, also those who may change nothing. */
  readonly after?: ReactNode;
}

interface LoadedProps extends Props {
  readonly saved: VersionedSetup;
  readonly people: readonly Agent[];
  readonly sites: readonly Inbox[];
}

/** The browser asks before it throws away what was not saved. */
function useGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
}

function Head({ title, purpose }: Pick<Props, 'title' | 'purpose'>) {
  useEntryTitle(title);
  return <SectionHead title={title} purpose={purpose} />;
}

function Loaded({ saved, people, sites, name, title, purpose, children, after }: LoadedProps) {
  const { isOwner, ownerName } = useOwner();
  const draft = useDraft(saved);
  useGuard(draft.dirty);
  return (
    <SetupContext value={{ ...draft, people, sites, mayChange: isOwner }}>
      <Head title={name?.(draft.setup) ?? title} purpose={purpose} />
      {!isOwner && <Notice kind="info">{text.settings.ownersOnly(ownerName)}</Notice>}
      <Conflict />
      <Faults />
      <fieldset className="setup-fields" disabled={!isOwner}>
        {children}
      </fieldset>
      {after}
      <SaveBar />
    </SetupContext>
  );
}

function Loading() {
  return (
    <>
      <Skeletons of="line" count={6} />
      <StillLoading />
    </>
  );
}

export function SetupFrame(props: Props) {
  const setup = useQuery(routingQuery);
  const people = useQuery(agentsQuery);
  const sites = useQuery(inboxesQuery);
  const error = setup.error ?? people.error ?? sites.error;
  if (setup.data !== undefined && people.data !== undefined && sites.data !== undefined) {
    return <Loaded {...props} saved={setup.data} people={people.data} sites={sites.data} />;
  }
  const again = () => {
    for (const query of [setup, people, sites]) if (query.data === undefined) void query.refetch();
  };
  return (
    <>
      <Head title={props.title} purpose={props.purpose} />
      {error === null ? <Loading /> : <ErrorState title={words.loadFailed} error={error} onRetry={again} />}
    </>
  );
}
