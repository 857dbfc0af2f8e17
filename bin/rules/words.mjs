// Words that must not appear, and where each is meant.

import { basename } from 'node:path/posix';
import { codeOnly } from './source.mjs';

const shippedWeb = /^web\/[^/]+\/(src|shop)\/.*\.tsx?$/;
const web = /^(web|tests\/e2e)\/.*\.(ts|tsx|js|mjs|html)$/;
const server = /^server\/.*\.(h|cc)$/;
const sources = /^(server|web|tests|bench|protocol)\/.*\.(h|cc|ts|tsx|js|mjs|css)$/;
const isTest = (file) => /(_test\.cc|\.test\.tsx?)$/.test(file);
const mayPrint = (file) => /^server\/(main\/|base\/assert\.cc)/.test(file) || isTest(file);

const rules = [
  {
    in: (file) => web.test(file) && !isTest(file) && !file.startsWith('tests/'),
    word: /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/,
    says: 'content is shown by DOM nodes, never parsed as HTML',
  },
  {
    in: (file) => server.test(file) && !mayPrint(file),
    word: /\bstd::(cout|cerr|clog)\b|\b(std::)?(printf|puts|fprintf)\s*\(|\bfmt::print\s*\(/,
    says: 'the server logs, it does not print',
  },
  {
    in: (file) => shippedWeb.test(file) && !isTest(file),
    word: /\bconsole\.\w+/,
    says: 'what we ship does not write to the console',
  },
  {
    in: (file) => sources.test(file),
    word: /\b(class|struct|interface|enum|type|namespace)\s+(\w*(Manager|Helper|Utils?|Impl)|utils?|helpers?|misc|common)\b/,
    says: 'name it by what it is for',
  },
  {
    in: (file) => sources.test(file),
    word: /\b(TODO|FIXME|XXX|HACK)\b/,
    says: 'finish it, or leave it out',
    comments: true,
  },
  {
    in: (file) => /\.(h|cc|ts|tsx|mjs|md|sh|json|cmake|txt)$/.test(file) && !/package-lock/.test(file),
    word: /(^|[\s"'`(=])\/(work|home|Users)\/\w+/,
    says: 'an address of one machine',
    comments: true,
  },
];

const withoutComments = (file, text) =>
  /\.(h|cc)$/.test(file)
    ? codeOnly(text)
    : text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, (found) => found.replace(/[^\n]/g, ' '));

export function words({ files }) {
  return [...files].flatMap(([file, text]) => {
    if (file.startsWith('bin/rules/')) return [];
    return rules
      .filter((rule) => rule.in(file))
      .flatMap(({ word, says, comments }) =>
        (comments ? text : withoutComments(file, text)).split('\n').flatMap((line, at) => {
          const found = word.exec(line);
          return found ? [{ file, line: at + 1, says: `${found[0].trim()}: ${says}` }] : [];
        }),
      );
  });
}

const badFolder = /^(utils?|helpers?|misc|common|shared|managers?)$/i;
const badFile = /(^|[_\-.])(utils?|helpers?|manager|misc|common|impl)([_\-.]|$)/i;

export function names({ files }) {
  return [...files.keys()].flatMap((file) => {
    const folders = file.split('/').slice(0, -1);
    const bad =
      folders.find((folder) => badFolder.test(folder)) ?? (badFile.test(basename(file)) ? basename(file) : '');
    return bad ? [{ file, line: 1, says: `'${bad}' says nothing; name it by what it is for` }] : [];
  });
}

export function lockFiles({ files }) {
  return [...files].flatMap(([file, text]) => {
    if (!/(^|\/)(package-lock\.json|\.npmrc|pnpm-lock\.yaml|yarn\.lock)$/.test(file)) return [];
    return text
      .split('\n')
      .flatMap((line, at) =>
        /"resolved":\s*"https?:|registry\.npmjs|^\s*(@\w+:)?registry\s*=/.test(line)
          ? [{ file, line: at + 1, says: 'an address of a registry' }]
          : [],
      );
  });
}
