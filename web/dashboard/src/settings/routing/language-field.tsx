import { useMemo } from 'react';
import { ComboboxField } from '../../ui/combobox-field';
import type { FieldProps } from '../../ui/field';
import { languageOptions } from './languages';
import { words } from './words';

interface Props extends FieldProps {
  readonly value: string;
  readonly onChoose: (language: string) => void;
  readonly placeholder?: string;
}

export function LanguageField({ value, onChoose, placeholder = words.anyLanguage, ...field }: Props) {
  const options = useMemo(() => languageOptions(value), [value]);
  return (
    <ComboboxField
      {...field}
      value={value}
      options={options}
      onChoose={onChoose}
      clearable
      placeholder={placeholder}
      texts={{ nothing: words.noLanguage, open: words.openList, clear: words.clear }}
    />
  );
}
