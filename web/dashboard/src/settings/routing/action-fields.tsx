/** What a rule does: one line for each thing. */

import { limits } from '@parlor/core/limits';
import type { RuleAction } from '@parlor/core/routing';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { TAG_CHARS_MAX, useKnownTags } from '../../context/known-tags';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/choice';
import { FieldError, LongField, TextField } from '../../ui/field';
import { IconButton } from '../../ui/icon-button';
import { Menu, MenuItem } from '../../ui/menu';
import { type Option, SelectField } from '../../ui/select-field';
import { LEVEL_DEFAULT } from './levels';
import { PRIORITY_CHOICES } from './priorities';
import { actionsToAdd, addAction, putAction, removeAction, skillsLeft } from './rules';
import { useSetup } from './setup-context';
import { LEVEL_CHOICES } from './skill-levels';
import type { RuleForm } from './use-rule';
import { words } from './words';

interface Props {
  readonly form: RuleForm;
  readonly action: RuleAction;
  readonly error: string | undefined;
  readonly onChange: (action: RuleAction) => void;
}

/** What is gone stands there until another is chosen. */
function withGone(options: readonly Option<string>[], value: string, gone: string): readonly Option<string>[] {
  return options.some((option) => option.value === value) ? options : [...options, { value, label: gone }];
}

function TeamAction({ action, error, onChange }: Props) {
  const { setup } = useSetup();
  const { team = '' } = action;
  const options = setup.teams.map(({ id, name }) => ({ value: id, label: name || words.unnamed }));
  return (
    <SelectField
      quiet
      label={words.rule.does.team}
      error={error}
      value={team}
      options={withGone(options, team, words.rule.goneTeam)}
      onChoose={(next) => onChange({ kind: 'team', team: next })}
    />
  );
}

function PriorityAction({ action, error, onChange }: Props) {
  return (
    <SelectField
      quiet
      label={words.rule.does.priority}
      error={error}
      value={action.priority ?? 'normal'}
      options={PRIORITY_CHOICES}
      onChoose={(priority) => onChange({ kind: 'priority', priority })}
    />
  );
}

function SkillAction({ form, action, error, onChange }: Props) {
  const { setup } = useSetup();
  const { kind, skill = '', level = LEVEL_DEFAULT } = action;
  const options = skillsLeft(setup, form.rule, action).map(({ id, name }) => ({
    value: id,
    label: name || words.unnamed,
  }));
  return (
    <div className="action-skill">
      <SelectField
        quiet
        label={words.rule.does[kind]}
        error={error}
        value={skill}
        options={withGone(options, skill, words.rule.goneSkill)}
        onChoose={(next) => onChange({ kind, skill: next, level })}
      />
      <Segments
        label={words.rule.levelOf(words.rule.does[kind])}
        value={String(level)}
        choices={LEVEL_CHOICES}
        onChoose={(next) => onChange({ kind, skill, level: Number(next) })}
      />
    </div>
  );
}

function TagAction({ action, error, onChange }: Props) {
  const known = useKnownTags();
  const list = useId();
  return (
    <>
      <TextField
        quiet
        label={words.rule.does.tag}
        error={error}
        value={action.tag ?? ''}
        placeholder={words.rule.tagHint}
        maxLength={TAG_CHARS_MAX}
        autoComplete="off"
        list={list}
        onChange={(event) => onChange({ kind: 'tag', tag: event.target.value })}
      />
      <datalist id={list}>
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
}

function MessageAction({ action, error, onChange }: Props) {
  return (
    <LongField
      quiet
      label={words.rule.does.message}
      help={words.rule.messageHelp}
      error={error}
      rows={3}
      value={action.message ?? ''}
      placeholder={words.rule.messageHint}
      maxLength={limits.ruleMessageChars}
      onChange={(event) => onChange({ kind: 'message', message: event.target.value })}
    />
  );
}

const CONTROLS = {
  team: TeamAction,
  priority: PriorityAction,
  require_skill: SkillAction,
  prefer_skill: SkillAction,
  tag: TagAction,
  message: MessageAction,
} as const;

function ActionLine(props: Props & { readonly onRemove: () => void }) {
  const { action, onRemove } = props;
  const Control = CONTROLS[action.kind];
  const does = words.rule.does[action.kind];
  return (
    <li className="action">
      <span className="action-name" aria-hidden="true">
        {does}
      </span>
      <div className="action-value">
        <Control {...props} />
      </div>
      <IconButton icon={X} small className="clause-remove" label={words.rule.removeAction(does)} onClick={onRemove} />
    </li>
  );
}

function AddAction({ form }: { readonly form: RuleForm }) {
  const { setup } = useSetup();
  const addable = actionsToAdd(setup, form.rule);
  if (addable.length === 0) return null;
  return (
    <div>
      <Menu
        align="start"
        trigger={
          <Button icon={Plus} size="small">
            {words.rule.addAction}
          </Button>
        }
      >
        {addable.map((action) => (
          <MenuItem key={action.kind} onSelect={() => form.edit((rule) => addAction(rule, action))}>
            {words.rule.adds[action.kind]}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}

export function ActionFields({ form }: { readonly form: RuleForm }) {
  const { rule, edit, errorAt } = form;
  const error = errorAt('actions');
  return (
    <section className="rule-part">
      <h4>{words.rule.result}</h4>
      {rule.then.length === 0 && <p className="setup-none">{words.rule.noResult}</p>}
      <ul className="actions">
        {rule.then.map((action, at) => (
          <ActionLine
            // biome-ignore lint/suspicious/noArrayIndexKey: an action is nothing but its place
            key={at}
            form={form}
            action={action}
            error={errorAt(`action ${at}`)}
            onChange={(next) => edit((before) => putAction(before, at, next))}
            onRemove={() => edit((before) => removeAction(before, at))}
          />
        ))}
      </ul>
      {error !== undefined && <FieldError>{error}</FieldError>}
      <AddAction form={form} />
    </section>
  );
}
