/** What happens while visitors wait, and when an agent leaves one waiting. */

import type { TeamSetup } from '@parlor/core/routing';
import { SwitchField } from '../../ui/choice';
import { Card } from './card';
import { CountField } from './count-field';
import { ALERT_DEFAULT_S, QUEUE_LIMIT_MAX } from './setup';
import { TeamDuration } from './team-duration';
import { useTeam } from './use-team';
import { words } from './words';

const QUEUE_LIMIT_DEFAULT = 20;

function QueueLimit({ team }: { readonly team: TeamSetup }) {
  const { edit, errorAt, mayChange } = useTeam(team);
  return (
    <SwitchField
      label={words.queueLimitOn}
      help={words.queueLimitHelp}
      on={team.queue_limit !== undefined}
      disabled={!mayChange}
      onToggle={(on) => edit({ queue_limit: on ? QUEUE_LIMIT_DEFAULT : undefined })}
    >
      <CountField
        label={words.queueLimit}
        unit={words.visitors}
        error={errorAt('queue_limit')}
        value={team.queue_limit ?? QUEUE_LIMIT_DEFAULT}
        range={[1, QUEUE_LIMIT_MAX]}
        onChange={(queue_limit) => edit({ queue_limit })}
      />
    </SwitchField>
  );
}

function SilentAgents({ team }: { readonly team: TeamSetup }) {
  const { edit, mayChange } = useTeam(team);
  return (
    <SwitchField
      label={words.alertOn}
      help={words.alertHelp}
      on={team.alert_s !== undefined}
      disabled={!mayChange}
      onToggle={(on) => edit({ alert_s: on ? ALERT_DEFAULT_S : undefined })}
    >
      <TeamDuration team={team} field="alert_s" label={words.after} />
    </SwitchField>
  );
}

export function QueueCard({ team }: { readonly team: TeamSetup }) {
  return (
    <Card title={words.queue}>
      <TeamDuration team={team} field="place_kept_s" label={words.placeKept} help={words.placeKeptHelp} />
      <TeamDuration team={team} field="age_step_s" label={words.ageStep} help={words.ageStepHelp} />
      {team.mode === 'automatic' && (
        <TeamDuration team={team} field="prefer_s" label={words.prefer} help={words.preferHelp} />
      )}
      <QueueLimit team={team} />
      <SilentAgents team={team} />
    </Card>
  );
}
