/** Which team a website's visitors reach, and who of it would get a chat. */

import { Link } from '@tanstack/react-router';
import { Globe } from 'lucide-react';
import type { Inbox } from '../../rest/inboxes';
import { EmptyState } from '../../ui/blank';
import { SelectField } from '../../ui/select-field';
import { Card } from './card';
import { DryRunCard } from './dry-run-card';
import { rulesOf } from './rules';
import { sendInbox, teamOfInbox } from './setup';
import { useSetup } from './setup-context';
import { SetupFrame } from './setup-frame';
import { words } from './words';

function InboxTeam({ inbox }: { readonly inbox: Inbox }) {
  const { setup, change, mayChange } = useSetup();
  const options = setup.teams.map(({ id, name }) => ({ value: id, label: name || words.unnamed }));
  return (
    <li>
      <SelectField
        label={inbox.name}
        value={teamOfInbox(setup, inbox.id) ?? ''}
        options={options}
        disabled={!mayChange}
        onChoose={(team) => change((before) => sendInbox(before, inbox.id, team))}
      />
    </li>
  );
}

function Inboxes() {
  const { setup, sites } = useSetup();
  return (
    <Card title={words.inboxes} help={words.inboxesHelp}>
      {setup.teams.length === 0 || sites.length === 0 ? (
        <EmptyState icon={Globe}>{sites.length === 0 ? words.noInboxes : words.inboxesNoTeams}</EmptyState>
      ) : (
        <ul className="inbox-teams">
          {sites.map((inbox) => (
            <InboxTeam key={inbox.id} inbox={inbox} />
          ))}
        </ul>
      )}
      <p className="field-help">
        {words.rulesToo}{' '}
        <Link to="/settings/rules" className="link">
          {words.seeRules(rulesOf(setup).length)}
        </Link>
      </p>
    </Card>
  );
}

export function RoutingPage() {
  return (
    <SetupFrame title={words.routingTitle} purpose={words.routingPurpose} after={<DryRunCard />}>
      <Inboxes />
    </SetupFrame>
  );
}
