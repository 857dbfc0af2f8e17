// TlsStream: a Stream under TLS, by OpenSSL straight on the non-blocking socket. Belongs to one worker.
//
//   server:  silent --first byte--> shaking --> established --> closed
//   client:                         shaking --> established --> closed
//
// Idle it holds OpenSSL's state of the connection and no buffer; silent not even that. Bytes can wait inside OpenSSL
// where no poll sees them, so readiness asks there first.
#pragma once

#include <memory>
#include <string>

#include "edge/net/handshake_turns.h"
#include "edge/net/stream.h"
#include "edge/net/tls_identity.h"

namespace parlor::edge {

// How a server shakes hands.
struct TlsServing {
  std::shared_ptr<const TlsIdentity> identity;
  // The worker's; outlives the stream.
  HandshakeTurns* turns = nullptr;
};

class TlsStream final : public Stream {
 public:
  // A fresh connection, of which we are the server.
  TlsStream(StreamSocket socket, TlsServing serving);
  // One whose TLS state exists: begun as a client, or released by another worker.
  TlsStream(StreamSocket socket, SslPointer ssl);
  ~TlsStream() override;
  TlsStream(const TlsStream&) = delete;
  TlsStream& operator=(const TlsStream&) = delete;

  Transferred read_some(std::span<char> into) override;
  Transferred write_some(std::span<const iovec> pieces) override;
  void when_readable(Then then) override;
  void when_writable(Then then) override { wait(StreamSocket::wait_write, std::move(then)); }
  StreamState end_sending() override;
  void close() override;
  BareConnection release() override;
  std::uint64_t confirmed_bytes() const override;
  bool is_established() const override { return stage_ == Stage::established; }

  // For clients, before the first read or write: called back when hands are shaken, or with false.
  void shake_hands(Then then);
  // Why it broke; empty when it did not. Before close().
  std::string trouble() const;

  void count_key_update();

 private:
  enum class Stage : std::uint8_t { silent, shaking, established };

  void wait(StreamSocket::wait_type what, Then then);
  void begin_serving(Then then);
  bool is_tls_ahead();
  void refuse_plain_http();
  void ask_turn(Then then);
  void go_on_shaking(Then then);
  void become_established(Then then);
  bool has_bytes_inside() const;
  // What the last call says about going on; remembers what the next wait is for.
  StreamState take_outcome(int returned);

  StreamSocket socket_;
  SslPointer ssl_;
  TlsServing serving_;
  unsigned long error_ = 0;
  std::uint16_t key_updates_ = 0;
  Stage stage_ = Stage::silent;
  // Nothing more can be read or written.
  bool broken_ = false;
  // The client said that it will send no more.
  bool peer_ended_ = false;
  // OpenSSL has used up what the socket gave.
  bool starved_ = false;
  // Reading goes on when writing can.
  bool reads_by_writing_ = false;
};

}  // namespace parlor::edge
