// What can be measured: each part says how the swarm is called, which servers take part, and which figure leads.
// Sizes are those of the bars; `quick` ones show in a minute that everything works.

const chat = ['chat', '--conversations', '500', '--window', '8'];
const steady = (rate) => ['chat', '--conversations', '500', '--rate', String(rate)];

export const parts = {
  chat: {
    what: 'durable chat, saturated: 500 conversations, 8 in flight in each, 120 bytes',
    swarm: chat,
    quick: ['--conversations', '50'],
    servers: ['parlor', 'node-sqlite', 'node-postgres', 'jetstream', 'ejabberd', 'nats'],
    figures: [
      'messages_per_s',
      'acknowledge_ms_p50',
      'acknowledge_ms_p99',
      'resident_mib',
      'server_busy',
      'swarm_busy',
    ],
    rounds: 2,
  },
  steady: {
    what: 'the same at 1,000 messages a second, latency from the intended send time',
    swarm: steady(1000),
    quick: ['--conversations', '50', '--rate', '200'],
    servers: ['parlor', 'node-sqlite', 'node-postgres'],
    figures: [
      'messages_per_s',
      'acknowledge_ms_p50',
      'acknowledge_ms_p99',
      'deliver_ms_p50',
      'deliver_ms_p99',
      'server_busy',
    ],
    rounds: 2,
  },
  'steady-5000': {
    what: 'the same at 5,000 messages a second',
    swarm: steady(5000),
    quick: ['--conversations', '50', '--rate', '500'],
    servers: ['parlor', 'node-sqlite'],
    figures: [
      'messages_per_s',
      'acknowledge_ms_p50',
      'acknowledge_ms_p99',
      'deliver_ms_p50',
      'deliver_ms_p99',
      'server_busy',
    ],
    rounds: 1,
    shorter: true,
  },
  poll: {
    what: 'the same over long-poll, saturated: 100 conversations',
    swarm: ['chat', '--poll', '--conversations', '100', '--window', '8'],
    quick: ['--conversations', '20'],
    servers: ['parlor', 'node-sqlite'],
    figures: ['messages_per_s', 'acknowledge_ms_p50', 'acknowledge_ms_p99', 'server_busy', 'swarm_busy'],
    rounds: 2,
  },
  'fan-out': {
    what: 'one message to 1,000 subscribers, the next when all have it',
    swarm: ['fan-out', '--window', '1'],
    quick: ['--clients', '100'],
    servers: ['parlor', 'nchan', 'node-sqlite', 'nats'],
    figures: ['deliveries_per_s', 'heard_by_all_ms_p50', 'heard_by_all_ms_p99', 'server_busy', 'swarm_busy'],
    rounds: 2,
    shorter: true,
  },
  'fan-out-8': {
    what: 'the same with 8 messages on their way',
    swarm: ['fan-out', '--window', '8'],
    quick: ['--clients', '100'],
    servers: ['parlor', 'nchan', 'node-sqlite', 'nats'],
    figures: ['deliveries_per_s', 'heard_by_all_ms_p50', 'heard_by_all_ms_p99', 'server_busy', 'swarm_busy'],
    rounds: 1,
    shorter: true,
  },
  idle: {
    what: '15,000 silent visitors over WebSocket',
    swarm: ['idle'],
    quick: ['--clients', '500'],
    servers: ['parlor', 'node-sqlite', 'nchan', 'nats', 'ejabberd'],
    figures: ['pss_kib_each', 'rss_kib_each', 'alone_rss_mib', 'full_rss_mib', 'opened_per_s'],
    rounds: 1,
  },
  tls: {
    what: '15,000 silent visitors over WebSocket with TLS',
    swarm: ['idle'],
    quick: ['--clients', '500'],
    servers: ['parlor-tls'],
    figures: ['pss_kib_each', 'rss_kib_each', 'full_rss_mib', 'opened_per_s'],
    rounds: 1,
  },
  storm: {
    what: '10,000 visitors cut off at once; 1,000 are written to meanwhile; 100 conversations go on at 200 messages a second',
    swarm: ['storm'],
    quick: ['--clients', '500'],
    servers: ['parlor'],
    figures: [
      'all_resumed_ms',
      'resume_ms_p50',
      'resume_ms_p99',
      'wrong',
      'live_deliver_ms_p50',
      'live_deliver_ms_p99',
      'live_lost',
    ],
    rounds: 1,
  },
  mixed: {
    what: '500 conversations over WebSocket (1,000/s) and 50 over long-poll (100/s) among 5,000 silent visitors',
    swarm: ['mixed'],
    quick: ['--clients', '500', '--conversations', '50', '--rate', '200'],
    servers: ['parlor'],
    figures: [
      'websocket_messages_per_s',
      'websocket_deliver_ms_p99',
      'poll_messages_per_s',
      'poll_deliver_ms_p99',
      'server_busy',
    ],
    rounds: 1,
  },
  start: {
    what: 'from nothing to the first accepted connection; memory without clients',
    servers: ['parlor'],
    figures: ['accepts_ms', 'healthy_ms', 'rss_mib'],
    rounds: 5,
  },
  restart: {
    what: 'kill -9 under load with a million messages stored, start, first acknowledgement',
    servers: ['parlor'],
    figures: ['stored', 'accepts_ms', 'acknowledges_ms', 'stored_mib', 'rss_mib'],
    rounds: 1,
  },
};

