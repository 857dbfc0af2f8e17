// Draws components: as much of Preact as the panel uses, in a fifth of its size. The panel is written and type-checked against
// Preact; the build puts this file in its place (scripts/view.mjs). Owns the elements below the one it is given. A component
// draws again, with everything below it, in a microtask after its state has changed; effects run once all elements stand.

type Props = Record<string, unknown> & { children?: unknown; ref?: { current: unknown } };
type Component = (props: Props) => unknown;

interface Drawing {
  type: string | Component;
  props: Props;
  key?: unknown;
}

/** A drawing that stands on the page. */
interface Part {
  type: string | Component;
  props: Props;
  parent?: Part;
  /** Elements and texts; a component has none of its own. */
  node?: Element | Text;
  parts: Map<unknown, Part>;
  hooks: Hook[];
  gone?: boolean;
}

interface Hook {
  value?: unknown;
  /** What an effect depends on. */
  inputs?: readonly unknown[];
  stop?: unknown;
}

const kText = '';
const kDrawing = /^(svg|path)$/;

let drawn: Part;
let hookAt = 0;
let begun: (() => void)[] = [];
let planned = false;
const effects: (() => void)[] = [];
const stale = new Set<Part>();

export const jsx = (type: string | Component, props: Props, key?: unknown): Drawing => ({ type, props, key });
export const jsxs = jsx;
export const jsxDEV = jsx;
export const Fragment: Component = ({ children }) => children;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** Nothing for what shows nothing; a list inside a list is a part of its own. */
function drawingOf(value: unknown): Drawing | undefined {
  if (value === null || value === undefined || typeof value === 'boolean') return undefined;
  if (Array.isArray(value)) return jsx(Fragment, { children: value });
  return typeof value === 'object' ? (value as Drawing) : jsx(kText, { text: value });
}

function setProperty(node: Element, name: string, value: unknown): void {
  if (name === 'style') {
    for (const [property, text] of Object.entries(value ?? {})) (node as HTMLElement).style.setProperty(property, text);
  } else if (name.startsWith('on')) Object.assign(node, { [name.toLowerCase()]: value ?? null });
  else if (name === 'value' || name === 'checked') {
    const field = node as HTMLInputElement;
    if (field[name] !== value) Object.assign(field, { [name]: value });
  } else if (value === null || value === undefined || (value === false && !name.includes('-'))) {
    node.removeAttribute(name);
  } else node.setAttribute(name, value === true && !name.includes('-') ? '' : String(value));
}

function updateNode(node: Element | Text, old: Props, props: Props): void {
  if (node instanceof Text) {
    if (old.text !== props.text) node.data = String(props.text);
    return;
  }
  for (const name of Object.keys({ ...old, ...props })) {
    const always = name === 'value' || name === 'checked';
    if (name === 'children' || name === 'ref' || (old[name] === props[name] && !always)) continue;
    setProperty(node, name, props[name]);
  }
}

function createNode({ type, props }: Drawing): Element | Text | undefined {
  if (typeof type !== 'string') return undefined;
  if (type === kText) return new Text();
  const node = document.createElementNS(`http://www.w3.org/${kDrawing.test(type) ? '2000/svg' : '1999/xhtml'}`, type);
  if (props.ref) props.ref.current = node;
  return node;
}

/** Brings the parts below `part` in line with what it shows now: same key and same type stay. */
function updateParts(part: Part, children: unknown): void {
  const old = part.parts;
  part.parts = new Map();
  listOf(children).forEach((child, at) => {
    const drawing = drawingOf(child);
    if (!drawing) return;
    const key = drawing.key === undefined ? at : `key ${drawing.key}`;
    const known = old.get(key);
    const next =
      known?.type === drawing.type
        ? known
        : { type: drawing.type, props: {}, parent: part, node: createNode(drawing), parts: new Map(), hooks: [] };
    if (next === known) old.delete(key);
    part.parts.set(key, next);
    update(next, drawing.props);
  });
  for (const one of old.values()) remove(one, true);
}

function update(part: Part, props: Props): void {
  const { type, node } = part;
  const before = part.props;
  part.props = props;
  if (typeof type === 'function') return updateComponent(part, type);
  updateNode(node as Element, before, props);
  if (type === kText) return;
  updateParts(part, props.children);
  place(part);
}

function updateComponent(part: Part, type: Component): void {
  stale.delete(part);
  drawn = part;
  hookAt = 0;
  begun = [];
  const shown = type(part.props);
  const own = begun;
  updateParts(part, shown);
  effects.push(...own);
}

function nodesOf(part: Part): (Element | Text)[] {
  return [...part.parts.values()].flatMap((one) => one.node ?? nodesOf(one));
}

/** Puts the nodes below an element in order, moving none that stands right. */
function place(part: Part): void {
  let next: Node | null = null;
  for (const one of nodesOf(part).reverse()) {
    if (one.parentNode !== part.node || one.nextSibling !== next) part.node?.insertBefore(one, next);
    next = one;
  }
}

function remove(part: Part, detach: boolean): void {
  part.gone = true;
  for (const { stop } of part.hooks) if (typeof stop === 'function') stop();
  if (part.props.ref) part.props.ref.current = null;
  for (const one of part.parts.values()) remove(one, detach && !part.node);
  if (detach) part.node?.remove();
}

function drawStale(): void {
  planned = false;
  for (const part of stale) {
    stale.delete(part);
    if (part.gone) continue;
    updateComponent(part, part.type as Component);
    let above = part.parent as Part;
    while (!above.node) above = above.parent as Part;
    place(above);
    runEffects();
  }
}

function runEffects(): void {
  for (const run of effects.splice(0)) run();
}

const roots = new WeakMap<Element, Part>();

export function render(child: unknown, node: Element): void {
  const root = roots.get(node) ?? { type: 'root', props: {}, node, parts: new Map(), hooks: [] };
  roots.set(node, root);
  updateParts(root, child);
  place(root);
  runEffects();
}

function nextHook(initial: () => Hook): Hook {
  const at = hookAt++;
  drawn.hooks[at] ??= initial();
  return drawn.hooks[at];
}

export function useState(initial: unknown): [unknown, (next: unknown) => void] {
  const part = drawn;
  const hook = nextHook(() => ({ value: initial }));
  const set = (next: unknown): void => {
    if (next === hook.value || part.gone) return;
    hook.value = next;
    stale.add(part);
    if (planned) return;
    planned = true;
    queueMicrotask(drawStale);
  };
  return [hook.value, set];
}

export const useRef = (initial: unknown): unknown => nextHook(() => ({ value: { current: initial } })).value;

export function useEffect(run: () => unknown, inputs: readonly unknown[]): void {
  const part = drawn;
  const hook = nextHook(() => ({}));
  const before = hook.inputs;
  if (before && inputs.every((input, at) => input === before[at])) return;
  hook.inputs = inputs;
  begun.push(() => {
    if (part.gone) return;
    if (typeof hook.stop === 'function') hook.stop();
    hook.stop = run();
  });
}

export const useLayoutEffect = useEffect;
