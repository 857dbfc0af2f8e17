// A message's text as elements and text nodes.
import { type Block, type Inline, parseMarkdown } from '@parlor/core/markdown';
import type { ComponentChildren } from 'preact';

function inline(node: Inline, key: number): ComponentChildren {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return <code key={key}>{node.text}</code>;
    case 'strong':
      return <strong key={key}>{node.children.map(inline)}</strong>;
    case 'em':
      return <em key={key}>{node.children.map(inline)}</em>;
    case 'link':
      return (
        <a key={key} href={node.href} data-host={node.host} target="_blank" rel="noopener noreferrer nofollow ugc">
          {node.children.map(inline)}
        </a>
      );
  }
}

function block(node: Block, key: number): ComponentChildren {
  if (node.kind === 'pre') return <pre key={key}>{node.text}</pre>;
  if (node.kind === 'list') {
    const items = node.items.map((item, at) => <li key={at}>{item.map(inline)}</li>);
    return node.ordered ? (
      <ol key={key} start={node.start}>
        {items}
      </ol>
    ) : (
      <ul key={key}>{items}</ul>
    );
  }
  return <p key={key}>{node.lines.map((line, at) => (at ? [<br key={at} />, line.map(inline)] : line.map(inline)))}</p>;
}

export function RichText({ text }: { text: string }) {
  return <>{parseMarkdown(text).map(block)}</>;
}
