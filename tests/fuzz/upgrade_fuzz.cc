// Fuzzes the WebSocket handshake: whatever a client offers, what we agree to is something that a strict client would
// accept, and never more than was offered.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "wire/http/parser.h"
#include "wire/ws/handshake.h"

namespace {

namespace http = parlor::wire::http;
namespace ws = parlor::wire::ws;

void require(bool holds) {
  if (!holds) std::abort();
}

// A line of input for each header that the handshake reads.
http::Request make_request(std::string_view input) {
  http::Request request;
  request.method = http::Method::Get;
  for (const char* name : {"Sec-WebSocket-Extensions", "Sec-WebSocket-Protocol", "Sec-WebSocket-Key",
                           "Sec-WebSocket-Version", "Connection", "Upgrade"}) {
    const std::size_t end = std::min(input.find('\n'), input.size());
    request.headers.add(name, std::string(input.substr(0, end)));
    input.remove_prefix(std::min(end + 1, input.size()));
  }
  return request;
}

void check_answer(const ws::Upgrade& upgrade) {
  http::ResponseParser parser;
  const std::string text = ws::upgrade_response(upgrade);
  require(parser.feed(text).state == http::ParseState::HeadersDone);
  require(parser.response().status == 101);
  require(parser.response().headers.count("Sec-WebSocket-Extensions") == (upgrade.deflate.agreed ? 1U : 0U));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto request = make_request(input);
  const auto upgrade = ws::check_upgrade(request, {.subprotocol = "parlor.v1"});
  if (!upgrade) {
    require(upgrade.error().status >= 400 && upgrade.error().status < 500);
    return 0;
  }
  require(upgrade->subprotocol.empty() || request.headers.lists("Sec-WebSocket-Protocol", "parlor.v1"));
  require(upgrade->deflate.window_bits >= 8 && upgrade->deflate.window_bits <= 15);
  if (upgrade->deflate.agreed) {
    require(request.headers.get("Sec-WebSocket-Extensions").contains("permessage-deflate"));
  }
  check_answer(*upgrade);
  return 0;
}
