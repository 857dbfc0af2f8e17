// The loader's one request, at start and every 30 s while the page is visible: configuration, unread count, and by its
// coming alone the visitor's presence on the site. A plain-text body needs no preflight.
import type { Bridge, Configuration } from '../bridge';

const kPollMs = 30_000;

export interface ConfigurationSource {
  /** The newest answer, or nothing when the server could not be asked or said no. */
  read(): Promise<Configuration | undefined>;
  /** Asks now and again; calls back with each answer. */
  watch(answered: (configuration: Configuration) => void): void;
  stop(): void;
}

export function createConfigurationSource(bridge: Bridge): ConfigurationSource {
  const { server, site, device, page, emit } = bridge;
  let stop = (): void => undefined;

  const refuse = async (response: Response): Promise<undefined> => {
    const problem = (await response.json().catch(() => ({}))) as { reason?: string };
    // Too many requests or a server in trouble passes; a no to this page or site does not.
    if (response.status < 429) stop();
    emit('error', { reason: problem.reason ?? 'internal' });
    return undefined;
  };

  const read = async (): Promise<Configuration | undefined> => {
    const { token } = device.read();
    try {
      const response = await fetch(`${server}/api/v1/widget`, {
        method: 'POST',
        body: JSON.stringify({ site, visitor: token, page: page() }),
        credentials: 'omit',
      });
      if (response.ok) return (await response.json()) as Configuration;
      if (response.status !== 401 || !token) return refuse(response);
    } catch {
      return undefined;
    }
    // The token is no longer good for anything: go on as a new visitor.
    device.forget();
    return read();
  };

  return {
    read,
    watch(answered) {
      let askedAt = 0;
      const ask = async (): Promise<void> => {
        if (document.hidden || Date.now() - askedAt < kPollMs - 1000) return;
        askedAt = Date.now();
        const configuration = await read();
        if (configuration) answered(configuration);
      };
      const timer = setInterval(ask, kPollMs);
      document.addEventListener('visibilitychange', ask);
      stop = () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', ask);
      };
      void ask();
    },
    stop: () => stop(),
  };
}
