#include "wire/ws/handshake.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

#include <openssl/evp.h>

#include "wire/http/response_writer.h"
#include "wire/http/syntax.h"

namespace parlor::wire::ws {

namespace {

constexpr std::string_view kKeySalt = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
constexpr std::string_view kVersion = "13";
constexpr std::size_t kKeyChars = 24;  // 16 bytes in base64
constexpr std::string_view kAgreedDeflate =
    "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

constexpr http::Fault bad(std::string_view reason) {
  return {.status = 400, .reason = reason};
}

bool is_key(std::string_view key) {
  const auto is_base64 = [](char c) {
    return http::is_digit(c) || (http::lower(c) >= 'a' && http::lower(c) <= 'z') || c == '+' || c == '/';
  };
  return key.size() == kKeyChars && key.ends_with("==") && std::ranges::all_of(key.substr(0, kKeyChars - 2), is_base64);
}

struct Parameter {
  std::string name;
  std::optional<std::string> value;
};

// One element of Sec-WebSocket-Extensions.
struct Extension {
  std::string name;
  std::vector<Parameter> parameters;
};

Extension parse_extension(std::string_view text) {
  Extension extension;
  extension.name = http::take_unquoted_until(text, ';');
  while (!text.empty()) {
    std::string_view rest = http::take_unquoted_until(text, ';');
    const bool has_value = rest.contains('=');
    std::string name(http::take_until(rest, '='));
    // A quoted string without an end counts as an empty value, which no parameter allows.
    auto value = has_value ? std::optional(http::unquote(http::trim(rest)).value_or("")) : std::nullopt;
    extension.parameters.push_back({.name = std::move(name), .value = std::move(value)});
  }
  return extension;
}

std::vector<Extension> read_extensions(const http::Headers& headers) {
  std::vector<Extension> extensions;
  for (const http::Header& field : headers) {
    if (!http::equal_ignoring_case(field.name, "Sec-WebSocket-Extensions")) continue;
    std::string_view rest = field.value;
    while (!rest.empty())
      extensions.push_back(parse_extension(http::take_unquoted_until(rest, ',')));
  }
  return extensions;
}

bool is_window(const std::optional<std::string>& value) {
  static constexpr std::array<std::string_view, 8> kWindows{"8", "9", "10", "11", "12", "13", "14", "15"};
  return value && std::ranges::find(kWindows, std::string_view(*value)) != kWindows.end();
}

// Either side's window may be any size: ours is kept by compressing only what fits it.
bool is_acceptable_parameter(const Parameter& parameter) {
  if (parameter.name == "server_no_context_takeover" || parameter.name == "client_no_context_takeover") {
    return !parameter.value;
  }
  if (parameter.name == "client_max_window_bits") return !parameter.value || is_window(parameter.value);
  return parameter.name == "server_max_window_bits" && is_window(parameter.value);
}

bool is_acceptable_deflate(const Extension& extension) {
  if (extension.name != "permessage-deflate") return false;
  std::set<std::string_view> seen;
  for (const Parameter& parameter : extension.parameters) {
    if (!seen.insert(parameter.name).second || !is_acceptable_parameter(parameter)) return false;
  }
  return true;
}

// What we agree to of what was offered: the first that we can keep, as the client prefers them in that order.
Deflation choose_deflate(const std::vector<Extension>& offers) {
  const auto chosen = std::ranges::find_if(offers, is_acceptable_deflate);
  if (chosen == offers.end()) return {};
  Deflation deflate{.agreed = true};
  for (const Parameter& parameter : chosen->parameters) {
    if (parameter.name != "server_max_window_bits") continue;
    deflate.window_bits = static_cast<std::uint8_t>(http::parse_decimal(*parameter.value).value_or(15));
  }
  return deflate;
}

// The client keeps no context, so it needs the server's promise to keep none either.
bool is_agreed_deflate(const Extension& extension) {
  const auto is_promise = [](const Parameter& parameter) { return parameter.name == "server_no_context_takeover"; };
  const auto asks_small_window = [](const Parameter& parameter) {
    return parameter.name == "client_max_window_bits" && parameter.value != "15";
  };
  return is_acceptable_deflate(extension) && std::ranges::any_of(extension.parameters, is_promise) &&
         std::ranges::none_of(extension.parameters, asks_small_window);
}

std::optional<http::Fault> check_request(const http::Request& request) {
  const http::Headers& headers = request.headers;
  if (request.version < 11) return bad("WebSocket needs HTTP/1.1");
  if (!headers.lists("Upgrade", "websocket") || !headers.lists("Connection", "upgrade")) {
    return http::Fault{.status = 426, .reason = "not a WebSocket upgrade"};
  }
  if (request.method != http::Method::Get) return http::Fault{.status = 405, .reason = "WebSocket needs GET"};
  if (headers.count("Sec-WebSocket-Version") != 1 || headers.get("Sec-WebSocket-Version") != kVersion) {
    return http::Fault{.status = 426, .reason = "WebSocket version is not 13"};
  }
  if (headers.count("Sec-WebSocket-Key") != 1 || !is_key(headers.get("Sec-WebSocket-Key"))) {
    return bad("Sec-WebSocket-Key is malformed");
  }
  if (!request.body.empty()) return bad("WebSocket upgrade has a body");
  return std::nullopt;
}

}  // namespace

std::string accept_key(std::string_view key) {
  const std::string salted = std::string(key).append(kKeySalt);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned digest_size = 0;
  EVP_Digest(salted.data(), salted.size(), digest.data(), &digest_size, EVP_sha1(), nullptr);
  std::array<unsigned char, 4 * ((EVP_MAX_MD_SIZE + 2) / 3) + 1> text{};
  const int size = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest_size));
  return {text.begin(), text.begin() + size};
}

