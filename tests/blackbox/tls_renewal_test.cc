// Certificates come and go while the server runs; what is wrong with one is said by name.
#include <csignal>
#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

// A folder as certbot keeps it: two links that point at the newest pair.
class TlsRenewal : public testing::Test {
 protected:
  TlsRenewal()
      : client_(make_tls_client(authority_)),
        live_{authority_.file("fullchain.pem"), authority_.file("privkey.pem")},
        server_({.arguments = {"--demo", "--tls-cert", live_.chain, "--tls-key", live_.key}}) {
    point_at(authority_.issue(10));
    server_.start();
  }

  void point_at(const CertificateFiles& files) const {
    link_to(files.chain, live_.chain);
    link_to(files.key, live_.key);
  }
  void link_to(const fs::path& target, const fs::path& link) const {
    fs::create_symlink(target, authority_.file("next"));
    fs::rename(authority_.file("next"), link);
  }
  long serial() const {
    const RawSocket socket(server_.port(), client_);
    const auto* certificate = SSL_get0_peer_certificate(socket.tls());
    return ASN1_INTEGER_get(X509_get0_serialNumber(certificate));
  }
  bool comes_to_serve(long wanted) const {
    return becomes_true([&] { return serial() == wanted; });
  }
  bool comes_to_say(std::string_view text) const {
    return becomes_true([&] { return server_.printed().find(text) != std::string::npos; });
  }
  static bool becomes_true(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + 30s;
    while (!condition()) {
      if (std::chrono::steady_clock::now() > deadline) return false;
      std::this_thread::sleep_for(20ms);
    }
    return true;
  }

  CertificateAuthority authority_;
  TlsClient client_;
  CertificateFiles live_;
  ServerProcess server_;
};

TEST_F(TlsRenewal, TakesTheNewPairWhenAskedAndKeepsChatting) {
  RawWebSocket visitor(server_.port(), {}, client_);
  greet(visitor, new_visitor_token(server_, client_));
  const auto conversation = start_conversation(visitor, "Before");
  EXPECT_EQ(serial(), 10);
  point_at(authority_.issue(11));
  kill(server_.pid(), SIGHUP);
  EXPECT_TRUE(comes_to_serve(11));
  EXPECT_TRUE(comes_to_say("TLS renewed (asked to): TLS certificate is valid until 20"));
  EXPECT_FALSE(field(post(visitor, conversation, "After"), "message").empty());
  const auto state = snapshot(visitor, conversation);
  EXPECT_NE(state.find("Before"), std::string::npos);
  EXPECT_NE(state.find("After"), std::string::npos);
}

TEST_F(TlsRenewal, NoticesByItselfThatTheFilesChanged) {
  RawWebSocket visitor(server_.port(), {}, client_);
  greet(visitor, new_visitor_token(server_, client_));
  point_at(authority_.issue(12));
  EXPECT_TRUE(comes_to_serve(12));
  EXPECT_FALSE(start_conversation(visitor, "Still here").empty());
}

TEST_F(TlsRenewal, KeepsTheOldPairWhenTheNewOneIsBroken) {
  const auto wrong = authority_.issue(13);
  link_to(wrong.chain, live_.chain);
  kill(server_.pid(), SIGHUP);
  EXPECT_TRUE(comes_to_say("TLS stays as it was (asked to): TLS key ")) << server_.printed();
  EXPECT_TRUE(comes_to_say("does not belong to the certificate")) << server_.printed();
  EXPECT_EQ(serial(), 10);
  link_to(wrong.key, live_.key);
  EXPECT_TRUE(comes_to_serve(13));
}

TEST_F(TlsRenewal, ForgetsTheTicketsOfTheTimeBefore) {
  RawSocket first(server_.port(), client_);
  first.send(request_text(server_.port(), {.target = "/healthz"}));
  ASSERT_TRUE(first.response());
  const std::unique_ptr<SSL_SESSION, decltype(&SSL_SESSION_free)> session(SSL_get1_session(first.tls()),
                                                                          SSL_SESSION_free);
  const auto is_resumed = [&] {
    return SSL_session_reused(RawSocket(server_.port(), client_, session.get()).tls()) == 1;
  };
  EXPECT_TRUE(is_resumed());
  kill(server_.pid(), SIGHUP);
  EXPECT_TRUE(becomes_true([&] { return !is_resumed(); }));
  first.send(request_text(server_.port(), {.target = "/healthz"}));
  EXPECT_TRUE(first.response());
}

// What a start with these options says.
std::string refusal(const std::vector<std::string>& options) {
  const ServerProcess server;
  std::vector<std::string> command = {"serve", "--listen", "127.0.0.1:0"};
  command.insert(command.end(), options.begin(), options.end());
  try {
    return "it served: " + server.run(command);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

TEST(TlsStart, NamesWhatIsWrong) {
  const CertificateAuthority authority;
  const auto good = authority.issue(20);
  const auto other = authority.issue(21);
  const auto locked = authority.file("locked.pem");
  const auto lock =
      fmt::format("openssl pkey -in {} -aes256 -passout pass:casa -out {}", good.key.string(), locked.string());
  ASSERT_EQ(std::system(lock.c_str()), 0);  // NOLINT(concurrency-mt-unsafe): one thread
  const auto cut = authority.file("cut.pem");
  std::ofstream(cut) << "-----BEGIN CERTIFICATE-----\nMIIB\n";
  struct Case {
    fs::path chain;
    fs::path key;
    std::string says;
  };
  const std::vector<Case> cases = {
      {authority.file("none.pem"), good.key,
       "TLS certificate " + authority.file("none.pem").string() + ": No such file"},
      {good.chain, authority.file("none.pem"), "TLS key " + authority.file("none.pem").string() + ": No such file"},
      {good.key, good.key, "holds no certificate in PEM"},
      {cut, good.key, "holds no certificate in PEM"},
      {good.chain, good.chain, "holds no private key in PEM"},
      {good.chain, other.key, "does not belong to the certificate in " + good.chain.string()},
      {good.chain, locked, "is locked by a passphrase"},
      {authority.file("."), good.key, "Is a directory"},
  };
  for (const auto& [chain, key, says] : cases) {
    const auto said = refusal({"--tls-cert", chain, "--tls-key", key});
    EXPECT_NE(said.find(says), std::string::npos) << said;
  }
  EXPECT_NE(refusal({"--tls-cert", good.chain}).find("--tls-key"), std::string::npos);
  EXPECT_NE(refusal({"--tls-key", good.key}).find("--tls-cert"), std::string::npos);
  EXPECT_NE(refusal({"--tls-min", "1.1"}).find("--tls-min"), std::string::npos);
}

}  // namespace
}  // namespace parlor::tests
