// The panel's module: `mount` is all that the loader calls.
import type { Bridge, Panel } from '../bridge';
import { mountWith } from './panel';

export const mount = (bridge: Bridge): Panel =>
  mountWith(bridge, async () => (await import('@parlor/core/visitor')).connectVisitor);
