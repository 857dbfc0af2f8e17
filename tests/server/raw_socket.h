// RawSocket: a blocking TCP connection to a server under test, in the clear or under TLS, and WebSocket frames made by
// hand on it, rightly or wrongly. One test's, on its thread. Every wait is bounded; when it is over the answer is
// empty.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "tests/server/certificates.h"
#include "wire/http/message.h"
#include "wire/ws/frame.h"

namespace parlor::tests {

inline constexpr auto kAnswerWait = std::chrono::seconds(10);

class RawSocket {
 public:
  // `receive_buffer_bytes`: what the system keeps for a reader that is slow; 0: as much as it likes.
  explicit RawSocket(std::uint16_t port, int receive_buffer_bytes = 0);
  // With a TLS client it shakes hands at once, and throws when that fails; `session` is resumed if the server agrees.
  RawSocket(std::uint16_t port, const TlsClient& client, SSL_SESSION* session = nullptr);
  ~RawSocket();
  RawSocket(const RawSocket&) = delete;
  RawSocket& operator=(const RawSocket&) = delete;

  // What the server does not take any more is dropped.
  void send(std::string_view bytes);
  void end_sending();
  // The next bytes; empty when the server has closed, or nothing came in time.
  std::string receive(std::chrono::milliseconds wait = kAnswerWait, std::size_t bytes_max = 16 * 1024);
  // Ours.
  [[nodiscard]] std::uint16_t port() const;
  // One whole response; one to a HEAD request has no body.
  std::optional<wire::http::Response> response(bool to_head = false);
  // Whether the server has closed the connection, within the wait.
  bool is_closed(std::chrono::milliseconds wait = kAnswerWait);
  [[nodiscard]] int descriptor() const { return descriptor_; }
  // None in the clear.
  [[nodiscard]] SSL* tls() const { return tls_.get(); }

 private:
  void shake_hands(const TlsClient& client, SSL_SESSION* session);
  std::string receive_tls(std::chrono::milliseconds wait);

  int descriptor_;
  std::shared_ptr<SSL> tls_;
  std::string kept_;  // received after a response
};

// One request on a connection of its own. `headers` are whole lines, each ended by \r\n.
struct RawRequest {
  std::string_view method = "GET";
  std::string_view target = "/";
  std::string headers = {};
  std::string_view body = {};
};
std::optional<wire::http::Response> request(std::uint16_t port, const RawRequest& what,
                                            const TlsClient& client = nullptr);
std::string request_text(std::uint16_t port, const RawRequest& what);

struct ReceivedFrame {
  wire::ws::Opcode opcode = wire::ws::Opcode::Text;
  std::string payload;
  std::uint16_t close_code = 0;
  bool compressed = false;
};

// A WebSocket whose frames the test writes itself.
class RawWebSocket {
 public:
  // `headers` as in RawRequest. status() says what came of it, agreed() which extension with which parameters.
  explicit RawWebSocket(std::uint16_t port, const std::string& headers = {}, int receive_buffer_bytes = 0,
                        std::string_view target = "/realtime");
  RawWebSocket(std::uint16_t port, const std::string& headers, const TlsClient& client);

  [[nodiscard]] unsigned status() const { return status_; }
  [[nodiscard]] const std::string& agreed() const { return agreed_; }
  RawSocket& socket() { return socket_; }
  void send_bytes(std::string_view bytes) { socket_.send(bytes); }
  void send_text(std::string_view text);
  void send_frame(wire::ws::Opcode opcode, std::string_view payload, bool fin = true);
  // The next frame; none when the server has closed, or nothing came in time.
  std::optional<ReceivedFrame> receive(std::chrono::milliseconds wait = kAnswerWait);
  // Reads on until a text frame that holds all of `part`; none when the server closes before.
  std::optional<std::string> receive_with(std::string_view part, std::chrono::milliseconds wait = kAnswerWait);
  // Sends a request and gives its answer, passing over notifications.
  std::string call(std::string_view method, std::string_view params);
  // Reads on until the server closes; its code, or 0 if it just broke, or none if it stays.
  std::optional<std::uint16_t> close_code(std::chrono::milliseconds wait = kAnswerWait);

 private:
  void upgrade(std::uint16_t port, const std::string& headers, std::string_view target);
  std::optional<ReceivedFrame> parse_buffered();

  RawSocket socket_;
  std::string buffer_;
  unsigned status_ = 0;
  std::string agreed_;
  int next_id_ = 1;
};

}  // namespace parlor::tests
