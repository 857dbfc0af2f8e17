// What the loader and the panel, two programs built apart, know of one another. Types only: nothing here is shipped.

/** The answer of `POST /api/v1/widget`. */
export interface Configuration {
  inbox: {
    key: string;
    name: string;
    workspace: string;
    greeting?: string;
    color?: string;
    position?: string;
  };
  panel: { js: string };
  unread: number;
  open: boolean;
  available: boolean;
  /** When somebody is there again (RFC 3339); absent: now, or nobody knows. */
  back_at?: string;
  agents: { id: string; name: string }[];
  /** Tells this page's visit from others; kept in memory alone. */
  visit?: string;
  /** An agent asks the visitor in. */
  invitation?: Invitation;
}

export interface Invitation {
  id: string;
  agent: { id: string; name: string };
  text: string;
}

export interface Page {
  url: string;
  title: string;
  referrer?: string;
  visit?: string;
  /** What the page says of its visitor: nobody has proven it. */
  attributes?: readonly Attribute[];
}

export interface Attribute {
  key: string;
  value: string;
}

export type Theme = 'light' | 'dark' | 'auto';

export type EventName =
  | 'ready'
  | 'open'
  | 'close'
  | 'unread'
  | 'message'
  | 'conversation:start'
  | 'conversation:end'
  | 'rating'
  | 'error';

/** What this browser remembers of the visitor. Nothing is kept before the visitor writes for the first time. */
export interface DeviceState {
  token?: string;
  drafts?: Record<string, string>;
  skippedRatings?: string[];
  /** Absent until the visitor has chosen. */
  sounds?: boolean;
}

export interface Device {
  read(): DeviceState;
  write(change: DeviceState): void;
  forget(): void;
  /** False once the browser has refused to keep something: then all is gone with the page. */
  durable(): boolean;
}

/** What the loader lends to the panel. */
export interface Bridge {
  readonly server: string;
  readonly site: string;
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly slot: HTMLElement;
  readonly device: Device;
  configuration(): Configuration;
  page(): Page;
  locale(): string;
  emit(event: EventName, detail?: unknown): void;
  unread(count: number): void;
  /** The visitor asked for it, from inside. */
  open(): void;
  close(): void;
}

/** What the panel's module gives back; the loader calls nothing else. */
export interface Panel {
  show(open: boolean): void;
  prefill(text: string): void;
  /** Configuration, page or locale changed: read them again from the bridge. */
  refresh(): void;
  dispose(): void;
}

export interface PanelModule {
  mount(bridge: Bridge): Panel;
}
