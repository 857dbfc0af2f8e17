/**
 * The one draft of the routing setup, which all of its pages change together. It lies in the query cache beside what
 * it is a draft of: it outlives a look at the inbox, and goes with everything else when one signs out.
 */

import type { RoutingSetup, SetupFault, VersionedSetup } from '@parlor/core/routing';
import { queryOptions, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { reasonOf } from '../../rest/request';
import { routingQuery, saveRouting } from '../../rest/routing';
import { blanks, faultOf, standing } from './faults';
import { merged } from './merge';
import { canonical, isChanged } from './setup';

interface Draft {
  /** What it began with. */
  readonly base: VersionedSetup;
  readonly setup: RoutingSetup;
  readonly faults: readonly SetupFault[];
  /** What the faults were found in. */
  readonly judged: RoutingSetup;
}

const draftQuery = queryOptions<Draft | null>({
  queryKey: ['routing-draft'],
  queryFn: skipToken,
  gcTime: Number.POSITIVE_INFINITY,
  staleTime: Number.POSITIVE_INFINITY,
});

export type Change = (setup: RoutingSetup) => RoutingSetup;

export interface SetupDraft {
  readonly base: VersionedSetup;
  readonly setup: RoutingSetup;
  readonly dirty: boolean;
  readonly faults: readonly SetupFault[];
  /** Another one after each refusal: the moment to say so. */
  readonly judged: RoutingSetup | undefined;
  /** What somebody else saved meanwhile. */
  readonly theirs: VersionedSetup | undefined;
  readonly change: (change: Change) => void;
  readonly discard: () => void;
  readonly keepBoth: () => void;
  readonly save: () => void;
  readonly saving: boolean;
  readonly saved: boolean;
  readonly failure: unknown;
}

function useStoredDraft() {
  const queries = useQueryClient();
  const { data } = useQuery(draftQuery);
  const put = useCallback(
    (next: (before: Draft | null) => Draft | null) =>
      queries.setQueryData(draftQuery.queryKey, (before) => next(before ?? null)),
    [queries],
  );
  return { draft: data ?? undefined, put };
}

interface Saving {
  readonly base: VersionedSetup;
  readonly sent: RoutingSetup;
}

class Faulty extends Error {
  constructor(readonly faults: readonly SetupFault[]) {
    super('faulty');
  }
}

async function send({ base, sent }: Saving): Promise<VersionedSetup> {
  const missing = blanks(sent);
  if (missing.length > 0) throw new Faulty(missing);
  const { version, faults } = await saveRouting({ version: base.version, setup: sent });
  if (faults.length > 0) throw new Faulty(faults);
  return { version, setup: sent };
}

function faultsIn(error: unknown, sent: RoutingSetup): readonly SetupFault[] {
  if (error instanceof Faulty) return error.faults;
  const fault = faultOf(error, sent);
  return fault === undefined ? [] : [fault];
}

function useSaving(put: ReturnType<typeof useStoredDraft>['put']) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (kept, { sent }) => {
      queries.setQueryData(routingQuery.queryKey, kept);
      // What was typed while it was under way is a draft of what was saved now.
      put((now) => (now === null || !isChanged(now.setup, sent) ? null : { ...now, base: kept, faults: [] }));
    },
    onError: async (error, { sent }) => {
      put((now) => (now === null ? null : { ...now, faults: faultsIn(error, sent), judged: now.setup }));
      if (reasonOf(error) === 'conflict') await queries.invalidateQueries({ queryKey: routingQuery.queryKey });
    },
  });
}

/** A failure that is shown by itself: not the faults at their fields, not the conflict. */
function failureOf(error: unknown, faults: readonly SetupFault[]): unknown {
  if (error === null || error instanceof Faulty || faults.length > 0) return undefined;
  return reasonOf(error) === 'conflict' ? undefined : error;
}

/** Whether a draft still counts: one that changes nothing gives way to what was saved meanwhile. */
function isOf(draft: Draft | null | undefined, saved: VersionedSetup): draft is Draft {
  if (draft === null || draft === undefined) return false;
  return draft.base.version === saved.version || isChanged(draft.setup, draft.base.setup);
}

export function useDraft(saved: VersionedSetup): SetupDraft {
  const { draft, put } = useStoredDraft();
  const saving = useSaving(put);
  const start: Draft = { base: saved, setup: saved.setup, faults: [], judged: saved.setup };
  const { base, setup } = isOf(draft, saved) ? draft : start;
  const dirty = isChanged(setup, base.setup);
  const theirs = dirty && saved.version !== base.version ? saved : undefined;
  const faults = draft === undefined ? [] : standing(draft.faults, draft.judged, setup);
  return {
    base,
    setup,
    dirty,
    faults,
    judged: faults.length === 0 ? undefined : draft?.judged,
    theirs,
    saving: saving.isPending,
    saved: saving.isSuccess && !dirty,
    failure: failureOf(saving.error, draft?.faults ?? []),
    change: (change) =>
      put((before) => {
        const from = isOf(before, saved) ? before : start;
        return { ...from, setup: change(from.setup) };
      }),
    discard: () => {
      saving.reset();
      put(() => null);
    },
    keepBoth: () =>
      put((before) =>
        before === null || theirs === undefined
          ? before
          : {
              ...start,
              setup: merged({ base: before.base.setup, mine: before.setup, theirs: theirs.setup }),
            },
      ),
    save: () => saving.mutate({ base, sent: canonical(setup) }),
  };
}
