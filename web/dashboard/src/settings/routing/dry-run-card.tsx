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
import { TextField } from '../../ui/field';
import { type Option, SelectField } from '../../ui/select-field';
import { Card } from './card';
import { ExplanationView } from './explanation-view';
import { LanguageField } from './language-field';
import { PRIORITY_CHOICES, type Priority } from './priorities';
import { useSetup } from './setup-context';
import { SkillLevels } from './skill-levels';
import { runOf, type Thought, thoughtFor } from './thought';
import { VisitorFields } from './visitor-fields';
import { words } from './words';

const URL_CHARS_MAX = 2048;
const MESSAGE_CHARS_MAX = 4000;
const PRIORITIES: readonly Option<Priority | ''>[] = [{ value: '', label: words.asRuled }, ...PRIORITY_CHOICES];

function useDryRun() {
  const { mutate, data, error, isPending } = useMutation({ mutationFn: explainRouting });
  return { run: mutate, found: data, error: error ?? undefined, busy: isPending };
}

interface FieldsProps {
  readonly thought: Thought;
  readonly onChange: (change: Partial<Thought>) => void;
}

/** What is known when a chat begins: what the rules may ask about. */
function BeginningFields({ thought, onChange }: FieldsProps) {
  const { sites } = useSetup();
  return (
    <>
      <div className="field-pair">
        {sites.length > 0 && (
          <SelectField
            label={words.website}
            value={thought.inbox}
            options={sites.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={(inbox) => onChange({ inbox })}
          />
        )}
        <LanguageField
          label={words.visitorLanguage}
          value={thought.language}
          onChoose={(language) => onChange({ language })}
        />
      </div>
      <div className="field-pair">
        <TextField
          label={words.page}
          help={words.pageHelp}
          value={thought.page}
          placeholder={words.pageHint}
          maxLength={URL_CHARS_MAX}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ page: event.target.value })}
        />
        <TextField
          label={words.firstMessage}
          value={thought.message}
          placeholder={words.firstMessageHint}
          maxLength={MESSAGE_CHARS_MAX}
          autoComplete="off"
          onChange={(event) => onChange({ message: event.target.value })}
        />
      </div>
    </>
  );
}

/** What one decides oneself, so that no rule does. */
function DecidedFields({ thought, onChange }: FieldsProps) {
  const { base } = useSetup();
  const teams = base.setup.teams.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <div className="field-pair">
        <SelectField
          label={words.team}
          value={thought.team}
          options={[{ value: '', label: words.asRouted }, ...teams]}
          onChoose={(team) => onChange({ team })}
        />
        <SelectField
          label={words.priority}
          value={thought.priority}
          options={PRIORITIES}
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
  const { sites } = useSetup();
  const [thought, setThought] = useState<Thought>(() => thoughtFor(sites));
  const change = (next: Partial<Thought>) => setThought({ ...thought, ...next });
  const { run, found, error, busy } = useDryRun();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(runOf(thought, sites));
  };
  return (
    <>
      <form className="entry-form" onSubmit={submit}>
        <BeginningFields thought={thought} onChange={change} />
        <VisitorFields thought={thought} onChange={change} />
        <DecidedFields thought={thought} onChange={change} />
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
    <Card id="try" title={words.tryTitle} help={words.tryHelp}>
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
