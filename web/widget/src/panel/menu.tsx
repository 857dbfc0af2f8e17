// A button and the menu that it opens: focus goes in and comes back, arrows walk, Escape and a press elsewhere close.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from './icon-button';

function List({ label, onClose, children }: { label: string; onClose: () => void; children: ComponentChildren }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
    list.current?.querySelector('button')?.focus();
    const root = list.current?.getRootNode();
    const outside = (event: Event): void => {
      if (!list.current?.parentElement?.contains(event.target as Node)) onClose();
    };
    root?.addEventListener('pointerdown', outside);
    return () => root?.removeEventListener('pointerdown', outside);
  }, []);
  const walk = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') onClose();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    const items = [...(list.current?.querySelectorAll('button') ?? [])];
    items.at((items.indexOf(event.target as HTMLButtonElement) + step) % items.length)?.focus();
  };
  return (
    <div ref={list} class="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={walk}>
      {children}
    </div>
  );
}

interface Props {
  label: string;
  /** What stands in the menu; nothing yet closes nothing. */
  items: (close: () => void) => ComponentChildren;
  onOpen: () => void;
}

export function MenuPlace({ label, items, onOpen }: Props) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const close = (): void => {
    // Whoever stands in what goes stands on what opened it.
    if (place.current?.querySelector('.menu :focus')) place.current.querySelector('button')?.focus();
    setOpen(false);
  };
  const shown = open && items(close);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the Escape of the menu that it holds
    <div
      class="menu-place"
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <IconButton
        icon="more"
        label={label}
        expanded={open}
        onClick={() => {
          onOpen();
          setOpen(!open);
        }}
      />
      {shown && (
        <List label={label} onClose={close}>
          {shown}
        </List>
      )}
    </div>
  );
}
