import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The content security policy that ux.md's section on embedding asks of a host page, and not a word more. */
function policy(host: string): string {
  const socket = host.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    `script-src ${host}`,
    `connect-src ${host} ${socket}`,
    `img-src ${host}`,
    "style-src 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

export interface SiteOptions {
  /** Where Parlor is; the page's tag names it. */
  parlor: string;
  /** The inbox's public key. */
  key: string;
  direction?: 'ltr' | 'rtl';
  locale?: string;
  rootFontPx?: number;
}

/** Somebody else's website, strict about what may run on it, with the chat's tag on its one page. */
export class Site {
  #server: Server;
  #options: SiteOptions | undefined;

  private constructor() {
    this.#server = createServer((incoming, outgoing) => {
      const options = this.#options;
      if (!options) outgoing.writeHead(503).end();
      else if (incoming.url === '/site.css') {
        outgoing.writeHead(200, { 'content-type': 'text/css' });
        outgoing.end(
          `html{font-size:${options.rootFontPx ?? 16}px}body{font:italic 1rem serif;color:crimson}*{letter-spacing:2px}`,
        );
      } else {
        outgoing.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': policy(options.parlor),
        });
        outgoing.end(page(options));
      }
    });
  }

  static async start(): Promise<Site> {
    const site = new Site();
    await new Promise<void>((ready) => site.#server.listen(0, '127.0.0.1', ready));
    return site;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  show(options: SiteOptions): void {
    this.#options = options;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((done) => this.#server.close(() => done()));
    this.#server.closeAllConnections();
    await closed;
  }
}

function page({ parlor, key, direction = 'ltr', locale = 'en' }: SiteOptions): string {
  return `<!doctype html>
<html lang="${locale}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Wanda’s garden blog</title>
<link rel="stylesheet" href="/site.css">
<script async src="${parlor}/w.js" data-site="${key}"></script>
</head>
<body><main><h1>Wanda’s garden</h1><p>Nothing but roses.</p><a href="#next">Next</a></main></body>
</html>`;
}
