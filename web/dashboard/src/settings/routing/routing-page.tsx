/** Which team a website's visitors reach, when they count as gone for good, and who would get a chat. */

import { Link } from '@tanstack/react-router';
import { Globe } from 'lucide-react';
import type { Inbox } from '../../rest/inboxes';
import { EmptyState } from '../../ui/blank';
import { SwitchField } from '../../ui/choice';
import { DurationField } from '../../ui/duration-field';
import { SelectField } from '../../ui/select-field';
import { Card } from './card';
import { DryRunCard } from './dry-run-card';
import { faultOfInbox } from './faults';
import { rulesOf } from './rules';
import { changeInbox, GONE_DEFAULT_S, inboxOf, RANGES, teamOfInbox } from './setup';
import { useSetup } from './setup-context';
import { SetupFrame } from './setup-frame';
import { words } from './words';

interface InboxProps {
  readonly inbox: Inbox;
}

function InboxTeam({ inbox }: InboxProps) {
  const { setup, change, mayChange } = useSetup();
  const options = setup.teams.map(({ id, name }) => ({ value: id, label: name || words.unnamed }));
  return (
    <SelectField
      label={inbox.name}
      value={teamOfInbox(setup, inbox.id) ?? ''}
      options={options}
      disabled={!mayChange}
      onChoose={(team) => change((before) => changeInbox(before, inbox.id, { team }))}
    />
  );
}

function NoTeams({ inbox }: InboxProps) {
  return (
    <div>
      <b dir="auto">{inbox.name}</b>
      <p className="field-help">{words.inboxesNoTeams}</p>
    </div>
  );
}

function GoneVisitors({ inbox }: InboxProps) {
  const { setup, change, faults, mayChange } = useSetup();
  const after = inboxOf(setup, inbox.id).resolve_gone_s;
  const edit = (resolve_gone_s: number | undefined) =>
    change((before) => changeInbox(before, inbox.id, { resolve_gone_s }));
  return (
    <SwitchField
      label={words.goneOn}
      help={words.goneHelp}
      on={after !== undefined}
      disabled={!mayChange}
      onToggle={(on) => edit(on ? GONE_DEFAULT_S : undefined)}
    >
      <DurationField
        label={words.after}
        error={faultOfInbox(faults, inbox.id)}
        seconds={after ?? GONE_DEFAULT_S}
        range={RANGES.resolve_gone_s}
        unitName={words.unitOf(words.after)}
        units={words.units}
        disabled={!mayChange}
        onChange={edit}
      />
    </SwitchField>
  );
}

function InboxItem({ inbox }: InboxProps) {
  const { setup } = useSetup();
  return (
    <li>
      {/* biome-ignore lint/a11y/useSemanticElements: the name is the select's label, and a legend would say it twice */}
      <div role="group" aria-label={inbox.name} className="inbox-team">
        {setup.teams.length === 0 ? <NoTeams inbox={inbox} /> : <InboxTeam inbox={inbox} />}
        <GoneVisitors inbox={inbox} />
      </div>
    </li>
  );
}

function Inboxes() {
  const { setup, sites } = useSetup();
  return (
    <Card title={words.inboxes} help={words.inboxesHelp}>
      {sites.length === 0 ? (
        <EmptyState icon={Globe}>{words.noInboxes}</EmptyState>
      ) : (
        <ul className="inbox-teams">
          {sites.map((inbox) => (
            <InboxItem key={inbox.id} inbox={inbox} />
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
