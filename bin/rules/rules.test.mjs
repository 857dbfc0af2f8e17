// Every rule must be able to fail: each case below is a small tree with one thing wrong, beside the same tree put right.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { awaits, budgets, caps, worst } from './budgets.mjs';
import { deadFiles, readmes } from './files.mjs';
import { declaredDependencies, includes, ringsOf } from './includes.mjs';
import { codeOnly, functionsOf } from './source.mjs';
import { lockFiles, names, words } from './words.mjs';

const rings = readFileSync(new URL('../../cmake/rings.cmake', import.meta.url), 'utf8');
const tree = (files, limits = caps) => ({ files: new Map(Object.entries(files)), limits });
const says = (rule, files, limits) => rule(tree(files, limits)).map((finding) => finding.says);
const lines = (count) => 'x();\n'.repeat(count);

function refuses(rule, wrong, right, words) {
  expect(says(rule, wrong).join('\n')).toMatch(words);
  expect(says(rule, right)).toEqual([]);
}

describe('reading C++', () => {
  it('blanks comments, literals and preprocessor lines, and keeps every line', () => {
    const text = 'a /* { */ "}" \'{\' // {\n#define X {\\\n  {\nR"x({)x" 1\'000 b';
    const code = codeOnly(text);
    expect(code).not.toMatch(/[{}]/);
    expect(code.split('\n')).toHaveLength(text.split('\n').length);
    expect(code).toContain("1'000 b");
  });

  it('finds functions of every shape and nothing else', () => {
    const text = `
namespace parlor {
struct Point : Base<int> {
  int x{0};
  Point(int a, std::map<int, int> b) : x{a}, rest_(b) { use(); }
  int get() const noexcept { return x; }
  auto operator()(int a) -> int { return a; }
};
enum class Kind { kOne, kTwo };
constexpr std::array<int, 2> kTable{1, 2};
template <typename T>
Result<T> convert(T value, int b = f(1, 2)) {
  auto each = [&](int c) { return c; };
  for (int i = 0; i < 3; ++i) {
    use(Point{1, {}});
  }

  // a comment is no code
  return each(b);
}
}  // namespace parlor
TEST(Shop, Opens) { EXPECT_TRUE(open()); }
`;
    const found = functionsOf(text).map(({ name, lines, parameters }) => [name, lines, parameters]);
    expect(found).toEqual([
      ['Point', 1, 2],
      ['get', 1, 0],
      ['operator()', 1, 1],
      ['convert', 5, 2],
      ['TEST', 1, 2],
    ]);
  });
});

