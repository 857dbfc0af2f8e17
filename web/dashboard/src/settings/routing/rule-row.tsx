/** One rule of the list: its name, what it says, and what can be done with it. Drawn again only when it changes. */

import type { RoutingSetup, RuleSetup, SetupFault } from '@parlor/core/routing';
import { ArrowDown, ArrowUp, ChevronDown, Copy, CornerDownRight, Ellipsis, Trash2 } from 'lucide-react';
import { memo, useEffect, useId, useRef } from 'react';
import { useWidth } from '../../frame/screen';
import { FieldError } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { IconButton } from '../../ui/icon-button';
import { Menu, MenuItem } from '../../ui/menu';
import { MoveButtons, moveKeys } from './ordered';
import { RuleEditor } from './rule-editor';
import { conditionText, nameOfRule, resultText, type SiteNames } from './rule-text';
import { RULES_MAX } from './rules';
import { useRule } from './use-rule';
import type { RowActs } from './use-rules';
import { words } from './words';

export interface RowProps {
  readonly rule: RuleSetup;
  readonly at: number;
  readonly of: number;
  readonly isOpen: boolean;
  readonly isFresh: boolean;
  readonly takesFocus: boolean;
  readonly mayChange: boolean;
  readonly faults: readonly SetupFault[];
  readonly teams: RoutingSetup['teams'];
  readonly skills: RoutingSetup['skills'];
  readonly sites: SiteNames;
  readonly acts: RowActs;
}

/** What is chosen from a menu leads the keyboard elsewhere; a menu that is only closed gives it back. */
function useLeading() {
  const leads = useRef(false);
  return {
    lead: (act: () => void) => () => {
      leads.current = true;
      act();
    },
    goesBack: () => {
      const stays = !leads.current;
      leads.current = false;
      return stays;
    },
  };
}

function RuleTools({ rule, at, of, acts }: RowProps) {
  const name = nameOfRule(rule);
  // Where there is room for one button only, the menu moves it too.
  const isPhone = useWidth() === 'phone';
  const { lead, goesBack } = useLeading();
  return (
    <span className="setup-row-tools">
      {!isPhone && <MoveButtons name={name} at={at} of={of} onMove={(by) => acts.move(at, by)} />}
      <Menu trigger={<IconButton icon={Ellipsis} small label={words.rule.more(name)} />} goesBack={goesBack}>
        {isPhone && at > 0 && (
          <MenuItem icon={ArrowUp} onSelect={lead(() => acts.move(at, -1))}>
            {words.rule.up}
          </MenuItem>
        )}
        {isPhone && at < of - 1 && (
          <MenuItem icon={ArrowDown} onSelect={lead(() => acts.move(at, 1))}>
            {words.rule.down}
          </MenuItem>
        )}
        {of < RULES_MAX && (
          <MenuItem icon={Copy} onSelect={lead(() => acts.duplicate(at))}>
            {words.rule.duplicate}
          </MenuItem>
        )}
        <MenuItem icon={Trash2} onSelect={lead(() => acts.remove(at))}>
          {words.rule.remove}
        </MenuItem>
      </Menu>
    </span>
  );
}

interface NameProps extends RowProps {
  readonly editor: string;
  readonly summary: string;
}

function RuleName({ rule, at, isOpen, takesFocus, mayChange, acts, editor, summary }: NameProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    button.current?.focus();
    acts.hasFocused();
  }, [takesFocus, acts]);
  if (!mayChange) return <b dir="auto">{nameOfRule(rule)}</b>;
  return (
    <button
      ref={button}
      type="button"
      className="rule-toggle"
      aria-expanded={isOpen}
      aria-controls={isOpen ? editor : undefined}
      aria-describedby={summary}
      onClick={() => acts.toggle(at)}
    >
      <b dir="auto">{nameOfRule(rule)}</b>
      <Icon of={ChevronDown} size={15} />
    </button>
  );
}

function Summary({ id, rule, ...named }: RowProps & { readonly id: string }) {
  return (
    <span id={id} className="rule-summary">
      <small>
        <bdi>{conditionText(rule, named.sites)}</bdi>
      </small>
      <small className="rule-result">
        <Icon of={CornerDownRight} size={14} mirrors />
        <span>
          <bdi>{resultText(rule, named)}</bdi>
        </span>
      </small>
    </span>
  );
}

function OpenRule({ id, rule, at, isFresh, acts }: RowProps & { readonly id: string }) {
  const form = useRule(rule, at);
  return <RuleEditor id={id} form={form} isFresh={isFresh} onDone={() => acts.close(at)} />;
}

export const RuleRow = memo(function RuleRow(props: RowProps) {
  const { at, isOpen, mayChange, faults, acts } = props;
  const id = useId();
  const [editor, summary] = [`${id}-editor`, `${id}-summary`];
  return (
    <li className="rule" data-ordered={at} data-open={isOpen || undefined}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons within */}
      <div className="setup-row rule-head" onKeyDown={mayChange ? moveKeys((by) => acts.move(at, by)) : undefined}>
        <span className="ordered-place nums" aria-hidden="true">
          {at + 1}
        </span>
        <div className="setup-row-text">
          <RuleName {...props} editor={editor} summary={summary} />
          <Summary {...props} id={summary} />
          {!isOpen &&
            faults.map(({ flaw, text, path }) => <FieldError key={`${flaw} ${path} ${text}`}>{text}</FieldError>)}
        </div>
        {mayChange && <RuleTools {...props} />}
      </div>
      {isOpen && <OpenRule {...props} id={editor} />}
    </li>
  );
});
