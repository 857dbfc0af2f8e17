import type { Plugin } from 'vite';

export function ownView(): Plugin;
