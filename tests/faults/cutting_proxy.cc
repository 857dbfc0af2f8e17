#include "tests/faults/cutting_proxy.h"

#include <array>

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

namespace parlor::tests {

namespace asio = boost::asio;
using asio::ip::tcp;

struct CuttingProxy::Pair {
  explicit Pair(tcp::socket accepted) : client(std::move(accepted)), server(client.get_executor()) {}
  tcp::socket client;
  tcp::socket server;
  std::size_t allowance = 0;  // bytes until it is cut
  bool answered = false;
  bool over = false;
  std::array<char, 4096> up{};
  std::array<char, 4096> down{};
};

// One direction of a pair.
struct CuttingProxy::Way {
  tcp::socket& from;
  tcp::socket& to;
  std::array<char, 4096>& buffer;
  bool is_answer;
};

CuttingProxy::CuttingProxy()
    : acceptor_(context_, tcp::endpoint(asio::ip::address_v4::loopback(), 0)),
      port_(acceptor_.local_endpoint().port()) {
  accept();
  thread_ = std::jthread([this] { context_.run(); });
}

CuttingProxy::~CuttingProxy() {
  context_.stop();
  thread_.join();
}

void CuttingProxy::accept() {
  acceptor_.async_accept([this](const boost::system::error_code& error, tcp::socket socket) {
    if (error) return;
    const auto pair = std::make_shared<Pair>(std::move(socket));
    pair->allowance = new_allowance();
    pairs_.insert(pair);
    const tcp::endpoint server(asio::ip::address_v4::loopback(), server_port_);
    pair->server.async_connect(server, [this, pair](const boost::system::error_code& refused) {
      if (refused) return cut(*pair);
      carry(pair);
    });
    accept();
  });
}

void CuttingProxy::carry(const std::shared_ptr<Pair>& pair) {
  pair->client.set_option(tcp::no_delay(true));
  pair->server.set_option(tcp::no_delay(true));
  pump(pair, {pair->client, pair->server, pair->up, false});
  pump(pair, {pair->server, pair->client, pair->down, true});
}

void CuttingProxy::pump(std::shared_ptr<Pair> pair, Way way) {
  way.from.async_read_some(
      asio::buffer(way.buffer), [this, pair, way](const boost::system::error_code& error, std::size_t count) {
        if (error || pair->over) return cut(*pair);
        const bool is_last = cutting_ && count >= pair->allowance;
        const auto passed = is_last ? pair->allowance : count;
        pair->allowance -= std::min(pair->allowance, count);
        asio::async_write(way.to, asio::buffer(way.buffer, passed),
                          [this, pair, way, is_last](const boost::system::error_code& unsent, std::size_t) {
                            if (is_last && !pair->over) {
                              ++cuts_;
                              if (!pair->answered) ++early_cuts_;
                            }
                            if (unsent || is_last || pair->over) return cut(*pair);
                            pair->answered |= way.is_answer;
                            pump(pair, way);
                          });
      });
}

// Half of them with a reset, half as if the other side had ended it.
void CuttingProxy::cut(Pair& pair) {
  if (std::exchange(pair.over, true)) return;
  boost::system::error_code ignored;
  const bool with_reset = random_() % 2 == 0;
  for (auto* socket : {&pair.client, &pair.server}) {
    if (with_reset) socket->set_option(asio::socket_base::linger(true, 0), ignored);
    socket->close(ignored);
  }
  std::erase_if(pairs_, [&pair](const auto& each) { return each.get() == &pair; });
}

void CuttingProxy::cut_all() {
  asio::post(context_, [this] {
    while (!pairs_.empty()) {
      const auto pair = *pairs_.begin();
      ++cuts_;
      cut(*pair);
    }
  });
}

// A handshake is a few hundred bytes, a hello as many: a third of the cuts fall into them.
std::size_t CuttingProxy::new_allowance() {
  return random_() % 3 == 0 ? random_() % 600 : 600 + random_() % 20'000;
}

}  // namespace parlor::tests
