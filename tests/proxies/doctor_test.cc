// The connection doctor against real proxies: silent where they are configured as we recommend, and with the right name
// for what is wrong where one line is spoilt.
#include "main/doctor/doctor.h"

#include <future>
#include <semaphore>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include "main/doctor/diagnosis.h"
#include "tests/proxies/proxy_process.h"
#include "tests/server/server_process.h"

namespace parlor::tests {
namespace {

using doctor::Verdict;

struct Case {
  std::string what;
  Configuration configuration;
  // Of the table in protocol/doctor.json, notes too, in its order.
  std::vector<std::string> faults;
  Verdict verdict = Verdict::impaired;
  CertificatePlan certificate = {};
  // Whether quiet connections are watched: that takes as long as the timeout, or half a minute.
  bool patient = false;
  std::string public_host = "localhost";
  bool trusted = true;
  bool trusts_certificate = true;
};

Configuration nginx() {
  return Configuration::recommended(Proxy::nginx);
}

Configuration haproxy() {
  return Configuration::recommended(Proxy::haproxy);
}

Configuration nginx_and(std::string_view line) {
  return nginx().with("proxy_buffering off;", fmt::format("proxy_buffering off;\n        {}", line));
}

Configuration haproxy_and(std::string_view line) {
  return haproxy().with("default_backend parlor", fmt::format("{}\n    default_backend parlor", line));
}

Configuration nginx_timing_out() {
  return nginx().with("read_timeout 75s", "read_timeout 5s").with("send_timeout 75s", "send_timeout 5s");
}

Configuration haproxy_timing_out() {
  return haproxy().with("client 75s", "client 5s").with("server 75s", "server 5s").with("tunnel 1h", "tunnel 5s");
}

const std::string_view kHolding = "proxy_buffering on; proxy_ignore_headers X-Accel-Buffering;";

std::vector<Case> cases_of_nginx() {
  return {
      {"default", Configuration::shortest(Proxy::nginx), {"upgrade_stripped", "http_1_0", "host_changed"}},
      {"Upgrade stripped", nginx().without("proxy_set_header Upgrade $http_upgrade;"), {"upgrade_stripped"}},
      {"Connection stripped", nginx().without("proxy_set_header Connection $parlor_connection;"), {"upgrade_stripped"}},
      {"HTTP/1.0", nginx().without("proxy_http_version 1.1;"), {"websocket_over_1_0", "http_1_0"}},
      {"WebSocket forbidden", nginx_and("if ($http_upgrade) { return 403; }"), {"websocket_blocked"}},
      {"subprotocol stripped", nginx_and("proxy_set_header Sec-WebSocket-Protocol \"\";"), {"subprotocol_stripped"}},
      {"subprotocol's answer stripped",
       nginx_and("proxy_hide_header Sec-WebSocket-Protocol;"),
       {"subprotocol_answer_stripped"}},
      {"answers buffered", nginx().with("proxy_buffering off;", kHolding), {"events_held"}},
      {"answers buffered and compressed",
       nginx().with("proxy_buffering off;", fmt::format("{} gzip on; gzip_types text/event-stream;", kHolding)),
       {"events_compressed"}},
      {"answers compressed",
       nginx_and("gzip on; gzip_types text/event-stream;"),
       {"events_compressed_in_time"},
       Verdict::healthy},
      {"small bodies only", nginx().with("client_max_body_size 1m", "client_max_body_size 1k"), {"upload_refused"}},
      {"GET only", nginx_and("limit_except GET { deny all; }"), {"poll_failed"}},
      {"5 s timeouts",
       nginx_timing_out(),
       {"quiet_websocket_cut", "quiet_events_cut", "quiet_poll_cut"},
       Verdict::impaired,
       {},
       true},
      {"Origin stripped", nginx_and("proxy_set_header Origin \"\";"), {"origin_changed"}},
      {"Origin changed", nginx_and("proxy_set_header Origin http://upstream;"), {"origin_changed"}},
      {"Host changed", nginx().without("proxy_set_header Host $http_host;"), {"host_changed"}, Verdict::healthy},
      {"another public address", nginx(), {"public_url_other"}, Verdict::impaired, {}, false, "chat.casa.example"},
      {"proxy not trusted", nginx(), {"forwarded_untrusted"}, Verdict::impaired, {}, false, "localhost", false},
      {"no way to Parlor", nginx().with("location / {", "location /chat {"), {"not_parlor"}, Verdict::dead},
      {"expired", nginx(), {"certificate_expired"}, Verdict::dead, {.days = -1}},
      {"another name", nginx(), {"certificate_other_name"}, Verdict::dead, {.name = "shop.casa.example"}},
      {"self-signed", nginx(), {"certificate_untrusted"}, Verdict::dead, {}, false, "localhost", true, false},
      {"no TLS", nginx().with(" ssl http2;", ";"), {"tls_failed"}, Verdict::dead},
  };
}

std::vector<Case> cases_of_haproxy() {
  return {
      {"default", Configuration::shortest(Proxy::haproxy), {}, Verdict::healthy},
      {"Upgrade stripped", haproxy_and("http-request del-header Upgrade"), {"upgrade_stripped"}},
      {"WebSocket forbidden", haproxy_and("http-request deny if { req.hdr(Upgrade) -m found }"), {"websocket_blocked"}},
      {"subprotocol stripped", haproxy_and("http-request del-header Sec-WebSocket-Protocol"), {"subprotocol_stripped"}},
      {"subprotocol's answer stripped",
       haproxy_and("http-response del-header Sec-WebSocket-Protocol"),
       {"subprotocol_answer_stripped"}},
      {"5 s timeouts",
       haproxy_timing_out(),
       {"quiet_websocket_cut", "quiet_events_cut", "quiet_poll_cut"},
       Verdict::impaired,
       {},
       true},
      {"Origin stripped", haproxy_and("http-request del-header Origin"), {"origin_changed"}},
      {"Host changed", haproxy_and("http-request set-header Host parlor"), {"host_changed"}, Verdict::healthy},
      {"GET only", haproxy_and("http-request deny unless METH_GET"), {"poll_failed"}},
      {"small bodies only",
       haproxy_and("http-request deny deny_status 413 if { req.hdr_val(Content-Length) gt 1000 }"),
       {"upload_refused"}},
  };
}

struct Found {
  std::vector<std::string> faults;
  Verdict verdict{};
  std::string trouble;
  doctor::Facts facts;
};

// A server of its own, since it is told its public address. It needs no people in it.
Found examine(const Case& one) try {
  const auto port = free_port();
  std::vector<std::string> arguments = {"--public-url", fmt::format("https://{}:{}", one.public_host, port)};
  if (one.trusted) arguments.insert(arguments.end(), {"--trusted-proxy", "127.0.0.1"});
  ServerProcess server({.arguments = arguments});
  server.start();
  const ProxyProcess proxy(one.configuration, port, server.port(), one.certificate);
  const doctor::Way way{.server = {"https", "localhost", port},
                        .ca_file = one.trusts_certificate ? proxy.ca_file() : ""};
  Found found{.facts = doctor::examine(way, one.patient)};
  found.verdict = doctor::verdict_of(found.facts);
  for (const auto* fault : doctor::faults_in(found.facts))
    found.faults.emplace_back(fault->id);
  return found;
} catch (const std::exception& error) {
  return {.trouble = error.what()};
}

std::string text_of(const doctor::Facts& facts) {
  std::string text;
  for (const auto& [name, value] : facts.seen)
    text += fmt::format("{}={} ", name, value);
  for (const auto& [name, value] : facts.figures)
    text += fmt::format("{{{}}}={} ", name, value);
  return text;
}

// A few at a time: each has a server and a proxy, and mostly waits; but under a sanitizer twelve servers that start at
// once keep each other from answering in time.
#ifdef PARLOR_SANITIZED
constexpr std::ptrdiff_t kAtOnce = 3;
#else
constexpr std::ptrdiff_t kAtOnce = 8;
#endif

bool is_as_expected(const Found& found, const Case& one) {
  return found.trouble.empty() && found.faults == one.faults && found.verdict == one.verdict;
}

// The doctor judges by time, and a machine that stood still for seconds looks like a proxy that holds answers: whoever
// is not as expected among the others is examined once more, alone.
void examine_all(const std::vector<Case>& cases) {
  std::counting_semaphore<> free_places(kAtOnce);
  std::vector<std::future<Found>> running;
  for (const auto& one : cases) {
    running.push_back(std::async(std::launch::async, [&one, &free_places] {
      free_places.acquire();
      auto found = examine(one);
      free_places.release();
      return found;
    }));
  }
  std::vector<Found> all;
  for (auto& one : running)
    all.push_back(one.get());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    SCOPED_TRACE(fmt::format("{}\nat first: {}{}", cases[i].what, all[i].trouble, text_of(all[i].facts)));
    const auto found = is_as_expected(all[i], cases[i]) ? all[i] : examine(cases[i]);
    SCOPED_TRACE(text_of(found.facts));
    EXPECT_EQ(found.trouble, "");
    EXPECT_EQ(found.faults, cases[i].faults);
    EXPECT_EQ(found.verdict, cases[i].verdict);
  }
}

TEST(Doctor, FindsNothingWrongWithWhatWeRecommend) {
  if (program_of(Proxy::nginx).empty() || program_of(Proxy::haproxy).empty())
    GTEST_SKIP() << "a proxy is not installed";
  examine_all({{"nginx, with patience", nginx(), {}, Verdict::healthy, {}, true},
               {"HAProxy, with patience", haproxy(), {}, Verdict::healthy, {}, true}});
}

TEST(Doctor, NamesWhatIsWrongWithNginx) {
  if (program_of(Proxy::nginx).empty()) GTEST_SKIP() << "nginx is not installed";
  examine_all(cases_of_nginx());
}

TEST(Doctor, NamesWhatIsWrongWithHaproxy) {
  if (program_of(Proxy::haproxy).empty()) GTEST_SKIP() << "haproxy is not installed";
  examine_all(cases_of_haproxy());
}

TEST(Doctor, FindsNothingWithoutAProxy) {
  ServerProcess server({.arguments = {}});
  server.start();
  const auto facts = doctor::examine({.server = {"http", "127.0.0.1", server.port()}}, false);
  EXPECT_EQ(doctor::faults_in(facts).size(), 0U) << text_of(facts);
  EXPECT_EQ(doctor::verdict_of(facts), Verdict::healthy);
}

TEST(Doctor, GoesThroughAForwardProxyAsBrowsersDo) {
  if (program_of(Proxy::squid).empty()) GTEST_SKIP() << "squid is not installed";
  ServerProcess server({.arguments = {"--trusted-proxy", "127.0.0.1"}});
  server.start();
  const auto port = free_port();
  const ProxyProcess proxy(Configuration::recommended(Proxy::squid), port, server.port());
  const auto facts = doctor::examine(
      {.server = {"http", "127.0.0.1", server.port()}, .forward_proxy = wire::http::Origin{"http", "127.0.0.1", port}},
      false);
  EXPECT_EQ(doctor::verdict_of(facts), Verdict::healthy) << text_of(facts);
}

TEST(Doctor, FindsNoLifeWhereNothingListens) {
  const auto facts = doctor::examine({.server = {"http", "127.0.0.1", free_port()}}, false);
  ASSERT_EQ(doctor::faults_in(facts).size(), 1U) << text_of(facts);
  EXPECT_EQ(doctor::faults_in(facts).front()->id, "unreachable");
  EXPECT_EQ(doctor::verdict_of(facts), Verdict::dead);
}

struct Printed {
  int exit_code = -1;
  std::string text;
};

Printed run_command(const std::string& arguments) {
  Printed printed;
  auto* pipe = popen((parlor_binary() + " doctor " + arguments + " 2>&1").c_str(), "r");
  std::array<char, 4096> buffer{};
  for (auto count = fread(buffer.data(), 1, buffer.size(), pipe); count > 0;
       count = fread(buffer.data(), 1, buffer.size(), pipe))
    printed.text.append(buffer.data(), count);
  const int status = pclose(pipe);
  printed.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return printed;
}

TEST(DoctorCommand, SaysSoWhenAllIsWell) {
  ServerProcess server({.arguments = {}});
  server.start();
  const auto printed = run_command(server.url() + " --quick");
  EXPECT_EQ(printed.exit_code, 0) << printed.text;
  EXPECT_THAT(printed.text, testing::HasSubstr("All is well."));
}

TEST(DoctorCommand, PrintsTheLinesToAdd) {
  if (program_of(Proxy::nginx).empty()) GTEST_SKIP() << "nginx is not installed";
  const auto port = free_port();
  const auto url = fmt::format("https://localhost:{}", port);
  ServerProcess server({.arguments = {"--public-url", url, "--trusted-proxy", "127.0.0.1"}});
  server.start();
  const ProxyProcess proxy(nginx().without("proxy_set_header Upgrade $http_upgrade;"), port, server.port());
  const auto printed = run_command(url + " --quick --advice nginx --ca " + proxy.ca_file());
  EXPECT_EQ(printed.exit_code, 1) << printed.text;
  EXPECT_THAT(printed.text, testing::HasSubstr("The proxy eats the Upgrade header"));
  EXPECT_THAT(printed.text, testing::HasSubstr("proxy_set_header Upgrade $http_upgrade;"));
  EXPECT_THAT(printed.text, testing::Not(testing::HasSubstr("Apache")));
}

TEST(DoctorCommand, EndsWithTwoWhenNothingWorks) {
  const auto printed = run_command(fmt::format("http://127.0.0.1:{} --quick", free_port()));
  EXPECT_EQ(printed.exit_code, 2) << printed.text;
  EXPECT_THAT(printed.text, testing::HasSubstr("Nothing answers at this address"));
  EXPECT_EQ(run_command("casa").exit_code, 2);
}

}  // namespace
}  // namespace parlor::tests
