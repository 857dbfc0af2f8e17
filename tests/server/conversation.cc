#include "tests/server/conversation.h"

#include <array>
#include <chrono>
#include <stdexcept>

#include <fmt/format.h>
#include <openssl/rand.h>

#include "wire/json/uuid.h"

namespace parlor::tests {
namespace {

[[noreturn]] void disappointed(std::string_view step, std::string_view answer) {
  throw std::runtime_error(fmt::format("{}: {}", step, answer));
}

}  // namespace

std::string field(std::string_view json, std::string_view name) {
  const std::string key = fmt::format("\"{}\":", name);
  const auto found = json.find(key);
  if (found == std::string_view::npos) return {};
  json.remove_prefix(found + key.size());
  if (json.starts_with('"')) return std::string(json.substr(1, json.find('"', 1) - 1));
  return std::string(json.substr(0, json.find_first_of(",}]")));
}

std::string new_id() {
  wire::Uuid id;
  RAND_bytes(id.bytes.data(), static_cast<int>(id.bytes.size()));
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  auto ms = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
  for (std::size_t index = 6; index-- > 0; ms >>= 8U)
    id.bytes[index] = static_cast<std::uint8_t>(ms);
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0FU) | 0x70U);
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3FU) | 0x80U);
  return id.to_string();
}

std::string new_visitor_token(const ServerProcess& server, const TlsClient& client) {
  const RawRequest creation{.method = "POST",
                            .target = "/api/v1/visitors",
                            .headers = "Content-Type: application/json\r\n",
                            .body = R"({"inbox":"demo"})"};
  const auto response = request(server.port(), creation, client);
  if (!response || response->status != 201) disappointed("a new visitor", response ? response->body : "no answer");
  return field(response->body, "token");
}

std::string agent_token(const ServerProcess& server, std::string_view email) {
  return server.run({"admin", "token", "--email", std::string(email)});
}

std::int64_t metric(const ServerProcess& server, std::string_view name) {
  const auto response = request(server.port(), {.target = "/metrics"});
  if (!response) return 0;
  const std::string line = fmt::format("\n{} ", name);
  const auto found = response->body.find(line);
  return found == std::string::npos ? 0 : std::stoll(response->body.substr(found + line.size()));
}

void greet(RawWebSocket& socket, std::string_view token) {
  const auto answer =
      socket.call("session.hello", fmt::format(R"({{"token":"{}","client":{{"name":"test","version":"1"}}}})", token));
  if (answer.find("\"result\"") == std::string::npos) disappointed("session.hello", answer);
}

std::string start_conversation(RawWebSocket& visitor, std::string_view text) {
  const auto answer = visitor.call(
      "conversation.start",
      fmt::format(R"({{"client_id":"{}","message":{{"client_id":"{}","body":{{"type":"text","text":"{}"}}}}}})",
                  new_id(), new_id(), text));
  const auto id = field(answer, "conversation");
  if (id.empty()) disappointed("conversation.start", answer);
  return id;
}

std::string post(RawWebSocket& socket, std::string_view conversation, std::string_view text,
                 std::string_view client_id) {
  const std::string id = client_id.empty() ? new_id() : std::string(client_id);
  return socket.call("message.post",
                     fmt::format(R"({{"conversation":"{}","client_id":"{}","body":{{"type":"text","text":"{}"}}}})",
                                 conversation, id, text));
}

std::string snapshot(RawWebSocket& socket, std::string_view conversation) {
  const auto answer = socket.call("topic.snapshot", fmt::format(R"({{"topic":"conversation:{}"}})", conversation));
  const auto events = answer.find("\"events\":");
  if (events == std::string::npos) disappointed("topic.snapshot", answer);
  return answer.substr(events);
}

}  // namespace parlor::tests
