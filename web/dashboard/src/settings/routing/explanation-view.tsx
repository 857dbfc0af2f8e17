/** What the dry run found: the outcome, who was left out and why, and how each criterion weighed the others. */

import type { Explanation, RoutingStep, RuleStep, Weighed } from '@parlor/core/routing';
import { Check, CircleMinus, Clock, UserRoundCheck, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import {
  endSentence,
  headlineOf,
  isEqualForAll,
  leftOutParts,
  placeSentence,
  reasonSentence,
  ruleParts,
  rulesSentence,
  stepSentence,
  weighedSentence,
} from './explain';
import { useSetup } from './setup-context';
import { words } from './words';

function Headline({ found }: { readonly found: Explanation }) {
  const { sentence, more, agent } = headlineOf(found);
  return (
    <div className={`outcome ${agent === undefined ? '' : 'outcome-offered'}`} role="status">
      {agent === undefined ? (
        <span className="outcome-icon">
          <Icon of={found.outcome === 'offered' ? UserRoundCheck : Clock} size={18} />
        </span>
      ) : (
        <Avatar id={agent.id} name={agent.name} size={38} />
      )}
      <div className="wraps">
        <b>{sentence}</b>
        {more.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}

interface StepProps {
  readonly title: string;
  readonly sentence: string;
  readonly children?: ReactNode;
}

function Step({ title, sentence, children }: StepProps) {
  return (
    <li className="why-step">
      <h4>{title}</h4>
      <p className="wraps">{sentence}</p>
      {children}
    </li>
  );
}

function AskedRule({ rule }: { readonly rule: RuleStep }) {
  return (
    <li className={`why-person ${rule.held ? 'why-held' : ''}`}>
      <Icon of={rule.held ? Check : X} size={15} />
      <span className="wraps">
        <bdi>{rule.name}</bdi> <span>{rule.held ? words.rule.held : words.rule.notHeld}</span>
      </span>
    </li>
  );
}

function RulesStep({ found }: { readonly found: Explanation }) {
  const { named, others, unasked } = ruleParts(found);
  if (found.rules.length === 0) return null;
  return (
    <Step title={words.rule.explained} sentence={rulesSentence(found)}>
      <ul className="why-people">
        {named.map((rule, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rules may have one name
          <AskedRule key={at} rule={rule} />
        ))}
        {others > 0 && (
          <li className="why-person">
            <Icon of={X} size={15} />
            <span>{words.rule.othersNot(others)}</span>
          </li>
        )}
        {unasked > 0 && (
          <li className="why-person">
            <Icon of={CircleMinus} size={15} />
            <span>{words.rule.stopped(unasked)}</span>
          </li>
        )}
      </ul>
    </Step>
  );
}

function LeftOutList({ found }: { readonly found: Explanation }) {
  const { setup } = useSetup();
  const { named, elsewhere } = leftOutParts(found);
  const everybody = found.left_out.length + found.may_take.length;
  if (found.left_out.length === 0) return null;
  return (
    <Step title={words.leftOut} sentence={words.leftOutHelp(found.left_out.length, everybody)}>
      <ul className="why-people">
        {named.map((one) => (
          <li key={one.agent.id} className="why-person">
            <Icon of={CircleMinus} size={15} />
            <span className="wraps">
              <bdi>{one.agent.name}</bdi> <span>{reasonSentence(one, setup)}</span>
            </span>
          </li>
        ))}
        {elsewhere.length > 0 && (
          <li className="why-person">
            <Icon of={CircleMinus} size={15} />
            <span title={elsewhere.map(({ agent }) => agent.name).join(', ')}>
              {words.otherTeams(elsewhere.length)}
            </span>
          </li>
        )}
      </ul>
    </Step>
  );
}

interface WeighedProps {
  readonly step: RoutingStep;
  readonly weighed: Weighed;
  readonly now: number;
}

function Place({ step, stays }: { readonly step: RoutingStep; readonly stays: boolean }) {
  if (isEqualForAll(step)) return <span className="chip">{words.isEqual}</span>;
  if (!stays) return <span className="chip">{words.dropsOut}</span>;
  return (
    <span className="chip chip-success">
      <Icon of={Check} size={12} />
      {words.staysIn}
    </span>
  );
}

function WeighedAgent({ step, weighed, now }: WeighedProps) {
  const { agent, stays } = weighed;
  return (
    <li className={`why-person ${stays ? 'why-stays' : ''}`}>
      <Avatar id={agent.id} name={agent.name} size={26} />
      <span className="wraps">
        <bdi>{agent.name}</bdi> <span>{weighedSentence(step.criterion, weighed, now)}</span>
      </span>
      <Place step={step} stays={stays} />
    </li>
  );
}

function CriterionStep({ step, now }: { readonly step: RoutingStep; readonly now: number }) {
  return (
    <Step title={words.criteria[step.criterion].name} sentence={stepSentence(step)}>
      <ul className="why-people">
        {step.agents.map((weighed) => (
          <WeighedAgent key={weighed.agent.id} step={step} weighed={weighed} now={now} />
        ))}
      </ul>
    </Step>
  );
}

function Candidates({ found }: { readonly found: Explanation }) {
  const { may_take } = found;
  if (may_take.length === 0) return <Step title={words.mayTake} sentence={words.nobodyMayTake} />;
  return (
    <Step title={words.mayTake} sentence={words.mayTakeHelp(may_take.length)}>
      <ul className="why-names">
        {may_take.map(({ id, name }) => (
          <li key={id}>
            <Avatar id={id} name={name} size={26} />
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </Step>
  );
}

function Deciding({ found, now }: { readonly found: Explanation; readonly now: number }) {
  return (
    <>
      <LeftOutList found={found} />
      <Candidates found={found} />
      {found.steps.map((step) => (
        <CriterionStep key={step.criterion} step={step} now={now} />
      ))}
    </>
  );
}

export function ExplanationView({ found }: { readonly found: Explanation }) {
  const [now] = useState(() => Date.now());
  const end = endSentence(found);
  const isDecided = found.outcome !== 'team_unknown';
  const hasRules = found.rules.length > 0;
  return (
    <div className="explanation">
      <Headline found={found} />
      {(isDecided || hasRules) && (
        <ol className="why">
          <RulesStep found={found} />
          <Step title={words.rule.place} sentence={placeSentence(found)} />
          {isDecided && <Deciding found={found} now={now} />}
          {end !== undefined && <Step title={words.result} sentence={end} />}
        </ol>
      )}
    </div>
  );
}
