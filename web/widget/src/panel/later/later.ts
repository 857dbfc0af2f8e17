// What is imported after the panel: the question before the end, rating, changing one's own messages, the sound. One chunk, so that it comes once.
export { EndQuestion } from './end-question';
export { default as css } from './later.css?inline';
export { MessageEditor } from './message-editor';
export { MessageMenu } from './message-menu';
export { RatingPlace } from './rating';
export { tick } from './sound';
