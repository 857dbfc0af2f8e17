import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Icon } from './icon';

interface MenuProps {
  readonly trigger: ReactElement;
  readonly side?: 'top' | 'bottom' | 'inline-end';
  readonly align?: 'start' | 'end';
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** Whether the keyboard goes back to the trigger; false where what was chosen leads it elsewhere. */
  readonly goesBack?: () => boolean;
  readonly children: ReactNode;
}

/** The popup stands in the document beside its trigger, so that it belongs to the same landmark. */
export function Menu({ trigger, side = 'bottom', align = 'end', open, onOpenChange, goesBack, children }: MenuProps) {
  const controlled = open === undefined ? {} : { open };
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <Base.Root {...controlled} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <Base.Trigger render={trigger} />
      <span ref={setPlace} className="popup-place" />
      <Base.Portal container={place}>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="popup-positioner">
          <Base.Popup className="popup" {...(goesBack === undefined ? {} : { finalFocus: goesBack })}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface ItemProps {
  readonly icon?: LucideIcon;
  readonly onSelect: () => void;
  readonly children: ReactNode;
  readonly end?: ReactNode;
}

export function MenuItem({ icon, onSelect, children, end }: ItemProps) {
  return (
    <Base.Item className="menu-item" onClick={onSelect}>
      {icon !== undefined && <Icon of={icon} size={15} />}
      {children}
      {end !== undefined && <span className="end">{end}</span>}
    </Base.Item>
  );
}

interface SwitchProps {
  readonly icon: LucideIcon;
  readonly on: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** Something that is on or off, ticked while it is on. */
export function MenuSwitch({ icon, on, onToggle, children }: SwitchProps) {
  return (
    <Base.CheckboxItem className="menu-item" checked={on} onCheckedChange={onToggle}>
      <Icon of={icon} size={15} />
      {children}
      <Base.CheckboxItemIndicator className="end">
        <Icon of={Check} size={15} />
      </Base.CheckboxItemIndicator>
    </Base.CheckboxItem>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly mark?: ReactNode;
}

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** One of several, the present one ticked. */
export function MenuChoices<Value extends string>({ label, value, choices, onChoose }: ChoicesProps<Value>) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChoose}>
      <Base.GroupLabel className="menu-label">{label}</Base.GroupLabel>
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} className="menu-item" closeOnClick>
          {choice.mark}
          {choice.label}
          <Base.RadioItemIndicator className="end">
            <Icon of={Check} size={15} />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuRule() {
  return <Base.Separator className="menu-rule" />;
}
