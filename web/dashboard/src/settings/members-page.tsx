import { useQuery } from '@tanstack/react-query';
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { text } from '../catalogue';
import { useEntryTitle } from '../entry/use-entry-title';
import { useLive } from '../live/live';
import { type Agent, agentsQuery } from '../rest/agents';
import { Avatar } from '../ui/avatar';
import { ErrorState, StillLoading } from '../ui/blank';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Skeletons } from '../ui/skeleton';
import { InviteDialog } from './invite-dialog';
import { PendingInvitations } from './pending-invitations';
import { SectionHead } from './section-head';
import { useOwner } from './use-owner';

function Member({ agent }: { readonly agent: Agent }) {
  const status = useLive((state) => state.agents.get(agent.id)?.status) ?? agent.status;
  return (
    <li className="member">
      <Avatar id={agent.id} name={agent.name} size={36} presence={status} />
      <span className="member-text">
        <b dir="auto">{agent.name}</b>
        <small dir="ltr">{agent.email}</small>
      </span>
      <span className="chip">{text.settings[agent.role]}</span>
      <small className="member-status">{text.me[status]}</small>
    </li>
  );
}

function Members() {
  const { data, error, refetch } = useQuery(agentsQuery);
  if (data === undefined) {
    if (error !== null) return <ErrorState title={text.settings.loadFailed} error={error} onRetry={() => refetch()} />;
    return (
      <>
        <Skeletons of="row" count={3} />
        <StillLoading />
      </>
    );
  }
  return (
    <ul className="settings-card member-list">
      {data.map((agent) => (
        <Member key={agent.id} agent={agent} />
      ))}
    </ul>
  );
}

export function MembersPage() {
  const { isOwner, ownerName } = useOwner();
  const [inviting, setInviting] = useState(false);
  useEntryTitle(text.settings.members);
  const invite = (
    <Button variant="primary" icon={UserRoundPlus} onClick={() => setInviting(true)}>
      {text.settings.invite}
    </Button>
  );
  return (
    <>
      <SectionHead
        title={text.settings.members}
        purpose={text.settings.membersPurpose}
        action={isOwner ? invite : undefined}
      />
      {!isOwner && <Notice kind="info">{text.settings.ownersOnly(ownerName)}</Notice>}
      <Members />
      {isOwner && <PendingInvitations />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}
