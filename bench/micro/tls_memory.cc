// What an idle connection holds: in the clear, under TLS as the server does it, and under asio::ssl::stream, in one
// program. Each way has a process of its own, so that none inherits another's heap, and its clients have a third.
//   bench_tls_memory [connections]
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <fmt/core.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "edge/net/tls_stream.h"

namespace parlor::bench {
namespace {

namespace asio = boost::asio;
namespace fs = std::filesystem;
using asio::ip::tcp;

constexpr std::size_t kConnections = 2'000;
constexpr std::size_t kMessageBytes = 256;

enum class Way { clear, ours, asio_ssl };

struct Plan {
  Way way = Way::ours;
  std::size_t connections = kConnections;
  edge::TlsOptions files;
};

// A certificate that vouches for itself; the clients here do not ask.
void write_certificate(const edge::TlsOptions& files) {
  EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
  X509* certificate = X509_new();
  X509_set_version(certificate, X509_VERSION_3);
  X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 24L * 60 * 60);
  X509_set_pubkey(certificate, key);
  X509_sign(certificate, key, EVP_sha256());
  FILE* chain = std::fopen(files.certificate_file.c_str(), "we");
  PEM_write_X509(chain, certificate);
  std::fclose(chain);
  FILE* secret = std::fopen(files.key_file.c_str(), "we");
  PEM_write_PrivateKey(secret, key, nullptr, nullptr, 0, nullptr, nullptr);
  std::fclose(secret);
  X509_free(certificate);
  EVP_PKEY_free(key);
}

struct Memory {
  double resident_kib = 0;
  double proportional_kib = 0;
};

Memory memory_of_this_process() {
  Memory memory;
  std::ifstream rollup("/proc/self/smaps_rollup");
  for (std::string line; std::getline(rollup, line);) {
    if (line.starts_with("Rss:")) memory.resident_kib = std::stod(line.substr(4));
    if (line.starts_with("Pss:")) memory.proportional_kib = std::stod(line.substr(4));
  }
  return memory;
}

// Each connection says something once and hears it back; then it is idle.
class Echoes {
 public:
  explicit Echoes(const Plan& plan) : plan_(plan), acceptor_(context_, {asio::ip::address_v4::loopback(), 0}) {
    if (plan.way == Way::ours) identity_ = *edge::TlsIdentity::load(plan.files);
    secure_.use_certificate_chain_file(plan.files.certificate_file);
    secure_.use_private_key_file(plan.files.key_file, asio::ssl::context::pem);
  }

  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
  Memory run() {
    accept();
    context_.run();
    return after_;
  }

 private:
  struct Ours : std::enable_shared_from_this<Ours> {
    Ours(Echoes& all, std::unique_ptr<edge::Stream> stream_given) : echoes(all), stream(std::move(stream_given)) {}
    void wait() {
      stream->when_readable([self = shared_from_this()](bool alive) {
        if (alive) self->echo();
      });
    }
    void echo() {
      const auto read = stream->read_some(echoes.buffer_);
      const iovec piece{echoes.buffer_.data(), read.bytes};
      if (read.bytes > 0) stream->write_some(std::span(&piece, 1));
      if (read.state == edge::StreamState::ended) return stream->close();
      if (read.bytes > 0) echoes.count();
      wait();
    }
    Echoes& echoes;
    std::unique_ptr<edge::Stream> stream;
  };

  struct Theirs : std::enable_shared_from_this<Theirs> {
    Theirs(Echoes& all, tcp::socket socket) : echoes(all), stream(std::move(socket), all.secure_) {}
    void begin() {
      stream.async_handshake(asio::ssl::stream_base::server, [self = shared_from_this()](auto error) {
        if (!error) self->wait();
      });
    }
    void wait() {
      stream.async_read_some(asio::buffer(echoes.buffer_), [self = shared_from_this()](auto error, std::size_t bytes) {
        if (!error) self->echo(bytes);
      });
    }
    void echo(std::size_t bytes) {
      asio::async_write(stream, asio::buffer(echoes.buffer_.data(), bytes),
                        [self = shared_from_this()](auto error, std::size_t) {
                          self->echoes.count();
                          if (!error) self->wait();
                        });
    }
    Echoes& echoes;
    asio::ssl::stream<tcp::socket> stream;
  };

