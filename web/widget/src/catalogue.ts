// Every word that the widget shows, but for those of panel/later/*words.ts. Plain data, so that each further language becomes one chunk of the same shape.
// `{name}` is replaced; a plural has one entry for each category of Intl.PluralRules and is chosen by `{count}`, or by the
// rank `{nth}`.

export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
export type Text = string | Plural;

/** The launcher's words, kept apart so that the loader carries no others. */
export const launcherText = {
  open: 'Open chat',
  close: 'Close chat',
  leave: 'Leave a message',
  openUnread: {
    one: 'Open chat, {count} unread message',
    other: 'Open chat, {count} unread messages',
  },
  failed: 'Couldn’t load the chat. Try again',
} satisfies Record<string, Text>;

export const panelText = {
  // Frame
  close: 'Close chat',
  back: 'Back',
  menu: 'Chat options',
  poweredBy: 'Powered by Parlor',
  loading: 'Still loading…',
  // Home
  hello: 'Hi there. How can we help today?',
  chatWithUs: 'Chat with us',
  earlier: 'Earlier chats',
  continueWith: 'Continue: {name}',
  unreadCount: '{count} new',
  endedOn: 'Ended {when}',
  youSaid: 'You: {text}',
  // Who is there
  teamOnline: 'We’re online',
  teamAway: 'We’re away right now',
  agentOnline: 'Online',
  agentAway: 'Away',
  atWorkspace: '{presence} · {workspace}',
  // Beginning
  introOnline: 'Ask us anything. You’ll see our reply right here.',
  introAway: 'Leave a message and you’ll find our reply right here.',
  soon: 'We’ll be with you shortly',
  inLine: 'You’re in line',
  inLineMore: 'Your message is with our team. Add anything that helps while you wait.',
  inLineNext: 'You’re next in line',
  inLineAt: {
    one: 'You’re {nth}st in line',
    two: 'You’re {nth}nd in line',
    few: 'You’re {nth}rd in line',
    other: 'You’re {nth}th in line',
  },
  under_1_min: 'under 1 min',
  about_2_min: 'about 2 min',
  about_5_min: 'about 5 min',
  over_10_min: 'over 10 min',
  inLineAway: 'We’ve got your message',
  inLineAwayMore: 'We’re away right now. Our reply will be here when you come back.',
  // Messages
  log: 'Messages',
  you: 'You',
  agent: 'agent',
  assistant: 'assistant, AI, not a person',
  system: 'automatic message',
  assistantName: 'Assistant · AI, not a person',
  saidAt: '{name}, {role}, {time}:',
  youSaidAt: 'You, {time}:',
  deleted: 'Message deleted',
  edited: 'Edited',
  sending: 'Sending',
  sent: 'Sent',
  read: 'Read',
  notSent: 'Not sent.',
  tryAgain: 'Try again',
  remove: 'Delete',
  isTyping: '{name} is typing',
  newMessages: { one: '{count} new message', other: '{count} new messages' },
  loadingEarlier: 'Loading earlier messages',
  joined: '{name} joined the chat',
  left: '{name} left the chat',
  reopened: 'The chat was reopened',
  connecting: 'Connecting you to {name}',
  hadToLeave: '{name} had to leave. Someone else will help you soon',
  agentHadToLeave: 'Your agent had to leave. Someone else will help you soon',
  youEnded: 'You ended the chat',
  agentEnded: '{name} ended the chat',
  chatEnded: 'Chat ended',
  chatEndedAt: 'Chat ended at {time}',
  today: 'Today',
  yesterday: 'Yesterday',
  // Connection
  lostRetrying: 'Connection lost. Retrying in {count} s',
  lost: 'Connection lost. Retrying…',
  retryNow: 'Retry now',
  offline: 'You’re offline. Messages will send when you’re back',
  closed: 'This chat is closed',
  notKept: 'Your browser won’t let us keep this chat. It’ll be gone when you leave the page.',
  // Composer
  write: 'Write a message',
  send: 'Send message',
  counter: { one: '{count} character left', other: '{count} characters left' },
  tooLong: { one: '{count} character too many', other: '{count} characters too many' },
  // Messages’ menus
  messageOptions: 'Message options',
} satisfies Record<string, Text>;

export type PanelTextKey = keyof typeof panelText;
export type LauncherTextKey = keyof typeof launcherText;
export type TextValues = Record<string, string | number>;

/** Fills a text; a plural takes its form from `values.count`, or as an ordinal from `values.nth`. */
export function fill(text: Text, locale: string, values: TextValues = {}): string {
  const { nth, count = nth } = values;
  const rules = () => new Intl.PluralRules(locale, { type: nth ? 'ordinal' : 'cardinal' });
  const form = typeof text === 'string' ? text : (text[rules().select(Number(count))] ?? text.other);
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The locale to use: the page's wish if we have its language, else English. */
export function availableLocale(wanted: string): string {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(wanted);
    return /^en\b/.test(canonical) ? canonical : 'en';
  } catch {
    return 'en';
  }
}

/** `XB` is the region of the mirrored test locale; a right-to-left language adds itself here. */
export const direction = (locale: string): 'ltr' | 'rtl' => (/-XB$/.test(locale) ? 'rtl' : 'ltr');
