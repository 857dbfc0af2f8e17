/** A message's words with the little Markdown that people type, as elements and text nodes; never as markup. */

import { type Block, type Inline, parseMarkdown } from '@parlor/core/markdown';
import { Fragment, memo, type ReactNode } from 'react';

function inline(node: Inline, key: number): ReactNode {
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
        <a key={key} href={node.href} title={node.host} target="_blank" rel="noopener noreferrer nofollow ugc">
          {node.children.map(inline)}
        </a>
      );
  }
}

function line(nodes: readonly Inline[], at: number): ReactNode {
  return (
    <Fragment key={at}>
      {at > 0 && <br />}
      {nodes.map(inline)}
    </Fragment>
  );
}

function block(node: Block, key: number): ReactNode {
  if (node.kind === 'pre') return <pre key={key}>{node.text}</pre>;
  if (node.kind === 'paragraph') return <p key={key}>{node.lines.map(line)}</p>;
  const items = node.items.map((item, at) => <li key={String(at)}>{item.map(inline)}</li>);
  return node.ordered ? (
    <ol key={key} start={node.start}>
      {items}
    </ol>
  ) : (
    <ul key={key}>{items}</ul>
  );
}

export const RichText = memo(function RichText({ words }: { readonly words: string }) {
  return parseMarkdown(words).map(block);
});
