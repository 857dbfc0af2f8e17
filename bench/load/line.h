// Line: one connection of the swarm, bytes in and bytes out, plain or with TLS. What is sent in one turn leaves in one
// write. Belongs to whoever speaks on it (a WebLine, an HttpLine).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <netinet/in.h>

#include "reactor.h"

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace parlor::bench {

// Where the server is. One for a run; holds what its TLS lines share.
class Server {
 public:
  // http://127.0.0.1:8080 or https://...; an IPv4 address, since the swarm measures servers and not resolvers.
  explicit Server(const std::string& url);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] const std::string& authority() const { return authority_; }
  [[nodiscard]] std::string origin() const { return (tls_ == nullptr ? "http://" : "https://") + authority_; }
  [[nodiscard]] const sockaddr_in& address() const { return address_; }
  [[nodiscard]] SSL_CTX* tls() const { return tls_; }

 private:
  std::string authority_;
  sockaddr_in address_{};
  SSL_CTX* tls_ = nullptr;
};

// What a seat needs to get to its server.
struct Way {
  Reactor& reactor;
  const Server& server;
};

class Speaker {
 public:
  Speaker() = default;
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;
  virtual ~Speaker() = default;
  virtual void connected() = 0;
  // All that has come and was not taken yet; returns how much it takes. It may close the line.
  virtual std::size_t take(std::string_view bytes) = 0;
  virtual void lost() = 0;
};

class Line final : Watcher {
 public:
  Line(Reactor& reactor, const Server& server, Speaker& speaker)
      : reactor_(reactor), server_(server), speaker_(speaker) {}
  ~Line() override { close(); }

  void open();
  void send(std::string_view bytes);
  // For those who write frames in place.
  std::string& gathering();
  // Without a word: a reset, as from a machine that lost its network and came back.
  void close();
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  Reactor& reactor() { return reactor_; }

 private:
  enum class State : std::uint8_t { connecting, shaking_hands, open };
  enum class Moved : std::uint8_t { some, later, ended };

  void readable() override;
  void writable() override;
  void flush() override;
  void connected();
  void shake_hands();
  void hear(std::string_view bytes);
  Moved read_some(std::size_t& count);
  Moved write_some(std::size_t& count);
  Moved outcome(int result) const;
  void want_writable(bool wanted);
  void fail();

  Reactor& reactor_;
  const Server& server_;
  Speaker& speaker_;
  int descriptor_ = -1;
  State state_ = State::connecting;
  bool flush_asked_ = false;
  bool waits_writable_ = false;
  SSL* tls_ = nullptr;
  std::string out_;
  std::string half_;  // of a message whose rest has not come
};

}  // namespace parlor::bench
