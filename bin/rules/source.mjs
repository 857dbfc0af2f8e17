// Reading C++ without a compiler: enough to count lines and to find functions. Never sees templates or macros through.

const blank = (text) => text.replace(/[^\n]/g, ' ');

const lexemes = [
  /\/\/[^\n]*/y,
  /\/\*[\s\S]*?\*\//y,
  /R"([^\s()\\]{0,16})\([\s\S]*?\)\1"/y,
  /"(?:[^"\\\n]|\\.)*"/y,
  /'(?:[^'\\\n]|\\.)*'/y,
];

function lexemeAt(text, at) {
  if (text[at] === "'" && /[0-9A-Fa-f]/.test(text[at - 1] ?? '')) return undefined; // 1'000
  for (const pattern of lexemes) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  return undefined;
}

// The same text with comments, literals and preprocessor lines blanked; every line stays where it was.
export function codeOnly(text) {
  let code = '';
  for (let at = 0; at < text.length; ) {
    const lexeme = /["'/R]/.test(text[at]) ? lexemeAt(text, at) : undefined;
    if (lexeme) {
      code += /^[/]/.test(lexeme) ? blank(lexeme) : `0${blank(lexeme.slice(1))}`;
      at += lexeme.length;
    } else {
      code += text[at++];
    }
  }
  return code.replace(/^[ \t]*#(?:[^\n]*\\\n)*[^\n]*/gm, blank);
}

// A statement's head just before `{`: what does the brace open?
function opens(head, insideFunction) {
  if (insideFunction) return 'block';
  if (/\b(namespace|extern)\b[^()]*$/.test(head)) return 'scope';
  if (!head.includes('(')) return /\b(class|struct|union|enum)\b/.test(head) ? 'scope' : 'block';
  if (/\b(class|struct|union)\s+(\[\[.*\]\]\s*)?\w+[^)]*$/.test(head)) return 'scope';
  if (/[)}>\w]\s*:\s*[\s\S]*[\w>]\s*$/.test(head) && !/\)\s*(const|noexcept|override|final|mutable)\s*$/.test(head)) {
    return 'initializer';
  }
  if (/=\s*$/.test(head)) return 'block';
  return /\)/.test(head) ? 'function' : 'block';
}

function parametersIn(head) {
  const from = head.indexOf('(', head.includes('operator()') ? head.indexOf('operator()') + 10 : 0);
  let depth = 0;
  let count = 0;
  let seen = false;
  for (let at = from; at < head.length; at++) {
    const letter = head[at];
    if (/[([{<]/.test(letter)) depth++;
    else if (/[)\]}]/.test(letter) || (letter === '>' && head[at - 1] !== '-')) depth--;
    else if (letter === ',' && depth === 1) count++;
    else if (/\S/.test(letter)) seen = true;
    if (depth === 0) break;
  }
  return seen ? count + 1 : 0;
}

export function linesOfCode(code) {
  return code.split('\n').filter((line) => /\S/.test(line)).length;
}

function nameOf(head) {
  return /(operator\s*\S+|[\w:~]+)\s*\(/.exec(head)?.[1] ?? 'function';
}

// Every function of a C++ text: {name, line, lines, parameters}. Lambdas count as part of the function around them.
export function functionsOf(text) {
  const code = codeOnly(text);
  const found = [];
  const stack = [];
  let headFrom = 0;
  let parens = 0;
  for (let at = 0; at < code.length; at++) {
    const letter = code[at];
    if (letter === '(') parens++;
    else if (letter === ')') parens--;
    else if (letter === ';' && parens === 0) headFrom = at + 1;
    else if (letter === '{') {
      const head = code.slice(headFrom, at);
      const inside = stack.some(({ kind }) => kind === 'function');
      const kind = parens > 0 && !inside ? 'initializer' : opens(head.trim(), inside);
      stack.push({ kind, head, at, parens });
      parens = 0;
      if (kind !== 'initializer') headFrom = at + 1;
    } else if (letter === '}') {
      const open = stack.pop();
      if (!open) break;
      parens = open.parens;
      if (open.kind !== 'initializer') headFrom = at + 1;
      if (open.kind === 'function') found.push(measured(code, open, at));
    }
  }
  return found;
}

function measured(code, { head, at }, end) {
  return {
    name: nameOf(head),
    line: code.slice(0, at).split('\n').length,
    lines: linesOfCode(code.slice(at + 1, end)),
    parameters: parametersIn(head),
  };
}

export function includesOf(text) {
  return text.split('\n').flatMap((line, at) => {
    const found = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line);
    return found ? [{ line: at + 1, system: found[1] === '<', name: found[2] }] : [];
  });
}
