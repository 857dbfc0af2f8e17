import { useMemo } from 'react';
import { useLive } from '../live/live';

export const TAG_CHARS_MAX = 40;

/** Every tag that the lists know: the ones to choose from. */
export function useKnownTags(): string[] {
  const rows = useLive((state) => state.inbox?.rows);
  return useMemo(() => {
    const tags = [...(rows?.values() ?? [])].flatMap((row) => row.tags ?? []);
    return [...new Set(tags)].sort((a, b) => a.localeCompare(b));
  }, [rows]);
}
