// What the connection doctor can find on the way to a server, and the lines that mend it.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

/** What was seen; a fact that nobody could look at is absent. */
export interface Facts {
  /** Whether a connection opens at all. */
  connection?: 'ok' | 'unknown_name' | 'refused' | 'silent';
  /** What came of the TLS handshake; none: plain http. */
  tls?: 'none' | 'ok' | 'expired' | 'other_name' | 'untrusted' | 'failed';
  /** Who answers GET /realtime/doctor. */
  server?: 'parlor' | 'other' | 'failed';
  /** Whether session.ready comes over GET /realtime as a WebSocket; silent: it opened and nothing came; unnamed: the answer had lost its subprotocol. */
  websocket?: 'ok' | 'failed' | 'silent' | 'unnamed';
  /** What the server saw of a WebSocket handshake; lost: it never arrived. */
  upgrade?: 'passed' | 'stripped' | 'lost';
  /** Whether Sec-WebSocket-Protocol arrived at the server. */
  subprotocol?: 'passed' | 'stripped';
  /** Whether an event came at once; held: only when the stream ended. */
  events?: 'ok' | 'held' | 'failed';
  /** Whether somebody compressed the event stream on its way. */
  events_encoding?: 'plain' | 'compressed';
  /** Whether a POST under /realtime is answered. */
  poll?: 'ok' | 'failed';
  /** Whether a POST of the largest frame arrives whole; refused: answered 413. */
  upload?: 'ok' | 'refused' | 'failed';
  /** What the proxy speaks to the server. */
  http_version?: '1.1' | '1.0';
  /** Whether the server's --public-url is the address that was examined. */
  public_url?: 'same' | 'other';
  /** Whether the Origin that was sent arrived. */
  origin?: 'same' | 'changed' | 'stripped';
  /** Whether the Host that was sent arrived. */
  host?: 'same' | 'changed';
  /** Whether a proxy names the client, and whether the server believes it. */
  forwarded?: 'none' | 'trusted' | 'untrusted';
  /** Whether a WebSocket without traffic lives until its heartbeat. */
  quiet_websocket?: 'ok' | 'cut';
  /** Whether an event stream without traffic lives until its heartbeat. */
  quiet_events?: 'ok' | 'cut';
  /** Whether a long-poll may wait its whole time. */
  quiet_poll?: 'ok' | 'cut';
}

export type ProxyName = 'nginx' | 'haproxy' | 'caddy' | 'apache' | 'parlor';

export interface Fault {
  readonly id: string;
  /** With a broken one some chats fail or fall back; a note costs little. */
  readonly severity: 'broken' | 'note';
  /** It is there when everything of one of these is so. */
  readonly when: readonly Facts[];
  readonly title: string;
  /** Texts and lines may hold {figures}. */
  readonly meaning: string;
  readonly advice: { readonly [name in ProxyName]?: readonly string[] };
}

