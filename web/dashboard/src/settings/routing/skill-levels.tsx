/** Skills with levels, to be changed: those that somebody has, or those that a conversation asks for. */

import type { SkillLevel } from '@parlor/core/routing';
import { X } from 'lucide-react';
import { useId } from 'react';
import { Segments } from '../../ui/choice';
import { IconButton } from '../../ui/icon-button';
import { Select } from '../../ui/select-field';
import { LEVEL_DEFAULT, LEVELS } from './levels';
import { skillOf, withLevel } from './setup';
import { useSetup } from './setup-context';
import { words } from './words';

export const LEVEL_CHOICES = LEVELS.map((level) => ({
  value: String(level),
  label: String(level),
  name: words.levelN(level),
}));

interface RowProps {
  readonly name: string;
  readonly level: number;
  readonly onLevel: (level: number | undefined) => void;
}

function SkillRow({ name, level, onLevel }: RowProps) {
  return (
    <li className="skill-level">
      <bdi>{name}</bdi>
      <Segments
        label={words.levelOf(name)}
        value={String(level)}
        choices={LEVEL_CHOICES}
        onChoose={(value) => onLevel(Number(value))}
      />
      <IconButton icon={X} small label={words.removeSkill(name)} onClick={() => onLevel(undefined)} />
    </li>
  );
}

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly skills: readonly SkillLevel[];
  readonly onChange: (skills: readonly SkillLevel[]) => void;
}

export function SkillLevels({ label, help, skills, onChange }: Props) {
  const { setup } = useSetup();
  const id = useId();
  const others = setup.skills.filter((skill) => !skills.some((one) => one.skill === skill.id));
  const options = [
    { value: '', label: words.pickSkill },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {label}
      </span>
      {skills.length > 0 && (
        <ul className="skill-levels" aria-labelledby={id}>
          {skills.map(({ skill, level }) => (
            <SkillRow
              key={skill}
              name={skillOf(setup, skill)?.name ?? words.unnamed}
              level={level}
              onLevel={(next) => onChange(withLevel(skills, skill, next))}
            />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <Select
          aria-labelledby={id}
          value=""
          options={options}
          onChoose={(skill) => skill !== '' && onChange(withLevel(skills, skill, LEVEL_DEFAULT))}
        />
      )}
      {setup.skills.length === 0 && <p className="field-help">{words.noSkills}</p>}
      {help !== undefined && <p className="field-help">{help}</p>}
    </div>
  );
}
