// Figures as people read them. Pure.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// The median of each figure over the rounds.
export function merge(rounds) {
  const merged = {};
  for (const [name, value] of Object.entries(rounds[0])) {
    merged[name] = typeof value === 'number' ? median(rounds.map((round) => round[name] ?? value)) : value;
  }
  return merged;
}

export function shown(value) {
  if (typeof value !== 'number') return value === undefined ? '' : String(value);
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
}

export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(shown));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(all[0]), rule, ...all.slice(1).map(line)].join('\n');
}

// What became of a bar: nothing when its figures are not there.
export function judge(bar, results) {
  const of = (part, figure, server) => results[part]?.[server]?.[figure];
  const [part, figure, server, other] = bar.ratio ?? bar.figure;
  const own = of(part, figure, server);
  const value = bar.ratio ? own / of(part, figure, other) : own;
  if (value === undefined || Number.isNaN(value)) return undefined;
  const isMet = bar.atLeast !== undefined ? value >= bar.atLeast : value <= bar.atMost;
  return { what: bar.what, value, bar: bar.atLeast ?? bar.atMost, isAtLeast: bar.atLeast !== undefined, isMet };
}
