import { expect, test } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';
import { VisitorPage } from '../pages/visitor-page.ts';
import type { ProxyMode, Traffic } from '../server/proxy.ts';
import { expectTranscript, talk } from './talk.ts';

test('a visitor asks on the demo shop, an agent answers, resolves, and is rated', async ({ parlor, someone }) => {
  await talk(new VisitorPage(await someone(), parlor.url), new AgentPage(await someone(), parlor.url));
});

const transports: Record<ProxyMode, (traffic: Traffic) => void> = {
  pass: (traffic) => {
    expect(traffic.webSockets).toBeGreaterThanOrEqual(2);
    expect(traffic.streamedBytes).toBe(0);
    expect(traffic.polls).toBe(0);
  },
  'no-upgrade': (traffic) => {
    expect(traffic.webSockets).toBe(0);
    expect(traffic.streamedBytes).toBeGreaterThan(2000);
  },
  'buffer-sse': (traffic) => {
    expect(traffic.webSockets).toBe(0);
    expect(traffic.streamedBytes).toBe(0);
    expect(traffic.heldBytes).toBeGreaterThan(0);
    expect(traffic.polls).toBeGreaterThan(4);
  },
};

for (const mode of ['pass', 'no-upgrade', 'buffer-sse'] as const) {
  test(`the same behind a proxy of ours: ${mode}`, async ({ behind, someone }) => {
    test.slow();
    const { parlor, proxy } = await behind(mode);
    await talk(new VisitorPage(await someone(), parlor.url), new AgentPage(await someone(), parlor.url));
    transports[mode](proxy.traffic);
  });
}

test('reloading either side between any two messages loses and doubles nothing', async ({ parlor, someone }) => {
  test.slow();
  const vic = new VisitorPage(await someone(), parlor.url);
  const ada = new AgentPage(await someone(), parlor.url);
  const texts: string[] = [];
  const next = (who: string): string => {
    const text = `${who} says line ${texts.length + 1}`;
    texts.push(text);
    return text;
  };
  await ada.signIn('ada@casa.example');
  await vic.visit();
  await vic.openChat();
  await vic.sayAndWait(next('Vic'));
  await ada.show('Queue');
  await ada.open('Vic says line 1');
  await ada.accept();
  for (let round = 0; round < 4; round += 1) {
    // As soon as it stands on the screen, before the server has it for certain.
    await vic.say(next('Vic'));
    await vic.page.reload();
    await vic.openChat();
    await expect(ada.message(texts.at(-1) ?? '')).toBeVisible();
    await ada.say(next('Ada'));
    await ada.page.reload();
    await expect(vic.message(texts.at(-1) ?? '')).toBeVisible();
    await expectTranscript(vic, ada, texts);
  }
});
