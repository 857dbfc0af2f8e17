import { expect, test } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';
import { VisitorPage } from '../pages/visitor-page.ts';
import { setUpTeams } from '../server/routing.ts';

const ada = 'ada@casa.example';
const ben = 'ben@casa.example';
const ring = { name: 'Incoming chat' };

test('a place in the queue falls from 3 to 1 while people look', async ({ parlor, someone }) => {
  await setUpTeams(parlor, [{ name: 'Orders', members: [{ email: ada, capacity: 1 }] }]);
  const agent = new AgentPage(await someone(), parlor.url);
  await agent.signIn(ada);
  const visitors: VisitorPage[] = [];
  for (const text of ['Where is my lamp?', 'And mine?', 'And my table?', 'And my chair?']) {
    const visitor = new VisitorPage(await someone(), parlor.url);
    await visitor.visit('/demo/delivery/');
    await visitor.openChat();
    await visitor.sayAndWait(text);
    visitors.push(visitor);
  }
  const last = visitors.at(-1);
  if (!last) throw new Error('nobody waits');
  const card = agent.page.getByRole('region', ring);
  await expect(card).toContainText('Where is my lamp?');
  await expect(last.panel).toContainText('You’re 4th in line');
  const places = ['You’re 3rd in line', 'You’re 2nd in line', 'You’re next in line'];
  for (const place of places) {
    await card.getByRole('button', { name: /^Accept/ }).click();
    await expect(last.panel).toContainText(place);
    await agent.resolve();
    await expect(card).toBeVisible();
  }
});

test('a chat that is passed on rings at the next', async ({ parlor, someone }) => {
  await setUpTeams(parlor, [
    {
      name: 'Orders',
      members: [
        { email: ada, capacity: 2 },
        { email: ben, capacity: 2 },
      ],
    },
  ]);
  const first = new AgentPage(await someone(), parlor.url);
  await first.signIn(ada);
  const vic = new VisitorPage(await someone(), parlor.url);
  await vic.visit();
  await vic.openChat();
  await vic.sayAndWait('Is the lamp there?');
  await expect(first.page.getByRole('region', ring)).toBeVisible();
  const second = new AgentPage(await someone(), parlor.url);
  await second.signIn(ben);
  await first.page.getByRole('region', ring).getByRole('button', { name: /^Pass/ }).click();
  await second.page
    .getByRole('region', ring)
    .getByRole('button', { name: /^Accept/ })
    .click();
  await second.say('It is.');
  await expect(vic.message('It is.')).toBeVisible();
  await expect(first.page.getByRole('region', ring)).toBeHidden();
});

test('the chat of an agent whose laptop closes goes to a colleague', async ({ parlor, someone }) => {
  await setUpTeams(parlor, [
    {
      name: 'Orders',
      members: [
        { email: ada, capacity: 1 },
        { email: ben, capacity: 1 },
      ],
    },
  ]);
  const gone = new AgentPage(await someone(), parlor.url);
  await gone.signIn(ada);
  const vic = new VisitorPage(await someone(), parlor.url);
  await vic.visit();
  await vic.openChat();
  await vic.sayAndWait('Is the lamp there?');
  await gone.page
    .getByRole('region', ring)
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(vic.log).toContainText('joined');
  const colleague = new AgentPage(await someone(), parlor.url);
  await colleague.signIn(ben);
  await gone.page.context().close();
  const card = colleague.page.getByRole('region', ring);
  await expect(card).toBeVisible({ timeout: 60_000 });
  await card.getByRole('button', { name: /^Accept/ }).click();
  await colleague.say('It is, and I have it now.');
  await expect(vic.message('It is, and I have it now.')).toBeVisible();
});

test('an owner asks who would get a chat, and reads why', async ({ parlor, someone }) => {
  await setUpTeams(parlor, [{ name: 'Orders', members: [{ email: ada, capacity: 1 }] }]);
  const orla = new AgentPage(await someone(), parlor.url);
  await orla.signIn('orla@casa.example');
  await orla.page.goto(`${parlor.url}/settings/routing`);
  await orla.page.getByRole('button', { name: 'Show who' }).first().click();
  await expect(orla.page.locator('main')).toContainText(/offline/i);
  await expect(orla.page.locator('main')).toContainText('Ada');
});

test('what the page says of its visitor decides, is seen by the agent, and a rule answers', async ({
  parlor,
  someone,
}) => {
  const rule = {
    name: 'Big baskets',
    when: [{ match: 'all', clauses: [{ field: 'contact.attribute.basket_items', op: 'at_least', values: ['1'] }] }],
    // biome-ignore lint/suspicious/noThenProperty: so it is called on the wire.
    then: [{ kind: 'message', message: 'We see your basket, one moment.' }],
    stop: false,
  };
  await setUpTeams(parlor, [{ name: 'Orders', members: [{ email: ada, capacity: 2 }] }], [rule]);
  const vic = new VisitorPage(await someone(), parlor.url);
  await vic.visit('/demo/sofa/ninna/');
  await vic.page.getByRole('button', { name: /Add to basket/ }).click();
  await vic.openChat();
  await vic.sayAndWait('Is it there in green?');
  await expect(vic.message('We see your basket, one moment.')).toBeVisible();
  const agent = new AgentPage(await someone(), parlor.url);
  await agent.signIn(ada);
  const card = agent.page.getByRole('region', ring);
  await expect(card).toContainText('Is it there in green?');
  await card.getByRole('button', { name: /^Accept/ }).click();
  await expect(agent.message('We see your basket, one moment.')).toBeVisible();
  await expect(agent.page.getByText('basket_items')).toBeVisible();
});
