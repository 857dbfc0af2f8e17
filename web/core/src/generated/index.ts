// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
export * from './body';
export * from './conversation';
export * from './errors';
export * from './event';
export * from './limits';
export * from './message';
export * from './methods';
export * from './rest';
export * from './routing';
export * from './rpc';
export * from './session';
export * from './signal';
export * from './topic';
export * from './types';
export * from './visitors';
