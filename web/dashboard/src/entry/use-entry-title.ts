import { useEffect } from 'react';
import { text } from '../catalogue';

/** The name of the page in the browser's tab. */
export function useEntryTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${text.product}`;
  }, [title]);
}
