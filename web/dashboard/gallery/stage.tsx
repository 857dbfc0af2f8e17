/** Puts one scene on the page: the real application over the doubles. */

import { createMemoryHistory } from '@tanstack/react-router';
import { App, makeQueries } from '../src/app';
import { ask } from '../src/conversation/asked';
import { MakeClientContext } from '../src/live/live';
import { makeRouter } from '../src/router';
import { WANDA } from './cast';
import { ClientDouble } from './double';
import { RestDouble } from './rest-double';
import type { GalleryScene } from './scenes';

export interface Stage {
  readonly client: ClientDouble;
  readonly rest: RestDouble;
  readonly router: ReturnType<typeof makeRouter>;
  readonly screen: React.ReactElement;
}

export function stage({ path, live, rest: restScene, asks }: GalleryScene): Stage {
  const client = new ClientDouble(live);
  const rest = new RestDouble(restScene);
  globalThis.fetch = rest.fetch;
  if (asks !== undefined) ask(asks, WANDA);
  const router = makeRouter(createMemoryHistory({ initialEntries: [path] }));
  const make = () => client;
  const screen = (
    <MakeClientContext value={make}>
      <App router={router} queries={makeQueries()} />
    </MakeClientContext>
  );
  return { client, rest, router, screen };
}
