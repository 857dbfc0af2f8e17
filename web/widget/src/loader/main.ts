// The script on the page: `<script async src="https://HOST/w.js" data-site="KEY"></script>`. Answers `Parlor(command, …)`
// at once and starts the widget when the page has loaded and is idle.
import { createCommands } from './commands';
import { createWidget } from './widget';

interface Stub {
  (...command: unknown[]): void;
  q?: Iterable<unknown>[];
  version?: number;
}

function begin(script: HTMLScriptElement | null): void {
  const page = window as unknown as { Parlor?: Stub };
  const stub = page.Parlor;
  // A tag that stands twice on the page makes one widget.
  if (!script?.src || stub?.version) return;

  const widget = createWidget(script, (event, detail) => commands.emit(event, detail));
  const commands = createCommands(widget.handlers);
  const parlor: Stub = commands.call;
  parlor.version = 1;
  page.Parlor = parlor;
  for (const command of stub?.q ?? []) parlor(...command);

  const boot = async (): Promise<void> => {
    await widget.boot();
    commands.emit('ready');
    commands.start();
  };
  const whenIdle = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(boot, { timeout: 3000 });
    else setTimeout(boot, 200);
  };
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle);
}

begin(document.currentScript as HTMLScriptElement | null);
