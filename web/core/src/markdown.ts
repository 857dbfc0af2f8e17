// The safe subset of Markdown that a message may hold: bold, italic, code, lists, links. Gives a tree of plain values, never
// markup: the screen makes elements and text nodes of it. Whatever it does not know stays as it was typed. Pure.

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'em'; children: Inline[] }
  | { kind: 'link'; href: string; host: string; children: Inline[] };

export type Block =
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'list'; ordered: boolean; start: number; items: Inline[][] }
  | { kind: 'pre'; text: string };

const kDepthMax = 4;

// In this order: code wins over all, since what it holds is literal.
const kInline =
  /`([^`\n]+)`|\[([^\]\n]{1,500})\]\((https?:\/\/[^\s()<>]{1,2000})\)|(https?:\/\/[^\s<>"]{1,2000})|\*\*([^\s*](?:[^\n]*?[^\s*])?)\*\*|(?<![\w*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])|(?<!\w)_([^\s_](?:[^_\n]*[^\s_])?)_(?!\w)/g;

/** The address if it is one that a message may lead to. */
function webAddress(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function link(address: string, children: Inline[], typed: string): Inline {
  const url = webAddress(address);
  return url ? { kind: 'link', href: url.href, host: url.host, children } : { kind: 'text', text: typed };
}

/** A sentence's last mark is not the address's, nor is a bracket that the address does not open. */
function trimAddress(address: string): string {
  const trimmed = address.replace(/[.,;:!?'"*_]+$/, '');
  return trimmed.endsWith(')') && !trimmed.includes('(') ? trimAddress(trimmed.slice(0, -1)) : trimmed;
}

function inlineOf(match: RegExpMatchArray, depth: number): { made: Inline; length: number } {
  const [whole, code, label, target, bare, strong, star, underscore] = match;
  const inside = (text: string): Inline[] => parseInline(text, depth + 1);
  const em = star ?? underscore;
  if (code) return { made: { kind: 'code', text: code }, length: whole.length };
  if (label && target) return { made: link(target, [{ kind: 'text', text: label }], whole), length: whole.length };
  if (strong) return { made: { kind: 'strong', children: inside(strong) }, length: whole.length };
  if (em) return { made: { kind: 'em', children: inside(em) }, length: whole.length };
  const address = trimAddress(bare ?? whole);
  return { made: link(address, [{ kind: 'text', text: address }], address), length: address.length };
}

export function parseInline(text: string, depth = 0): Inline[] {
  const out: Inline[] = [];
  const plain = (from: number, to?: number): void => {
    if (from < (to ?? text.length)) out.push({ kind: 'text', text: text.slice(from, to) });
  };
  let at = 0;
  if (depth < kDepthMax) {
    const pattern = new RegExp(kInline);
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const { made, length } = inlineOf(match, depth);
      plain(at, match.index);
      out.push(made);
      at = match.index + length;
      pattern.lastIndex = at;
    }
  }
  plain(at);
  return out;
}

const kItem = /^\s{0,3}(?:([-*•])|(\d{1,3})[.)])\s+(\S.*)$/;

function addLine(blocks: Block[], line: string): void {
  const last = blocks.at(-1);
  const item = kItem.exec(line);
  if (!item) {
    if (last?.kind === 'paragraph') last.lines.push(parseInline(line));
    else blocks.push({ kind: 'paragraph', lines: [parseInline(line)] });
    return;
  }
  const ordered = item[2] !== undefined;
  const content = parseInline(item[3] ?? '');
  if (last?.kind === 'list' && last.ordered === ordered) last.items.push(content);
  else blocks.push({ kind: 'list', ordered, start: ordered ? Number(item[2]) : 1, items: [content] });
}

export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  const parts = text.replace(/\r\n?/g, '\n').split(/^```[^\n]*\n([\s\S]*?)\n?```[ \t]*$/m);
  parts.forEach((part, index) => {
    if (index % 2) {
      blocks.push({ kind: 'pre', text: part });
      return;
    }
    for (const paragraph of part.split(/\n{2,}/)) {
      const within: Block[] = [];
      for (const line of paragraph.split('\n')) if (line.trim()) addLine(within, line);
      blocks.push(...within);
    }
  });
  return blocks;
}
