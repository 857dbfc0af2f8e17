// The words of what is imported later: as in ../../catalogue.ts.
import { fill, type Text, type TextValues } from '../../catalogue';
import type { Session } from '../session';

export const laterText = {
  // Rating
  rateWith: 'How was your chat with {name}?',
  rate: 'How was your chat?',
  score1: 'Very bad',
  score2: 'Bad',
  score3: 'Okay',
  score4: 'Good',
  score5: 'Very good',
  whatWentWell: 'What went well? (optional)',
  whatWentWrong: 'What went wrong? (optional)',
  slow_reply: 'Slow reply',
  not_solved: 'Not solved',
  wrong_answer: 'Wrong answer',
  rude: 'Rude',
  fast: 'Fast',
  friendly: 'Friendly',
  solved: 'Solved',
  moreWords: 'Anything else? (optional)',
  skip: 'Skip',
  sendRating: 'Send rating',
  ratingFailed: 'Your rating wasn’t sent. Try again',
  thanks: 'Thanks for your rating',
  // Menu and size
  soundsOn: 'Turn sounds on',
  soundsOff: 'Turn sounds off',
  expand: 'Make wider',
  shrink: 'Make narrower',
  // The end
  startNewChat: 'Start a new chat',
  continueChat: 'Continue this chat',
  endChat: 'End chat',
  endQuestion: 'End this chat?',
  keepChatting: 'Keep chatting',
  endFailed: 'The chat couldn’t be ended. Try again',
  // Own messages
  edit: 'Edit',
  remove: 'Delete',
  removeSure: 'Delete for everyone',
  keep: 'Keep',
  editing: 'Edit your message',
  save: 'Save',
  cancel: 'Cancel',
  changeFailed: 'That didn’t work. Try again',
} satisfies Record<string, Text>;

export type LaterTextKey = keyof typeof laterText;

export const say = (session: Session, key: LaterTextKey, values?: TextValues): string =>
  fill(laterText[key], session.locale.value, values);
