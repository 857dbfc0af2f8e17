// The rules of the house that no compiler or formatter knows. Each is a function from the tree to its findings, and each
// has a test beside it that makes it fail. Prints `file:line: what` and fails when there is anything to say.
//
//   node bin/tidy-rules.mjs             check
//   node bin/tidy-rules.mjs --ratchet   lower the records of bin/tidy.json to what the house has now

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { argv, exit, stdout } from 'node:process';
import { awaits, budgets, worst } from './rules/budgets.mjs';
import { deadFiles, readmes } from './rules/files.mjs';
import { includes } from './rules/includes.mjs';
import { lockFiles, names, words } from './rules/words.mjs';

const rules = { includes, budgets, awaits, words, names, lockFiles, deadFiles, readmes };
const readable = /(\.(h|cc|ts|tsx|js|mjs|css|html|json|md|cmake|txt|sh)|\.npmrc)$/;

function readTree() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  const paths = listed.split('\0').filter((path) => path && existsSync(path));
  const files = new Map(paths.map((path) => [path, readable.test(path) ? readFileSync(path, 'utf8') : '']));
  return { files, limits: JSON.parse(readFileSync('bin/tidy.json', 'utf8')) };
}

const tree = readTree();
if (argv[2] === '--ratchet') {
  const records = worst(tree);
  const lowered = Object.fromEntries(
    Object.entries(records).map(([budget, value]) => [budget, Math.min(value, tree.limits[budget] ?? value)]),
  );
  writeFileSync('bin/tidy.json', `${JSON.stringify(lowered, undefined, 2)}\n`);
} else {
  const findings = Object.entries(rules).flatMap(([rule, find]) => find(tree).map((finding) => ({ rule, ...finding })));
  for (const { rule, file, line, says } of findings) stdout.write(`${file}:${line}: ${says} [${rule}]\n`);
  stdout.write(`${tree.files.size} files, ${Object.keys(rules).length} rules, ${findings.length} findings\n`);
  exit(findings.length === 0 ? 0 : 1);
}