export const doctorFaults: readonly Fault[] = [
  {
    "id": "unknown_name",
    "severity": "broken",
    "when": [
      {
        "connection": "unknown_name"
      }
    ],
    "title": "The name does not resolve",
    "meaning": "No address is known for {address}. Check the spelling and the DNS entry.",
    "advice": {}
  },
  {
    "id": "unreachable",
    "severity": "broken",
    "when": [
      {
        "connection": "refused"
      },
      {
        "connection": "silent"
      }
    ],
    "title": "Nothing answers at this address",
    "meaning": "No connection to {address} opens. Is the proxy running, and does the firewall let the port through?",
    "advice": {
      "nginx": [
        "listen 443 ssl;"
      ],
      "haproxy": [
        "bind :443 ssl crt /etc/haproxy/certs/"
      ],
      "caddy": [
        "chat.casa.example {"
      ],
      "apache": [
        "Listen 443"
      ]
    }
  },
  {
    "id": "certificate_expired",
    "severity": "broken",
    "when": [
      {
        "tls": "expired"
      }
    ],
    "title": "The certificate has expired",
    "meaning": "Browsers refuse this address until the certificate is renewed: it is out of its time of validity.",
    "advice": {
      "nginx": [
        "ssl_certificate     /etc/ssl/chat.casa.example/fullchain.pem;",
        "ssl_certificate_key /etc/ssl/chat.casa.example/privkey.pem;"
      ],
      "haproxy": [
        "bind :443 ssl crt /etc/haproxy/certs/chat.casa.example.pem"
      ],
      "caddy": [
        "# Caddy renews by itself; look into its log for why it could not."
      ],
      "apache": [
        "SSLCertificateFile    /etc/ssl/chat.casa.example/fullchain.pem",
        "SSLCertificateKeyFile /etc/ssl/chat.casa.example/privkey.pem"
      ]
    }
  },
  {
    "id": "certificate_other_name",
    "severity": "broken",
    "when": [
      {
        "tls": "other_name"
      }
    ],
    "title": "The certificate is for another name",
    "meaning": "The certificate does not name {host_name}. Browsers refuse the address; get a certificate that names it.",
    "advice": {
      "nginx": [
        "server_name chat.casa.example;",
        "ssl_certificate     /etc/ssl/chat.casa.example/fullchain.pem;",
        "ssl_certificate_key /etc/ssl/chat.casa.example/privkey.pem;"
      ],
      "haproxy": [
        "bind :443 ssl crt /etc/haproxy/certs/chat.casa.example.pem"
      ],
      "caddy": [
        "chat.casa.example {"
      ],
      "apache": [
        "ServerName chat.casa.example",
        "SSLCertificateFile    /etc/ssl/chat.casa.example/fullchain.pem",
        "SSLCertificateKeyFile /etc/ssl/chat.casa.example/privkey.pem"
      ]
    }
  },
  {
    "id": "certificate_untrusted",
    "severity": "broken",
    "when": [
      {
        "tls": "untrusted"
      }
    ],
    "title": "The certificate is not trusted",
    "meaning": "No authority that this machine knows has signed the certificate, or an intermediate certificate is missing: serve the full chain, not the leaf alone.",
    "advice": {
      "nginx": [
        "ssl_certificate     /etc/ssl/chat.casa.example/fullchain.pem;"
      ],
      "haproxy": [
        "# The file holds the certificate, its intermediates and the key, in this order.",
        "bind :443 ssl crt /etc/haproxy/certs/chat.casa.example.pem"
      ],
      "caddy": [
        "# Remove `tls internal`: Caddy then gets a certificate that browsers trust."
      ],
      "apache": [
        "SSLCertificateFile    /etc/ssl/chat.casa.example/fullchain.pem"
      ]
    }
  },
  {
    "id": "tls_failed",
    "severity": "broken",
    "when": [
      {
        "tls": "failed"
      }
    ],
    "title": "The TLS handshake fails",
    "meaning": "A connection opens but no TLS comes of it: the port speaks plain http, or only versions of TLS older than 1.2.",
    "advice": {
      "nginx": [
        "listen 443 ssl;",
        "ssl_protocols TLSv1.2 TLSv1.3;"
      ],
      "haproxy": [
        "bind :443 ssl crt /etc/haproxy/certs/ ssl-min-ver TLSv1.2"
      ],
      "caddy": [
        "tls {",
        "    protocols tls1.2 tls1.3",
        "}"
      ],
      "apache": [
        "SSLEngine on",
        "SSLProtocol TLSv1.2 TLSv1.3"
      ]
    }
  },
  {
    "id": "not_parlor",
    "severity": "broken",
    "when": [
      {
        "server": "other"
      },
      {
        "server": "failed"
      }
    ],
    "title": "The address does not lead to Parlor",
    "meaning": "GET /realtime/doctor was answered with {server_status}, not by Parlor. The proxy has to pass the whole path on, /realtime included, to a server that is running.",
    "advice": {
      "nginx": [
        "location / {",
        "    proxy_pass http://127.0.0.1:8080;",
        "}"
      ],
      "haproxy": [
        "backend parlor",
        "    server parlor 127.0.0.1:8080"
      ],
      "caddy": [
        "reverse_proxy 127.0.0.1:8080"
      ],
      "apache": [
        "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket"
      ]
    }
  },
  {
    "id": "upgrade_stripped",
    "severity": "broken",
    "when": [
      {
        "websocket": "failed",
        "upgrade": "stripped"
      }
    ],
    "title": "The proxy eats the Upgrade header",
    "meaning": "A WebSocket handshake arrives at the server without “Upgrade: websocket” and “Connection: Upgrade”, as a plain request. Chats fall back to event streams or long-poll.",
    "advice": {
      "nginx": [
        "proxy_http_version 1.1;",
        "proxy_set_header Upgrade $http_upgrade;",
        "proxy_set_header Connection \"upgrade\";"
      ],
      "haproxy": [
        "# HAProxy passes Upgrade on by itself. Remove what takes it away:",
        "#   http-request del-header Upgrade"
      ],
      "caddy": [
        "# Caddy passes Upgrade on by itself. Remove what takes it away:",
        "#   header_up -Upgrade"
      ],
      "apache": [
        "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket"
      ]
    }
  },
  {
    "id": "websocket_blocked",
    "severity": "broken",
    "when": [
      {
        "websocket": "failed",
        "upgrade": "lost",
        "server": "parlor"
      }
    ],
    "title": "WebSocket handshakes never reach the server",
    "meaning": "The proxy answers a WebSocket handshake itself ({websocket_status}), or drops it. Something in front of Parlor forbids WebSocket.",
    "advice": {
      "nginx": [
        "proxy_http_version 1.1;",
        "proxy_set_header Upgrade $http_upgrade;",
        "proxy_set_header Connection \"upgrade\";"
      ],
      "haproxy": [
        "# Remove rules that deny requests with an Upgrade header, such as:",
        "#   http-request deny if { req.hdr(Upgrade) -m found }"
      ],
      "caddy": [
        "reverse_proxy 127.0.0.1:8080"
      ],
      "apache": [
        "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket"
      ]
    }
  },
  {
    "id": "subprotocol_stripped",
    "severity": "broken",
    "when": [
      {
        "subprotocol": "stripped",
        "upgrade": "passed"
      }
    ],
    "title": "The proxy eats Sec-WebSocket-Protocol",
    "meaning": "The handshake arrives without “Sec-WebSocket-Protocol: parlor.v1”, so the server refuses it. Chats fall back to event streams or long-poll.",
    "advice": {
      "nginx": [
        "proxy_set_header Sec-WebSocket-Protocol $http_sec_websocket_protocol;"
      ],
      "haproxy": [
        "# Remove:",
        "#   http-request del-header Sec-WebSocket-Protocol"
      ],
      "caddy": [
        "# Remove:",
        "#   header_up -Sec-WebSocket-Protocol"
      ],
      "apache": [
        "# Remove:",
        "#   RequestHeader unset Sec-WebSocket-Protocol"
      ]
    }
  },
  {
    "id": "subprotocol_answer_stripped",
    "severity": "broken",
    "when": [
      {
        "websocket": "unnamed"
      }
    ],
    "title": "The proxy eats the answer’s Sec-WebSocket-Protocol",
    "meaning": "The server’s 101 names “parlor.v1”, but the proxy takes the header away, and browsers then close the WebSocket. Chats fall back to event streams or long-poll.",
    "advice": {
      "nginx": [
        "# Remove:",
        "#   proxy_hide_header Sec-WebSocket-Protocol;"
      ],
      "haproxy": [
        "# Remove:",
        "#   http-response del-header Sec-WebSocket-Protocol"
      ],
      "caddy": [
        "# Remove:",
        "#   header_down -Sec-WebSocket-Protocol"
      ],
      "apache": [
        "# Remove:",
        "#   Header unset Sec-WebSocket-Protocol"
      ]
    }
  },
  {
    "id": "websocket_over_1_0",
    "severity": "broken",
    "when": [
      {
        "websocket": "failed",
        "upgrade": "passed",
        "http_version": "1.0"
      }
    ],
    "title": "The proxy speaks HTTP/1.0 to the server, over which no WebSocket opens",
    "meaning": "A WebSocket handshake arrives with its Upgrade header, but as HTTP/1.0. Chats fall back to event streams or long-poll.",
    "advice": {
      "nginx": [
        "proxy_http_version 1.1;"
      ],
      "haproxy": [
        "# HAProxy speaks HTTP/1.1 by itself. Look at what stands behind it."
      ],
      "caddy": [
        "# Caddy speaks HTTP/1.1 by itself. Look at what stands behind it."
      ],
      "apache": [
        "# Remove:",
        "#   SetEnv force-proxy-request-1.0 1"
      ]
    }
  },
  {
    "id": "websocket_answer_lost",
    "severity": "broken",
    "when": [
      {
        "websocket": "failed",
        "upgrade": "passed",
        "subprotocol": "passed",
        "http_version": "1.1"
      }
    ],
    "title": "The WebSocket does not open though the handshake arrives",
    "meaning": "The server gets a right handshake, but its answer does not come back as it left ({websocket_status}). A proxy on the way changes the answer: look for what removes Upgrade, Connection or Sec-WebSocket-Protocol from it.",
    "advice": {
      "nginx": [
        "proxy_http_version 1.1;",
        "proxy_set_header Upgrade $http_upgrade;",
        "proxy_set_header Connection \"upgrade\";"
      ],
      "haproxy": [
        "# Remove rules that change the answer, such as:",
        "#   http-response del-header Upgrade"
      ],
      "caddy": [
        "reverse_proxy 127.0.0.1:8080"
      ],
      "apache": [
        "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket"
      ]
    }
  },
  {
    "id": "websocket_silent",
    "severity": "broken",
    "when": [
      {
        "websocket": "silent"
      }
    ],
    "title": "The WebSocket opens, but nothing comes through",
    "meaning": "The handshake succeeds and then no frame arrives: a proxy or a virus scanner holds back what it does not understand.",
    "advice": {
      "nginx": [
        "proxy_buffering off;"
      ],
      "haproxy": [
        "timeout tunnel 1h"
      ],
      "caddy": [
        "reverse_proxy 127.0.0.1:8080 {",
        "    flush_interval -1",
        "}"
      ],
      "apache": [
        "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket flushpackets=on"
      ]
    }
  },
  {
    "id": "events_compressed",
    "severity": "broken",
    "when": [
      {
        "events": "held",
        "events_encoding": "compressed"
      }
    ],
    "title": "The proxy compresses event streams and holds them back",
    "meaning": "Events arrive with “Content-Encoding: {events_encoding_name}” and only when the stream ends. Event streams must not be compressed.",
    "advice": {
      "nginx": [
        "# Leave text/event-stream out of gzip_types, and:",
        "gzip off;"
      ],
      "haproxy": [
        "# Leave text/event-stream out of:",
        "#   compression type"
      ],
      "caddy": [
        "@compressible not path /realtime*",
        "encode @compressible gzip"
      ],
      "apache": [
        "SetEnvIf Request_URI \"^/realtime\" no-gzip=1"
      ]
    }
  },
  {
    "id": "events_held",
    "severity": "broken",
    "when": [
      {
        "events": "held",
        "events_encoding": "plain"
      }
    ],
    "title": "The proxy buffers event streams",
    "meaning": "Events arrive only when the stream ends: the proxy collects the answer before it passes it on. Chats without WebSocket fall back to long-poll.",
    "advice": {
      "nginx": [
        "proxy_buffering off;",
        "# and remove:",
        "#   proxy_ignore_headers X-Accel-Buffering;"
      ],
      "haproxy": [
        "# HAProxy does not buffer answers. Look at what stands before or behind it."
      ],
      "caddy": [
        "reverse_proxy 127.0.0.1:8080 {",
        "    flush_interval -1",
        "}"
      ],
      "apache": [
        "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket flushpackets=on"
      ]
    }
  },
  {
    "id": "events_failed",
    "severity": "broken",
    "when": [
      {
        "events": "failed",
        "server": "parlor"
      }
    ],
    "title": "Event streams do not get through",
    "meaning": "GET /realtime/doctor/events was not answered with an event stream ({events_status}).",
    "advice": {
      "nginx": [
        "location / {",
        "    proxy_pass http://127.0.0.1:8080;",
        "    proxy_buffering off;",
        "}"
      ],
      "haproxy": [
        "backend parlor",
        "    server parlor 127.0.0.1:8080"
      ],
      "caddy": [
        "reverse_proxy 127.0.0.1:8080"
      ],
      "apache": [
        "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket"
      ]
    }
  },
  {
    "id": "poll_failed",
    "severity": "broken",
    "when": [
      {
        "poll": "failed",
        "server": "parlor"
      }
    ],
    "title": "POST requests do not get through",
    "meaning": "POST /realtime/doctor was not answered by Parlor ({poll_status}). Without POST, chats live on WebSocket alone.",
    "advice": {
      "nginx": [
        "# Remove limits on methods, such as:",
        "#   limit_except GET { deny all; }"
      ],
      "haproxy": [
        "# Remove rules that deny methods, such as:",
        "#   http-request deny unless METH_GET"
      ],
      "caddy": [
        "# Remove matchers on methods from reverse_proxy."
      ],
      "apache": [
        "# Remove:",
        "#   <LimitExcept GET> Require all denied </LimitExcept>"
      ]
    }
  },
  {
    "id": "upload_refused",
    "severity": "broken",
    "when": [
      {
        "upload": "refused"
      }
    ],
    "title": "The proxy refuses large messages",
    "meaning": "A POST of 64 KiB, the largest frame of the protocol, was answered 413. Raise the proxy’s limit on bodies.",
    "advice": {
      "nginx": [
        "client_max_body_size 1m;"
      ],
      "haproxy": [
        "tune.bufsize 16384",
        "# and remove rules such as:",
        "#   http-request deny if { req.body_size gt 1000 }"
      ],
      "caddy": [
        "request_body {",
        "    max_size 1MB",
        "}"
      ],
      "apache": [
        "LimitRequestBody 1048576"
      ]
    }
  },
  {
    "id": "upload_failed",
    "severity": "broken",
    "when": [
      {
        "upload": "failed",
        "poll": "ok"
      }
    ],
    "title": "Large messages do not arrive",
    "meaning": "A POST of 64 KiB, the largest frame of the protocol, was not answered ({upload_status}), though a small one is.",
    "advice": {
      "nginx": [
        "client_max_body_size 1m;"
      ],
      "haproxy": [
        "timeout client 75s"
      ],
      "caddy": [
        "request_body {",
        "    max_size 1MB",
        "}"
      ],
      "apache": [
        "LimitRequestBody 1048576"
      ]
    }
  },
  {
    "id": "quiet_websocket_cut",
    "severity": "broken",
    "when": [
      {
        "quiet_websocket": "cut"
      }
    ],
    "title": "The proxy cuts quiet WebSockets",
    "meaning": "A WebSocket without traffic was cut after {quiet_websocket_s} s. Parlor sends a heartbeat after 25 s, so the proxy’s idle timeout must be longer.",
    "advice": {
      "nginx": [
        "proxy_read_timeout 75s;",
        "proxy_send_timeout 75s;"
      ],
      "haproxy": [
        "timeout tunnel 1h",
        "timeout client 75s",
        "timeout server 75s"
      ],
      "caddy": [
        "# Remove stream_timeout from reverse_proxy, or raise it:",
        "stream_timeout 24h"
      ],
      "apache": [
        "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket timeout=75"
      ]
    }
  },
  {
    "id": "quiet_events_cut",
    "severity": "broken",
    "when": [
      {
        "quiet_events": "cut"
      }
    ],
    "title": "The proxy cuts quiet event streams",
    "meaning": "An event stream without traffic was cut after {quiet_events_s} s. Parlor sends a comment every 15 s, so the proxy’s idle timeout must be longer.",
    "advice": {
      "nginx": [
        "proxy_read_timeout 75s;"
      ],
      "haproxy": [
        "timeout client 75s",
        "timeout server 75s"
      ],
      "caddy": [
        "reverse_proxy 127.0.0.1:8080 {",
        "    transport http {",
        "        read_timeout 75s",
        "    }",
        "}"
      ],
      "apache": [
        "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket timeout=75"
      ]
    }
  },
  {
    "id": "quiet_poll_cut",
    "severity": "broken",
    "when": [
      {
        "quiet_poll": "cut"
      }
    ],
    "title": "The proxy gives up on long-polls",
    "meaning": "A long-poll was cut after {quiet_poll_s} s ({quiet_poll_status}). It may wait 25 s for its answer, so the proxy’s timeout must be longer.",
    "advice": {
      "nginx": [
        "proxy_read_timeout 75s;"
      ],
      "haproxy": [
        "timeout client 75s",
        "timeout server 75s"
      ],
      "caddy": [
        "reverse_proxy 127.0.0.1:8080 {",
        "    transport http {",
        "        response_header_timeout 75s",
        "    }",
        "}"
      ],
      "apache": [
        "ProxyPass / http://127.0.0.1:8080/ upgrade=websocket timeout=75"
      ]
    }
  },
  {
    "id": "public_url_other",
    "severity": "broken",
    "when": [
      {
        "public_url": "other"
      }
    ],
    "title": "The server was told another public address",
    "meaning": "The server believes that it is at {public_url}, but it was examined at {address}. The dashboard’s cookie and the Origin rules go by that address: nobody can sign in here.",
    "advice": {
      "parlor": [
        "parlor serve --public-url {address} …"
      ]
    }
  },
  {
    "id": "origin_changed",
    "severity": "broken",
    "when": [
      {
        "origin": "changed"
      },
      {
        "origin": "stripped"
      }
    ],
    "title": "The proxy changes or eats the Origin header",
    "meaning": "“Origin: {address}” was sent and “{origin_seen}” arrived. The server then cannot tell your own pages from others: the dashboard’s live connection and the widget are refused.",
    "advice": {
      "nginx": [
        "proxy_set_header Origin $http_origin;"
      ],
      "haproxy": [
        "# Remove:",
        "#   http-request set-header Origin …",
        "#   http-request del-header Origin"
      ],
      "caddy": [
        "# Remove:",
        "#   header_up Origin …"
      ],
      "apache": [
        "# Remove:",
        "#   RequestHeader set Origin …",
        "#   RequestHeader unset Origin"
      ]
    }
  },
  {
    "id": "forwarded_untrusted",
    "severity": "broken",
    "when": [
      {
        "forwarded": "untrusted"
      }
    ],
    "title": "The server does not believe this proxy",
    "meaning": "A proxy names its clients in X-Forwarded-For, but the server was not told to trust it: all visitors then share one address and one budget, and are refused when many come. Name the address that the proxy connects from.",
    "advice": {
      "parlor": [
        "parlor serve --trusted-proxy 127.0.0.1 …"
      ]
    }
  },
  {
    "id": "events_compressed_in_time",
    "severity": "note",
    "when": [
      {
        "events": "ok",
        "events_encoding": "compressed"
      }
    ],
    "title": "The proxy compresses event streams",
    "meaning": "Events arrive in time, but with “Content-Encoding: {events_encoding_name}”, which costs memory for each visitor and gains nothing. Other proxies on the way may hold such streams back.",
    "advice": {
      "nginx": [
        "# Leave text/event-stream out of gzip_types."
      ],
      "haproxy": [
        "# Leave text/event-stream out of:",
        "#   compression type"
      ],
      "caddy": [
        "@compressible not path /realtime*",
        "encode @compressible gzip"
      ],
      "apache": [
        "SetEnvIf Request_URI \"^/realtime\" no-gzip=1"
      ]
    }
  },
  {
    "id": "http_1_0",
    "severity": "note",
    "when": [
      {
        "http_version": "1.0"
      }
    ],
    "title": "The proxy speaks HTTP/1.0 to the server",
    "meaning": "It opens a new connection for each request, and WebSocket cannot pass.",
    "advice": {
      "nginx": [
        "proxy_http_version 1.1;"
      ],
      "haproxy": [
        "# HAProxy speaks HTTP/1.1 by itself. Look at what stands behind it."
      ],
      "caddy": [
        "# Caddy speaks HTTP/1.1 by itself. Look at what stands behind it."
      ],
      "apache": [
        "# Remove:",
        "#   SetEnv force-proxy-request-1.0 1"
      ]
    }
  },
  {
    "id": "host_changed",
    "severity": "note",
    "when": [
      {
        "host": "changed"
      }
    ],
    "title": "The proxy changes the Host header",
    "meaning": "“{host_seen}” arrives instead of the public name. Parlor goes by --public-url and does not mind; logs and other programs behind the proxy may.",
    "advice": {
      "nginx": [
        "proxy_set_header Host $http_host;"
      ],
      "haproxy": [
        "# HAProxy keeps Host by itself. Remove:",
        "#   http-request set-header Host …"
      ],
      "caddy": [
        "# Caddy keeps Host by itself. Remove:",
        "#   header_up Host …"
      ],
      "apache": [
        "ProxyPreserveHost On"
      ]
    }
  }
];
