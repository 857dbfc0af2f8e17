// Stream: the bytes of one connection, in the clear or under TLS; nothing above it notices which. Readiness first, then
// one read or write that never blocks: an idle connection holds no buffer. Belongs to one worker.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <sys/uio.h>

#include "edge/net/ssl.h"
#include "runtime/task.h"

namespace parlor::edge {

namespace asio = runtime::asio;

using StreamSocket = asio::basic_stream_socket<asio::ip::tcp, runtime::Executor>;

enum class StreamState : std::uint8_t { ok, again, ended };

struct Transferred {
  std::size_t bytes = 0;
  StreamState state = StreamState::ok;
};

// A connection between two workers: the descriptor of its TCP socket, and its TLS state if it has one.
struct BareConnection {
  int descriptor = -1;
  bool is_v6 = false;
  SslPointer tls = nullptr;
};

class Stream {
 public:
  virtual ~Stream() = default;
  virtual Transferred read_some(std::span<char> into) = 0;
  virtual Transferred write_some(std::span<const iovec> pieces) = 0;
  // Called back on the worker; with false when the stream was closed meanwhile. A callback, not a Task: a thousand idle
  // coroutines would hold more than their connections.
  using Then = std::move_only_function<void(bool)>;
  // The callback keeps the stream alive.
  virtual void when_readable(Then then) = 0;
  virtual void when_writable(Then then) = 0;
  // We have said everything; the client may still speak. `again`: when it is writable, once more.
  virtual StreamState end_sending() = 0;
  virtual void close() = 0;
  // Takes the connection out, for another worker; this stream is dead then.
  virtual BareConnection release() = 0;
  // How much of what we sent the other end's system has confirmed, ever; grows as long as there is somebody.
  virtual std::uint64_t confirmed_bytes() const = 0;
  // False while TLS is still shaking hands.
  virtual bool is_established() const { return true; }
};

std::unique_ptr<Stream> make_plain_stream(StreamSocket socket);

// A socket of this worker for what another one accepted or released; not open when the descriptor cannot be taken.
StreamSocket adopt_socket(runtime::Executor executor, const BareConnection& connection);

}  // namespace parlor::edge
