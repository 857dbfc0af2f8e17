// Makes the C++ and the TypeScript of the protocol, its AsyncAPI document and its page for people from the schemas.
//   node protocol/generate.mjs           writes what has changed
//   node protocol/generate.mjs --check   fails when a committed file is stale
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asyncapiFile } from './generator/asyncapi.mjs';
import { cppFiles } from './generator/cpp.mjs';
import { readModel } from './generator/model.mjs';
import { referencePage } from './generator/pages.mjs';
import { readReference } from './generator/reference.mjs';
import { typescriptFiles } from './generator/typescript.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);

// Hand-written files that live beside the generated ones.
const handWritten = /^(README\.md|CMakeLists\.txt|\.clang-format|.*_test\.cc|.*\.test\.ts|.*_main\.cc)$/;

function targets() {
  const model = readModel(here);
  const reference = readReference(here, model);
  return [
    { folder: join(root, 'server/wire/generated'), files: cppFiles(model), alone: true },
    { folder: join(root, 'web/core/src/generated'), files: typescriptFiles(model), alone: true },
    { folder: here, files: { 'asyncapi.json': asyncapiFile(model, reference) } },
    { folder: join(root, 'docs/guide'), files: { 'protocol.md': referencePage(model, reference) } },
  ];
}

// In a folder that holds nothing else, what is no longer generated is extra.
function differences({ folder, files, alone = false }) {
  const stale = Object.keys(files).filter((name) => {
    const path = join(folder, name);
    return !existsSync(path) || readFileSync(path, 'utf8') !== files[name];
  });
  const present = alone && existsSync(folder) ? readdirSync(folder) : [];
  const extra = present.filter((name) => files[name] === undefined && !handWritten.test(name));
  return { stale, extra };
}

function write(target) {
  mkdirSync(target.folder, { recursive: true });
  const { stale, extra } = differences(target);
  for (const name of stale) writeFileSync(join(target.folder, name), target.files[name]);
  for (const name of extra) rmSync(join(target.folder, name));
  return stale.length + extra.length;
}

function check(target) {
  const { stale, extra } = differences(target);
  for (const name of [...stale, ...extra]) process.stderr.write(`stale: ${join(target.folder, name)}\n`);
  return stale.length + extra.length;
}

const checking = process.argv.includes('--check');
const count = targets().reduce((sum, target) => sum + (checking ? check(target) : write(target)), 0);
if (checking && count > 0) {
  process.stderr.write('run: node protocol/generate.mjs\n');
  process.exitCode = 1;
} else {
  process.stdout.write(checking ? 'generated code is up to date\n' : `${count} files written\n`);
}
