// What is imported when nobody has time now: the ways out of the queue, what was asked for instead, and the message after hours.
// One chunk, so that it comes once.
export { AfterHours } from './after-hours';
export { AnswerCard } from './answer-card';
export { backLine } from './back-line';
export { invitation, WaysOut } from './choice';
export { default as css } from './ways-out.css?inline';