bool wants_upgrade(const http::Request& request) {
  return request.headers.lists("Upgrade", "websocket");
}

std::expected<Upgrade, http::Fault> check_upgrade(const http::Request& request, const UpgradeOptions& options) {
  if (const auto fault = check_request(request)) return std::unexpected(*fault);
  Upgrade upgrade;
  upgrade.accept = accept_key(request.headers.get("Sec-WebSocket-Key"));
  if (!options.subprotocol.empty() && request.headers.lists("Sec-WebSocket-Protocol", options.subprotocol)) {
    upgrade.subprotocol = options.subprotocol;
  }
  if (options.deflate) upgrade.deflate = choose_deflate(read_extensions(request.headers));
  return upgrade;
}

std::string upgrade_response(const Upgrade& upgrade) {
  std::string out = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
  out.append("Sec-WebSocket-Accept: ").append(upgrade.accept).append("\r\n");
  if (!upgrade.subprotocol.empty()) out.append("Sec-WebSocket-Protocol: ").append(upgrade.subprotocol).append("\r\n");
  if (upgrade.deflate.agreed) {
    out.append("Sec-WebSocket-Extensions: ").append(kAgreedDeflate);
    const auto bits = upgrade.deflate.window_bits;
    if (bits < 15) out.append("; server_max_window_bits=").append(std::to_string(bits));
    out.append("\r\n");
  }
  return out.append("\r\n");
}

std::string upgrade_request(const UpgradeRequest& request) {
  http::Headers headers;
  headers.add("Host", std::string(request.host));
  headers.add("Upgrade", "websocket");
  headers.add("Connection", "Upgrade");
  headers.add("Sec-WebSocket-Version", std::string(kVersion));
  headers.add("Sec-WebSocket-Key", std::string(request.key));
  if (!request.options.subprotocol.empty()) {
    headers.add("Sec-WebSocket-Protocol", std::string(request.options.subprotocol));
  }
  if (request.options.deflate) headers.add("Sec-WebSocket-Extensions", std::string(kAgreedDeflate));
  for (const http::Header& field : request.headers)
    headers.add(field.name, field.value);
  std::string out;
  http::append_request(out, {.method = "GET", .target = request.target, .headers = headers});
  return out;
}

std::expected<Upgrade, http::Fault> check_upgrade_response(const http::Response& response,
                                                           const UpgradeRequest& request) {
  const http::Headers& headers = response.headers;
  if (response.status != 101) return std::unexpected(http::Fault{.status = response.status, .reason = "not upgraded"});
  if (!headers.lists("Upgrade", "websocket") || !headers.lists("Connection", "upgrade")) {
    return std::unexpected(bad("not upgraded to WebSocket"));
  }
  Upgrade upgrade;
  upgrade.accept = headers.get("Sec-WebSocket-Accept");
  if (upgrade.accept != accept_key(request.key)) return std::unexpected(bad("Sec-WebSocket-Accept is wrong"));
  upgrade.subprotocol = headers.get("Sec-WebSocket-Protocol");
  if (!upgrade.subprotocol.empty() && upgrade.subprotocol != request.options.subprotocol) {
    return std::unexpected(bad("server chose a subprotocol nobody offered"));
  }
  const auto extensions = read_extensions(headers);
  if (extensions.empty()) return upgrade;
  if (!request.options.deflate || extensions.size() != 1 || !is_agreed_deflate(extensions.front())) {
    return std::unexpected(bad("server chose an extension nobody offered"));
  }
  upgrade.deflate.agreed = true;
  return upgrade;
}

}  // namespace parlor::wire::ws
