#include "wire/http/parser.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "wire/http/response_writer.h"

namespace parlor::wire::http {
namespace {

// What a connection's worth of bytes comes to, as text that two runs can be compared by.
struct Outcome {
  std::vector<Request> requests;
  Fault fault;
  std::string trace;
};

void note(Outcome& outcome, const Request& request) {
  outcome.trace += std::string(to_text(request.method)) + ' ' + request.target.path + '?' + request.target.query + '[';
  for (const Header& field : request.headers)
    outcome.trace += field.name + '=' + field.value + ';';
  outcome.trace += ']' + request.body + (request.keep_alive ? " stays\n" : " closes\n");
  outcome.requests.push_back(request);
}

void run(RequestParser& parser, std::string_view bytes, Outcome& outcome) {
  for (;;) {
    const Progress progress = parser.feed(bytes);
    bytes.remove_prefix(progress.consumed);
    if (progress.state == ParseState::Complete) note(outcome, parser.take());
    if (progress.state == ParseState::Error) {
      outcome.fault = parser.fault();
      outcome.trace += outcome.fault.reason;
      return;
    }
    if (progress.state == ParseState::NeedMore) {
      EXPECT_TRUE(bytes.empty());
      return;
    }
  }
}

Outcome parse_in_steps(std::string_view bytes, std::size_t step, ParseLimits limits) {
  RequestParser parser(limits);
  Outcome outcome;
  for (std::size_t at = 0; at < bytes.size() && outcome.fault.status == 0; at += step) {
    run(parser, bytes.substr(at, step), outcome);
  }
  return outcome;
}

// Every case is parsed whole, byte by byte and in sevens: the verdict must not depend on how the bytes were cut.
Outcome parse(std::string_view bytes, ParseLimits limits = {}) {
  Outcome whole = parse_in_steps(bytes, bytes.size() + 1, limits);
  EXPECT_EQ(whole.trace, parse_in_steps(bytes, 1, limits).trace);
  EXPECT_EQ(whole.trace, parse_in_steps(bytes, 7, limits).trace);
  return whole;
}

std::string post(std::string_view fields, std::string_view body) {
  return std::string("POST /realtime/sessions HTTP/1.1\r\nHost: casa.example\r\n")
      .append(fields)
      .append("\r\n")
      .append(body);
}

TEST(RequestParser, ReadsARequestWithoutBody) {
  const Outcome outcome = parse(
      "GET /api/v1/contacts/c%C3%A9?page=2&q=oak+table HTTP/1.1\r\nHost: casa.example:8080\r\nX-Odd:\t  spaced out "
      "\t\r\n\r\n");
  ASSERT_EQ(outcome.requests.size(), 1U);
  const Request& request = outcome.requests.front();
  EXPECT_EQ(request.method, Method::Get);
  EXPECT_EQ(request.version, 11U);
  EXPECT_EQ(request.target.segments, (std::vector<std::string>{"api", "v1", "contacts", "c\xc3\xa9"}));
  EXPECT_EQ(query_value(request.target.query, "q"), "oak table");
  EXPECT_EQ(query_value(request.target.query, "absent"), std::nullopt);
  EXPECT_EQ(request.headers.get("x-ODD"), "spaced out");
  EXPECT_TRUE(request.keep_alive);
}

TEST(RequestParser, ReadsCountedAndChunkedBodies) {
  EXPECT_EQ(parse(post("Content-Length: 5\r\n", "hello")).requests.at(0).body, "hello");
  EXPECT_EQ(parse(post("Content-Length: 0\r\n", "")).requests.at(0).body, "");
  const std::string chunks = "5\r\nhello\r\n0A;name=\"value\"\r\n, Ada, hi!\r\n0\r\nTrailer: dropped\r\n\r\n";
  const Outcome chunked = parse(post("Transfer-Encoding: Chunked\r\n", chunks));
  ASSERT_EQ(chunked.requests.size(), 1U);
  EXPECT_EQ(chunked.requests.at(0).body, "hello, Ada, hi!");
  EXPECT_EQ(chunked.requests.at(0).headers.count("Trailer"), 0U);
  const std::string blanks = "5 \t;name\r\nhello\r\n0\r\n\r\n";
  EXPECT_EQ(parse(post("Transfer-Encoding: chunked\r\n", blanks)).requests.at(0).body, "hello");
}

TEST(RequestParser, LeavesPipelinedRequestsApart) {
  const std::string bytes = post("Content-Length: 3\r\n", "one") +
                            post("Transfer-Encoding: chunked\r\n", "3\r\ntwo\r\n0\r\n\r\n") +
                            "\r\nGET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  const Outcome outcome = parse(bytes);
  ASSERT_EQ(outcome.requests.size(), 3U);
  EXPECT_EQ(outcome.requests[0].body, "one");
  EXPECT_EQ(outcome.requests[1].body, "two");
  EXPECT_FALSE(outcome.requests[2].keep_alive);
}

TEST(RequestParser, TakesEveryRightHost) {
  for (const std::string host : {"a", "casa.example:", "casa.example:65535", "[::1]", "[::ffff:192.0.2.1]:80", "%41"}) {
    EXPECT_EQ(parse("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").requests.size(), 1U) << host;
  }
}

TEST(RequestParser, KnowsWhenTheConnectionStays) {
  EXPECT_FALSE(parse("GET / HTTP/1.0\r\n\r\n").requests.at(0).keep_alive);
  EXPECT_TRUE(parse("GET / HTTP/1.0\r\nConnection: x, Keep-Alive\r\n\r\n").requests.at(0).keep_alive);
  EXPECT_FALSE(parse("GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade, CLOSE\r\n\r\n").requests.at(0).keep_alive);
}

struct Refused {
  std::string bytes;
  unsigned status;
  std::string reason;
};

void expect_refused(const std::vector<Refused>& cases) {
  for (const Refused& refused : cases) {
    const Outcome outcome = parse(refused.bytes);
    EXPECT_TRUE(outcome.requests.empty()) << refused.bytes;
    EXPECT_EQ(outcome.fault.status, refused.status) << refused.bytes << outcome.fault.reason;
    EXPECT_FALSE(outcome.fault.reason.empty());
    if (!refused.reason.empty()) EXPECT_EQ(outcome.fault.reason, refused.reason) << refused.bytes;
  }
}

// Beast refuses some of these before our own rules see them, so only the status is held.
TEST(RequestParser, RefusesSmuggledLengths) {
  expect_refused({
      {post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400, ""},
      {post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), 400, ""},
      {post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello"), 400, ""},
      {post("Content-Length: 5\r\ncontent-length: 5\r\n", "hello"), 400, ""},
      {post("Content-Length: 5, 5\r\n", "hello"), 400, ""},
      {post("Content-Length: +5\r\n", "hello"), 400, ""},
      {post("Content-Length: -1\r\n", ""), 400, ""},
      {post("Content-Length: 0x5\r\n", "hello"), 400, ""},
      {post("Content-Length: 5 5\r\n", "hello"), 400, ""},
      {post("Content-Length:\r\n", ""), 400, ""},
      {post("Content-Length: 99999999999999999999\r\n", ""), 400, ""},
      {post("Transfer-Encoding: gzip, chunked\r\n", ""), 501, ""},
      {post("Transfer-Encoding: xchunked\r\n", ""), 400, ""},
      {post("Transfer-Encoding: identity\r\n", ""), 400, ""},
      {post("Transfer-Encoding: chunked, identity\r\n", ""), 400, ""},
      {post("Transfer-Encoding: chunked, chunked\r\n", ""), 400, ""},
      {post("Transfer-Encoding: \"chunked\"\r\n", ""), 400, ""},
      {post("Transfer-Encoding: \x0b"
            "chunked\r\n",
            ""),
       400, ""},
      {post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", ""), 400, ""},
      {post("Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n", ""), 400, ""},
      {"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, ""},
  });
}

TEST(RequestParser, RefusesMalformedHeads) {
  const std::string zero("GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", 35);
  expect_refused({
      {"GET / HTTP/1.1\nHost: a\n\n", 400, "line ends without a carriage return"},
      {"GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", 400, "line ends without a carriage return"},
      {"GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", 400, "header value has control characters"},
      {"GET / HTTP/1.1\r\r\nHost: a\r\n\r\n", 400, "request line is malformed"},
      {"GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", 400, "header line is folded"},
      {"GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400, "header line is folded"},
      {"GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400, "header name is malformed"},
      {"GET / HTTP/1.1\r\nHost: a\r\n: empty\r\n\r\n", 400, "header name is malformed"},
      {"GET / HTTP/1.1\r\nHost: a\r\nTransfer\x01-Encoding: x\r\n\r\n", 400, "header name is malformed"},
      {"GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", 400, "header line has no colon"},
      {zero, 400, "header value has control characters"},
      {"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400, "request line is malformed"},
      {"GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400, "request line is malformed"},
      {" GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400, "request line is malformed"},
      {"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400, "request line is malformed"},
      {"GET /\r\nHost: a\r\n\r\n", 400, "request line is malformed"},
      {"G@T / HTTP/1.1\r\nHost: a\r\n\r\n", 400, "request line is malformed"},
      {"GET / http/1.1\r\nHost: a\r\n\r\n", 400, "request line is malformed"},
      {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505, "HTTP version not supported"},
      {"GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505, "HTTP version not supported"},
      {"\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400, "request line is empty"},
      {"GET / HTTP/1.1\r\n\r\n", 400, "no Host"},
      {"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400, "more than one Host"},
      {"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400, "Host is malformed"},
      {"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400, "Host is malformed"},
      {"GET / HTTP/1.1\r\nHost: ada@a\r\n\r\n", 400, "Host is malformed"},
      {"GET / HTTP/1.1\r\nHost: a:b\r\n\r\n", 400, "Host is malformed"},
      {"GET / HTTP/1.1\r\nHost: a:65536\r\n\r\n", 400, "Host is malformed"},
      {"GET / HTTP/1.1\r\nHost: a:1:2\r\n\r\n", 400, "Host is malformed"},
      {"GET / HTTP/1.1\r\nHost: :80\r\n\r\n", 400, "Host is malformed"},
      {"GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", 400, "Host is malformed"},
      {"GET / HTTP/1.1\r\nHost: [a.example]\r\n\r\n", 400, "Host is malformed"},
      {"GET http://a:b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400, "request target is malformed"},
      {"GET / HTTP/1.1\r\nHost:\r\n\r\n", 400, "Host is malformed"},
      {"GET / HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\n\r\n", 417, "expectation not understood"},
      {"CONNECT casa.example:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400, "request target is malformed"},
      {"GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400, "request target is malformed"},
  });
}

TEST(RequestParser, RefusesMalformedChunks) {
  const std::vector<std::string> bodies{"\r\n",
                                        "g\r\n",
                                        "-1\r\n",
                                        " 5\r\nhello\r\n",
                                        "0x5\r\nhello\r\n",
                                        "5 \r\nhello\r\n",
                                        "5\nhello\r\n",
                                        "5\r\nhello\n",
                                        "5\r\nhellooo\r\n",
                                        "5\r\nhell\r\n0\r\n\r\n",
                                        "5\rhello",
                                        "5;a\x01\r\n",
                                        "5;a\n\r\n",
                                        "5 \t\r\nhello\r\n",
                                        "5 5\r\nhello\r\n",
                                        "0\r\nbad trailer: a\r\n\r\n",
                                        "0\r\nTrailer\r\n\r\n",
                                        "0\r\nTrailer: \x01\r\n\r\n",
                                        "0\r\n folded\r\n\r\n",
                                        "0\r\n\n",
                                        "0\n\r\n",
                                        "0\r\n\rx",
                                        "5;" + std::string(300, 'e') + "\r\nhello\r\n",
                                        std::string(300, '0') + "5\r\nhello\r\n"};
  for (const std::string& body : bodies) {
    const Outcome outcome = parse(post("Transfer-Encoding: chunked\r\n", body));
    EXPECT_EQ(outcome.fault.reason, "chunked body is malformed") << body;
    EXPECT_TRUE(outcome.requests.empty()) << body;
  }
  EXPECT_EQ(parse(post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n")).fault.status, 413U);
}

std::string head_of_size(std::size_t size) {
  const std::string start = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
  return start + std::string(size - start.size() - 4, 'x') + "\r\n\r\n";
}

TEST(RequestParser, HoldsTheHeadLimitAtTheEdge) {
  EXPECT_EQ(parse(head_of_size(kHeadBytesMax)).requests.size(), 1U);
  EXPECT_EQ(parse(head_of_size(kHeadBytesMax + 1)).fault.status, 431U);
  EXPECT_EQ(parse("GET /" + std::string(kHeadBytesMax, 'x')).fault.status, 414U);
}

TEST(RequestParser, HoldsTheHeaderCountAtTheEdge) {
  std::string fields;
  for (std::size_t i = 1; i < kHeaderCountMax; ++i)
    fields += "X: y\r\n";
  EXPECT_EQ(parse("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n").requests.size(), 1U);
  EXPECT_EQ(parse("GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n" + fields + "\r\n").fault.status, 431U);
}

TEST(RequestParser, HoldsTheBodyLimitAtTheEdge) {
  const ParseLimits limits{.body_bytes_max = 10};
  const auto counted = [](std::size_t size) {
    return post("Content-Length: " + std::to_string(size) + "\r\n", std::string(size, 'b'));
  };
  EXPECT_EQ(parse(counted(10), limits).requests.size(), 1U);
  EXPECT_EQ(parse(counted(11), limits).fault.status, 413U);
  EXPECT_EQ(parse(counted(kBodyBytesDefaultMax)).requests.size(), 1U);
  EXPECT_EQ(parse(counted(kBodyBytesDefaultMax + 1)).fault.status, 413U);
  const std::string coding = "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(parse(post(coding, "6\r\nsixsix\r\n4\r\nfour\r\n0\r\n\r\n"), limits).requests.size(), 1U);
  EXPECT_EQ(parse(post(coding, "6\r\nsixsix\r\n5\r\nfiver\r\n0\r\n\r\n"), limits).fault.status, 413U);
}

TEST(RequestParser, LetsTheRouteChooseTheBodyLimit) {
  const std::string bytes = post("Content-Length: 100000\r\nExpect: 100-continue\r\n", "");
  RequestParser parser;
  const Progress head = parser.feed(bytes);
  ASSERT_EQ(head.state, ParseState::HeadersDone);
  EXPECT_EQ(head.consumed, bytes.size());
  EXPECT_TRUE(parser.request().expects_continue);
  EXPECT_TRUE(parser.declares_too_much());
  parser.limit_body(100'000);
  EXPECT_FALSE(parser.declares_too_much());
  EXPECT_EQ(parser.bytes_taken(), bytes.size());
  EXPECT_EQ(parser.feed("").state, ParseState::NeedMore);
  EXPECT_EQ(parser.feed(std::string(100'000, 'b')).state, ParseState::Complete);
  EXPECT_EQ(parser.take().body.size(), 100'000U);
  EXPECT_FALSE(parser.busy());
}

TEST(RequestParser, HoldsNothingBetweenRequests) {
  static_assert(sizeof(RequestParser) <= 64);
  RequestParser parser;
  EXPECT_FALSE(parser.busy());
  EXPECT_EQ(parser.feed("GET / HT").state, ParseState::NeedMore);
  EXPECT_TRUE(parser.busy());
}

Outcome read_responses(std::string_view bytes, std::size_t step) {
  ResponseParser parser;
  Outcome outcome;
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    std::string_view piece = bytes.substr(at, step);
    for (;;) {
      const Progress progress = parser.feed(piece);
      piece.remove_prefix(progress.consumed);
      if (progress.state == ParseState::Error) {
        outcome.trace += parser.fault().reason;
        return outcome;
      }
      if (progress.state == ParseState::NeedMore) break;
      if (progress.state == ParseState::HeadersDone) continue;
      const Response response = parser.take();
      outcome.trace += std::to_string(response.status) + ' ' + response.body + '\n';
    }
  }
  return outcome;
}

TEST(ResponseParser, ReadsWhatTheWriterWrites) {
  Headers headers;
  headers.add("Content-Type", "text/plain");
  std::string bytes(kContinue);
  append_response(bytes, {.status = 201, .headers = headers, .date = ""}, "made");
  append_response(bytes, {.status = 204, .headers = headers, .date = ""}, "");
  append_stream_head(bytes, {.status = 200, .headers = headers, .date = ""});
  append_chunk(bytes, "one ");
  append_chunk(bytes, "");
  append_chunk(bytes, std::string(20, '2'));
  append_last_chunk(bytes);
  const std::string expected = "201 made\n204 \n200 one 22222222222222222222\n";
  EXPECT_EQ(read_responses(bytes, bytes.size()).trace, expected);
  EXPECT_EQ(read_responses(bytes, 1).trace, expected);
}

TEST(ResponseParser, EndsWithTheConnectionOnlyWhereThatIsAllowed) {
  ResponseParser open_ended;
  const std::string head = "HTTP/1.1 200 OK\r\n\r\n";
  EXPECT_EQ(open_ended.feed(head).state, ParseState::HeadersDone);
  EXPECT_EQ(open_ended.feed("all of it").state, ParseState::NeedMore);
  EXPECT_EQ(open_ended.take_body_so_far(), "all of it");
  EXPECT_EQ(open_ended.feed(" and more").state, ParseState::NeedMore);
  EXPECT_EQ(open_ended.finish(), ParseState::Complete);
  EXPECT_EQ(open_ended.take().body, " and more");
  ResponseParser cut;
  EXPECT_EQ(cut.feed("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n").state, ParseState::HeadersDone);
  EXPECT_EQ(cut.feed("hell").state, ParseState::NeedMore);
  EXPECT_EQ(cut.finish(), ParseState::Error);
}

TEST(ResponseParser, KnowsThatAnAnswerToHeadHasNoBody) {
  ResponseParser parser;
  parser.expect_no_body();
  const std::string bytes = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
  EXPECT_EQ(parser.feed(bytes).state, ParseState::HeadersDone);
  EXPECT_EQ(parser.feed("").state, ParseState::Complete);
}

}  // namespace
}  // namespace parlor::wire::http
