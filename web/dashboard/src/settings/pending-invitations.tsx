import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { text } from '../catalogue';
import { Failure } from '../entry/failure';
import { fullTime } from '../format';
import { type Invitation, invitationsQuery, revokeInvitation } from '../rest/agents';
import { ErrorState } from '../ui/blank';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

function RevokeDialog({ invitation, onClose }: { readonly invitation: Invitation; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => revokeInvitation(invitation.id),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
    },
  });
  return (
    <Dialog open title={text.settings.revokeTitle} onClose={onClose}>
      <Failure error={revoke.error ?? undefined} title={text.settings.revokeFailed} />
      <p className="user-text">{text.settings.revokeBody(invitation.email)}</p>
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.cancel}</Button>
        <Button variant="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>
          {text.settings.revoke}
        </Button>
      </div>
    </Dialog>
  );
}

function Pending({ invitation }: { readonly invitation: Invitation }) {
  const [asking, setAsking] = useState(false);
  const { email, role, expires_at } = invitation;
  return (
    <li className="member">
      <span className="member-text">
        <b dir="ltr">{email}</b>
        <small>
          {text.settings[role]} · {text.settings.expires(fullTime(expires_at))}
        </small>
      </span>
      <Button size="small" aria-label={text.settings.revokeName(email)} onClick={() => setAsking(true)}>
        {text.settings.revoke}
      </Button>
      {asking && <RevokeDialog invitation={invitation} onClose={() => setAsking(false)} />}
    </li>
  );
}

export function PendingInvitations() {
  const { data, error, refetch } = useQuery(invitationsQuery);
  return (
    <section aria-label={text.settings.pending}>
      <h3 className="settings-subhead">{text.settings.pending}</h3>
      {error !== null && data === undefined && (
        <ErrorState title={text.settings.loadFailed} error={error} onRetry={() => refetch()} />
      )}
      {data?.length === 0 && <p className="section-empty">{text.settings.noPending}</p>}
      {data !== undefined && data.length > 0 && (
        <ul className="settings-card member-list">
          {data.map((invitation) => (
            <Pending key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </section>
  );
}
