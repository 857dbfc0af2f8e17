/** What the connection doctor can find, for the page that shows it; no part of the engine. */
export * from './generated/doctor';
export { limits } from './generated/limits';
export type { DoctorArrival, DoctorProbe } from './generated/rest';
