// A transport whose code is brought when it is first opened. Code that does not come is a link that was lost: the race goes
// on, the connection comes back by its own rules, and the next attempt asks for the code again.

import { type Link, LOST, type Transport } from './transport';

export function deferredTransport(name: Transport['name'], bring: () => Promise<Transport>): Transport {
  return {
    name,
    open(hello, on) {
      let link: Link | undefined;
      let isClosed = false;
      bring().then(
        (transport) => {
          if (!isClosed) link = transport.open(hello, on);
        },
        () => {
          if (!isClosed) on.ended(LOST);
        },
      );
      return {
        transport: name,
        send: (message) => link?.send(message),
        close: () => {
          isClosed = true;
          link?.close();
        },
      };
    },
  };
}
