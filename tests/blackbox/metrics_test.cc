// /metrics as a monitoring program reads it: the text format is right, and the figures follow what happens.
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

struct Family {
  std::string kind;
  bool has_help = false;
  // By name and labels, as written: `parlor_sessions{transport="http"}`.
  std::map<std::string, double> samples;
};

std::string family_of(std::string name, const std::map<std::string, Family>& families) {
  name = name.substr(0, name.find('{'));
  for (const std::string suffix : {"_bucket", "_sum", "_count"}) {
    if (!name.ends_with(suffix)) continue;
    const auto base = name.substr(0, name.size() - suffix.size());
    const auto found = families.find(base);
    if (found != families.end() && found->second.kind == "histogram") return base;
  }
  return name;
}

// What a strict reader makes of the text; it says what it does not like.
std::map<std::string, Family> parse(const std::string& text) {
  static const std::regex kHelp("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) \\S.*");
  static const std::regex kType("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)");
  static const std::regex kSample(
      "([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{[a-zA-Z_]\\w*=\"[^\"\\\\]*\"(?:,[a-zA-Z_]\\w*=\"[^\"\\\\]*\")*\\})?) "
      "([0-9.]+)");
  std::map<std::string, Family> families;
  std::istringstream lines(text);
  EXPECT_TRUE(text.ends_with('\n'));
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_match(line, match, kHelp)) {
      EXPECT_FALSE(std::exchange(families[match[1]].has_help, true)) << line;
    } else if (std::regex_match(line, match, kType)) {
      auto& family = families[match[1]];
      EXPECT_TRUE(family.kind.empty() && family.samples.empty()) << line;
      family.kind = match[2];
    } else if (std::regex_match(line, match, kSample)) {
      auto& family = families[family_of(match[1], families)];
      EXPECT_FALSE(family.kind.empty()) << "nobody said what this is: " << line;
      EXPECT_TRUE(family.samples.emplace(match[1], std::stod(match[2])).second) << "twice: " << line;
    } else {
      ADD_FAILURE() << "not a line of the format: " << line;
    }
  }
  return families;
}

double sample(const std::map<std::string, Family>& families, const std::string& name) {
  const auto family = families.find(family_of(name, families));
  if (family == families.end() || !family->second.samples.contains(name)) {
    ADD_FAILURE() << "there is no " << name;
    return -1;
  }
  return family->second.samples.at(name);
}

std::map<std::string, Family> scrape(const ServerProcess& server) {
  const auto answer = request(server.port(), {.target = "/metrics"});
  EXPECT_TRUE(answer);
  if (!answer) return {};
  EXPECT_TRUE(answer->headers.get("Content-Type").starts_with("text/plain; version=0.0.4"));
  return parse(answer->body);
}

void expect_rising_buckets(const std::string& name, const Family& family) {
  std::map<double, double> buckets;
  for (const auto& [sample_name, value] : family.samples) {
    const auto mark = sample_name.find("le=\"");
    if (mark == std::string::npos) continue;
    const auto bound = sample_name.substr(mark + 4);
    buckets[bound.starts_with("+Inf") ? HUGE_VAL : std::stod(bound)] = value;
  }
  ASSERT_GT(buckets.size(), 2U) << name;
  double before = 0;
  for (const auto& [bound, count] : buckets) {
    EXPECT_GE(count, before) << name << " up to " << bound;
    before = count;
  }
  EXPECT_EQ(buckets.rbegin()->first, HUGE_VAL) << name;
  EXPECT_EQ(buckets.rbegin()->second, family.samples.at(name + "_count")) << name;
  EXPECT_TRUE(family.samples.contains(name + "_sum")) << name;
}

class Metrics : public testing::Test {
 protected:
  void SetUp() override { server_.start(); }

  ServerProcess server_;
};

TEST_F(Metrics, AreInTheTextFormat) {
  const auto families = scrape(server_);
  EXPECT_GT(families.size(), 15U);
  std::set<std::string> histograms;
  for (const auto& [name, family] : families) {
    EXPECT_TRUE(family.has_help) << name;
    EXPECT_FALSE(family.kind.empty()) << name;
    EXPECT_EQ(family.kind == "counter", name.ends_with("_total")) << name;
    if (family.kind != "histogram") continue;
    histograms.insert(name);
    expect_rising_buckets(name, family);
  }
  EXPECT_EQ(histograms, (std::set<std::string>{"parlor_store_transaction_writes", "parlor_store_write_seconds"}));
}

TEST_F(Metrics, FollowWhatHappens) {
  const auto before = scrape(server_);
  EXPECT_EQ(sample(before, "parlor_messages_total"), 0);
  const auto token = new_visitor_token(server_);
  RawWebSocket visitor(server_.port());
  greet(visitor, token);
  const auto conversation = start_conversation(visitor, "Do you deliver on Saturdays?");
  for (const auto* text : {"Hello?", "Anybody there?", "I mean the Alma."})
    post(visitor, conversation, text);
  const auto refused =
      visitor.call("conversation.rate",
                   fmt::format(R"({{"conversation":"{}","client_id":"{}","score":5}})", conversation, new_id()));
  const auto reason = field(refused, "reason");
  ASSERT_FALSE(reason.empty()) << refused;

  const auto after = scrape(server_);
  EXPECT_EQ(sample(after, "parlor_messages_total"), 4);
  EXPECT_GE(sample(after, "parlor_events_total"), 5);
  EXPECT_EQ(sample(after, R"(parlor_sessions{transport="websocket"})"), 1);
  EXPECT_GE(sample(after, "parlor_connections"), 2);
  EXPECT_EQ(sample(after, fmt::format(R"(parlor_commands_refused_total{{reason="{}"}})", reason)), 1);
  EXPECT_EQ(sample(after, "parlor_store_waiting"), 0);
  const auto writes = sample(after, "parlor_store_writes_total") - sample(before, "parlor_store_writes_total");
  EXPECT_GE(writes, 4);
  EXPECT_EQ(sample(after, "parlor_store_write_seconds_count"), sample(after, "parlor_store_writes_total"));
  EXPECT_EQ(sample(after, "parlor_store_transaction_writes_sum"), sample(after, "parlor_store_writes_total"));
  EXPECT_GT(sample(after, "parlor_store_write_seconds_sum"), 0);
}

TEST_F(Metrics, TellWhoCouldGoOnAfterAReturn) {
  const auto token = new_visitor_token(server_);
  RawWebSocket visitor(server_.port());
  greet(visitor, token);
  const auto conversation = start_conversation(visitor, "Will you remember me?");
  RawWebSocket again(server_.port());
  const auto hello = again.call(
      "session.hello",
      fmt::format(
          R"({{"token":"{}","client":{{"name":"test","version":"1"}},"resume":[{{"topic":"conversation:{}","epoch":"another","seq":1}}]}})",
          token, conversation));
  EXPECT_EQ(field(hello, "recovered"), "false") << hello;
  const auto after = scrape(server_);
  EXPECT_EQ(sample(after, R"(parlor_resumed_topics_total{recovered="false"})"), 1);
  EXPECT_EQ(sample(after, R"(parlor_resumed_topics_total{recovered="true"})"), 0);
}

}  // namespace
}  // namespace parlor::tests
