// The words of ways-out.ts: as in ../../catalogue.ts.
import { fill, type Text, type TextValues } from '../../catalogue';
import type { Session } from '../session';

export const waysOutText = {
  // The choice
  invitation: 'You can have us call you back, or answer by email.',
  callMe: 'Call me back',
  answerByMail: 'Answer by email',
  keepWaiting: 'Keep waiting',
  // What is asked
  phone: 'Phone number',
  phoneWrong: 'Enter a phone number, area code included',
  email: 'Email',
  emailWrong: 'Enter an email address, like eva@example.com',
  when: 'When should we call?',
  timeMissing: 'Choose a time',
  looking: 'Looking for free times…',
  noTimes: 'We have no free time for a call. We can answer by email instead.',
  noOtherTimes: 'We have no other free time for a call.',
  book: 'Book the call',
  sending: 'Sending…',
  // What came of it
  callNear: 'We’ll call you {day} at {time}',
  callOn: 'We’ll call you on {day} at {time}',
  changeTime: 'Change time',
  keepTime: 'Keep this time',
  mailTo: 'Thanks. We’ll reply to {address}',
  mail: 'Thanks. We’ll reply by email',
  slotTaken: 'That time was just taken. Choose another one',
  notWaiting: 'You’re no longer in line',
  offline: 'You’re offline, so nothing was sent. Try again when you’re back',
  failed: 'That didn’t work. Try again',
  // After hours
  backNear: 'We’re back {day} at {time}',
  backOn: 'We’re back on {day} at {time}',
  leave: 'Leave a message and we’ll reply by email',
  message: 'Message',
  messageMissing: 'Write a message',
  send: 'Send',
} satisfies Record<string, Text>;

export type WaysOutTextKey = keyof typeof waysOutText;

export const say = (session: Session, key: WaysOutTextKey, values?: TextValues): string =>
  fill(waysOutText[key], session.locale.value, values);