  void accept() {
    acceptor_.async_accept([this](auto error, tcp::socket socket) {
      if (error) return;
      socket.set_option(tcp::no_delay(true));
      take(std::move(socket));
      accept();
    });
  }

  void take(tcp::socket socket) {
    if (plan_.way == Way::asio_ssl) return std::make_shared<Theirs>(*this, std::move(socket))->begin();
    socket.native_non_blocking(true);
    auto own = edge::adopt_socket(context_.get_executor(), {socket.release()});
    std::unique_ptr<edge::Stream> stream;
    if (plan_.way == Way::clear) {
      stream = edge::make_plain_stream(std::move(own));
    } else {
      stream = std::make_unique<edge::TlsStream>(std::move(own), edge::TlsServing{identity_, &turns_});
    }
    std::make_shared<Ours>(*this, std::move(stream))->wait();
  }

  // The first tenth warms the heap up.
  void count() {
    ++echoed_;
    if (echoed_ == plan_.connections / 10) before_ = memory_of_this_process();
    if (echoed_ < plan_.connections) return;
    const auto now = memory_of_this_process();
    const auto measured = static_cast<double>(plan_.connections - plan_.connections / 10);
    after_ = {(now.resident_kib - before_.resident_kib) / measured,
              (now.proportional_kib - before_.proportional_kib) / measured};
    context_.stop();
  }

  Plan plan_;
  asio::io_context context_{1};
  tcp::acceptor acceptor_;
  asio::ssl::context secure_{asio::ssl::context::tlsv13_server};
  std::shared_ptr<const edge::TlsIdentity> identity_;
  edge::HandshakeTurns turns_{context_.get_executor()};
  std::array<char, 16 * 1024> buffer_{};
  std::size_t echoed_ = 0;
  Memory before_;
  Memory after_;
};

// One after another; returns when the echo came. The process ends with its connections open.
[[noreturn]] void run_clients(const Plan& plan, std::uint16_t port) {
  SSL_CTX* client = SSL_CTX_new(TLS_client_method());
  std::array<char, kMessageBytes> message{};
  for (std::size_t i = 0; i < plan.connections; ++i) {
    const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    if (connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) _exit(1);
    if (plan.way == Way::clear) {
      if (write(descriptor, message.data(), message.size()) < 0) _exit(1);
      if (read(descriptor, message.data(), message.size()) < 0) _exit(1);
      continue;
    }
    SSL* ssl = SSL_new(client);
    SSL_set_fd(ssl, descriptor);
    if (SSL_connect(ssl) != 1) _exit(1);
    SSL_write(ssl, message.data(), message.size());
    SSL_read(ssl, message.data(), message.size());
  }
  pause();
  _exit(0);
}

[[noreturn]] void measure(const Plan& plan, const char* name) {
  Echoes echoes(plan);
  const pid_t clients = fork();
  if (clients == 0) run_clients(plan, echoes.port());
  const auto memory = echoes.run();
  fmt::print("{:<36} {:6.2f} KiB RSS {:6.2f} KiB PSS\n", name, memory.resident_kib, memory.proportional_kib);
  std::fflush(stdout);
  kill(clients, SIGKILL);
  waitpid(clients, nullptr, 0);
  _exit(memory.proportional_kib > 0 ? 0 : 1);
}

int run(std::size_t connections) {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  const auto folder = fs::temp_directory_path() / fmt::format("parlor-bench-{}", getpid());
  fs::create_directories(folder);
  const edge::TlsOptions files{(folder / "chain.pem").string(), (folder / "key.pem").string()};
  write_certificate(files);
  fmt::print("{} idle connections, each\n", connections);
  std::fflush(stdout);
  int failed = 0;
  for (const auto& [way, name] :
       std::initializer_list<std::pair<Way, const char*>>{{Way::clear, "in the clear"},
                                                          {Way::ours, "TLS 1.3, OpenSSL on the socket (ours)"},
                                                          {Way::asio_ssl, "TLS 1.3, asio::ssl::stream"}}) {
    const pid_t child = fork();
    if (child == 0) measure({way, connections, files}, name);
    int status = 0;
    waitpid(child, &status, 0);
    failed |= status;
  }
  fs::remove_all(folder);
  return failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace parlor::bench

int main(int argc, char** argv) {
  return parlor::bench::run(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : parlor::bench::kConnections);
}
