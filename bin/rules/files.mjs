// Files that nobody uses, and folders that nobody explains.

import { basename, dirname } from 'node:path/posix';
import { includesOf } from './source.mjs';

const stem = (file) => basename(file).replace(/\.(test\.)?(d\.)?(tsx?|mjs|js|css)$/, '');

// A C++ source is alive when a CMakeLists.txt of its folder or above names it; a test when its folder is a library.
function deadSource(file, files) {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const cmake = files.get(folder === '.' ? 'CMakeLists.txt' : `${folder}/CMakeLists.txt`);
    if (cmake) {
      const inside = folder === '.' ? file : file.slice(folder.length + 1);
      if (cmake.includes(inside)) return undefined;
      const globbed = folder === dirname(file) && /_test\.cc$/.test(file) && /parlor_library\(/.test(cmake);
      if (globbed || /file\(GLOB/.test(cmake)) return undefined;
    }
    if (folder === '.') return 'no CMakeLists.txt names it';
  }
}

function deadHeader(file, included) {
  const users = included.get(file.replace(/^server\//, '')) ?? new Set();
  const others = [...users].filter(
    (user) => user !== file.replace(/\.h$/, '.cc') && user !== file.replace(/\.h$/, '_test.cc'),
  );
  return others.length === 0 && users.size === 0 ? 'nobody includes it' : undefined;
}

function includersOf(files) {
  const included = new Map();
  for (const [file, text] of files) {
    if (!/\.(h|cc)$/.test(file)) continue;
    for (const { name } of includesOf(text)) {
      const names = [name, `${dirname(file).replace(/^server\/?/, '')}/${name}`];
      for (const each of names) included.set(each, (included.get(each) ?? new Set()).add(file));
    }
  }
  return included;
}

// A module of the web is alive when another file of its workspace, its page, its scripts or its package.json names it.
function deadModule(file, mentions) {
  const name = stem(file);
  if (/\.test\.tsx?$|\.d\.ts$/.test(file) || name === 'index' || name === 'main') return undefined;
  const workspace = file.split('/').slice(0, 2).join('/');
  const users = mentions.get(name) ?? [];
  return users.some((user) => user !== file && user.startsWith(`${workspace}/`)) ? undefined : 'nobody imports it';
}

function mentionsOf(files) {
  const mentions = new Map();
  for (const [file, text] of files) {
    if (!/^web\/.*\.(tsx?|mjs|css|html|json)$/.test(file)) continue;
    for (const [, path] of text.matchAll(/["'`(]([^"'`()\s]*\/[^"'`()\s]+)["'`)]/g)) {
      const name = stem(path.replace(/[?#].*/, ''));
      mentions.set(name, [...(mentions.get(name) ?? []), file]);
    }
  }
  return mentions;
}

export function deadFiles({ files }) {
  const included = includersOf(files);
  const mentions = mentionsOf(files);
  return [...files.keys()].flatMap((file) => {
    let says;
    if (/^(server|tests|bench)\/.*\.cc$/.test(file) && !/\/generated\//.test(file)) says = deadSource(file, files);
    else if (/^(server|tests|bench)\/.*\.h$/.test(file) && !/\/generated\//.test(file))
      says = deadHeader(file, included);
    else if (/^web\/[^/]+\/src\/.*\.(tsx?|css)$/.test(file)) says = deadModule(file, mentions);
    return says ? [{ file, line: 1, says }] : [];
  });
}

// Folders that need a README: the rings and their features, and whatever stands one below the other top folders.
function needsReadme(folder) {
  if (/(^|\/)(generated|golden|fixtures|corpus|schemas|src|public|pictures)(\/|$)/.test(folder)) return false;
  return /^(server|server\/[^/]+|server\/[^/]+\/[^/]+|bin|cmake|protocol|web|web\/[^/]+|tests|tests\/[^/]+|bench|bench\/[^/]+|docs)$/.test(
    folder,
  );
}

export function readmes({ files }) {
  const folders = new Set();
  for (const file of files.keys()) {
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  return [...folders]
    .filter((folder) => needsReadme(folder) && folder !== 'cmake/tests' && !files.has(`${folder}/README.md`))
    .map((folder) => ({
      file: `${folder}/README.md`,
      line: 1,
      says: 'is missing: say in a few lines what the folder is for',
    }));
}
