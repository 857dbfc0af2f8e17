// The panel's module: `mount` is all that the loader calls.
import { connectVisitor } from '@parlor/core/visitor';
import type { Bridge, Panel } from '../bridge';
import { mountWith } from './panel';

export const mount = (bridge: Bridge): Panel => mountWith(bridge, connectVisitor);
