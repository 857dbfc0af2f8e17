/** Saving the draft: the bar, what the server finds wrong, and what to do when somebody else saved meanwhile. */

import type { RoutingSetup, SetupFault } from '@parlor/core/routing';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { text } from '../../catalogue';
import { Failure } from '../../entry/failure';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { fieldOf } from './faults';
import { changedNames } from './merge';
import { nameOfRule } from './rule-text';
import { rulesOf } from './rules';
import { skillOf, teamOf } from './setup';
import { nameOf, useSetup } from './setup-context';
import { words } from './words';

const SAID_FOR_MS = 3000;

/** True for a moment after it has become true. */
function useMoment(is: boolean): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    setShown(is);
    if (!is) return;
    const timer = setTimeout(() => setShown(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [is]);
  return shown;
}

export function SaveBar() {
  const { dirty, saved, saving, failure, theirs, save, discard } = useSetup();
  const justSaved = useMoment(saved);
  return (
    <div className="setup-bar-place">
      <p role="status" className={justSaved ? 'setup-saved' : 'sr-only'}>
        {justSaved && <Icon of={Check} size={15} />}
        {justSaved ? words.saved : ''}
      </p>
      {dirty && (
        <div className="setup-bar">
          <Failure error={failure} title={words.saveFailed} />
          <div className="setup-bar-line">
            <span>{words.unsaved}</span>
            <Button onClick={discard}>{text.common.discard}</Button>
            <Button variant="primary" busy={saving} disabled={theirs !== undefined} onClick={save}>
              {text.common.save}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

interface StopProps {
  /** Another value: another reason to look. */
  readonly of: unknown;
  readonly children: ReactNode;
}

/** Comes into view, and takes the keyboard, when something stands in the way of saving. */
function Stop({ of, children }: StopProps) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each new reason
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'center' });
  }, [of]);
  return (
    <div ref={place} tabIndex={-1} className="setup-stop">
      {children}
    </div>
  );
}

export function Conflict() {
  const { base, theirs, people, sites, discard, keepBoth } = useSetup();
  if (theirs === undefined) return null;
  const names = changedNames(base.setup, theirs.setup, {
    agents: new Map(people.map(({ id, name }) => [id, name])),
    inboxes: new Map(sites.map(({ id, name }) => [id, name])),
  });
  return (
    <Stop of={theirs.version}>
      <div className="setup-conflict" role="alert">
        <p className="wraps">
          <b>{words.conflict(names)}</b>
        </p>
        <p>{words.conflictHelp}</p>
        <div className="setup-conflict-foot">
          <Button onClick={discard}>{words.loadTheirs}</Button>
          <Button onClick={keepBoth}>{words.keepMine}</Button>
        </div>
      </div>
    </Stop>
  );
}

function FaultLink({ fault, setup }: { readonly fault: SetupFault; readonly setup: RoutingSetup }) {
  const { people, sites } = useSetup();
  const team = teamOf(setup, fault.team);
  if (fault.rule !== undefined) {
    const rule = rulesOf(setup)[fault.rule];
    return (
      <Link to="/settings/rules" search={{ rule: fault.rule + 1 }} className="link">
        <bdi>{rule === undefined ? words.rule.rules : nameOfRule(rule)}</bdi>
      </Link>
    );
  }
  if (fault.inbox !== undefined) {
    const site = sites.find(({ id }) => id === fault.inbox);
    return (
      <Link to="/settings/routing" className="link">
        <bdi>{site?.name ?? words.inboxes}</bdi>
      </Link>
    );
  }
  if (fault.agent !== undefined) return <b dir="auto">{nameOf(people, fault.agent)}</b>;
  if (team === undefined) {
    return (
      <Link to="/settings/teams" className="link">
        {skillOf(setup, fault.skill)?.name || words.skills}
      </Link>
    );
  }
  const to = fieldOf(fault) === 'hours' ? '/settings/hours/$team' : '/settings/teams/$team';
  return (
    <Link to={to} params={{ team: team.id }} className="link">
      <bdi>{team.name || words.unnamed}</bdi>
    </Link>
  );
}

/** All that is wrong, each with the way to where it is. */
export function Faults() {
  const { faults, judged, setup } = useSetup();
  if (faults.length === 0) return null;
  return (
    <Stop of={judged}>
      <Notice kind="danger">
        {words.faultsTitle(faults.length)}
        <ul className="setup-faults">
          {faults.map((fault) => (
            <li key={[fault.flaw, fault.team, fault.skill, fault.agent, fault.inbox, fault.rule, fault.path].join()}>
              <FaultLink fault={fault} setup={setup} /> <span>{fault.text}</span>
            </li>
          ))}
        </ul>
      </Notice>
    </Stop>
  );
}
