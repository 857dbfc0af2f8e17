#include "edge/net/stream.h"

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

#include "edge/net/confirmed_bytes.h"

namespace parlor::edge {
namespace {

Transferred outcome(ssize_t bytes) {
  if (bytes > 0) return {static_cast<std::size_t>(bytes), StreamState::ok};
  if (bytes < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return {0, StreamState::again};
  return {0, StreamState::ended};
}

class PlainStream final : public Stream {
 public:
  explicit PlainStream(StreamSocket socket) : socket_(std::move(socket)) {}

  Transferred read_some(std::span<char> into) override {
    return outcome(::recv(socket_.native_handle(), into.data(), into.size(), MSG_DONTWAIT));
  }

  Transferred write_some(std::span<const iovec> pieces) override {
    msghdr message{};
    message.msg_iov = const_cast<iovec*>(pieces.data());
    message.msg_iovlen = pieces.size();
    return outcome(::sendmsg(socket_.native_handle(), &message, MSG_DONTWAIT | MSG_NOSIGNAL));
  }

  void when_readable(Then then) override { wait(StreamSocket::wait_read, std::move(then)); }
  void when_writable(Then then) override { wait(StreamSocket::wait_write, std::move(then)); }

  std::uint64_t confirmed_bytes() const override {
    return confirmed_bytes_of(const_cast<StreamSocket&>(socket_).native_handle());
  }

  StreamState end_sending() override {
    boost::system::error_code ignored;
    socket_.shutdown(StreamSocket::shutdown_send, ignored);
    return StreamState::ok;
  }

  void close() override {
    boost::system::error_code ignored;
    socket_.close(ignored);
  }

  BareConnection release() override {
    boost::system::error_code error;
    const int descriptor = socket_.release(error);
    return {.descriptor = error ? -1 : descriptor};
  }

 private:
  void wait(StreamSocket::wait_type what, Then then) {
    socket_.async_wait(what,
                       [then = std::move(then)](const boost::system::error_code& error) mutable { then(!error); });
  }

  StreamSocket socket_;
};

}  // namespace

std::unique_ptr<Stream> make_plain_stream(StreamSocket socket) {
  return std::make_unique<PlainStream>(std::move(socket));
}

StreamSocket adopt_socket(runtime::Executor executor, const BareConnection& connection) {
  StreamSocket socket(executor);
  boost::system::error_code error;
  socket.assign(connection.is_v6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4(), connection.descriptor, error);
  if (error) ::close(connection.descriptor);
  return socket;
}

}  // namespace parlor::edge