describe('includes', () => {
  const domain = 'server/domain/conversation/decide.cc';

  it('keep the rules pure', () => {
    for (const header of ['thread', 'sqlite3.h', 'boost/asio.hpp', 'chrono', 'simdjson.h']) {
      refuses(includes, { [domain]: `#include <${header}>` }, { [domain]: '#include <vector>' }, /allow-list/);
    }
  });

  it('keep the codecs free of sockets, but for the one file of Beast', () => {
    const beast = '#include <boost/beast/http/parser.hpp>';
    const wrong = { 'server/wire/http/parser.h': beast };
    refuses(includes, wrong, { 'server/wire/http/parser.cc': beast }, /allow-list/);
    refuses(includes, { 'server/wire/ws/decoder.cc': '#include <sys/socket.h>' }, {}, /allow-list/);
  });

  it('do not cross the rings', () => {
    const cmake = { 'cmake/rings.cmake': rings };
    const wrong = { ...cmake, 'server/store/sqlite/store.cc': '#include "edge/session/session.h"' };
    const right = { ...cmake, 'server/store/sqlite/store.cc': '#include "app/ports/store.h"' };
    refuses(includes, wrong, right, /ring 'store' does not know the ring 'edge'/);
    expect(ringsOf(rings).get('wire')).toEqual(new Set(['wire', 'base']));
  });

  it('are declared as dependencies', () => {
    const other = { 'server/app/ports/CMakeLists.txt': 'parlor_library(NAME app/ports SOURCES store.cc DEPENDS base)' };
    const source = { 'server/app/agent/accept.cc': '#include "app/ports/store.h"' };
    const cmake = (list) => ({
      'server/app/agent/CMakeLists.txt': `parlor_library(NAME app/agent SOURCES accept.cc ${list} PACKAGES fmt)`,
    });
    const wrong = { ...other, ...source, ...cmake('DEPENDS base') };
    const right = { ...other, ...source, ...cmake('DEPENDS base app/ports') };
    refuses(includes, wrong, right, /not among the DEPENDS/);
    expect(declaredDependencies(tree(right).files).get('server/app/agent').names).toEqual(
      new Set(['base', 'app/ports']),
    );
  });

  it('begin with the header of the same name, which so is seen to stand alone', () => {
    const header = { 'server/app/node.h': '#pragma once' };
    const wrong = { ...header, 'server/app/node.cc': '#include <vector>\n#include "app/node.h"' };
    const right = { ...header, 'server/app/node.cc': '#include "app/node.h"\n#include <vector>' };
    refuses(includes, wrong, right, /must include server\/app\/node.h first/);
  });

  it('are taken once', () => {
    refuses(includes, { 'server/app/node.h': '' }, { 'server/app/node.h': '#pragma once' }, /no #pragma once/);
  });
});

describe('budgets', () => {
  it('stop a long function at the limit and not before', () => {
    const cc = (count) => ({ 'server/base/a.cc': `void f() {\n${lines(count)}}\n` });
    refuses(budgets, cc(61), cc(60), /functionLines is 61/);
  });

  it('stop a fifth parameter', () => {
    const cc = (list) => ({ 'server/base/a.cc': `void f(${list}) { x(); }` });
    refuses(budgets, cc('int a, int b, int c, int d, int e'), cc('int a, std::map<int, int> b, int c, int d'), /is 5/);
  });

  it('stop a long file, C++ or web', () => {
    refuses(budgets, { 'server/base/a.h': '\n'.repeat(601) }, { 'server/base/a.h': '\n'.repeat(600) }, /cppFileLines/);
    refuses(
      budgets,
      { 'web/core/src/a.ts': '\n'.repeat(601) },
      { 'web/core/src/a.ts': '\n'.repeat(600) },
      /webFileLines/,
    );
  });

  it('are ratchets: the record counts, and no record goes above the cap', () => {
    const files = { 'server/base/a.cc': `void f() {\n${lines(30)}}\n` };
    expect(says(budgets, files, { functionLines: 29 })).toEqual(['f: functionLines is 30, the most is 29']);
    expect(says(budgets, files, { functionLines: 30 })).toEqual([]);
    const long = { 'server/base/a.cc': `void f() {\n${lines(61)}}\n` };
    expect(says(budgets, long, { functionLines: 900 })).toHaveLength(1);
    expect(worst(tree(files)).functionLines).toBe(30);
  });

  it('leave generated code alone', () => {
    expect(says(budgets, { 'server/wire/generated/a.cc': '\n'.repeat(2000) })).toEqual([]);
  });
});

describe('awaits', () => {
  it('need a name', () => {
    const good = { 'server/edge/a.cc': 'const auto frame = co_await read();\nif (frame(1)) co_await go(frame);' };
    refuses(awaits, { 'server/edge/a.cc': 'if (co_await read()) go();' }, good, /bind the awaited/);
    refuses(awaits, { 'server/edge/a.cc': 'auto x = Frame{co_await read()};' }, good, /bind the awaited/);
  });
});

describe('words', () => {
  it('never parse content as HTML', () => {
    const wrong = { 'web/widget/src/a.ts': 'node.innerHTML = text;' };
    refuses(words, wrong, { 'web/widget/src/a.ts': 'node.textContent = text; // no innerHTML' }, /DOM nodes/);
  });

  it('print nowhere but in main', () => {
    const wrong = { 'server/app/a.cc': 'std::cout << 1;' };
    refuses(
      words,
      wrong,
      { 'server/main/a.cc': 'std::cout << 1;', 'server/app/b.cc': 'snprintf(a, b);' },
      /does not print/,
    );
    refuses(words, { 'server/app/a.cc': 'printf("x");' }, {}, /does not print/);
    refuses(
      words,
      { 'web/core/src/a.ts': 'console.log(1)' },
      { 'web/core/src/a.test.ts': 'console.log(1)' },
      /console/,
    );
  });

  it('call a class by what it is for', () => {
    refuses(
      words,
      { 'server/app/a.h': 'class SessionManager;' },
      { 'server/app/a.h': 'class Sessions;' },
      /what it is for/,
    );
    refuses(
      words,
      { 'web/core/src/a.ts': 'interface Utils {}' },
      { 'web/core/src/a.ts': 'interface Client {}' },
      /for/,
    );
  });

  it('leave nothing to do and no address of one machine', () => {
    refuses(words, { 'server/app/a.h': `// ${'TO'}DO later` }, { 'server/app/a.h': '// done' }, /finish it/);
    refuses(words, { 'docs/a.md': 'see `/home/orla/x`' }, { 'docs/a.md': 'see `docs/x`' }, /one machine/);
  });
});

describe('names', () => {
  it('of folders and files say something', () => {
    refuses(names, { 'server/util/a.h': '' }, { 'server/base/a.h': '' }, /says nothing/);
    refuses(names, { 'web/core/src/string-helpers.ts': '' }, { 'web/core/src/ids.ts': '' }, /says nothing/);
    refuses(names, { 'server/app/session_manager.h': '' }, { 'server/app/sessions.h': '' }, /says nothing/);
  });
});

describe('lock files', () => {
  it('hold no address of a registry', () => {
    const wrong = { 'package-lock.json': '"resolved": "https://registry.npmjs.org/vite/-/vite-8.tgz",' };
    refuses(lockFiles, wrong, { 'package-lock.json': '"resolved": "web/core",' }, /registry/);
    refuses(lockFiles, { '.npmrc': 'registry=http://mirror' }, { '.npmrc': 'fund=false' }, /registry/);
  });
});

describe('dead files', () => {
  it('are sources that no target has', () => {
    const cmake = { 'server/app/CMakeLists.txt': 'parlor_library(NAME app SOURCES a.cc DEPENDS base)' };
    const right = { ...cmake, 'server/app/a.cc': '', 'server/app/a_test.cc': '' };
    refuses(deadFiles, { ...cmake, 'server/app/b.cc': '' }, right, /no CMakeLists/);
    refuses(deadFiles, { 'tests/sim/a_test.cc': '' }, {}, /no CMakeLists/);
  });

  it('are headers that nobody includes', () => {
    const wrong = { 'server/app/a.h': '' };
    const right = {
      'server/app/a.h': '',
      'server/app/CMakeLists.txt': 'b.cc',
      'server/app/b.cc': '#include "app/a.h"',
    };
    refuses(deadFiles, wrong, right, /nobody includes/);
  });

  it('are modules that nobody imports', () => {
    const wrong = { 'web/core/src/a.ts': '' };
    refuses(deadFiles, wrong, { ...wrong, 'web/core/src/index.ts': "export * from './a.ts';" }, /nobody imports/);
  });
});

describe('readmes', () => {
  it('stand in every folder that has a meaning', () => {
    const readme = { 'server/README.md': '', 'server/app/README.md': '' };
    refuses(
      readmes,
      { 'server/README.md': '', 'server/app/a.h': '' },
      { ...readme, 'server/app/a.h': '' },
      /is missing/,
    );
  });
});
