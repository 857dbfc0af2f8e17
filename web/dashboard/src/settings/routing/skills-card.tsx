/** All skills, and who has them. */

import { newId } from '@parlor/core/ids';
import type { SkillSetup } from '@parlor/core/routing';
import { GraduationCap, Languages, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { languageName } from '../../format';
import { EmptyState } from '../../ui/blank';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { IconButton } from '../../ui/icon-button';
import { Card } from './card';
import { Faces } from './faces';
import { faultOfSkill } from './faults';
import { RemoveDialog } from './remove-dialog';
import { ruleTouches } from './rule-touches';
import { holdersOf, removeSkill } from './setup';
import { nameOf, useSetup } from './setup-context';
import { SkillDialog } from './skill-dialog';
import { words } from './words';

function RemoveSkill({ skill, onClose }: { readonly skill: SkillSetup; readonly onClose: () => void }) {
  const { setup, base, people, change } = useSetup();
  const holders = holdersOf(setup, skill.id).map(({ agent }) => nameOf(people, agent));
  const touches = [...(holders.length === 0 ? [] : [words.deleteHolders(holders)]), ...ruleTouches(setup, skill.id)];
  return (
    <RemoveDialog
      name={skill.name}
      touches={touches}
      confirm={base.setup.skills.some(({ id }) => id === skill.id) && touches.length > 0}
      onClose={onClose}
      onRemove={() => change((before) => removeSkill(before, skill.id))}
    />
  );
}

function SkillRow({ skill }: { readonly skill: SkillSetup }) {
  const { setup, faults, mayChange } = useSetup();
  const [open, setOpen] = useState<'change' | 'remove'>();
  const holders = holdersOf(setup, skill.id).map(({ agent }) => agent);
  const fault = faultOfSkill(faults, skill.id);
  const close = () => setOpen(undefined);
  return (
    <li className="setup-row">
      <span className="setup-row-text">
        <b dir="auto">{skill.name || words.unnamed}</b>
        <small>
          {skill.language !== undefined && (
            <span className="with-icon">
              <Icon of={Languages} size={13} />
              {languageName(skill.language)} ·
            </span>
          )}{' '}
          {words.heldBy(holders.length)}
        </small>
        {fault !== undefined && <small className="field-error">{fault}</small>}
      </span>
      <span className="setup-row-end">
        <Faces agents={holders} />
      </span>
      {mayChange && (
        <span className="setup-row-tools">
          <IconButton icon={Pencil} small label={words.editSkill(skill.name)} onClick={() => setOpen('change')} />
          <IconButton icon={Trash2} small label={words.removeSkill(skill.name)} onClick={() => setOpen('remove')} />
        </span>
      )}
      {open === 'change' && <SkillDialog skill={skill} onClose={close} />}
      {open === 'remove' && <RemoveSkill skill={skill} onClose={close} />}
    </li>
  );
}

export function SkillsCard() {
  const { setup, mayChange } = useSetup();
  const [adding, setAdding] = useState<SkillSetup>();
  const add = (
    <Button icon={Plus} onClick={() => setAdding({ id: newId(), name: '' })}>
      {words.addSkill}
    </Button>
  );
  return (
    <Card title={words.skills} help={words.skillsHelp} action={mayChange ? add : undefined}>
      {setup.skills.length === 0 ? (
        <EmptyState icon={GraduationCap}>{words.noSkills}</EmptyState>
      ) : (
        <ul className="setup-rows">
          {setup.skills.map((skill) => (
            <SkillRow key={skill.id} skill={skill} />
          ))}
        </ul>
      )}
      {adding !== undefined && <SkillDialog skill={adding} fresh onClose={() => setAdding(undefined)} />}
    </Card>
  );
}
