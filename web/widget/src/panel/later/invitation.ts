// What is imported when an agent asks a visitor in: the card beside the launcher, and their words at the beginning of the list.
export { default as css } from './invitation.css?inline';
export { Invitation } from './invitation-card';
export { invited } from './invited';
