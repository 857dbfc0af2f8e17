/** All rules in the order in which they are asked, each in words, and one of them open to be changed. */

import type { SetupFault } from '@parlor/core/routing';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, Signpost, Undo2 } from 'lucide-react';
import { Fragment, useEffect, useMemo, useRef } from 'react';
import { EmptyState } from '../../ui/blank';
import { Button } from '../../ui/button';
import { Card } from './card';
import { faultsOfRule } from './faults';
import { RuleRow } from './rule-row';
import { nameOfRule } from './rule-text';
import { RULES_MAX } from './rules';
import { useSetup } from './setup-context';
import { type Removed, useRules } from './use-rules';
import { words } from './words';

function Gone({ removed, onUndo }: { readonly removed: Removed; readonly onUndo: (removed: Removed) => void }) {
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each that is taken away
  useEffect(() => button.current?.focus(), [removed]);
  return (
    <li className="rule-gone">
      <span className="wraps">{words.rule.isGone(nameOfRule(removed.rule))}</span>
      <Button ref={button} icon={Undo2} size="small" onClick={() => onUndo(removed)}>
        {words.rule.undo}
      </Button>
    </li>
  );
}

/** A link may name a rule: it opens, and the address goes back to that of the page. */
function useAskedFor(show: (at: number) => void): void {
  const { rule } = useSearch({ strict: false });
  const navigate = useNavigate();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each link that is followed
  useEffect(() => {
    if (rule === undefined) return;
    show(rule - 1);
    void navigate({ to: '/settings/rules', replace: true });
  }, [rule]);
}

/** What the rows need to know: as long as it is the same, they are. */
function useKnown() {
  const { setup, sites, mayChange } = useSetup();
  const { teams, skills } = setup;
  const names = useMemo(() => new Map(sites.map(({ id, name }) => [id, name])), [sites]);
  return { teams, skills, sites: names, mayChange };
}

const NOTHING: readonly SetupFault[] = [];

function useFound(): (rule: number) => readonly SetupFault[] {
  const { faults } = useSetup();
  return (rule) => {
    const own = faultsOfRule(faults, rule);
    return own.length === 0 ? NOTHING : own;
  };
}

export function RulesCard() {
  const { mayChange } = useSetup();
  const { rules, removed, open, focused, list, said, acts } = useRules();
  const known = useKnown();
  const found = useFound();
  useAskedFor(acts.show);
  const isEmpty = rules.length === 0;
  const add = (
    <Button icon={Plus} variant={isEmpty ? 'primary' : 'outline'} onClick={acts.add}>
      {words.rule.add}
    </Button>
  );
  const gone = (at: number) => removed?.at === at && <Gone removed={removed} onUndo={acts.undo} />;
  return (
    <Card
      title={words.rule.rules}
      help={words.rule.help}
      action={mayChange && !isEmpty && rules.length < RULES_MAX ? add : undefined}
    >
      {isEmpty && (
        <EmptyState icon={Signpost} action={mayChange ? add : undefined}>
          {words.rule.none}
        </EmptyState>
      )}
      {(!isEmpty || removed !== undefined) && (
        <ol className="setup-rows rules" ref={list}>
          {rules.map((rule, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place in line
            <Fragment key={at}>
              {gone(at)}
              <RuleRow
                rule={rule}
                at={at}
                of={rules.length}
                isOpen={open?.at === at}
                isFresh={open?.at === at && open.isFresh}
                takesFocus={focused === at}
                acts={acts}
                {...known}
                faults={found(at)}
              />
            </Fragment>
          ))}
          {gone(rules.length)}
        </ol>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      {rules.length >= RULES_MAX && <p className="field-help">{words.rule.full(RULES_MAX)}</p>}
    </Card>
  );
}
