import type { Plugin } from 'vite';

export function ownView(): Plugin;
export function plainImport(): Plugin;
