/** The REST interface without a server: what the screens ask for, and a list of what they asked. */

import type { Attribute } from '@parlor/core';
import type { Explanation, RuleSetup, SetupFault, VersionedSetup } from '@parlor/core/routing';
import { ADA, awkward, BEN, everyone, iso, ORLA } from './cast';
import { casaSetup, nothingSetUp, OFFERED } from './routing-cast';

const MINUTE = 60_000;

export interface RestScene {
  readonly role?: 'owner' | 'agent' | 'nobody';
  readonly setupNeeded?: boolean;
  /** Paths that fail. */
  readonly broken?: readonly string[];
  /** Paths that never answer. */
  readonly silent?: readonly string[];
  readonly empty?: boolean;
  /** What the server finds wrong with a routing setup that is saved. */
  readonly faults?: readonly SetupFault[];
  /** Somebody else saves the routing setup first. */
  readonly outrun?: boolean;
  readonly explanation?: Explanation;
  /** Other rules than the usual ones. */
  readonly rules?: readonly RuleSetup[];
}

type Answer = { status: number; body?: unknown };

const ok = (body: unknown): Answer => ({ status: 200, body });

const SITE = {
  id: '019368a0-0000-7000-8000-000000000001',
  key: 'casa-main',
  name: 'casa.example',
  origins: ['https://www.casa.example', 'https://casa.example'],
  greeting: 'Hi there. How can we help today?',
  color: '#4a45d9',
  created_at: iso(0),
};

/** Of Wanda a few, of one with a long name many, of the others none. */
function attributesOf(id: string): readonly Attribute[] | undefined {
  if (id.endsWith('20418')) {
    return [
      { key: 'plan', value: 'Gold' },
      { key: 'vip', value: 'true' },
      { key: 'seats', value: '12' },
      { key: 'المدينة', value: 'طليطلة' },
    ];
  }
  if (!id.endsWith('b2d39')) return undefined;
  const many = Array.from({ length: 26 }, (_, at) => ({ key: `field_${at + 1}`, value: `${at * 37}` }));
  return [
    { key: 'vip', value: 'true' },
    { key: 'a_key_that_is_as_long_as_forty_letters_a', value: 'x'.repeat(300) },
    { key: 'cart', value: `https://www.casa.example/cart?items=${'48213,'.repeat(30)}` },
    { key: 'empty', value: '' },
    ...many,
  ];
}

function contact(id: string): Answer {
  const row = [...everyone(), ...awkward()].find((one) => one.contact?.id === id);
  const attributes = attributesOf(id);
  const page = (path: string, title: string, minutes: number) => ({
    url: `https://www.casa.example${path}`,
    title,
    at: iso(minutes * MINUTE),
  });
  return ok({
    contact: {
      id,
      name: row?.contact?.name ?? 'Visitor',
      ...(id.endsWith('20418') ? { email: 'wanda@example.org' } : {}),
      locale: 'es-ES',
      browser: 'Safari 26',
      os: 'iPhone',
      device: 'phone',
      first_seen: '2025-03-12T10:00:00.000Z',
      online: row?.contact?.online ?? false,
      visits: 41,
      ...(attributes === undefined ? {} : { attributes }),
    },
    page: page('/account/billing', 'Billing and invoices', 4.2),
    pages: [
      page('/account/billing', 'Billing and invoices', 4.2),
      page('/orders/48213', 'Order 48213', 6),
      page('/help/refunds', 'Refunds', 8),
      page('/', 'Casa & Co', 9),
    ],
    conversations: everyone()
      .slice(0, 4)
      .map((one, at) => ({
        ...one,
        started_at: iso(at * 40 * 86_400_000),
        ...(at % 2 ? { rating: { score: 5 } } : {}),
      })),
  });
}

const AGENTS = [
  { ...ADA, email: 'ada@casa.example', role: 'agent', status: 'online' },
  { ...BEN, email: 'ben@casa.example', role: 'agent', status: 'busy' },
  { ...ORLA, email: 'orla@casa.example', role: 'owner', status: 'away' },
];

