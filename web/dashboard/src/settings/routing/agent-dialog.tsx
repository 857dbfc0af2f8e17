/** What one person can do: how many chats at once, and which skills at which level. */

import type { SkillLevel } from '@parlor/core/routing';
import { type FormEvent, useState } from 'react';
import { text } from '../../catalogue';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { agentOf, CAPACITY_MAX, setCapacity, setLevel } from './setup';
import { nameOf, useSetup } from './setup-context';
import { SkillLevels } from './skill-levels';
import { Stepper } from './stepper';
import { words } from './words';

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

function useAgentForm({ id, onClose }: Props) {
  const { setup, people, change } = useSetup();
  const before = agentOf(setup, id);
  const [capacity, setCapacityTo] = useState(before.capacity);
  const [skills, setSkills] = useState<readonly SkillLevel[]>(before.skills);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const gone = before.skills.filter(({ skill }) => !skills.some((one) => one.skill === skill));
    const wishes = [...gone.map(({ skill }) => ({ skill, level: undefined })), ...skills];
    change((now) =>
      wishes.reduce((grown, wish) => setLevel(grown, { agent: id, ...wish }), setCapacity(now, id, capacity)),
    );
    onClose();
  };
  return { name: nameOf(people, id), capacity, setCapacityTo, skills, setSkills, submit };
}

export function AgentDialog(props: Props) {
  const form = useAgentForm(props);
  return (
    <Dialog open title={form.name} onClose={props.onClose}>
      <form className="entry-form" onSubmit={form.submit}>
        <p className="field-help">{words.personHelp}</p>
        <Stepper
          label={words.capacity}
          help={words.capacityHelp}
          value={form.capacity}
          range={[1, CAPACITY_MAX]}
          onChange={form.setCapacityTo}
        />
        <SkillLevels label={words.skills} skills={form.skills} onChange={form.setSkills} />
        <div className="dialog-foot">
          <Button onClick={props.onClose}>{text.common.cancel}</Button>
          <Button type="submit" variant="primary">
            {words.done}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
