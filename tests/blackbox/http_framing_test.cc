// Where an HTTP/1.1 message ends (RFC 9112): what must be understood is, and what two programs could read differently
// is refused by the real binary, with what comes behind it.
#include "tests/blackbox/http_echo.h"

namespace parlor::tests {
namespace {

class HttpFraming : public HttpEcho {};

TEST_F(HttpFraming, UnderstandsEveryRightFraming) {
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  expect_echoed("counted", echo_request("Content-Length: 5\r\n", "hello"), "hello");
  expect_echoed("blanks around the length", echo_request("Content-Length: \t 5 \t\r\n", "hello"), "hello");
  expect_echoed("zeros before the length", echo_request("Content-Length: 0005\r\n", "hello"), "hello");
  expect_echoed("no body", echo_request("", ""), "");
  expect_echoed("one chunk", echo_request(chunked, "5\r\nhello\r\n0\r\n\r\n"), "hello");
  expect_echoed("chunks", echo_request(chunked, "2\r\nhe\r\n003\r\nllo\r\n000\r\n\r\n"), "hello");
  expect_echoed("hexadecimal of either case", echo_request(chunked, "A\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n"),
                "01234567890123456789");
  expect_echoed("extensions", echo_request(chunked, "5;a;b=c;d=\"e;f\"\r\nhello\r\n0;last\r\n\r\n"), "hello");
  expect_echoed("blanks before an extension", echo_request(chunked, "5 ;a\r\nhello\r\n0\r\n\r\n"), "hello");
  expect_echoed("trailers", echo_request(chunked, "5\r\nhello\r\n0\r\nA: b\r\nHost: c\r\n\r\n"), "hello");
  expect_echoed("a coding in capitals", echo_request("transfer-encoding: CHUNKED\r\n", "5\r\nhello\r\n0\r\n\r\n"),
                "hello");
  expect_echoed("zero bytes", echo_request("Content-Length: 3\r\n", std::string_view("\0\r\n", 3)),
                std::string_view("\0\r\n", 3));
  expect_echoed("an empty line before", "\r\n" + echo_request("Content-Length: 1\r\n", "x"), "x");
  expect_echoed("HTTP/1.0", echo_request("Content-Length: 5\r\n", "hello", "1.0"), "hello");
  expect_echoed("an absolute target",
                "POST http://other.example/_test/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", "x");
  expect_echoed("many bytes of text in a header", echo_request("X: " + std::string(8000, 'x') + "\r\n", ""), "");
  expect_echoed("bytes beyond ASCII in a header", echo_request("X: \xC3\xA9\xFF\r\n", ""), "");
}

TEST_F(HttpFraming, BodiesSurviveAnyCut) {
  const std::string text =
      echo_request("Transfer-Encoding: chunked\r\n", "5;x=y\r\nhello\r\n3\r\nyou\r\n0\r\nA: b\r\n\r\n");
  RawSocket socket(server_->port());
  for (const char byte : text)
    socket.send({&byte, 1});
  const auto echoed = socket.response();
  ASSERT_TRUE(echoed);
  EXPECT_EQ(echoed->body, "helloyou");
}

TEST_F(HttpFraming, LargeBodiesComeBackWhole) {
  std::string body(4 * 1024 * 1024 + 7, '\0');
  for (std::size_t i = 0; i < body.size(); ++i)
    body[i] = static_cast<char>(i * 31 >> 5U);
  RawSocket socket(server_->port());
  // The other half is closed at once: the answer must come all the same.
  socket.send(echo_request(fmt::format("Content-Length: {}\r\n", body.size()), body));
  socket.end_sending();
  const auto echoed = socket.response();
  ASSERT_TRUE(echoed);
  EXPECT_TRUE(echoed->body == body) << echoed->body.size() << " bytes came back";
}

TEST_F(HttpFraming, RefusesEveryFramingThatCouldBeReadTwice) {
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  const auto coded = [](std::string_view coding) {
    return echo_request(fmt::format("Transfer-Encoding: {}\r\n", coding), "0\r\n\r\n");
  };
  const auto counted = [](std::string_view length) {
    return echo_request(fmt::format("Content-Length: {}\r\n", length), "hello");
  };
  expect_refused({
      {"length, then chunks", echo_request("Content-Length: 5\r\n" + chunked, "0\r\n\r\n"), 400},
      {"chunks, then length", echo_request(chunked + "Content-Length: 5\r\n", "0\r\n\r\n"), 400},
      {"two lengths", echo_request("Content-Length: 5\r\nContent-Length: 6\r\n", "hello"), 400},
      {"one length twice", echo_request("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), 400},
      {"a list of lengths", counted("5, 5"), 400},
      {"a plus", counted("+5"), 400},
      {"a minus", counted("-5"), 400},
      {"hexadecimal", counted("0x5"), 400},
      {"a point", counted("5.0"), 400},
      {"a blank inside", counted("5 5"), 400},
      {"a word", counted("five"), 400},
      {"nothing", counted(""), 400},
      {"beyond 64 bits", counted("18446744073709551621"), 400},
      {"an unknown coding below", coded("gzip, chunked"), 501},
      {"chunked below another", coded("chunked, gzip"), 400},
      {"chunked twice", coded("chunked, chunked"), 400},
      {"identity", coded("identity"), 400},
      {"a coding of its own making", coded("xchunked"), 400},
      {"a vertical tab", coded("\vchunked"), 400},
      {"quotes", coded("\"chunked\""), 400},
      {"two codings in two lines", echo_request(chunked + "Transfer-Encoding: identity\r\n", "0\r\n\r\n"), 400},
      {"a blank before the colon", echo_request("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), 400},
      {"a folded coding", echo_request("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n"), 400},
      {"chunks in HTTP/1.0", echo_request(chunked, "0\r\n\r\n", "1.0"), 400},
  });
}

TEST_F(HttpFraming, RefusesMalformedChunks) {
  const auto in_chunks = [](std::string_view body) { return echo_request("Transfer-Encoding: chunked\r\n", body); };
  expect_refused({
      {"a chunk size that is none", in_chunks("g\r\n"), 400},
      {"a signed chunk size", in_chunks("+5\r\nhello\r\n0\r\n\r\n"), 400},
      {"a chunk size with a prefix", in_chunks("0x5\r\nhello\r\n0\r\n\r\n"), 400},
      {"a blank behind a chunk size", in_chunks("5 \r\nhello\r\n0\r\n\r\n"), 400},
      {"a chunk size beyond 64 bits", in_chunks("10000000000000005\r\nhello\r\n0\r\n\r\n"), 413},
      {"a bare line feed behind a chunk size", in_chunks("5\nhello\r\n0\r\n\r\n"), 400},
      {"a bare line feed behind a chunk", in_chunks("5\r\nhello\n0\r\n\r\n"), 400},
      {"a bare line feed in an extension", in_chunks("5;a\nhello\r\n0\r\n\r\n"), 400},
      {"a chunk longer than it says", in_chunks("4\r\nhello\r\n0\r\n\r\n"), 400},
      {"no end of a chunk", in_chunks("5\r\nhello0\r\n\r\n"), 400},
      {"a trailer without a colon", in_chunks("0\r\ntrailer\r\n\r\n"), 400},
      {"a trailer with a blank in its name", in_chunks("0\r\na b: c\r\n\r\n"), 400},
      {"endless trailers", in_chunks("0\r\n" + std::string(8000, 'a') + ": b\r\n\r\n"), 431},
      {"an endless extension", in_chunks("5;" + std::string(8000, 'a') + "\r\nhello\r\n0\r\n\r\n"), 400},
  });
}

TEST_F(HttpFraming, RefusesMalformedHeads) {
  const auto field = [](std::string_view text) { return fmt::format("GET /healthz HTTP/1.1\r\n{}\r\n", text); };
  const std::string zero("GET /healthz HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", 42);
  expect_refused({
      {"no host", field(""), 400},
      {"two hosts", field("Host: a\r\nHost: a\r\n"), 400},
      {"an empty host", field("Host: \r\n"), 400},
      {"a host with a path", field("Host: a/b\r\n"), 400},
      {"a host with a name", field("Host: ada@a\r\n"), 400},
      {"a host with a port that is none", field("Host: a:port\r\n"), 400},
      {"a host that is a list", field("Host: a, b\r\n"), 400},
      {"a bare line feed", "GET /healthz HTTP/1.1\nHost: a\n\n", 400},
      {"a bare carriage return", field("Host: a\rX: b\r\n"), 400},
      {"a zero byte", zero, 400},
      {"a folded line", field("Host: a\r\nX: a\r\n b\r\n"), 400},
      {"a folded first line", field(" X: a\r\nHost: a\r\n"), 400},
      {"a blank before a colon", field("Host : a\r\n"), 400},
      {"a blank in a name", field("Host: a\r\nX Y: a\r\n"), 400},
      {"no name", field("Host: a\r\n: b\r\n"), 400},
      {"no colon", field("Host: a\r\nX\r\n"), 400},
      {"a name with a parenthesis", field("Host: a\r\nX(: a\r\n"), 400},
      {"a name beyond ASCII", field("Host: a\r\n\xC3\xA9: a\r\n"), 400},
      {"an unknown expectation", field("Host: a\r\nExpect: wonders\r\n"), 417},
  });
}

TEST_F(HttpFraming, RefusesMalformedRequestLines) {
  const auto head = [](std::string_view line) { return fmt::format("{}\r\nHost: a\r\n\r\n", line); };
  expect_refused({
      {"two blanks", head("GET  /healthz HTTP/1.1"), 400},
      {"a tab", head("GET\t/healthz HTTP/1.1"), 400},
      {"a blank in the target", head("GET /health z HTTP/1.1"), 400},
      {"no version", head("GET /healthz"), 400},
      {"a version in small letters", head("GET /healthz http/1.1"), 400},
      {"a version of two digits", head("GET /healthz HTTP/1.10"), 400},
      {"another protocol", head("GET /healthz HTCPCP/1.0"), 400},
      {"HTTP/2", head("GET /healthz HTTP/2.0"), 505},
      {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"HTTP/0.9", head("GET /healthz HTTP/0.9"), 505},
      {"a method that is no token", head("GE(T /healthz HTTP/1.1"), 400},
      {"no slash", head("GET healthz HTTP/1.1"), 400},
      {"a star", head("GET * HTTP/1.1"), 400},
      {"a fragment", head("GET /healthz#a HTTP/1.1"), 400},
      {"a target of another scheme", head("GET ftp://a/healthz HTTP/1.1"), 400},
      {"a climbing target", head("GET /demo/../healthz HTTP/1.1"), 400},
      {"a climbing target in disguise", head("GET /demo/%2e%2e/healthz HTTP/1.1"), 400},
      {"half an escape", head("GET /healthz% HTTP/1.1"), 400},
      {"an escaped zero", head("GET /healthz%00 HTTP/1.1"), 400},
  });
}

TEST_F(HttpFraming, HoldsItsLimits) {
  std::string fields;
  for (int i = 0; i < 100; ++i)
    fields += fmt::format("X-{}: a\r\n", i);
  const std::string long_body = fmt::format("Content-Length: {}\r\n", 16 * 1024 * 1024 + 1);
  expect_refused({
      {"a target of 20,000 bytes", get("/" + std::string(20'000, 'a')), 414},
      {"a header of 20,000 bytes", get("/healthz", "X: " + std::string(20'000, 'a') + "\r\n"), 431},
      {"101 headers", get("/healthz", fields), 431},
      {"a body that is announced too large", echo_request(long_body, ""), 413},
      {"a chunk that is announced too large", echo_request("Transfer-Encoding: chunked\r\n", "1000001\r\n"), 413},
      {"a body where none is wanted", get("/healthz", "Content-Length: 5\r\n") + "hello", 413},
  });
  expect_answered({
      {"a target of 8,000 bytes", get("/healthz?" + std::string(8'000, 'a')), 200},
      {"50 headers", get("/healthz", fields.substr(0, fields.find("X-50"))), 200},
  });
}

}  // namespace
}  // namespace parlor::tests
