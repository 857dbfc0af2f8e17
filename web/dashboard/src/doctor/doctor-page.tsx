/** The connection doctor: how chats travel from this browser through the public address, and what a proxy does to them. */

import type { ProxyName } from '@parlor/core/doctor';
import { useState } from 'react';
import { text } from '../catalogue';
import { Failure } from '../entry/failure';
import { useEntryTitle } from '../entry/use-entry-title';
import { SectionHead } from '../settings/section-head';
import { useOwner } from '../settings/use-owner';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Checks } from './checks';
import { type Findings, faultsIn, verdictOf } from './diagnosis';
import { FaultCard } from './fault-card';
import { useExamination } from './use-examination';

const PROXIES = ['nginx', 'haproxy', 'caddy', 'apache'] as const;

interface ChoiceProps {
  readonly proxy: ProxyName;
  readonly onChoose: (proxy: ProxyName) => void;
}

function ProxyChoice({ proxy, onChoose }: ChoiceProps) {
  return (
    <fieldset className="doctor-proxies">
      <legend>{text.doctor.yourProxy}</legend>
      {PROXIES.map((name) => (
        <label key={name}>
          <input type="radio" name="proxy" checked={name === proxy} onChange={() => onChoose(name)} />
          {text.doctor.proxies[name]}
        </label>
      ))}
    </fieldset>
  );
}

const KINDS = { healthy: 'success', impaired: 'info', dead: 'danger' } as const;

function Result({ findings }: { readonly findings: Findings }) {
  const [proxy, setProxy] = useState<ProxyName>('nginx');
  const verdict = verdictOf(findings);
  const faults = faultsIn(findings);
  return (
    <>
      <Notice kind={KINDS[verdict]}>{text.doctor.verdicts[verdict]}</Notice>
      {faults.length > 0 && <ProxyChoice proxy={proxy} onChoose={setProxy} />}
      {faults.map((fault) => (
        <FaultCard key={fault.id} fault={fault} findings={findings} proxy={proxy} />
      ))}
    </>
  );
}

function Surgery() {
  const { findings, state, failure, begin } = useExamination();
  const running = state === 'running';
  return (
    <>
      <SectionHead
        title={text.doctor.title}
        purpose={text.doctor.purpose}
        action={
          <Button variant="primary" busy={running} onClick={begin}>
            {state === 'done' ? text.doctor.again : text.doctor.begin}
          </Button>
        }
      />
      <Checks facts={findings.facts} running={running} />
      {running && <Notice kind="info">{text.doctor.patience}</Notice>}
      <Failure error={failure} title={text.doctor.failed} />
      {state === 'done' && failure === undefined && <Result findings={findings} />}
    </>
  );
}

export function DoctorPage() {
  const { isOwner, ownerName } = useOwner();
  useEntryTitle(text.doctor.title);
  if (isOwner) return <Surgery />;
  return (
    <>
      <SectionHead title={text.doctor.title} purpose={text.doctor.purpose} />
      <Notice kind="info">{text.doctor.ownersOnly(ownerName)}</Notice>
    </>
  );
}
