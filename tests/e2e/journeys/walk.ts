import type { BrowserContextOptions, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';
import { SetupPage } from '../pages/setup-page.ts';
import { VisitorPage } from '../pages/visitor-page.ts';
import type { Parlor } from '../server/parlor.ts';

export type Surface = 'shop' | 'widget' | 'dashboard';

/** What is done in each state: look with axe, measure, take a picture, press every button. */
export type Look = (surface: Surface, state: string, page: Page) => Promise<void>;

export interface Stage {
  parlor: Parlor;
  emptyParlor: Parlor;
  someone(options?: BrowserContextOptions): Promise<Page>;
  options: BrowserContextOptions;
  look: Look;
}

export async function walkTheShop({ parlor, someone, options, look }: Stage): Promise<void> {
  const vic = new VisitorPage(await someone(options), parlor.url);
  for (const path of ['', 'sofa/ninna/', 'delivery/', 'basket/']) {
    await vic.visit(`/demo/${path}`);
    await look('shop', path.split('/')[0] || 'home', vic.page);
  }
}

/** One chat on both sides; each state that it passes is looked at. */
export async function walkTheChat(stage: Stage): Promise<void> {
  const { parlor, someone, options, look } = stage;
  const vic = new VisitorPage(await someone(options), parlor.url);
  const ada = new AgentPage(await someone(options), parlor.url);
  await signingIn(ada, look);
  await beginning(vic, look);
  await queued(vic, ada, look);
  await talking(vic, ada, look);
  await overlays(ada, look);
  await leaving(vic, ada, look);
  await ending(vic, ada, look);
}

async function signingIn(ada: AgentPage, look: Look): Promise<void> {
  const { page } = ada;
  await page.goto(`${ada.server}/`);
  await expect(page.getByLabel('Email')).toBeVisible();
  await look('dashboard', 'sign-in', page);
  await page.getByLabel('Email').fill('ada@casa.example');
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText(/email and password don’t match/)).toBeVisible();
  await look('dashboard', 'sign-in-refused', page);
  await ada.signIn('ada@casa.example');
  await ada.show('Queue');
  await look('dashboard', 'inbox-empty', page);
}

async function beginning(vic: VisitorPage, look: Look): Promise<void> {
  await vic.visit('/demo/sofa/ninna/');
  await look('widget', 'launcher', vic.page);
  await vic.openChat();
  await look('widget', 'beginning', vic.page);
  await vic.sayAndWait('Hello, will Ninna fit through an 80 cm door?');
  await vic.sayAndWait('It is an old house, the stairs turn twice.');
  await look('widget', 'in-line', vic.page);
}

async function queued(vic: VisitorPage, ada: AgentPage, look: Look): Promise<void> {
  await expect(ada.row('the stairs turn twice')).toBeVisible();
  await look('dashboard', 'queue', ada.page);
  await ada.open('the stairs turn twice');
  await look('dashboard', 'queued-conversation', ada.page);
  await ada.accept();
  await expect(vic.line(/Ada.* joined the chat/)).toBeVisible();
}

async function talking(vic: VisitorPage, ada: AgentPage, look: Look): Promise<void> {
  await ada.say('Hi! It will: **two parts**, and we carry it up.');
  await ada.say('The feet come off as well. Measurements: https://casa.example/ninna');
  await expect(vic.message('The feet come off')).toBeVisible();
  await ada.note('She lives at the mill, bring the long straps');
  await vic.write('Could you come on a Satur');
  await expect(ada.typing()).toBeVisible();
  await look('dashboard', 'open-conversation', ada.page);
  await vic.composer.press('Enter');
  await ada.write('Of cou');
  await expect(vic.typingOf('Ada')).toBeVisible();
  await look('widget', 'person', vic.page);
  await ada.composer.fill('');
  await ada.mode('Note');
  await look('dashboard', 'composer-note', ada.page);
  await ada.mode('Reply');
}

