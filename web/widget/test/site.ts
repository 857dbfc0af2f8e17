// A server for the browser tests: a host page under the strictest policy that the widget must stand, the files as they were
// built, the two answers that the widget asks for before a chat begins, and the gallery.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  path: string;
  body: string;
}

export interface Site {
  readonly url: string;
  /** What the widget asked for, in order. */
  readonly asked: Asked[];
  /** Where the configuration says that the panel is. */
  panel: string;
  configuration: Record<string, unknown>;
  close(): Promise<void>;
}

const page = `<!doctype html><html lang="en"><head><title>Casa &amp; Co</title>
<script src="/page.js"></script><script async src="/w.js" data-site="demo"></script></head>
<body><main><h1>Sofas</h1><p><a href="/">Alba</a></p></main></body></html>`;

// The page's own shortcut, which must not fire while a visitor types, and calls from before the widget is there.
const pageScript = `window.pressed = ''; document.addEventListener('keydown', (event) => { window.pressed += event.key; });
window.violations = []; document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
window.Parlor = function () { (Parlor.q = Parlor.q || []).push(arguments); };
window.heard = []; for (const name of ['ready', 'open', 'close', 'error']) Parlor('on', name, (detail) => heard.push([name, detail]));
Parlor('nonsense');`;

const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

function body(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    request.on('data', (piece) => {
      text += piece;
    });
    request.on('end', () => resolve(text));
  });
}

export async function serve(dist: string, gallery: string): Promise<Site> {
  const { panel } = JSON.parse(readFileSync(`${dist}/manifest.json`, 'utf8')) as { panel: string };
  const site = { asked: [] as Asked[], panel, configuration: {} as Record<string, unknown> };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const send = (type: string, content: string | Buffer, status = 200): void => {
      response.writeHead(status, { 'content-type': type, 'content-security-policy': policy }).end(content);
    };
    const file = (name: string): void => {
      try {
        send(name.endsWith('.html') ? 'text/html' : 'text/javascript', readFileSync(name));
      } catch {
        send('text/plain', 'not found', 404);
      }
    };
    if (path.startsWith('/api/') || path.startsWith('/widget/') || path === '/w.js') {
      site.asked.push({ path, body: await body(request) });
    }
    if (path === '/') send('text/html', page);
    else if (path === '/page.js') send('text/javascript', pageScript);
    else if (path === '/w.js') file(`${dist}/w.js`);
    else if (path.startsWith('/widget/')) file(`${dist}/panel/${path.slice(8)}`);
    else if (path.startsWith('/gallery/')) file(`${gallery}/${path.slice(9) || 'index.html'}`);
    else if (path !== '/api/v1/widget') send('text/plain', 'not found', 404);
    else {
      const inbox = { key: 'demo', name: 'Website', workspace: 'Casa & Co', color: '#0f766e' };
      const rest = { unread: 0, open: false, available: true, agents: [] };
      send('application/json', JSON.stringify({ inbox, panel: { js: site.panel }, ...rest, ...site.configuration }));
    }
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(site, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  });
}
