/** Whether this person may change the workspace, and whom to ask if not. */

import { useQuery } from '@tanstack/react-query';
import { agentsQuery } from '../rest/agents';
import { sessionQuery } from '../rest/session';

export function useOwner(): { readonly isOwner: boolean; readonly ownerName: string | undefined } {
  const { data: session } = useQuery(sessionQuery);
  const { data: agents } = useQuery(agentsQuery);
  return {
    isOwner: session?.user.role === 'owner',
    ownerName: agents?.find(({ role }) => role === 'owner')?.name,
  };
}
