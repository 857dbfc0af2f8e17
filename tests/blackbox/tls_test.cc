// The real binary under TLS: what it speaks and to whom, and that nothing is lost on the way through OpenSSL.
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

ServerSettings settings_for(const CertificateFiles& files, std::vector<std::string> more = {}) {
  ServerSettings settings{
      .arguments = {"--demo", "--test-endpoints", "--tls-cert", files.chain, "--tls-key", files.key}};
  settings.arguments.insert(settings.arguments.end(), more.begin(), more.end());
  return settings;
}

class Tls : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    // OpenSSL writes to sockets that the server may have closed.
    std::signal(SIGPIPE, SIG_IGN);
    authority_ = std::make_unique<CertificateAuthority>();
    server_ = std::make_unique<ServerProcess>(settings_for(authority_->issue(1)));
    server_->start();
    client_ = make_tls_client(*authority_);
  }
  static void TearDownTestSuite() {
    client_.reset();
    server_.reset();
    authority_.reset();
  }

  static std::uint16_t port() { return server_->port(); }
  static std::optional<wire::http::Response> ask(const RawRequest& what) { return request(port(), what, client_); }

  static std::unique_ptr<CertificateAuthority> authority_;
  static std::unique_ptr<ServerProcess> server_;
  static TlsClient client_;
};

std::unique_ptr<CertificateAuthority> Tls::authority_;
std::unique_ptr<ServerProcess> Tls::server_;
TlsClient Tls::client_;

std::string noise(std::size_t size) {
  std::string text(size, '\0');
  std::uint32_t state = 1;
  for (auto& byte : text)
    byte = static_cast<char>((state = state * 1'664'525U + 1'013'904'223U) >> 24U);
  return text;
}

// Not by what TLS says, which a server in trouble need not say.
bool has_closed(RawSocket& socket) {
  std::array<char, 4096> rest;
  ssize_t count = 1;
  while (count > 0)
    count = ::recv(socket.descriptor(), rest.data(), rest.size(), 0);
  return count == 0 || errno == ECONNRESET;
}

TEST_F(Tls, SaysThatItListensOnHttps) {
  EXPECT_NE(server_->printed().find("listening on https://127.0.0.1:"), std::string::npos) << server_->printed();
  EXPECT_NE(server_->printed().find(fmt::format("https://127.0.0.1:{}/demo/", port())), std::string::npos);
}

TEST_F(Tls, ChatsOverWebSocket) {
  RawWebSocket visitor(port(), {}, client_);
  greet(visitor, new_visitor_token(*server_, client_));
  const auto conversation = start_conversation(visitor, "Is the Alma in stock?");
  RawWebSocket ada(port(), {}, client_);
  greet(ada, agent_token(*server_));
  EXPECT_FALSE(field(post(ada, conversation, "It is."), "message").empty());
  EXPECT_TRUE(visitor.receive_with("It is."));
}

TEST_F(Tls, ChatsByLongPollAndEvents) {
  const auto token = new_visitor_token(*server_, client_);
  const auto headers = "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n";
  const auto hello = fmt::format(
      R"({{"jsonrpc":"2.0","id":1,"method":"session.hello","params":{{"token":"{}","client":{{"name":"t","version":"1"}}}}}})",
      token);
  const auto opened = ask({"POST", "/realtime/sessions", headers, hello});
  ASSERT_TRUE(opened);
  const auto address = "/realtime/sessions/" + field(opened->body, "session");
  RawWebSocket other_tab(port(), {}, client_);
  greet(other_tab, token);
  start_conversation(other_tab, "Written in the other tab");
  const auto polled = ask({"POST", address + "/poll", headers, R"({"after":0,"wait_s":5})"});
  ASSERT_TRUE(polled);
  EXPECT_NE(polled->body.find("Written in the other tab"), std::string::npos) << polled->body;
  RawSocket events(port(), client_);
  events.send(request_text(port(), {"GET", address + "/events", headers}));
  std::string stream;
  while (stream.find("Written in the other tab") == std::string::npos) {
    const auto piece = events.receive();
    ASSERT_FALSE(piece.empty()) << stream;
    stream += piece;
  }
}

TEST_F(Tls, SignsInWithASecureCookie) {
  const auto headers = fmt::format("Content-Type: application/json\r\nOrigin: https://127.0.0.1:{}\r\n", port());
  const auto answer =
      ask({"POST", "/api/v1/session", headers, R"({"email":"ada@casa.example","password":"casa-demo"})"});
  ASSERT_TRUE(answer);
  const auto cookie = answer->headers.get("Set-Cookie");
  EXPECT_TRUE(cookie.starts_with("__Host-parlor=")) << cookie;
  EXPECT_NE(cookie.find("Secure"), std::string::npos) << cookie;
}

TEST_F(Tls, RefusesOlderVersionsUnlessToldOtherwise) {
  const auto old = make_tls_client(*authority_, {TLS1_2_VERSION, TLS1_2_VERSION});
  EXPECT_THROW(RawSocket(port(), old), std::runtime_error);
  ServerProcess tolerant(settings_for(authority_->issue(2), {"--tls-min", "1.2"}));
  tolerant.start();
  const auto answer = request(tolerant.port(), {.target = "/healthz"}, old);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 200U);
  RawSocket modern(tolerant.port(), client_);
  EXPECT_EQ(SSL_version(modern.tls()), TLS1_3_VERSION);
  const auto ancient = make_tls_client(*authority_, {TLS1_VERSION, TLS1_1_VERSION});
  EXPECT_THROW(RawSocket(tolerant.port(), ancient), std::runtime_error);
}

TEST_F(Tls, SpeaksHttp11AndNothingElse) {
  const auto speaking = [&](std::string_view protocols) {
    auto client = make_tls_client(*authority_);
    SSL_CTX_set_alpn_protos(client.get(), reinterpret_cast<const unsigned char*>(protocols.data()),
                            static_cast<unsigned>(protocols.size()));
    return client;
  };
  RawSocket both(port(), speaking("\x02h2\x08http/1.1"));
  const unsigned char* chosen = nullptr;
  unsigned size = 0;
  SSL_get0_alpn_selected(both.tls(), &chosen, &size);
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(chosen), size), "http/1.1");
  EXPECT_THROW(RawSocket(port(), speaking("\x02h2")), std::runtime_error);
}

