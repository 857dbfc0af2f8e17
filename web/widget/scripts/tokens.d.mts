import type { Plugin } from 'vite';

export function tokensFor(css: string): string;
export function tokens(): Plugin;
export function shortened(code: string): string;
export function shortTokens(): Plugin;
