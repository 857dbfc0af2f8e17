/** Teams, skills, agents, hours: one document that is read, changed and saved as a whole; and the dry run over it. */

import type { DryRun, Explanation, SetupSaved, VersionedSetup } from '@parlor/core/routing';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request';

export const routingQuery = queryOptions({
  queryKey: ['routing'],
  queryFn: () => request<VersionedSetup>('GET', 'routing'),
});

export function saveRouting(setup: VersionedSetup): Promise<SetupSaved> {
  return request('PUT', 'routing', setup);
}

export function explainRouting(run: DryRun): Promise<Explanation> {
  return request('POST', 'routing/explain', run);
}
