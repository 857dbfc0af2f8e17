// What is imported after the panel: the menu, the end and the question before it, rating, changing one's own messages,
// the sound. One chunk, so that it comes once.
export { ChatMenu } from './chat-menu';
export { EndQuestion } from './end-question';
export { Ended } from './ended';
export { default as css } from './later.css?inline';
export { MessageEditor } from './message-editor';
export { MessageMenu } from './message-menu';
export { RatingPlace } from './rating';
export { tick } from './sound';
