import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';
import { text } from '../catalogue';
import { Dialog } from '../ui/dialog';
import { togglePreference, usePreferences } from './preferences';

/** Keys pressed together stand side by side; `then` separates keys pressed one after another, `or` alternatives. */
const SHORTCUTS: readonly (readonly [string, readonly string[]])[] = [
  [text.shortcuts.next, ['J', text.shortcuts.or, '↓']],
  [text.shortcuts.previous, ['K', text.shortcuts.or, '↑']],
  [text.shortcuts.open, ['Enter']],
  [text.shortcuts.accept, ['A']],
  [text.shortcuts.reply, ['R']],
  [text.shortcuts.note, ['N']],
  [text.shortcuts.replyOrNote, ['Alt', 'N']],
  [text.shortcuts.send, ['Enter']],
  [text.shortcuts.newLine, ['⇧', 'Enter']],
  [text.shortcuts.resolve, ['E']],
  [text.shortcuts.transfer, ['T', text.shortcuts.or, '⇧', 'A']],
  [text.shortcuts.snooze, ['Z']],
  [text.shortcuts.leave, ['Esc']],
  [text.shortcuts.list, ['[']],
  [text.shortcuts.context, [']']],
  [text.shortcuts.go(text.inbox.mine), ['G', text.shortcuts.after, '1']],
  [text.shortcuts.go(text.inbox.queue), ['G', text.shortcuts.after, '2']],
  [text.shortcuts.go(text.inbox.all), ['G', text.shortcuts.after, '3']],
  [text.shortcuts.go(text.nav.inbox), ['G', text.shortcuts.after, 'I']],
  [text.shortcuts.go(text.nav.visitors), ['G', text.shortcuts.after, 'V']],
  [text.shortcuts.go(text.nav.wall), ['G', text.shortcuts.after, 'W']],
  [text.shortcuts.go(text.nav.settings), ['G', text.shortcuts.after, 'S']],
  [text.shortcuts.status, ['Ctrl', '⇧', 'D']],
  [text.shortcuts.help, ['?']],
];

const WORDS: readonly string[] = [text.shortcuts.after, text.shortcuts.or];

function Keys({ keys }: { readonly keys: readonly string[] }) {
  return keys.map((key) => (WORDS.includes(key) ? <span key={key}>{key}</span> : <kbd key={key}>{key}</kbd>));
}

export function ShortcutsDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const on = usePreferences(({ singleKeys }) => singleKeys);
  const id = useId();
  return (
    <Dialog title={text.shortcuts.title} open={open} onClose={onClose} wide>
      <dl className="shortcut-list">
        {SHORTCUTS.map(([name, keys]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="shortcut-foot">
        <span id={id}>
          {text.shortcuts.single}. {text.shortcuts.singleHelp}
        </span>
        <Switch.Root
          className="switch"
          checked={on}
          onCheckedChange={() => togglePreference('singleKeys')}
          aria-labelledby={id}
        >
          <Switch.Thumb className="switch-thumb" />
        </Switch.Root>
      </div>
    </Dialog>
  );
}
