/** The routing rules over the doubles: what one does to the list, to one of them, and what the server says of it. */

import type { RuleSetup, VersionedSetup } from '@parlor/core/routing';
import { act } from 'react';
import { afterEach, expect, it } from 'vitest';
import { SCENES } from '../gallery/scenes';
import type { Stage } from '../gallery/stage';
import '../src/settings/routes';
import '../src/settings/routing/routes';
import { find, leave, settle, show, type } from './staged';

afterEach(leave);

const seen = () => (document.body.textContent ?? '').replace(/[\u2068\u2069]/g, '');
const names = () => [...document.querySelectorAll('.rule-head b')].map((name) => name.textContent);

function button(name: string): HTMLButtonElement {
  const all = [...document.querySelectorAll<HTMLButtonElement>('button, [role="menuitem"]')];
  const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
  if (found === undefined) throw new Error(`there is no button ${name}`);
  return found;
}

async function press(name: string): Promise<void> {
  await act(async () => button(name).click());
  await settle();
}

/** A control by the words of its label, written beside it or only spoken. */
function control<Control extends HTMLElement = HTMLInputElement>(label: string, nth = 0): Control {
  const written = [...document.querySelectorAll('label')].filter((one) => one.textContent === label);
  const all = [
    ...document.querySelectorAll<Control>(`[aria-label="${label}"]`),
    ...written.map((one) => document.getElementById(one.htmlFor) as Control | null),
  ].filter((one) => one !== null);
  const found = all[nth];
  if (found === undefined) throw new Error(`there is no control ${label}`);
  return found;
}

async function choose(label: string, value: string, nth = 0): Promise<void> {
  const select = control<HTMLSelectElement>(label, nth);
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

async function alt(key: string, on: HTMLElement): Promise<void> {
  await act(async () => on.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, bubbles: true })));
  await settle();
}

function saved({ rest }: Stage): readonly RuleSetup[] {
  const bodies = rest.sent.filter(({ call }) => call === 'PUT routing').map(({ body }) => body as VersionedSetup);
  return bodies.at(-1)?.setup.rules ?? [];
}

const describedBy = (input: HTMLElement) =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

it('makes a rule, and saves it only once it is filled in', async () => {
  const made = await show(SCENES['rules-empty']);
  expect(seen()).toContain('There’s no rule yet.');
  await press('Add a rule');
  expect(document.activeElement).toBe(control('Name of the rule'));
  await press('Save');
  expect(saved(made)).toEqual([]);
  expect(seen()).toContain('3 things to mend');
  expect(describedBy(control('Name of the rule'))).toContain('Give the rule a name.');
  expect(describedBy(control('Page address: compared with'))).toContain('Say what to compare with.');
  await type(control('Name of the rule'), 'Checkout');
  await type(control('Page address: compared with'), '/checkout');
  await press('Add what happens');
  await press('Add a tag');
  await type(control('Tag'), ' till ');
  expect(seen()).toContain('If the page address contains “/checkout”');
  await press('Save');
  expect(saved(made)).toEqual([
    {
      name: 'Checkout',
      when: [{ match: 'all', clauses: [{ field: 'page.url', op: 'contains', values: ['/checkout'] }] }],
      // biome-ignore lint/suspicious/noThenProperty: as it goes over the wire
      then: [{ kind: 'tag', tag: 'till' }],
      stop: false,
    },
  ]);
});

