/** On a phone the sections of the settings are one button, so that they leave the screen to the chosen one. */

import { useMatchRoute, useNavigate } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { text } from '../catalogue';
import { Icon } from '../ui/icon';
import { Menu, MenuChoices } from '../ui/menu';
import type { Section, SectionGroup } from './settings-page';

export function SectionMenu({ groups }: { readonly groups: readonly SectionGroup[] }) {
  const matches = useMatchRoute();
  const navigate = useNavigate();
  const sections = groups.flatMap((group) => group.sections);
  const current = sections.find(({ to }) => matches({ to, fuzzy: true }) !== false);
  const label = current?.label ?? text.settings.title;
  const trigger = (
    <button type="button" className="section-menu" aria-label={text.settings.chooseSection(label)}>
      {current !== undefined && <Icon of={current.icon} />}
      {label}
      <Icon of={ChevronDown} size={15} />
    </button>
  );
  return (
    <Menu trigger={trigger} align="end">
      {groups.map((group) => (
        <MenuChoices<Section['to'] | ''>
          key={group.label}
          label={group.label}
          value={current?.to ?? ''}
          choices={group.sections.map(({ to, label: name, icon }) => ({
            value: to,
            label: name,
            mark: <Icon of={icon} size={15} />,
          }))}
          onChoose={(to) => to !== '' && void navigate({ to })}
        />
      ))}
    </Menu>
  );
}
