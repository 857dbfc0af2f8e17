import { signIn } from './open.ts';

interface Inbox {
  id: string;
  key: string;
  origins: string[];
}

/** As the demo's owner, allows one more website to run the demo's chat. */
export async function allowOrigin(server: string, origin: string): Promise<void> {
  const { cookie } = await signIn(server, 'orla@casa.example');
  const headers = { 'content-type': 'application/json', origin: server, ...(cookie && { cookie }) };
  const { inboxes } = (await (await fetch(`${server}/api/v1/inboxes`, { headers })).json()) as { inboxes: Inbox[] };
  const inbox = inboxes.find(({ key }) => key === 'demo');
  if (!inbox) throw new Error(`no demo inbox among ${JSON.stringify(inboxes)}`);
  const body = JSON.stringify({ origins: [...inbox.origins, origin] });
  const answer = await fetch(`${server}/api/v1/inboxes/${inbox.id}`, { method: 'PATCH', headers, body });
  if (!answer.ok) throw new Error(`PATCH inbox: ${answer.status} ${await answer.text()}`);
}
