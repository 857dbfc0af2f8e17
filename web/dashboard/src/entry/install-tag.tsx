import { text } from '../catalogue';
import { CopyBlock } from '../ui/copy-block';

export function tagFor(inboxKey: string, origin: string): string {
  return `<script async src="${origin}/w.js" data-site="${inboxKey}"></script>`;
}

export function InstallTag({ inboxKey }: { readonly inboxKey: string }) {
  return <CopyBlock value={tagFor(inboxKey, window.location.origin)} label={text.settings.copyTag} primary />;
}
