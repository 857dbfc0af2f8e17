/** What a browser has and the test page has not: sizes, so that lists show their rows. */

import { vi } from 'vitest';

const SEEN_PX = 900;
const LINE_PX = 40;

Object.defineProperties(HTMLElement.prototype, {
  clientWidth: { configurable: true, get: () => SEEN_PX },
  clientHeight: { configurable: true, get: () => SEEN_PX },
  offsetHeight: { configurable: true, get: () => LINE_PX },
});
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
Object.defineProperty(navigator, 'clipboard', {
  configurable: true,
  value: { writeText: vi.fn(async () => undefined) },
});
