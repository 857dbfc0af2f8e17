/** What the site says of a visitor: texts of strangers, shown as they are. */

import type { Attribute } from '@parlor/core';
import { Crown } from 'lucide-react';
import { useState } from 'react';
import { text } from '../catalogue';
import { Icon } from '../ui/icon';
import { Section } from './section';

const SHOWN = 8;

type Attributes = readonly Attribute[];

function saysVip({ key, value }: Attribute): boolean {
  return key === 'vip' && value === 'true';
}

export function isVip(attributes: Attributes = []): boolean {
  return attributes.some(saysVip);
}

/** The mark says that one already. */
export function listedAttributes(attributes: Attributes = []): Attributes {
  return attributes.filter((attribute) => !saysVip(attribute));
}

export function VipChip() {
  return (
    <span className="chip chip-warning vip" title={text.context.vipHelp}>
      <Icon of={Crown} size={12} />
      {text.context.vip}
    </span>
  );
}

export function SiteAttributes({ attributes }: { readonly attributes: Attributes | undefined }) {
  const [all, setAll] = useState(false);
  const listed = listedAttributes(attributes);
  if (listed.length === 0) return null;
  return (
    <Section title={text.context.attributes}>
      <dl className="attributes">
        {(all ? listed : listed.slice(0, SHOWN)).map(({ key, value }) => (
          <div key={key}>
            <dt dir="auto" title={key}>
              {key}
            </dt>
            <dd dir="auto" title={value}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {listed.length > SHOWN && (
        <button type="button" className="link attributes-all" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.context.fewerAttributes : text.context.allAttributes(listed.length)}
        </button>
      )}
      <p className="attributes-help">{text.context.attributesHelp}</p>
    </Section>
  );
}
