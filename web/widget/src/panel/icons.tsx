// The icons of the panel (Lucide), each as the path it is, by its shortest drawing. Always beside words or inside a named control, so always hidden.
const kPaths = {
  back: 'm15 18-6-6 6-6',
  more: 'M12 11a1 1 0 1 1 0 2 1 1 0 1 1 0-2m7 0a1 1 0 1 1 0 2 1 1 0 1 1 0-2M5 11a1 1 0 1 1 0 2 1 1 0 1 1 0-2',
  close: 'M18 6 6 18M6 6l12 12',
  up: 'm5 12 7-7 7 7M12 19V5',
  send: 'm3 3 3 9-3 9 19-9zM6 12h16',
  chevron: 'm9 18 6-6-6-6',
  down: 'M12 5v14M19 12l-7 7-7-7',
  check: 'M20 6 9 17l-5-5',
  checks: 'M18 6 7 17l-5-5M22 10l-7.5 7.5L13 16',
  clock: 'M12 2a10 10 0 1 1 0 20 10 10 0 1 1 0-20M12 6v6l4 2',
  alert: 'M12 2a10 10 0 1 1 0 20 10 10 0 1 1 0-20M12 8v4M12 16h.01',
  joined: 'm15 14 5-5-5-5M4 20v-7a4 4 0 0 1 4-4h12',
  end: 'm16 17 5-5-5-5M21 12H9M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4',
  bot: 'M11.017 2.814a1 1 0 0 1 1.966 0l1.051 5.558a2 2 0 0 0 1.594 1.594l5.558 1.051a1 1 0 0 1 0 1.966l-5.558 1.051a2 2 0 0 0-1.594 1.594l-1.051 5.558a1 1 0 0 1-1.966 0l-1.051-5.558a2 2 0 0 0-1.594-1.594l-5.558-1.051a1 1 0 0 1 0-1.966l5.558-1.051a2 2 0 0 0 1.594-1.594zM20 2v4M22 4h-4',
};

export type IconName = keyof typeof kPaths;

/** Those that point along the reading direction, and so turn with it. */
const kDirectional = new Set<IconName>(['back', 'send', 'chevron', 'joined', 'end']);

export function Drawing({ path, size = 20, mirrors }: { path: string; size?: number; mirrors?: boolean }) {
  return (
    <svg class={mirrors ? 'icon mirrors' : 'icon'} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

export function Icon({ name, size }: { name: IconName; size?: number }) {
  return <Drawing path={kPaths[name]} size={size} mirrors={kDirectional.has(name)} />;
}