const PENDING = [{ id: 'inv-1', email: 'new@casa.example', role: 'agent', expires_at: iso(-3 * 86_400_000) }];

export class RestDouble {
  readonly calls: string[] = [];
  /** What was sent along with them. */
  readonly sent: { readonly call: string; readonly body: unknown }[] = [];
  private routing: VersionedSetup;

  constructor(private readonly scene: RestScene = {}) {
    const { empty = false, rules } = scene;
    const setup = { ...casaSetup(), ...(rules === undefined ? {} : { rules }) };
    this.routing = empty ? nothingSetUp() : { version: 7, setup };
  }

  private save(sent: VersionedSetup): Answer {
    const { faults = [], outrun = false } = this.scene;
    if (outrun && sent.version === 7) {
      const { setup } = this.routing;
      const teams = setup.teams.map((team) => (team.name === 'Billing' ? { ...team, ring_s: 30 } : team));
      this.routing = { version: 8, setup: { ...setup, teams } };
    }
    if (sent.version !== this.routing.version) return { status: 409, body: { reason: 'conflict', detail: 'Changed.' } };
    if (faults.length > 0) return ok({ version: sent.version, faults });
    this.routing = { version: sent.version + 1, setup: sent.setup };
    return ok({ version: this.routing.version, faults: [] });
  }

  private session(): Answer {
    const { role = 'agent' } = this.scene;
    if (role === 'nobody') return { status: 401, body: { reason: 'not_signed_in' } };
    const user = { ...ADA, email: 'ada@casa.example', role };
    return ok({ user, workspace: { id: 'casa', name: 'Casa & Co' } });
  }

  private answer(verb: string, path: string, body: unknown): Answer {
    const { empty = false, setupNeeded = false } = this.scene;
    if (path.startsWith('contacts/')) return contact(path.slice('contacts/'.length));
    if (verb === 'DELETE') return { status: 204 };
    const answers: Record<string, () => Answer> = {
      'GET session': () => this.session(),
      'POST session': () => ({ status: 401, body: { reason: 'bad_credentials', detail: 'no' } }),
      'GET setup': () => ok({ needed: setupNeeded }),
      'POST setup': () => ({
        status: 201,
        body: {
          user: { ...ORLA, email: 'orla@casa.example', role: 'owner' },
          workspace: { id: 'c', name: 'Casa & Co' },
          inbox: SITE,
        },
      }),
      'GET inboxes': () => ok({ inboxes: empty ? [] : [SITE] }),
      'GET routing': () => ok(this.routing),
      'PUT routing': () => this.save(body as VersionedSetup),
      'POST routing/explain': () => ok(this.scene.explanation ?? OFFERED),
      'GET agents': () => ok({ agents: AGENTS }),
      'GET invitations': () => ok({ invitations: empty ? [] : PENDING }),
      'POST invitations': () => ({
        status: 201,
        body: { ...PENDING[0], url: 'https://chat.casa.example/invite#k3J9' },
      }),
      'POST invitations/check': () => ok({ email: 'new@casa.example', workspace: 'Casa & Co' }),
      'POST invitations/accept': () => this.session(),
    };
    return answers[`${verb} ${path}`]?.() ?? ok(SITE);
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const path = String(input).replace(/^.*\/api\/v1\//, '');
    const verb = init?.method ?? 'GET';
    this.calls.push(`${verb} ${path}`);
    if (this.scene.silent?.some((name) => path.startsWith(name))) return new Promise(() => undefined);
    if (this.scene.broken?.some((name) => path.startsWith(name))) {
      return Response.json({ reason: 'internal', detail: 'The disk is full.' }, { status: 500 });
    }
    const sent = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    if (sent !== undefined) this.sent.push({ call: `${verb} ${path}`, body: sent });
    const { status, body } = this.answer(verb, path, sent);
    return body === undefined ? new Response(null, { status }) : Response.json(body, { status });
  };
}
