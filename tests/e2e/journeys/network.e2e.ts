import { expect, test } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';
import { VisitorPage } from '../pages/visitor-page.ts';
import { expectTranscript } from './talk.ts';

async function startedChat(server: string, vicsPage: VisitorPage['page'], adasPage: AgentPage['page']) {
  const vic = new VisitorPage(vicsPage, server);
  const ada = new AgentPage(adasPage, server);
  await ada.signIn('ada@casa.example');
  await vic.visit();
  await vic.openChat();
  await vic.sayAndWait('Hello?');
  await ada.show('Queue');
  await ada.open('Hello?');
  await ada.accept();
  await expect(vic.line(/Ada.* joined the chat/)).toBeVisible();
  return { vic, ada };
}

/** How many messages wait in what the browser keeps: the bubble is there a breath before. */
function keptUnsent(page: VisitorPage['page']): Promise<number> {
  return page.evaluate(async () => {
    const countIn = (name: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const count = database.transaction('entries').objectStore('entries').count();
          count.onsuccess = () => resolve(count.result);
          count.onerror = () => reject(count.error);
          database.close();
        };
      });
    const databases = await indexedDB.databases();
    const counts = await Promise.all(databases.map(({ name }) => countIn(name ?? '')));
    return counts.reduce((sum, one) => sum + one, 0);
  });
}

test('the browser goes offline and comes back', async ({ behind, someone }) => {
  const { parlor, proxy } = await behind('pass');
  const { vic, ada } = await startedChat(parlor.url, await someone(), await someone());

  await vic.page.context().setOffline(true);
  proxy.cut();
  await vic.say('Are you still there?');
  await vic.say('I have lost my network.');
  await ada.say('I can wait.');
  await expect(vic.line(/You’re offline|Connection lost/).first()).toBeVisible();
  await expect(ada.page.getByText(/Connection lost|can’t be reached/).first()).toBeVisible();

  proxy.mend();
  await vic.page.context().setOffline(false);
  await expect(vic.line(/You’re offline|Connection lost/)).toHaveCount(0, { timeout: 20_000 });
  await expect(ada.message('I have lost my network.')).toBeVisible({ timeout: 20_000 });
  await expect(vic.message('I can wait.')).toBeVisible({ timeout: 20_000 });
  const said = await ada.transcript();
  expect([...said].sort()).toEqual(['Are you still there?', 'Hello?', 'I can wait.', 'I have lost my network.']);
  await expectTranscript(vic, ada, said);
});

test('the server dies without warning and comes back', async ({ parlor, someone }) => {
  const { vic, ada } = await startedChat(parlor.url, await someone(), await someone());
  await parlor.crashAndRestart();
  await vic.say('Did something happen?');
  await expect(ada.message('Did something happen?')).toBeVisible({ timeout: 30_000 });
  await ada.say('Nothing that you would notice.');
  await expect(vic.message('Nothing that you would notice.')).toBeVisible();
  await expectTranscript(vic, ada, ['Hello?', 'Did something happen?', 'Nothing that you would notice.']);
});

test('a tab that is killed while it sends loses nothing', async ({ behind, someone }) => {
  const { parlor, proxy } = await behind('pass');
  const { vic, ada } = await startedChat(parlor.url, await someone(), await someone());
  proxy.cut();
  await vic.say('I wrote this in a tunnel');
  await expect.poll(() => keptUnsent(vic.page)).toBe(1);
  const context = vic.page.context();
  await vic.page.close({ runBeforeUnload: false });
  proxy.mend();

  const later = new VisitorPage(await context.newPage(), parlor.url);
  await later.visit('/demo/delivery/');
  await later.openChat();
  await expect(ada.message('I wrote this in a tunnel')).toBeVisible({ timeout: 30_000 });
  await expectTranscript(later, ada, ['Hello?', 'I wrote this in a tunnel']);
});

for (const mode of ['pass', 'no-upgrade'] as const) {
  test(`two tabs of one visitor show the same chat: ${mode}`, async ({ behind, someone }) => {
    const { parlor } = await behind(mode);
    const { vic, ada } = await startedChat(parlor.url, await someone(), await someone());
    const second = new VisitorPage(await vic.page.context().newPage(), parlor.url);
    await second.visit('/demo/lamp/luna/');
    await second.openChat();
    await vic.say('Written in the first tab');
    await expect(second.message('Written in the first tab')).toBeVisible();
    await second.say('Written in the second tab');
    await expect(vic.message('Written in the second tab')).toBeVisible();
    await ada.say('Seen in both');
    const said = ['Hello?', 'Written in the first tab', 'Written in the second tab', 'Seen in both'];
    await expectTranscript(vic, ada, said);
    await expectTranscript(second, ada, said);

    // The first tab may hold the line for both; the second must be able to take it over.
    await vic.page.close();
    await second.say('The first tab is gone');
    await expectTranscript(second, ada, [...said, 'The first tab is gone']);
  });
}
