/** Who would get this: a chat that somebody thinks of, or one that waits, and why it would go where it goes. */

import type { DryRun } from '@parlor/core/routing';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { FlaskConical, RotateCw } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { Failure } from '../../entry/failure';
import { shortId } from '../../inbox/short-id';
import { explainRouting } from '../../rest/routing';
import { EmptyState } from '../../ui/blank';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/choice';
import { SelectField } from '../../ui/select-field';
import { Card } from './card';
import { ExplanationView } from './explanation-view';
import { LanguageField } from './language-field';
import { useSetup } from './setup-context';
import { SkillLevels } from './skill-levels';
import { type Priority, runOf, type Thought, thoughtFor } from './thought';
import { words } from './words';

const PRIORITIES: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];
const PRIORITY_CHOICES = PRIORITIES.map((value) => ({ value, label: words.priorities[value] }));

function useDryRun() {
  const { mutate, data, error, isPending } = useMutation({ mutationFn: explainRouting });
  return { run: mutate, found: data, error: error ?? undefined, busy: isPending };
}

interface FieldsProps {
  readonly thought: Thought;
  readonly onChange: (change: Partial<Thought>) => void;
}

function ThoughtFields({ thought, onChange }: FieldsProps) {
  const { base } = useSetup();
  return (
    <>
      <div className="field-pair">
        <SelectField
          label={words.team}
          value={thought.team}
          options={base.setup.teams.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(team) => onChange({ team })}
        />
        <LanguageField
          label={words.visitorLanguage}
          value={thought.language}
          onChoose={(language) => onChange({ language })}
        />
      </div>
      <div className="field">
        <span className="field-label">{words.priority}</span>
        <Segments<Priority>
          label={words.priority}
          value={thought.priority}
          choices={PRIORITY_CHOICES}
          onChoose={(priority) => onChange({ priority })}
        />
      </div>
      {base.setup.skills.length > 0 && (
        <div className="field-pair">
          <SkillLevels
            label={words.required}
            help={words.requiredHelp}
            skills={thought.required}
            onChange={(required) => onChange({ required })}
          />
          <SkillLevels
            label={words.preferred}
            help={words.preferredHelp}
            skills={thought.preferred}
            onChange={(preferred) => onChange({ preferred })}
          />
        </div>
      )}
    </>
  );
}

function ThoughtForm() {
  const { base } = useSetup();
  const [thought, setThought] = useState<Thought>(() => thoughtFor(base.setup));
  const { run, found, error, busy } = useDryRun();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(runOf(thought));
  };
  return (
    <>
      <form className="entry-form" onSubmit={submit}>
        <ThoughtFields thought={thought} onChange={(change) => setThought({ ...thought, ...change })} />
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {words.tryIt}
          </Button>
        </div>
      </form>
      <Failure error={error} title={words.tryFailed} />
      {found !== undefined && <ExplanationView found={found} />}
    </>
  );
}

function WaitingOne({ conversation }: { readonly conversation: string }) {
  const { run, found, error, busy } = useDryRun();
  const navigate = useNavigate();
  const wish: DryRun = { conversation };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each conversation
  useEffect(() => run(wish), [conversation]);
  return (
    <>
      <div className="waiting-one">
        <p className="wraps">{words.aWaitingOne(shortId(conversation))}</p>
        <Link to="/inbox/$view/{-$conversation}" params={{ view: 'all', conversation }} className="link">
          {words.openConversation}
        </Link>
        <span className="waiting-tools">
          <Button icon={RotateCw} size="small" busy={busy} onClick={() => run(wish)}>
            {words.tryAgainNow}
          </Button>
          <Button size="small" onClick={() => void navigate({ to: '/settings/routing' })}>
            {words.thinkOfOne}
          </Button>
        </span>
      </div>
      <Failure error={error} title={words.tryFailed} />
      {found !== undefined && <ExplanationView found={found} />}
    </>
  );
}

export function DryRunCard() {
  const { base, dirty } = useSetup();
  const { conversation } = useSearch({ strict: false });
  return (
    <Card title={words.tryTitle} help={words.tryHelp}>
      {dirty && <p className="field-help">{words.tryUnsaved}</p>}
      {base.setup.teams.length === 0 ? (
        <EmptyState icon={FlaskConical}>{words.tryNoTeams}</EmptyState>
      ) : conversation === undefined ? (
        <ThoughtForm />
      ) : (
        <WaitingOne conversation={conversation} />
      )}
    </Card>
  );
}
