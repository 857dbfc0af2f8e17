import { expect, test } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';
import { VisitorPage } from '../pages/visitor-page.ts';
import { expectTranscript } from './talk.ts';

const kTabs = 8;
const tabText = (tab: number) => `Written in tab ${tab}`;

/** Every tab writes, and writes again when the one that may hold the line for all is gone. */
for (const mode of ['pass', 'no-upgrade', 'buffer-sse'] as const) {
  test(`eight tabs of one visitor lose and double nothing: ${mode}`, async ({ behind, someone }) => {
    test.setTimeout(180_000);
    const { parlor } = await behind(mode);
    const first = new VisitorPage(await someone(), parlor.url);
    await first.visit();
    await first.openChat();
    await first.sayAndWait(tabText(1));

    const tabs = [first];
    while (tabs.length < kTabs) {
      const tab = new VisitorPage(await first.page.context().newPage(), parlor.url);
      await tab.visit('/demo/delivery/');
      await tab.openChat();
      await tab.say(tabText(tabs.length + 1));
      tabs.push(tab);
    }
    const ada = new AgentPage(await someone(), parlor.url);
    await ada.signIn('ada@casa.example');
    await ada.show('Queue');
    await ada.open(tabText(kTabs));
    await expect.poll(() => ada.transcript()).toHaveLength(kTabs);
    const said = await ada.transcript();
    expect(new Set(said)).toEqual(new Set(tabs.map((_, index) => tabText(index + 1))));
    for (const tab of tabs) await expectTranscript(tab, ada, said);

    const rest = tabs.slice(1);
    await first.page.close({ runBeforeUnload: false });
    const [second] = rest;
    if (!second) throw new Error('there is no second tab');
    await second.say('The first tab is gone');
    for (const tab of rest) await expectTranscript(tab, ada, [...said, 'The first tab is gone']);
  });
}
