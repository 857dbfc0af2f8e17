import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Field, type FieldProps, useWiring } from './field';
import { Icon } from './icon';
import type { Option } from './select-field';

interface Texts {
  readonly nothing: string;
  readonly open: string;
  readonly clear: string;
}

interface Props extends FieldProps {
  readonly options: readonly Option<string>[];
  /** Empty: nothing is chosen. */
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly texts: Texts;
  readonly placeholder?: string;
  /** Whether nothing may be chosen. */
  readonly clearable?: boolean;
  readonly disabled?: boolean;
}

const SHOWN_MAX = 100;

function Popup({ place, nothing }: { readonly place: HTMLElement | null; readonly nothing: ReactNode }) {
  return (
    <Base.Portal container={place}>
      <Base.Positioner sideOffset={4} className="popup-positioner">
        <Base.Popup className="popup combobox-popup scroller">
          <Base.Empty className="combobox-empty">{nothing}</Base.Empty>
          <Base.List>
            {(option: Option<string>) => (
              <Base.Item key={option.value} value={option} className="menu-item">
                <bdi>{option.label}</bdi>
                <Base.ItemIndicator className="end">
                  <Icon of={Check} size={15} />
                </Base.ItemIndicator>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

/** One of many, found by typing. The popup stands beside its field, so that it belongs to the same landmark. */
export function ComboboxField({ label, help, error, options, value, onChoose, texts, ...rest }: Props) {
  const { placeholder, clearable = false, disabled = false, quiet } = rest;
  const wiring = useWiring(help, error);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Field id={wiring.id} label={label} help={help} error={error} quiet={quiet}>
      <Base.Root
        items={options}
        value={chosen}
        onValueChange={(next) => (next !== null || clearable) && onChoose(next?.value ?? '')}
        isItemEqualToValue={(one: Option<string>, other: Option<string>) => one.value === other.value}
        limit={SHOWN_MAX}
        disabled={disabled}
        autoHighlight
      >
        <Base.InputGroup className="combobox">
          <Base.Input {...wiring} className="input" placeholder={placeholder} autoComplete="off" />
          {clearable && chosen !== null && !disabled && (
            <Base.Clear className="combobox-button" aria-label={texts.clear}>
              <Icon of={X} size={15} />
            </Base.Clear>
          )}
          {!disabled && (
            <Base.Trigger className="combobox-button" aria-label={texts.open}>
              <Icon of={ChevronDown} size={15} />
            </Base.Trigger>
          )}
        </Base.InputGroup>
        <span ref={setPlace} className="popup-place" />
        <Popup place={place} nothing={texts.nothing} />
      </Base.Root>
    </Field>
  );
}