TEST_F(Tls, ResumesASessionOnAnyWorker) {
  RawSocket first(port(), client_);
  first.send(request_text(port(), {.target = "/healthz"}));
  ASSERT_TRUE(first.response());
  EXPECT_EQ(SSL_session_reused(first.tls()), 0);
  const std::unique_ptr<SSL_SESSION, decltype(&SSL_SESSION_free)> session(SSL_get1_session(first.tls()),
                                                                          SSL_SESSION_free);
  for (int i = 0; i < 8; ++i) {
    RawSocket again(port(), client_, session.get());
    EXPECT_EQ(SSL_session_reused(again.tls()), 1);
    again.send(request_text(port(), {.target = "/healthz"}));
    EXPECT_TRUE(again.response());
  }
}

TEST_F(Tls, TellsPlainHttpWhereItIs) {
  const auto answer = request(port(), {.target = "/healthz"});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 400U);
  EXPECT_NE(answer->body.find("HTTPS"), std::string::npos);
}

TEST_F(Tls, CarriesBigBodiesWholeToSlowReaders) {
  const auto body = noise(8UL * 1024 * 1024);
  RawSocket socket(port(), client_);
  const int small = 128 * 1024;
  setsockopt(socket.descriptor(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  socket.send(request_text(port(), {.method = "POST", .target = "/_test/echo", .body = body}));
  std::this_thread::sleep_for(300ms);
  const auto answer = socket.response();
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->body == body) << answer->body.size();
}

TEST_F(Tls, CarriesFramesOfManyRecords) {
  RawWebSocket visitor(port(), {}, client_);
  greet(visitor, new_visitor_token(*server_, client_));
  const auto conversation = start_conversation(visitor, "Here it comes");
  std::string sofas;
  for (int i = 0; i < 4'000; ++i)
    sofas += "\xF0\x9F\x9B\x8B";
  std::string batch;
  for (int i = 0; i < 3; ++i) {
    batch += fmt::format(
        R"({}{{"jsonrpc":"2.0","id":"b{}","method":"message.post","params":{{"conversation":"{}","client_id":"{}","body":{{"type":"text","text":"{}"}}}}}})",
        i == 0 ? "[" : ",", i, conversation, new_id(), sofas);
  }
  visitor.send_text(batch + "]");
  EXPECT_TRUE(visitor.receive_with("\"id\":\"b2\""));
  const auto state = snapshot(visitor, conversation);
  EXPECT_GT(state.size(), 3 * sofas.size());
}

TEST_F(Tls, AnswersPipelinedRequestsInOrder) {
  std::string all;
  for (int i = 0; i < 50; ++i)
    all += request_text(port(), {.method = "POST", .target = "/_test/echo", .body = std::to_string(1000 + i)});
  RawSocket socket(port(), client_);
  socket.send(all);
  for (int i = 0; i < 50; ++i) {
    const auto answer = socket.response();
    ASSERT_TRUE(answer) << i;
    EXPECT_EQ(answer->body, std::to_string(1000 + i));
  }
}

TEST_F(Tls, AnswersAClientThatSendsNoMore) {
  const auto body = noise(4UL * 1024 * 1024);
  ServerProcess plain({.arguments = {"--demo", "--test-endpoints"}});
  plain.start();
  const auto echoed = [&body](RawSocket& socket, std::uint16_t to) {
    socket.send(request_text(to, {.method = "POST", .target = "/_test/echo", .body = body}));
    socket.end_sending();
    std::this_thread::sleep_for(200ms);
    const auto answer = socket.response();
    return answer && answer->body == body;
  };
  RawSocket in_the_clear(plain.port());
  EXPECT_TRUE(echoed(in_the_clear, plain.port()));
  RawSocket under_tls(port(), client_);
  EXPECT_TRUE(echoed(under_tls, port()));
}

TEST_F(Tls, SaysGoodbyeAsTlsAsks) {
  RawSocket socket(port(), client_);
  socket.send(request_text(port(), {.target = "/healthz", .headers = "Connection: close\r\n"}));
  ASSERT_TRUE(socket.response());
  EXPECT_TRUE(socket.receive().empty());
  EXPECT_NE(SSL_get_shutdown(socket.tls()) & SSL_RECEIVED_SHUTDOWN, 0);
}

TEST_F(Tls, EndsWhoChangesKeysWithoutEnd) {
  const auto change_keys = [](RawSocket& socket, int times) {
    for (int i = 0; i < times; ++i) {
      SSL_key_update(socket.tls(), SSL_KEY_UPDATE_NOT_REQUESTED);
      if (SSL_do_handshake(socket.tls()) != 1) return;
    }
  };
  RawSocket modest(port(), client_);
  change_keys(modest, 200);
  SSL_key_update(modest.tls(), SSL_KEY_UPDATE_REQUESTED);
  modest.send(request_text(port(), {.target = "/healthz"}));
  EXPECT_TRUE(modest.response());
  RawSocket greedy(port(), client_);
  change_keys(greedy, 2'000);
  EXPECT_TRUE(has_closed(greedy));
}

TEST_F(Tls, CutsHandshakesThatDoNotComeToAnEnd) {
  RawSocket silent(port());
  RawSocket stuck(port());
  stuck.send(std::string_view("\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03", 11));
  RawSocket nonsense(port());
  nonsense.send("\x01\x02\x03 this is not TLS");
  EXPECT_TRUE(nonsense.is_closed());
  EXPECT_EQ(ask({.target = "/healthz"})->status, 200U);
  EXPECT_TRUE(silent.is_closed(30s));
  EXPECT_TRUE(stuck.is_closed(30s));
}

TEST_F(Tls, LetsNodeIn) {
  const auto script = authority_->file("client.mjs");
  std::ofstream(script) << R"JS(
const [port, token] = process.argv.slice(2);
const health = await fetch(`https://localhost:${port}/healthz`);
const socket = new WebSocket(`wss://localhost:${port}/realtime`, 'parlor.v1');
const hello = { jsonrpc: '2.0', id: 1, method: 'session.hello', params: { token, client: { name: 't', version: '1' } } };
socket.onopen = () => socket.send(JSON.stringify(hello));
socket.onmessage = ({ data }) => {
  if (JSON.parse(data).id !== 1) return;
  process.stdout.write(`${health.status} ${'result' in JSON.parse(data)}`);
  socket.close();
};
)JS";
  const auto command = fmt::format("NODE_EXTRA_CA_CERTS={} {}/.toolchain/node_modules/.bin/node {} {} {} 2>&1",
                                   authority_->ca_file().string(), PARLOR_SOURCE_DIR, script.string(), port(),
                                   new_visitor_token(*server_, client_));
  const std::unique_ptr<FILE, decltype(&pclose)> node(popen(command.c_str(), "r"), pclose);
  std::array<char, 4096> said{};
  const auto size = std::fread(said.data(), 1, said.size(), node.get());
  EXPECT_EQ(std::string(said.data(), size), "200 true");
}

}  // namespace
}  // namespace parlor::tests
