// When somebody is there again.
import type { Session } from '../session';
import { ahead } from './days';
import { say } from './ways-out-words';

export function backLine(session: Session, at: string): string {
  const { near, ...when } = ahead(Date.parse(at), Date.now(), session.locale.value);
  return say(session, near ? 'backNear' : 'backOn', when);
}
