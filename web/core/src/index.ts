// @parlor/core: the sync engine. Screens import from here; see README.md.
// connectVisitor() is all that the widget needs, connectAgent() all that the dashboard needs; a bundler drops the other.

export { connectAgent } from './agent';
export * from './client';
export { isRetried, ParlorError } from './errors';
export * from './selectors';
export * from './state';
export { connectVisitor } from './visitor';
export type * from './wire';
