// The words of invitation.ts: as in ../../catalogue.ts.
import { fill, type Text, type TextValues } from '../../catalogue';
import type { Session } from '../session';

export const invitationText = {
  wrote: '{name} from {workspace} wrote:',
  answer: 'Answer',
  dismiss: 'Dismiss',
} satisfies Record<string, Text>;

export const say = (session: Session, key: keyof typeof invitationText, values?: TextValues): string =>
  fill(invitationText[key], session.locale.value, values);
