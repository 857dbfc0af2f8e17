// Who may include what. The rings come from cmake/rings.cmake and the declared dependencies from each CMakeLists.txt, so
// that a fact stands in one place.

import { dirname } from 'node:path/posix';
import { includesOf } from './source.mjs';

const pure = new Set(
  (
    'algorithm array bit cctype charconv compare concepts cstddef cstdint cstring expected functional initializer_list ' +
    'iterator limits list map memory new numeric optional ranges set span string string_view tuple type_traits ' +
    'unordered_map unordered_set utility variant vector'
  ).split(' '),
);

// The rings whose sources may use only these: rules and codecs stay pure because nothing else is within reach.
const allowed = [
  { folder: 'server/domain/', system: (name) => pure.has(name) },
  {
    folder: 'server/wire/',
    system: (name, file) =>
      pure.has(name) ||
      ['chrono', 'cmath', 'arpa/inet.h', 'simdjson.h', 'zlib.h', 'openssl/evp.h', 'openssl/sha.h'].includes(name) ||
      /^boost\/describe/.test(name) ||
      /^fmt\//.test(name) ||
      (/^server\/wire\/http\/\w+\.cc$/.test(file) && /^boost\/(beast\/(http|core)|asio\/buffer)/.test(name)),
  },
];

const isTest = (file) => /_test\.cc$|_test_kit\.(h|cc)$/.test(file);

export function ringsOf(text) {
  const rings = new Map();
  for (const [, name, others] of text.matchAll(/set\(PARLOR_RING_(\w+)\s*([^)]*)\)/g)) {
    rings.set(name, new Set([name, ...others.split(/\s+/).filter(Boolean)]));
  }
  return rings;
}

// folder -> what its targets say that they depend on.
export function declaredDependencies(files) {
  const declared = new Map();
  for (const [file, text] of files) {
    if (!file.endsWith('CMakeLists.txt')) continue;
    const bare = text.replace(/#[^\n]*/g, '');
    const names = [...bare.matchAll(/\b(?:TEST_)?DEPENDS\b([^)]*?)(?=\b[A-Z_]{4,}\b|\))/g)];
    if (/\bparlor_\w+\s*\(/.test(bare)) {
      declared.set(dirname(file), {
        names: new Set(names.flatMap(([, list]) => list.trim().split(/\s+/))),
        sources: /\bSOURCES\b/.test(bare),
      });
    }
  }
  return declared;
}

function allowList(file, include) {
  if (!include.system || isTest(file)) return undefined;
  const rule = allowed.find(({ folder }) => file.startsWith(folder));
  if (!rule || rule.system(include.name, file)) return undefined;
  return `<${include.name}> is not on the allow-list of ${rule.folder} (bin/rules/includes.mjs)`;
}

function ringRule(file, include, rings) {
  const ring = /^server\/([^/]+)\//.exec(file)?.[1];
  const other = include.name.split('/')[0];
  if (!ring || include.system || !rings.has(ring) || !rings.has(other)) return undefined;
  return rings.get(ring).has(other) ? undefined : `the ring '${ring}' does not know the ring '${other}'`;
}

// A ring's own root needs no mention, nor does a folder of headers alone: there is nothing of it to link.
function declaredRule(file, include, declared) {
  if (include.system || isTest(file)) return undefined;
  const folder = dirname(file);
  const wanted = dirname(`server/${include.name}`);
  const list = declared.get(folder);
  if (!list?.sources || !declared.get(wanted)?.sources || folder.startsWith(wanted)) return undefined;
  const name = wanted.replace(/^server\//, '');
  return list.names.has(name) ? undefined : `${name} is included but not among the DEPENDS of ${folder}/CMakeLists.txt`;
}

// A header is proven to stand alone by the source that includes it before anything else.
function ownHeaderFirst(file, list, files) {
  const header = file.replace(/cc$/, 'h');
  if (!file.endsWith('.cc') || !files.has(header)) return [];
  const [first] = list;
  // Named from server/, from the root, or beside it.
  if (first && !first.system && `/${header}`.endsWith(`/${first.name}`)) return [];
  return [{ file, line: first?.line ?? 1, says: `must include ${header} first` }];
}

function pragmaOnce(file, text) {
  if (!file.endsWith('.h') || /^#pragma once$/m.test(text)) return [];
  return [{ file, line: 1, says: 'has no #pragma once' }];
}

export function includes({ files }) {
  const rings = ringsOf(files.get('cmake/rings.cmake') ?? '');
  const declared = declaredDependencies(files);
  return [...files].flatMap(([file, text]) => {
    if (!/^(server|tests|bench)\/.*\.(h|cc)$/.test(file)) return [];
    const list = includesOf(text);
    const found = list.flatMap((include) =>
      [allowList(file, include), ringRule(file, include, rings), declaredRule(file, include, declared)]
        .filter(Boolean)
        .map((says) => ({ file, line: include.line, says })),
    );
    return [...found, ...ownHeaderFirst(file, list, files), ...pragmaOnce(file, text)];
  });
}
