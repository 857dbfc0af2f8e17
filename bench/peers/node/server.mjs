// A live chat server as one would write it in Node: WebSocket by `ws`, long-poll by plain HTTP, one transaction for each
// message before it is acknowledged. A peer to measure against, run by bench/run.mjs:
//   node server.mjs sqlite FOLDER        node server.mjs postgres CONNECTION-STRING
// Prints "listening on http://127.0.0.1:PORT".
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { Rooms } from './rooms.mjs';
import { Sessions } from './sessions.mjs';

const [, , kind, where] = process.argv;
const { openStore } = await import(`./${kind}-store.mjs`);
const store = await openStore(where);
const rooms = new Rooms(store);
const sessions = new Sessions(rooms);

const http = createServer((request, response) => {
  sessions.handle(request, response).catch((error) => {
    response.writeHead(500, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ error: error.message }));
  });
});

const sockets = new WebSocketServer({ server: http, path: '/chat', perMessageDeflate: false });

sockets.on('connection', async (socket, request) => {
  const { searchParams } = new URL(request.url, 'http://localhost');
  const conversation = searchParams.get('conversation');
  const role = searchParams.get('role');
  if (!conversation) return socket.send(JSON.stringify({ type: 'joined' }));

  const member = { id: randomUUID(), role, deliver: (text) => socket.send(text) };
  socket.on('close', () => rooms.leave(conversation, member));
  socket.on('message', async (data) => {
    try {
      const message = JSON.parse(data);
      if (message.type !== 'post') return;
      const stored = await rooms.post(conversation, member, message);
      socket.send(JSON.stringify({ type: 'stored', ...stored }));
    } catch (error) {
      socket.send(JSON.stringify({ type: 'error', error: error.message }));
    }
  });
  const { seq, missed } = await rooms.join(conversation, member, searchParams.get('after'));
  socket.send(JSON.stringify({ type: 'joined', conversation, seq }));
  for (const message of missed) socket.send(JSON.stringify({ type: 'message', ...message }));
});

http.listen(0, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${http.address().port}`));
