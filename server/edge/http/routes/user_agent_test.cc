#include "edge/http/routes/user_agent.h"

#include <gtest/gtest.h>

#include "edge/http/routes/metrics_text.h"

namespace parlor::edge {
namespace {

TEST(UserAgent, SaysBrowserSystemAndDevice) {
  const auto chrome = describe_user_agent(
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36");
  EXPECT_EQ(chrome.browser, "Chrome");
  EXPECT_EQ(chrome.os, "Linux");
  EXPECT_EQ(chrome.kind, "Computer");
  const auto edge =
      describe_user_agent("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0");
  EXPECT_EQ(edge.browser, "Edge");
  EXPECT_EQ(edge.os, "Windows");
  const auto phone = describe_user_agent(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1");
  EXPECT_EQ(phone.browser, "Safari");
  EXPECT_EQ(phone.os, "iOS");
  EXPECT_EQ(phone.kind, "Phone");
  EXPECT_EQ(describe_user_agent("Mozilla/5.0 (Linux; Android 14; SM-X810) Chrome/131.0 Safari/537.36").kind, "Tablet");
}

TEST(UserAgent, SaysNothingOfWhatItDoesNotKnow) {
  const auto unknown = describe_user_agent("curl/8.0");
  EXPECT_EQ(unknown.browser, "");
  EXPECT_EQ(unknown.os, "");
  EXPECT_EQ(unknown.kind, "");
}

TEST(Metrics, AddUpTheWorkers) {
  Counters one;
  Counters two;
  one.connections.add(3);
  two.connections.add(4);
  two.connections.sub();
  two.responses[2].add(5);
  Totals totals;
  totals.add(one);
  totals.add(two);
  const auto text = metrics_text(totals);
  EXPECT_TRUE(text.contains("# TYPE parlor_connections gauge\nparlor_connections 6\n")) << text;
  EXPECT_TRUE(text.contains("parlor_http_responses_total{class=\"2xx\"} 5\n")) << text;
}

}  // namespace
}  // namespace parlor::edge
