import type { Fault, ProxyName } from '@parlor/core/doctor';
import { text } from '../catalogue';
import { CopyBlock } from '../ui/copy-block';
import { type Findings, withFigures } from './diagnosis';

interface Props {
  readonly fault: Fault;
  readonly findings: Findings;
  readonly proxy: ProxyName;
}

export function FaultCard({ fault, findings, proxy }: Props) {
  // Where the command of the server is what must change, no proxy has a say.
  const owner: ProxyName = fault.advice.parlor === undefined ? proxy : 'parlor';
  const lines = fault.advice[owner]?.map((line) => withFigures(line, findings)).join('\n');
  return (
    <section className="settings-card">
      <div>
        <h3>{fault.title}</h3>
        {fault.severity === 'note' && <p className="doctor-note">{text.doctor.note}</p>}
        <p className="doctor-meaning">{withFigures(fault.meaning, findings)}</p>
      </div>
      {lines !== undefined && (
        <div>
          <h4 className="settings-subhead">{text.doctor.linesFor(text.doctor.proxies[owner])}</h4>
          <CopyBlock value={lines} label={text.doctor.copyLines(fault.title)} />
        </div>
      )}
    </section>
  );
}
