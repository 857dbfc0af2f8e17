// Stream: the bytes of one connection. Readiness first, then one read or write that never blocks: an idle connection
// holds no buffer. Belongs to one worker. TLS will be another Stream; nothing above it will notice.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <sys/uio.h>

#include "runtime/task.h"

namespace parlor::edge {

namespace asio = runtime::asio;

enum class StreamState : std::uint8_t { ok, again, ended };

struct Transferred {
  std::size_t bytes = 0;
  StreamState state = StreamState::ok;
};

class Stream {
 public:
  virtual ~Stream() = default;
  virtual Transferred read_some(std::span<char> into) = 0;
  virtual Transferred write_some(std::span<const iovec> pieces) = 0;
  // Called back on the worker; with false when the stream was closed meanwhile. A callback, not a Task: a thousand idle
  // coroutines would hold more than their connections.
  using Then = std::move_only_function<void(bool)>;
  virtual void when_readable(Then then) = 0;
  virtual void when_writable(Then then) = 0;
  // We have said everything; the client may still speak.
  virtual void end_sending() = 0;
  virtual void close() = 0;
  // Hands the descriptor to another worker; this stream is dead then.
  virtual int release() = 0;
};

// `descriptor` is a connected TCP socket; the stream owns it from now on.
std::unique_ptr<Stream> make_plain_stream(asio::io_context& context, int descriptor, bool is_v6);

}  // namespace parlor::edge