it('fits the control to what is asked', async () => {
  const made = await show(SCENES['rule-groups']);
  await choose('What is asked', 'time.weekday');
  await act(async () => control('Saturday').click());
  await settle();
  expect(seen()).toContain('it’s Mon–Sat');
  await choose('What is asked', 'channel.inbox', 1);
  await choose('Website: how it’s compared', 'matches_any');
  await choose('What is asked', 'page.campaign', 2);
  await choose('Campaign: how it’s compared', 'is_absent');
  expect(seen()).toContain('the campaign isn’t known');
  await choose('Campaign: how it’s compared', 'matches_any');
  await type(control('Campaign: compared with'), 'oak');
  await act(async () => {
    control('Campaign: compared with').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  await settle();
  await choose('What is asked', 'time.hour', 3);
  await choose('Time of day: compared with: until', '19');
  expect(seen()).toContain('it’s between 09:00 and 20:00');
  await choose('Time of day: compared with: until', '7');
  expect(seen()).toContain('The first time has to come before the second.');
  await choose('Time of day: compared with: until', '19');
  await press('Save');
  expect(saved(made)[0]?.when).toEqual([
    {
      match: 'any',
      clauses: [
        {
          field: 'time.weekday',
          op: 'matches_any',
          values: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
        },
        { field: 'channel.inbox', op: 'matches_any', values: ['019368a0-0000-7000-8000-000000000001'] },
        { field: 'page.campaign', op: 'matches_any', values: ['oak'] },
      ],
    },
    { match: 'none', clauses: [{ field: 'time.hour', op: 'between', values: ['9', '19'] }] },
  ]);
});

it('asks for an attribute and the queue, and says something to the visitor', async () => {
  const made = await show(SCENES['rules-empty']);
  await press('Add a rule');
  await type(control('Name of the rule'), 'Gold');
  await choose('What is asked', 'contact.attribute.');
  await press('Save');
  expect(seen()).toContain('Name the attribute.');
  expect(control('Name of the attribute').getAttribute('aria-invalid')).toBe('true');
  await type(control('Name of the attribute'), 'plan ');
  await choose('Attribute plan : how it’s compared', 'contains');
  await type(control('Attribute plan : compared with'), 'Gold');
  await press('Add a condition');
  await choose('What is asked', 'queue.wait_s', 1);
  await choose('Wait in the queue: how it’s compared', 'between');
  await type(control('Wait in the queue: compared with: from'), '5 min');
  await type(control('Wait in the queue: compared with: until'), '600');
  expect(seen()).toContain('Use a whole number, 0 or more.');
  await type(control('Wait in the queue: compared with: from'), '300');
  expect(seen()).not.toContain('Use a whole number, 0 or more.');
  await press('Add a condition');
  await choose('What is asked', 'contact.vip', 2);
  await press('Add what happens');
  await press('Say something to the visitor');
  await press('Save');
  expect(seen()).toContain('Write the message.');
  const message = control<HTMLTextAreaElement>('Automatic message');
  expect(message.maxLength).toBe(1000);
  await type(message, ' Soon. ');
  expect(seen()).toContain(
    'If the attribute “plan ” contains “Gold”, the wait in the queue is between 5 min and 10 min, and the visitor is a VIP',
  );
  expect(seen()).toContain('says “Soon.”');
  await press('Save');
  expect(saved(made)).toEqual([
    {
      name: 'Gold',
      when: [
        {
          match: 'all',
          clauses: [
            { field: 'contact.attribute.plan', op: 'contains', values: ['Gold'] },
            { field: 'queue.wait_s', op: 'between', values: ['300', '600'] },
            { field: 'contact.vip', op: 'is', values: ['true'] },
          ],
        },
      ],
      // biome-ignore lint/suspicious/noThenProperty: as it goes over the wire
      then: [{ kind: 'message', message: 'Soon.' }],
      stop: false,
    },
  ]);
});

it('moves a rule by its buttons and by the keyboard, and stays on it', async () => {
  const made = await show(SCENES.rules);
  const [first = '', second = '', third = ''] = names();
  await press(`Move ${first} down`);
  expect(names()).toEqual([second, first, third]);
  expect(seen()).toContain(`${first} is now 2nd of 3`);
  expect(document.activeElement).toBe(button(`Move ${first} down`));
  await alt('ArrowDown', find('.rule-toggle', first));
  expect(names()).toEqual([second, third, first]);
  await alt('ArrowDown', find('.rule-toggle', first));
  expect(names()).toEqual([second, third, first]);
  await press('Save');
  expect(saved(made).map(({ name }) => name)).toEqual([second, third, first]);
});

it('keeps the open one open while it moves, and the keyboard in its fields', async () => {
  await show(SCENES.rule);
  const [, second = ''] = names();
  await press(`Move ${second} up`);
  expect(control('Name of the rule').value).toBe(second);
  const field = control('Name of the rule');
  await act(async () => field.focus());
  await type(field, 'Other');
  expect(document.activeElement).toBe(field);
});

it('deletes a rule, and brings it back to its place', async () => {
  await show(SCENES.rules);
  const [first = '', second = '', third = ''] = names();
  await press(`More for ${second}`);
  await press('Delete');
  expect(names()).toEqual([first, third]);
  expect(seen()).toContain(`“${second}” is deleted.`);
  expect(document.activeElement).toBe(button('Undo'));
  await press('Undo');
  expect(names()).toEqual([first, second, third]);
  expect(document.activeElement?.textContent).toBe(second);
  expect(seen()).not.toContain('You have unsaved changes.');
});

it('brings back one that was never saved, until the changes are discarded', async () => {
  await show(SCENES.rules);
  await press('Add a rule');
  await type(control('Name of the rule'), 'Mine');
  await press('More for Mine');
  await press('Delete');
  await press('Undo');
  expect(names().at(-1)).toBe('Mine');
  await press('More for Mine');
  await press('Delete');
  await press(`More for ${names()[0]}`);
  await press('Delete');
  await press('Discard');
  expect(document.body.textContent).not.toContain('Undo');
  expect(names()).toHaveLength(3);
});

it('copies a rule below itself', async () => {
  await show(SCENES.rules);
  const [first = ''] = names();
  await press(`More for ${first}`);
  await press('Duplicate');
  expect(names()[1]).toBe(`${first}, copy`);
  expect(document.activeElement).toBe(control('Name of the rule'));
});

it('shows what the server finds at the part of the rule, and leads there', async () => {
  await show(SCENES['rules-faults']);
  await type(control('Name of the rule'), 'Refunds');
  await press('Save');
  expect(seen()).toContain('3 things to mend');
  expect(describedBy(control('First message: compared with', 1))).toContain('compares with a value that does not fit');
  const closed = find('.rule', 'Spanish at the checkout');
  expect(closed.textContent).toContain('which nobody has who could get the chat');
  await act(async () => find<HTMLAnchorElement>('.setup-faults a', 'Spanish at the checkout').click());
  await settle();
  expect(control('Name of the rule').value).toBe('Spanish at the checkout');
  expect(describedBy(control('Only agents with'))).toContain('which nobody has');
});

it('ends with Done, where it began', async () => {
  await show(SCENES.rule);
  await press('Done');
  expect(document.querySelector('.rule-editor')).toBeNull();
  expect(document.activeElement?.textContent).toBe(names()[1]);
});

it('shows the rules to those who may not change them', async () => {
  await show(SCENES['rules-agent']);
  expect(seen()).toContain('Only owners can change this. Ask Orla Casey.');
  expect(names()).toHaveLength(3);
  expect(seen()).toContain('to Billing · high priority');
  expect(document.querySelector('.rule-toggle')).toBeNull();
  expect(document.body.textContent).not.toContain('Add a rule');
});

it('asks the dry run with what is known when a chat begins', async () => {
  const { rest } = await show(SCENES.routing);
  await type(control('Page'), '/checkout');
  await type(control('First message'), 'I want my money back');
  await choose('Priority', 'urgent');
  await choose('Chatted before', 'no');
  await press('Add an attribute');
  await press('Add an attribute');
  await type(control('Attribute 1: name'), 'lost');
  await type(control('Attribute 2: name'), 'plan');
  await type(control('Attribute 2: value'), 'Gold');
  await press('Remove attribute 1');
  await press('Show who');
  expect(rest.sent.find(({ call }) => call === 'POST routing/explain')?.body).toEqual({
    inbox: '019368a0-0000-7000-8000-000000000001',
    page_url: 'https://www.casa.example/checkout',
    message: 'I want my money back',
    returning: false,
    attributes: [{ key: 'plan', value: 'Gold' }],
    priority: 'urgent',
  });
  expect(seen()).toContain('“Refunds go to Billing” holds.');
  expect(seen()).toContain('2 below aren’t asked any more');
  expect(seen()).toContain('In Orders, with high priority.');
});

it('runs over to another team outside of the hours', async () => {
  const { rest } = await show(SCENES.team);
  const label = [...document.querySelectorAll('.switch-field .field-label')].find(
    ({ textContent }) => textContent === 'Also outside of its hours',
  );
  await act(async () => document.querySelector<HTMLElement>(`[aria-labelledby="${label?.id}"]`)?.click());
  await settle();
  await press('Save');
  const body = rest.sent.find(({ call }) => call === 'PUT routing')?.body as VersionedSetup;
  expect(body.setup.teams[0]?.overflow?.when_closed).toBe(true);
});
