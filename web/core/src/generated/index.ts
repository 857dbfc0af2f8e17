// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
export * from './body.ts';
export * from './conversation.ts';
export * from './errors.ts';
export * from './event.ts';
export * from './limits.ts';
export * from './message.ts';
export * from './methods.ts';
export * from './rest.ts';
export * from './rpc.ts';
export * from './session.ts';
export * from './signal.ts';
export * from './topic.ts';
export * from './types.ts';
