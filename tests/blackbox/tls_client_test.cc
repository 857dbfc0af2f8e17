// The C++ client over https: whom it believes, and what an idle visitor costs the server under TLS.
#include <fstream>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "main/client/client.h"
#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

namespace asio = runtime::asio;

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define PARLOR_MEMORY_IS_WATCHED 1
#endif
#endif

constexpr std::size_t kIdleVisitors = 400;
constexpr double kKibPerIdleVisitorMax = 20;

class TlsClientTest : public testing::Test {
 protected:
  TlsClientTest() : loop_(std::make_unique<client::Loop>(context_)) {
    const auto files = authority_.issue(1);
    server_ = std::make_unique<ServerProcess>(
        ServerSettings{.arguments = {"--demo", "--tls-cert", files.chain, "--tls-key", files.key}});
    server_->start();
  }

  Result<wire::http::Response> get(const std::string& url, const std::string& ca_file) {
    const auto address = client::resolve_server(url, ca_file);
    return address ? get(*address) : std::unexpected(address.error());
  }

  Result<wire::http::Response> get(const client::ServerAddress& address) {
    Result<wire::http::Response> answer;
    asio::co_spawn(context_, fetch(*loop_, address, answer), asio::detached);
    context_.run();
    context_.restart();
    return answer;
  }

  static runtime::Task<> fetch(client::Loop& loop, client::ServerAddress server, Result<wire::http::Response>& answer) {
    auto fetched = co_await client::http_call(loop, server, {.target = "/healthz"});
    answer = std::move(fetched);
  }

  std::size_t proportional_kib() const {
    std::ifstream rollup(fmt::format("/proc/{}/smaps_rollup", server_->pid()));
    for (std::string line; std::getline(rollup, line);) {
      if (line.starts_with("Pss:")) return std::stoul(line.substr(4));
    }
    return 0;
  }

  CertificateAuthority authority_;
  std::unique_ptr<ServerProcess> server_;
  asio::io_context context_{1};
  std::unique_ptr<client::Loop> loop_;
};

TEST_F(TlsClientTest, BelievesOnlyWhomItKnows) {
  const auto by_address = fmt::format("https://127.0.0.1:{}", server_->port());
  const auto believed = get(by_address, authority_.ca_file());
  ASSERT_TRUE(believed) << believed.error().text;
  EXPECT_EQ(believed->status, 200U);
  EXPECT_TRUE(get(fmt::format("https://localhost:{}", server_->port()), authority_.ca_file()));

  const CertificateAuthority stranger;
  const auto unknown = get(by_address, stranger.ca_file());
  ASSERT_FALSE(unknown);
  EXPECT_NE(unknown.error().text.find("certificate"), std::string::npos) << unknown.error().text;
  const auto by_system = get(by_address, {});
  EXPECT_FALSE(by_system);
  auto misnamed = client::resolve_server(by_address, authority_.ca_file());
  ASSERT_TRUE(misnamed);
  misnamed->host = "casa.example";
  EXPECT_FALSE(get(*misnamed));
  const auto in_the_clear = get(fmt::format("http://127.0.0.1:{}", server_->port()), {});
  ASSERT_TRUE(in_the_clear);
  EXPECT_EQ(in_the_clear->status, 400U);
}

TEST_F(TlsClientTest, AnIdleVisitorHoldsLittle) {
#ifdef PARLOR_MEMORY_IS_WATCHED
  GTEST_SKIP() << "a sanitizer holds memory of its own";
#endif
  const auto client = make_tls_client(authority_);
  const auto token = new_visitor_token(*server_, client);
  std::vector<std::unique_ptr<RawWebSocket>> visitors;
  const auto add_visitors = [&](std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      visitors.push_back(std::make_unique<RawWebSocket>(server_->port(), std::string(), client));
      greet(*visitors.back(), token);
    }
  };
  add_visitors(50);
  const auto before = proportional_kib();
  add_visitors(kIdleVisitors);
  const auto each = static_cast<double>(proportional_kib() - before) / kIdleVisitors;
  fmt::print("{} idle visitors under TLS hold {:.1f} KiB (PSS) each\n", kIdleVisitors, each);
  EXPECT_LE(each, kKibPerIdleVisitorMax);
}

}  // namespace
}  // namespace parlor::tests
