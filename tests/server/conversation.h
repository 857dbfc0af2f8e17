// The calls that most tests against a server begin with: a visitor, an agent, a conversation between them. Frames are
// text, answers are text. Each throws std::runtime_error with the server's answer when it is not the one hoped for.
#pragma once

#include <string>
#include <string_view>

#include "tests/server/raw_socket.h"
#include "tests/server/server_process.h"

namespace parlor::tests {

// The text (or number) of the first field of that name in a JSON text; empty when there is none.
std::string field(std::string_view json, std::string_view name);

// A different UUIDv7 each time.
std::string new_id();

std::string new_visitor_token(const ServerProcess& server, const TlsClient& client = nullptr);
std::string agent_token(const ServerProcess& server, std::string_view email = "ada@casa.example");

// A figure of GET /metrics, by its name with labels; 0 when there is none.
std::int64_t metric(const ServerProcess& server, std::string_view name);

// Says hello and expects to be let in.
void greet(RawWebSocket& socket, std::string_view token);

// Starts a conversation with a first message; its id.
std::string start_conversation(RawWebSocket& visitor, std::string_view text);
// message.post; the whole answer.
std::string post(RawWebSocket& socket, std::string_view conversation, std::string_view text,
                 std::string_view client_id = {});
// The whole state as this session may see it, without what changes by itself.
std::string snapshot(RawWebSocket& socket, std::string_view conversation);

}  // namespace parlor::tests
