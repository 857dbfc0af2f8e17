import { doctorFaults, type Facts } from '@parlor/core/doctor';
import { describe, expect, it } from 'vitest';
import { faultsIn, NOTHING, verdictOf, withFigures } from './diagnosis';

const healthy: Facts = {
  server: 'parlor',
  websocket: 'ok',
  upgrade: 'passed',
  subprotocol: 'passed',
  events: 'ok',
  events_encoding: 'plain',
  poll: 'ok',
  upload: 'ok',
  http_version: '1.1',
  public_url: 'same',
  origin: 'same',
  host: 'same',
  forwarded: 'trusted',
  quiet_websocket: 'ok',
  quiet_events: 'ok',
  quiet_poll: 'ok',
};

const idsIn = (facts: Facts) => faultsIn({ facts, figures: {} }).map(({ id }) => id);

describe('the diagnosis', () => {
  it('finds nothing where all is well', () => {
    expect(idsIn(healthy)).toEqual([]);
    expect(verdictOf({ facts: healthy, figures: {} })).toBe('healthy');
  });

  it.each(doctorFaults)('tells $id from all others', ({ id, when }) => {
    for (const all of when) {
      const found = faultsIn({ facts: { ...healthy, ...all }, figures: {} });
      expect(found.map((fault) => fault.id)).toContain(id);
      expect(found.filter((fault) => fault.id !== id && fault.severity === 'broken')).toEqual([]);
    }
  });

  it('knows a fallback from health and from death', () => {
    const facts: Facts = { ...healthy, websocket: 'failed', upgrade: 'stripped' };
    expect(verdictOf({ facts, figures: {} })).toBe('impaired');
    expect(verdictOf({ facts: { ...healthy, host: 'changed' }, figures: {} })).toBe('healthy');
    expect(verdictOf(NOTHING)).toBe('dead');
  });

  it('puts figures in their places and leaves braces of configurations alone', () => {
    const findings = { facts: {}, figures: { seconds: '5' } };
    expect(withFigures('cut after {seconds} s, answered {status}', findings)).toBe('cut after 5 s, answered nothing');
    expect(withFigures('location / {', findings)).toBe('location / {');
    expect(withFigures('if { req.hdr(Upgrade) -m found }', findings)).toBe('if { req.hdr(Upgrade) -m found }');
  });
});
