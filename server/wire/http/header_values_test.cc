#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "wire/http/accept.h"
#include "wire/http/address.h"
#include "wire/http/cookies.h"
#include "wire/http/forwarded.h"
#include "wire/http/origin.h"
#include "wire/http/response_writer.h"
#include "wire/http/sse.h"

namespace parlor::wire::http {
namespace {

Headers with(std::string name, std::string value) {
  Headers headers;
  headers.add(std::move(name), std::move(value));
  return headers;
}

TEST(ResponseWriter, WritesAWholeResponse) {
  std::string out;
  const Headers headers = with("Content-Type", "application/json");
  append_response(out, {.status = 200, .headers = headers, .date = imf_fixdate(784111777)}, "{}");
  EXPECT_EQ(out,
            "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: application/json\r\n"
            "Content-Length: 2\r\n\r\n{}");
}

TEST(ResponseWriter, AnswersHeadWithTheLengthAlone) {
  std::string out;
  append_response(out, {.headers = {}, .date = "", .to = {.head = true, .keep_alive = false}}, "body");
  EXPECT_EQ(out, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4\r\n\r\n");
}

TEST(ResponseWriter, KeepsValuesInTheirLine) {
  std::string out;
  const Headers headers = with("Location", std::string("/a\r\nSet-Cookie: x\0", 18));
  append_response(out, {.status = 302, .headers = headers, .date = ""}, "");
  EXPECT_EQ(out, "HTTP/1.1 302 Found\r\nLocation: /a  Set-Cookie: x \r\nContent-Length: 0\r\n\r\n");
}

TEST(ResponseWriter, StreamsToOldClientsUntilTheConnectionCloses) {
  std::string out;
  append_stream_head(out, {.headers = {}, .date = "", .to = {.version = 10}});
  EXPECT_EQ(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
}

TEST(Sse, GivesEveryLineItsField) {
  std::string out;
  append_event(out, 7, "one\ntwo\r\nthree\r");
  EXPECT_EQ(out, "id: 7\ndata: one\ndata: two\ndata: three\ndata: \n\n");
  out.clear();
  append_comment(out, "heartbeat\ndata: forged");
  EXPECT_EQ(out, ": heartbeat\n: data: forged\n\n");
}

TEST(Cookies, FindsOneOfThatName) {
  const Headers headers = with("Cookie", "theme=dark; __Host-parlor=abc=; x");
  EXPECT_EQ(find_cookie(headers, "__Host-parlor"), "abc=");
  EXPECT_EQ(find_cookie(headers, "parlor"), std::nullopt);
  EXPECT_EQ(find_cookie(with("Cookie", "a=1; a=2"), "a"), std::nullopt);
}

TEST(Cookies, WritesSafeOnesOnly) {
  EXPECT_EQ(set_cookie({.name = "__Host-parlor", .value = "abc", .max_age_s = 60}),
            "__Host-parlor=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60");
  EXPECT_EQ(set_cookie({.name = "parlor", .value = "", .secure = false, .max_age_s = 0}),
            "parlor=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
  EXPECT_EQ(set_cookie({.name = "a", .value = "x; Domain=evil.example"}), std::nullopt);
  EXPECT_EQ(set_cookie({.name = "a b", .value = "x"}), std::nullopt);
}

TEST(Accept, WeighsEncodings) {
  for (const std::string value : {"br", "gzip, deflate, br", "gzip;q=0.5, BR ; q=0.001", "*", "gzip, *;q=0.1"}) {
    EXPECT_TRUE(accepts_encoding(with("Accept-Encoding", value), "br")) << value;
  }
  for (const std::string value : {"", "gzip", "br;q=0", "br; q=0.000, *", "*;q=0", "brotli"}) {
    EXPECT_FALSE(accepts_encoding(with("Accept-Encoding", value), "br")) << value;
  }
  EXPECT_FALSE(accepts_encoding({}, "br"));
}

TEST(MediaType, LeavesParametersAside) {
  EXPECT_TRUE(is_media_type(with("Content-Type", "Application/JSON ; charset=utf-8"), "application/json"));
  EXPECT_FALSE(is_media_type(with("Content-Type", "application/jsonp"), "application/json"));
  EXPECT_EQ(media_type_of_file("assets/app-1a2b.js"), "text/javascript; charset=utf-8");
  EXPECT_EQ(media_type_of_file("LICENSE"), "application/octet-stream");
}

TEST(Origin, NormalisesWhatBrowsersAndPeopleWrite) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"https://casa.example", "https://casa.example"},
      {"HTTPS://Casa.Example:443", "https://casa.example"},
      {"http://casa.example:80", "http://casa.example"},
      {"http://casa.example:8080", "http://casa.example:8080"},
      {"http://127.0.0.1:3000", "http://127.0.0.1:3000"},
      {"http://[::1]:3000", "http://[::1]:3000"},
      {"https://[2001:DB8:0:0::1]", "https://[2001:db8::1]"},
      {"https://xn--caf-dma.example", "https://xn--caf-dma.example"},
      {"http://localhost", "http://localhost"}};
  for (const auto& [text, normal] : cases) {
    const auto origin = parse_origin(text);
    ASSERT_TRUE(origin) << text;
    EXPECT_EQ(to_text(*origin), normal);
    EXPECT_EQ(parse_origin(normal), origin);
  }
  EXPECT_EQ(to_text(*origin_of_address(" https://casa.example/shop?x#y ")), "https://casa.example");
}

TEST(Origin, RefusesEverythingElse) {
  for (const std::string_view bad : {"",
                                     "null",
                                     "casa.example",
                                     "https://",
                                     "https://casa.example/",
                                     "https://a b",
                                     "ftp://casa.example",
                                     "https://user@casa.example",
                                     "https://casa.example:",
                                     "https://casa.example:0",
                                     "https://casa.example:65536",
                                     "https://casa.example:+80",
                                     "https://casa..example",
                                     "https://.casa",
                                     "https://casa.",
                                     "https://1.2.3",
                                     "https://256.1.1.1",
                                     "https://[::1",
                                     "https://[127.0.0.1]",
                                     "https://[::1]x",
                                     "https://*.casa.example",
                                     "https://caf\xc3\xa9.example",
                                     "javascript://casa.example",
                                     "https://casa.example#x"}) {
    EXPECT_FALSE(parse_origin(bad)) << bad;
  }
  EXPECT_TRUE(parse_origin("https://" + std::string(63, 'a') + ".example"));
  EXPECT_FALSE(parse_origin("https://" + std::string(64, 'a') + ".example"));
}

TEST(Origin, KnowsLoopback) {
  for (const std::string_view near :
       {"http://localhost:3000", "http://shop.localhost", "http://127.9.9.9", "https://[::1]"}) {
    EXPECT_TRUE(is_loopback(*parse_origin(near))) << near;
  }
  for (const std::string_view far :
       {"http://localhost.example", "http://128.0.0.1", "https://[::2]", "http://notlocalhost"}) {
    EXPECT_FALSE(is_loopback(*parse_origin(far))) << far;
  }
}

IpAddress address(std::string_view text) {
  return parse_address(text).value();
}

TEST(Address, KnowsBothSpellingsOfIpv4) {
  EXPECT_EQ(address("10.1.2.3"), address("::ffff:10.1.2.3"));
  EXPECT_EQ(to_text(address("::ffff:10.1.2.3")), "10.1.2.3");
  EXPECT_EQ(to_text(address("2001:db8::0:1")), "2001:db8::1");
  for (const std::string_view bad : {"", "1.2.3", "1.2.3.4.5", "01.2.3.4", "a", "::1%lo", "1.2.3.4 "}) {
    EXPECT_FALSE(parse_address(bad)) << bad;
  }
}

TEST(Cidr, ContainsExactlyItsRange) {
  EXPECT_TRUE(Cidr::parse("10.0.0.0/9")->contains(address("10.127.255.255")));
  EXPECT_FALSE(Cidr::parse("10.0.0.0/9")->contains(address("10.128.0.0")));
  EXPECT_TRUE(Cidr::parse("0.0.0.0/0")->contains(address("203.0.113.9")));
  EXPECT_FALSE(Cidr::parse("0.0.0.0/0")->contains(address("2001:db8::1")));
  EXPECT_TRUE(Cidr::parse("::/0")->contains(address("203.0.113.9")));
  EXPECT_TRUE(Cidr::parse("192.0.2.7")->contains(address("192.0.2.7")));
  EXPECT_FALSE(Cidr::parse("192.0.2.7")->contains(address("192.0.2.6")));
  for (const std::string_view bad : {"", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "x/8"}) {
    EXPECT_FALSE(Cidr::parse(bad)) << bad;
  }
}

TEST(Forwarded, BelievesTrustedProxiesOnly) {
  const std::vector<Cidr> trusted{Cidr::parse("10.0.0.0/8").value(), Cidr::parse("::1").value()};
  const auto from = [&](std::string_view peer, std::string value) {
    return to_text(client_address(address(peer), with("X-Forwarded-For", std::move(value)), trusted));
  };
  EXPECT_EQ(from("203.0.113.9", "198.51.100.1"), "203.0.113.9");
  EXPECT_EQ(from("10.0.0.1", "198.51.100.1"), "198.51.100.1");
  EXPECT_EQ(from("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2"), "198.51.100.1");
  EXPECT_EQ(from("10.0.0.1", "198.51.100.1:4711"), "198.51.100.1");
  EXPECT_EQ(from("::1", "[2001:db8::7]:4711"), "2001:db8::7");
  EXPECT_EQ(from("10.0.0.1", "1.1.1.1, unknown, 10.0.0.2"), "10.0.0.2");
  EXPECT_EQ(from("10.0.0.1", ""), "10.0.0.1");
}

TEST(Forwarded, ReadsTheStandardHeaderOnlyWhenTold) {
  const std::vector<Cidr> trusted{Cidr::parse("10.0.0.0/8").value()};
  Headers headers = with("Forwarded", "for=1.1.1.1;proto=https, For=\"[2001:db8::7]:4711\";by=10.0.0.2");
  EXPECT_EQ(to_text(client_address(address("10.0.0.1"), headers, trusted, ForwardedBy::Forwarded)), "2001:db8::7");
  EXPECT_EQ(to_text(client_address(address("10.0.0.1"), headers, trusted)), "10.0.0.1");
}

}  // namespace
}  // namespace parlor::wire::http
