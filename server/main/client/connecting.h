// A connection to a server as a Stream, under TLS when the address says so, and the waits of a Stream as Tasks. On the
// thread of the loop. Never reads beyond the handshake.
#pragma once

#include <memory>
#include <string>

#include "edge/net/stream.h"
#include "main/client/loop.h"
#include "main/client/server_address.h"

namespace parlor::client {

using OwnedStream = std::unique_ptr<edge::Stream>;

runtime::Task<Result<OwnedStream>> connect_to(Loop& loop, ServerAddress server);

// False when the stream was closed meanwhile. Whoever awaits keeps the stream alive.
runtime::Task<bool> readable(edge::Stream& stream);
runtime::Task<bool> writable(edge::Stream& stream);

// False when the connection broke before everything was taken.
runtime::Task<bool> send_all(edge::Stream& stream, std::string text);

}  // namespace parlor::client
