/** What else may be known of a visitor whom somebody thinks of: rarely needed, and so put away. */

import type { Attribute } from '@parlor/core';
import { limits } from '@parlor/core/limits';
import { Plus, X } from 'lucide-react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { IconButton } from '../../ui/icon-button';
import { type Option, SelectField } from '../../ui/select-field';
import { ATTRIBUTES_MAX, type Thought } from './thought';
import { words } from './words';

const RETURNING: readonly Option<Thought['returning']>[] = [
  { value: '', label: words.notKnown },
  { value: 'yes', label: words.rule.flags.true },
  { value: 'no', label: words.rule.flags.false },
];

interface AttributesProps {
  readonly attributes: readonly Attribute[];
  readonly onChange: (attributes: readonly Attribute[]) => void;
}

function AttributeRow({ attribute, at, onChange, onRemove }: RowProps) {
  const { key, value } = attribute;
  return (
    <li className="attribute-row">
      <input
        className="input"
        dir="auto"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={words.attributeKeyAt(at + 1)}
        placeholder={words.rule.attributeKeyHint}
        maxLength={limits.attributeKeyChars}
        value={key}
        onChange={(event) => onChange({ key: event.target.value, value })}
      />
      <input
        className="input"
        dir="auto"
        autoComplete="off"
        aria-label={words.attributeValueAt(at + 1)}
        placeholder={words.rule.hints['contact.attribute.']}
        maxLength={limits.attributeValueChars}
        value={value}
        onChange={(event) => onChange({ key, value: event.target.value })}
      />
      <IconButton icon={X} small label={words.removeAttribute(at + 1)} onClick={onRemove} />
    </li>
  );
}

interface RowProps {
  readonly attribute: Attribute;
  readonly at: number;
  readonly onChange: (attribute: Attribute) => void;
  readonly onRemove: () => void;
}

function Attributes({ attributes, onChange }: AttributesProps) {
  return (
    <div className="field">
      <span className="field-label">{words.attributes}</span>
      <ul className="attribute-rows">
        {attributes.map((attribute, at) => (
          <AttributeRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
            key={at}
            attribute={attribute}
            at={at}
            onChange={(next) => onChange(attributes.with(at, next))}
            onRemove={() => onChange(attributes.toSpliced(at, 1))}
          />
        ))}
      </ul>
      {attributes.length < ATTRIBUTES_MAX && (
        <div>
          <Button icon={Plus} size="small" onClick={() => onChange([...attributes, { key: '', value: '' }])}>
            {words.addAttribute}
          </Button>
        </div>
      )}
      <p className="field-help">{words.attributesHelp}</p>
    </div>
  );
}

interface Props {
  readonly thought: Thought;
  readonly onChange: (change: Partial<Thought>) => void;
}

export function VisitorFields({ thought, onChange }: Props) {
  return (
    <details className="details more-fields">
      <summary>{words.moreOfVisitor}</summary>
      <div className="entry-form">
        <div className="field-pair">
          <SelectField
            label={words.rule.fields['contact.returning'].name}
            value={thought.returning}
            options={RETURNING}
            onChoose={(returning) => onChange({ returning })}
          />
          <TextField
            label={words.rule.fields['page.title'].name}
            value={thought.title}
            placeholder={words.rule.hints['page.title']}
            maxLength={limits.titleChars}
            autoComplete="off"
            onChange={(event) => onChange({ title: event.target.value })}
          />
        </div>
        <Attributes attributes={thought.attributes} onChange={(attributes) => onChange({ attributes })} />
      </div>
    </details>
  );
}
