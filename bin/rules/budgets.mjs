// Sizes as ratchets. bin/tidy.json holds the worst that the house has; nothing may be worse, and `--ratchet` lowers it.

import { codeOnly, functionsOf } from './source.mjs';

// No record may be above these.
export const caps = { functionLines: 60, functionParameters: 4, cppFileLines: 600, webFileLines: 600 };

const measuredHere = (file) => !/(^|\/)(generated|golden|fixtures|corpus|pictures)\//.test(file);
const isCpp = (file) => /\.(h|cc)$/.test(file);
const isWeb = (file) => /\.(ts|tsx|mjs|js|css)$/.test(file);

function measuresOf(file, text) {
  const lines = text.split('\n').length - 1;
  if (isWeb(file)) return [{ budget: 'webFileLines', value: lines, file, line: 1, what: 'file' }];
  if (!isCpp(file)) return [];
  return [
    { budget: 'cppFileLines', value: lines, file, line: 1, what: 'file' },
    ...functionsOf(text).flatMap(({ name, line, lines: body, parameters }) => [
      { budget: 'functionLines', value: body, file, line, what: name },
      // Who stands in for a table of a C library has its signatures.
      ...(file.startsWith('tests/') || /\bsqlite3_io_methods\b/.test(text)
        ? []
        : [{ budget: 'functionParameters', value: parameters, file, line, what: name }]),
    ]),
  ];
}

export const measures = ({ files }) =>
  [...files].filter(([file]) => measuredHere(file)).flatMap(([file, text]) => measuresOf(file, text));

export function budgets(tree) {
  return measures(tree)
    .filter(({ budget, value }) => value > Math.min(caps[budget], tree.limits[budget] ?? caps[budget]))
    .map(({ budget, value, file, line, what }) => ({
      file,
      line,
      says: `${what}: ${budget} is ${value}, the most is ${Math.min(caps[budget], tree.limits[budget] ?? caps[budget])}`,
    }));
}

// The records as they could be now.
export function worst(tree) {
  const records = Object.fromEntries(Object.keys(caps).map((budget) => [budget, 0]));
  for (const { budget, value } of measures(tree)) records[budget] = Math.max(records[budget], value);
  return records;
}

// What stands between the parentheses of a condition; the rest of the line when they close on another.
function conditionIn(line) {
  const opened = /\b(if|while|switch)\s*\(/.exec(line);
  if (!opened) return '';
  const from = opened.index + opened[0].length;
  let depth = 1;
  for (let at = from; at < line.length; at++) {
    if (line[at] === '(') depth++;
    if (line[at] === ')' && --depth === 0) return line.slice(from, at);
  }
  return line.slice(from);
}

// An await whose result has no name, inside a condition or a brace: the shapes that compilers get wrong.
export function awaits({ files }) {
  return [...files].flatMap(([file, text]) => {
    if (!isCpp(file)) return [];
    return codeOnly(text)
      .split('\n')
      .flatMap((line, at) =>
        /\bco_await\b/.test(conditionIn(line)) || /[\w>]\{[^{};]*\bco_await\b/.test(line)
          ? [{ file, line: at + 1, says: 'bind the awaited result to a name first' }]
          : [],
      );
  });
}