// What bin/bench understands besides the names of parts.
export const groups = {
  all: Object.keys(parts),
  peers: ['chat', 'steady', 'steady-5000', 'poll', 'fan-out', 'fan-out-8', 'idle'],
  load: Object.keys(parts),
};

// What the word "durable" is worth at each of them.
export const stores = {
  parlor: 'sealed, fsynced before it is acknowledged',
  'parlor-tls': 'as parlor',
  'node-sqlite': 'in the clear, one fsynced transaction a message before it is acknowledged',
  'node-postgres': 'in the clear, one fsynced transaction a message before it is acknowledged',
  jetstream: 'in a file, acknowledged before any fsync: that comes every 2 minutes (2.9 knows no other way)',
  ejabberd: 'archived in Mnesia without an fsync; never acknowledged, so that delivery counts',
  nats: 'nothing',
  nchan: 'nothing but the last 10 messages in memory',
};

// The bars of the project: [part, figure, server], what must hold.
export const bars = [
  {
    what: 'durable chat, against Node with SQLite',
    ratio: ['chat', 'messages_per_s', 'parlor', 'node-sqlite'],
    atLeast: 8,
  },
  {
    what: 'durable chat, against Node with PostgreSQL',
    ratio: ['chat', 'messages_per_s', 'parlor', 'node-postgres'],
    atLeast: 1,
  },
  { what: 'durable chat, against JetStream', ratio: ['chat', 'messages_per_s', 'parlor', 'jetstream'], atLeast: 1 },
  { what: 'durable chat, against ejabberd', ratio: ['chat', 'messages_per_s', 'parlor', 'ejabberd'], atLeast: 1 },
  {
    what: '1,000/s: median delay against Node',
    ratio: ['steady', 'acknowledge_ms_p50', 'parlor', 'node-sqlite'],
    atMost: 1,
  },
  { what: '1,000/s: p99 against Node', ratio: ['steady', 'acknowledge_ms_p99', 'parlor', 'node-sqlite'], atMost: 1 },
  { what: '5,000/s: p99 in ms', figure: ['steady-5000', 'acknowledge_ms_p99', 'parlor'], atMost: 25 },
  { what: 'long-poll chat, against Node', ratio: ['poll', 'messages_per_s', 'parlor', 'node-sqlite'], atLeast: 6 },
  { what: 'fan-out to 1,000, against nchan', ratio: ['fan-out', 'deliveries_per_s', 'parlor', 'nchan'], atLeast: 0.8 },
  { what: 'idle visitor, KiB (PSS)', figure: ['idle', 'pss_kib_each', 'parlor'], atMost: 2.5 },
  { what: 'idle visitor with TLS, KiB (PSS)', figure: ['tls', 'pss_kib_each', 'parlor-tls'], atMost: 20 },
  { what: 'storm of 10,000: all resumed, ms', figure: ['storm', 'all_resumed_ms', 'parlor'], atMost: 10_000 },
  { what: 'storm: live chats, p99 in ms', figure: ['storm', 'live_deliver_ms_p99', 'parlor'], atMost: 1_000 },
  { what: 'storm: lost or doubled', figure: ['storm', 'wrong', 'parlor'], atMost: 0 },
  { what: 'start to first connection, ms', figure: ['start', 'accepts_ms', 'parlor'], atMost: 300 },
  { what: 'memory without clients, MiB', figure: ['start', 'rss_mib', 'parlor'], atMost: 40 },
  {
    what: 'restart with a million messages, first acknowledgement, ms',
    figure: ['restart', 'acknowledges_ms', 'parlor'],
    atMost: 1_000,
  },
];
