#include "edge/http/static_files.h"

#include <algorithm>
#include <array>

#include <simdjson.h>

#include "wire/http/accept.h"
#include "wire/http/syntax.h"

namespace parlor::edge {
namespace {

constexpr std::string_view kDemo = "/demo/";

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool is_dashboard_route(const wire::http::Target& target) {
  if (target.segments.empty()) return true;
  const auto& first = target.segments.front();
  if (first == "inbox" || first == "settings") return true;
  constexpr std::array<std::string_view, 6> kSinglePages = {"sign-in", "setup", "invite", "doctor", "wall", "visitors"};
  return target.segments.size() == 1 && std::ranges::find(kSinglePages, first) != kSinglePages.end();
}

bool etag_matches(std::string_view if_none_match, std::string_view etag) {
  while (!if_none_match.empty()) {
    auto one = wire::http::take_until(if_none_match, ',');
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == etag || one == "*") return true;
  }
  return false;
}

std::string_view caching(const Asset& asset) {
  if (asset.immutable) return "public, max-age=31536000, immutable";
  if (asset.path == "/w.js") return "public, max-age=300";
  return "no-cache";
}

// A folder of the demo, named without its slash.
std::optional<std::string> folder_of(std::span<const Asset> assets, std::string_view path) {
  const auto folder = std::string(path) + "/";
  if (!folder.starts_with(kDemo)) return std::nullopt;
  if (find_asset(assets, folder + "index.html") == nullptr) return std::nullopt;
  return folder;
}

}  // namespace

const Asset* find_asset(std::span<const Asset> assets, std::string_view path) {
  const auto found = std::ranges::lower_bound(assets, path, {}, &Asset::path);
  return found != assets.end() && found->path == path ? &*found : nullptr;
}

std::string file_of(const wire::http::Target& target) {
  if (target.path.starts_with(kDemo) && target.path.ends_with('/')) return target.path + "index.html";
  if (is_dashboard_route(target)) return "/index.html";
  return target.path;
}

std::string brotli_etag(std::string_view etag) {
  return std::string(etag.substr(0, etag.size() - 1)) + "-br\"";
}

Answer asset_answer(const Asset& asset, const wire::http::Headers& headers) {
  const bool brotli = !asset.brotli.empty() && wire::http::accepts_encoding(headers, "br");
  const auto etag = brotli ? brotli_etag(asset.etag) : std::string(asset.etag);
  Answer answer;
  answer.headers.add("Content-Type", std::string(asset.content_type));
  answer.headers.add("Cache-Control", std::string(caching(asset)));
  answer.headers.add("ETag", etag);
  if (!asset.brotli.empty()) answer.headers.add("Vary", "Accept-Encoding");
  if (etag_matches(headers.get("if-none-match"), etag)) {
    answer.status = 304;
    return answer;
  }
  if (brotli) answer.headers.add("Content-Encoding", "br");
  answer.constant = text_of(brotli ? asset.brotli : asset.identity);
  return answer;
}

Answer static_answer(const wire::http::Request& request, const Site& site) {
  using wire::http::Method;
  const auto& path = request.target.path;
  const bool is_demo = path == "/demo" || path.starts_with(kDemo);
  if (is_demo && !site.options.demo) return problem(wire::Reason::kNotFound);
  const auto* asset = find_asset(assets(), file_of(request.target));
  const auto folder = asset == nullptr ? folder_of(assets(), path) : std::nullopt;
  if (asset == nullptr && !folder) return problem(wire::Reason::kNotFound);
  if (request.method != Method::Get && request.method != Method::Head) {
    auto answer = request.method == Method::Options ? no_content() : problem(wire::Reason::kMethodNotAllowed);
    answer.headers.add("Allow", "GET, HEAD, OPTIONS");
    return answer;
  }
  if (asset != nullptr) return asset_answer(*asset, request.headers);
  Answer answer{.status = 308};
  answer.headers.add("Location", *folder);
  return answer;
}

std::string panel_path(std::span<const Asset> assets) {
  const auto* manifest = find_asset(assets, "/widget/manifest.json");
  if (manifest == nullptr) return {};
  simdjson::dom::parser parser;
  std::string_view panel;
  const auto text = text_of(manifest->identity);
  if (parser.parse(text.data(), text.size())["panel"].get(panel) != simdjson::SUCCESS) return {};
  return std::string(panel);
}

}  // namespace parlor::edge