async function overlays(ada: AgentPage, look: Look): Promise<void> {
  const { page } = ada;
  // On a phone the bar with one's own menu stands below the list alone.
  const back = ada.header.getByRole('link', { name: 'Back to the list' });
  const onPhone = await back.isVisible();
  if (onPhone) await back.click();
  await page.getByRole('button', { name: 'Your status and preferences' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await look('dashboard', 'status-menu', page);
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await look('dashboard', 'shortcuts', page);
  await page.keyboard.press('Escape');
  if (onPhone) {
    await ada.show('Mine');
    await ada.open('Could you come');
  }
  await ada.message('The feet come off').hover();
  await ada.message('The feet come off').getByRole('button', { name: 'Edit message' }).click();
  await expect(page.getByRole('textbox', { name: 'Edit your message' })).toBeVisible();
  await look('dashboard', 'editing', page);
  await page.keyboard.press('Escape');
  await ada.message('The feet come off').hover();
  await ada.message('The feet come off').getByRole('button', { name: 'Delete message' }).click();
  await expect(page.getByRole('dialog', { name: 'Delete this message?' })).toBeVisible();
  await look('dashboard', 'deleting', page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await expect(page.getByRole('dialog', { name: 'Transfer conversation' })).toBeVisible();
  await look('dashboard', 'transfer', page);
  await page.keyboard.press('Escape');
  const more = ada.header.getByRole('button', { name: 'More actions' });
  if (await more.isVisible()) {
    await more.click();
    await look('dashboard', 'more-actions', page);
    await page.getByRole('menuitem', { name: 'Show visitor' }).click();
    await look('dashboard', 'visitor', page);
    await page.keyboard.press('Escape');
  } else if (await ada.header.getByRole('button', { name: 'Show visitor' }).isVisible()) {
    await ada.header.getByRole('button', { name: 'Show visitor' }).click();
    await look('dashboard', 'visitor', page);
    await page.keyboard.press('Escape');
  }
}

async function leaving(vic: VisitorPage, ada: AgentPage, look: Look): Promise<void> {
  await vic.page.keyboard.press('Escape');
  await expect(vic.panel).toBeHidden();
  await ada.say('Saturday at ten?');
  await vic.page.reload();
  await expect(vic.launcher).toHaveAccessibleName(/1 unread message/);
  await look('widget', 'unread', vic.page);
  await vic.launcher.click();
  await expect(vic.panel).toBeVisible();
  await look('widget', 'coming-back', vic.page);
  await vic.page.keyboard.press('Escape');
  await vic.openChat();
  await vic.panel.getByRole('button', { name: 'Chat options' }).click();
  await look('widget', 'menu', vic.page);
  await vic.panel.getByRole('menuitem', { name: 'End chat' }).click();
  await expect(vic.panel.getByText('End this chat?')).toBeVisible();
  await look('widget', 'end-question', vic.page);
  await vic.panel.getByRole('button', { name: 'Keep chatting' }).click();
  await vic.change('Could you come');
  await look('widget', 'message-options', vic.page);
  await vic.panel.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(vic.panel.getByRole('textbox', { name: 'Edit your message' })).toBeVisible();
  await look('widget', 'editing', vic.page);
  await vic.page.keyboard.press('Escape');
  await vic.page.context().setOffline(true);
  await vic.say('I am on a train');
  await expect(vic.line(/You’re offline|Connection lost/).first()).toBeVisible();
  await look('widget', 'offline', vic.page);
  await vic.page.context().setOffline(false);
  await expect(ada.message('I am on a train')).toBeVisible({ timeout: 30_000 });
}

async function ending(vic: VisitorPage, ada: AgentPage, look: Look): Promise<void> {
  await ada.resolve();
  await expect(
    vic.panel.getByRole('button', { name: 'Send rating' }).or(vic.panel.getByRole('radio')).first(),
  ).toBeVisible();
  await look('widget', 'rating', vic.page);
  await vic.panel.getByRole('radio', { name: 'Bad', exact: true }).check({ force: true });
  await vic.panel.getByRole('button', { name: 'Slow reply' }).click();
  await look('widget', 'rating-reasons', vic.page);
  await vic.rate('Very good', 'Quick and kind', ['Fast']);
  await look('widget', 'ended', vic.page);
  await expect(ada.line(/5\/5/)).toBeVisible();
  await look('dashboard', 'resolved-conversation', ada.page);
  await vic.panel.getByRole('button', { name: 'Back' }).click();
  await look('widget', 'home', vic.page);
}

export async function walkTheSettings({ parlor, someone, options, look }: Stage): Promise<void> {
  const page = await someone(options);
  const orla = new AgentPage(page, parlor.url);
  await orla.signIn('orla@casa.example');
  await page.goto(`${parlor.url}/settings/websites`);
  await expect(page.getByText('data-site=').first()).toBeVisible();
  await look('dashboard', 'websites', page);
  await page.getByRole('button', { name: 'Add a website' }).click();
  await look('dashboard', 'new-website', page);
  await page.goto(`${parlor.url}/settings/members`);
  await expect(page.getByText('ben@casa.example')).toBeVisible();
  await look('dashboard', 'members', page);
  const link = await new SetupPage(page).invite(parlor.url, 'wim@casa.example');
  await look('dashboard', 'invitation', page);
  await page.goto(`${parlor.url}/wall`);
  await expect(page.getByText('Conversations at risk')).toBeVisible();
  await look('dashboard', 'quiet-wall', page);
  await page.goto(`${parlor.url}/visitors`);
  await expect(page.getByText('Nobody is on your site right now.')).toBeVisible();
  await look('dashboard', 'no-visitors', page);
  const vic = new VisitorPage(await someone(options), parlor.url);
  await vic.visit('/demo/sofa/ninna/');
  await page
    .getByRole('button', { name: /^Start chat/ })
    .first()
    .click();
  await look('dashboard', 'start-chat', page);
  await page.keyboard.press('Escape');
  await look('dashboard', 'visitors', page);
  await page.goto(`${parlor.url}/settings/nothing-here`);
  await look('dashboard', 'nothing-here', page);
  const wim = await someone(options);
  await wim.goto(link);
  await expect(wim.getByText('wim@casa.example')).toBeVisible();
  await look('dashboard', 'join', wim);
}

export async function walkTheSetup({ emptyParlor, someone, options, look }: Stage): Promise<void> {
  const page = await someone(options);
  await page.goto(await emptyParlor.setupAddress());
  await page.getByLabel('Your name').fill('Orla Byrne');
  await look('dashboard', 'set-up-1', page);
  await page.getByLabel('Email').fill('orla@garden.example');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Use at least 10 characters.')).toBeVisible();
  await look('dashboard', 'set-up-refused', page);
  await page.getByLabel('Password', { exact: true }).fill('a long walk with roses');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Name of your organisation').fill('Wanda’s garden');
  await look('dashboard', 'set-up-2', page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Name of the site').fill('Garden blog');
  await page.getByLabel('Addresses where the chat may run').fill('https://garden.example');
  await look('dashboard', 'set-up-3', page);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByText('data-site=').first()).toBeVisible();
  await look('dashboard', 'set-up-4', page);
}
