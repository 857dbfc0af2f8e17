import type { RuleSetup } from '@parlor/core/routing';
import { faultsOfRule } from './faults';
import { partOf, type RulePart } from './rule-faults';
import { changeRule } from './rules';
import { useSetup } from './setup-context';

/** How to change one rule, and what is wrong with its parts. */
export interface RuleForm {
  readonly rule: RuleSetup;
  readonly edit: (change: (rule: RuleSetup) => RuleSetup) => void;
  readonly errorAt: (part: RulePart) => string | undefined;
  /** The website that a question about websites begins with. */
  readonly inbox: string;
}

export function useRule(rule: RuleSetup, at: number): RuleForm {
  const { change, faults, sites } = useSetup();
  const own = faultsOfRule(faults, at);
  return {
    rule,
    edit: (next) => change((before) => changeRule(before, at, next)),
    errorAt: (part) => {
      const texts = own.filter((fault) => partOf(fault, rule) === part).map(({ text }) => text);
      return texts.length === 0 ? undefined : texts.join(' ');
    },
    inbox: sites[0]?.id ?? '',
  };
}
