import { text } from '../catalogue';
import { dayAndTime, isToday } from '../format';

/** When somebody wants to be called, as it follows a verb: at 14:30, on Tue 14:30. */
export function callTime(at: number): string {
  return isToday(at) ? text.conversation.atTime(dayAndTime(at)) : text.conversation.onDay(dayAndTime(at));
}
