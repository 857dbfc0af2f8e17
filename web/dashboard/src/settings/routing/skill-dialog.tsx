/** One skill: its name, its language, and who has it at which level. */

import type { SkillSetup } from '@parlor/core/routing';
import { type FormEvent, useRef, useState } from 'react';
import { text } from '../../catalogue';
import type { Agent } from '../../rest/agents';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { Select } from '../../ui/select-field';
import { LanguageField } from './language-field';
import { LEVELS } from './levels';
import { agentOf, levelOf, putSkill, setLevel } from './setup';
import { useSetup } from './setup-context';
import { words } from './words';

type Levels = ReadonlyMap<string, number>;

const LEVEL_OPTIONS = [
  { value: '0', label: words.noLevel },
  ...LEVELS.map((level) => ({ value: String(level), label: words.levelN(level) })),
];

interface HolderProps {
  readonly person: Agent;
  readonly level: number;
  readonly onLevel: (level: number) => void;
}

function Holder({ person, level, onLevel }: HolderProps) {
  return (
    <li className="holder">
      <Avatar id={person.id} name={person.name} size={26} />
      <bdi>{person.name}</bdi>
      <Select
        aria-label={words.levelOf(person.name)}
        value={String(level)}
        options={LEVEL_OPTIONS}
        onChoose={(value) => onLevel(Number(value))}
      />
    </li>
  );
}

interface Props {
  readonly skill: SkillSetup;
  readonly fresh?: boolean;
  readonly onClose: () => void;
}

function useSkillForm({ skill, onClose }: Props) {
  const { setup, people, change } = useSetup();
  const [name, setName] = useState(skill.name);
  const [language, setLanguage] = useState(skill.language ?? '');
  const [error, setError] = useState<string>();
  const [levels, setLevels] = useState<Levels>(
    () => new Map(people.map(({ id }) => [id, levelOf(agentOf(setup, id), skill.id) ?? 0])),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setError(words.skillNameMissing);
    const next = { id: skill.id, name: name.trim(), ...(language === '' ? {} : { language }) };
    change((before) =>
      [...levels].reduce(
        (grown, [agent, level]) => setLevel(grown, { agent, skill: skill.id, level: level || undefined }),
        putSkill(before, next),
      ),
    );
    onClose();
  };
  return { people, name, setName, language, setLanguage, error, levels, setLevels, submit };
}

export function SkillDialog(props: Props) {
  const { skill, fresh = false, onClose } = props;
  const form = useSkillForm(props);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog open title={fresh ? words.newSkill : words.editSkill(skill.name)} onClose={onClose} initialFocus={field}>
      <form className="entry-form" onSubmit={form.submit} noValidate>
        <TextField
          ref={field}
          label={words.skillName}
          value={form.name}
          error={form.error}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => form.setName(event.target.value)}
        />
        <LanguageField
          label={words.skillLanguage}
          help={words.skillLanguageHelp}
          value={form.language}
          onChoose={form.setLanguage}
        />
        <fieldset className="field">
          <legend className="field-label">{words.whoHas}</legend>
          <p className="field-help">{words.whoHasHelp}</p>
          <ul className="holders scroller">
            {form.people.map((person) => (
              <Holder
                key={person.id}
                person={person}
                level={form.levels.get(person.id) ?? 0}
                onLevel={(level) => form.setLevels(new Map(form.levels).set(person.id, level))}
              />
            ))}
          </ul>
        </fieldset>
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="submit" variant="primary">
            {fresh ? words.addSkill : words.done}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
