import { expect } from '../fixtures.ts';
import type { AgentPage } from '../pages/agent-page.ts';
import type { VisitorPage } from '../pages/visitor-page.ts';

/** What is said in the journey, in its order. */
export const question = 'Will Ninna fit through an 80 cm door?';
export const promise = 'It will: it comes in two parts.';
export const thanks = 'Wonderful, then I’ll take it in moss.';
const slip = 'Wonderful, then I’ll take it in most.';
export const goodbye = 'It is yours. Three weeks, then we carry it in.';
export const secret = 'Offer her the floor lamp at half price';

const said = [question, promise, thanks, goodbye];

/** Both sides show exactly these messages, in this order. */
export async function expectTranscript(vic: VisitorPage, ada: AgentPage, texts: readonly string[]): Promise<void> {
  await expect(async () => {
    expect(await vic.transcript()).toEqual(texts);
    expect(await ada.transcript()).toEqual(texts);
  }).toPass({ timeout: 15_000 });
}

/** The whole of one chat, with a reload of each side in between. */
export async function talk(vic: VisitorPage, ada: AgentPage): Promise<void> {
  await ada.signIn('ada@casa.example');
  await askOnTheSofasPage(vic);
  await findAndAccept(vic, ada);
  await seeOneAnotherType(vic, ada);
  await answerAndRead(vic, ada);
  await whisperAndReload(vic, ada);
  await resolveAndRate(vic, ada);
}

async function askOnTheSofasPage(vic: VisitorPage): Promise<void> {
  await vic.visit('/demo/');
  await vic.page.getByRole('link', { name: /Ninna two-seat sofa/ }).click();
  await vic.page.waitForURL('**/demo/sofa/ninna/');
  await vic.openChat();
  await vic.sayAndWait(question);
  await vic.page.reload();
  await vic.openChat();
  await expect(vic.message(question)).toHaveCount(1);
}

async function findAndAccept(vic: VisitorPage, ada: AgentPage): Promise<void> {
  await ada.show('Queue');
  const row = ada.row(question);
  await expect(ada.timer(row)).toBeVisible();
  const before = (await ada.timer(row).textContent()) ?? '';
  await expect(ada.timer(row)).not.toHaveText(before);
  await ada.open(question);
  await expect(ada.context).toContainText('Ninna two-seat sofa');
  await ada.accept();
  await expect(vic.line(/Ada.* joined the chat/)).toBeVisible();
  await ada.page.reload();
  await expect(ada.message(question)).toHaveCount(1);
  await expect(ada.action('Resolve')).toBeVisible();
}

async function seeOneAnotherType(vic: VisitorPage, ada: AgentPage): Promise<void> {
  await ada.write(promise.slice(0, 8));
  await expect(vic.typingOf('Ada')).toBeVisible();
  await ada.composer.fill('');
  await expect(vic.typingOf('Ada')).toBeHidden();
  await vic.write(thanks.slice(0, 8));
  await expect(ada.typing()).toBeVisible();
  await vic.composer.fill('');
  await expect(ada.typing()).toBeHidden();
}

async function answerAndRead(vic: VisitorPage, ada: AgentPage): Promise<void> {
  await expect(vic.line(/^Read/)).toBeVisible();
  await ada.say(promise);
  await expect(vic.message(promise)).toBeVisible();
  await expect(ada.log.getByText(/^Read \d/)).toBeVisible();
  await vic.sayAndWait(slip);
  await expect(ada.message(slip)).toBeVisible();
  await vic.edit(slip, thanks);
  await expect(ada.message(thanks)).toContainText('edited');
}

async function whisperAndReload(vic: VisitorPage, ada: AgentPage): Promise<void> {
  await ada.note(secret);
  await ada.tag('delivery');
  await ada.say(goodbye);
  await expect(vic.message(goodbye)).toBeVisible();
  expect(await vic.everything()).not.toContain(secret);
  await Promise.all([vic.visit('/demo/delivery/'), ada.page.reload()]);
  await vic.openChat();
  await expect(ada.context).toContainText('Delivery and returns');
  await expect(ada.context.locator('.path li')).toContainText(['/demo/delivery/', '/demo/sofa/ninna/']);
  await expect(ada.context.locator('.path li')).toHaveCount(2);
  await expectTranscript(vic, ada, said);
  await expect(ada.noteOf(secret)).toHaveCount(1);
  await expect(ada.line('added delivery')).toHaveCount(1);
  expect(await vic.everything()).not.toContain(secret);
}

async function resolveAndRate(vic: VisitorPage, ada: AgentPage): Promise<void> {
  await ada.resolve();
  await expect(vic.line(/Chat ended/).first()).toBeVisible();
  await vic.rate('Very good', 'Quick and kind', ['Fast', 'Friendly']);
  await expect(ada.line(/5\/5 very good \(fast and friendly\)/)).toBeVisible();
  await expect(ada.line('Quick and kind')).toBeVisible();
  await ada.page.reload();
  await expectTranscript(vic, ada, said);
  await expect(ada.context).toContainText('Quick and kind');
  await expect(ada.context).toContainText('friendly');
}
