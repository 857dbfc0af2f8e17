#include "http_line.h"

#include <charconv>
#include <optional>
#include <stdexcept>

#include <strings.h>

namespace parlor::bench {
namespace {

constexpr std::string_view kHeadEnd = "\r\n\r\n";

std::size_t number_at(std::string_view text, int base = 10) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number, base);
  return number;
}

struct Whole {
  std::string body;
  std::size_t bytes = 0;
};

// Chunks put together; nothing while the last has not come.
std::optional<Whole> take_chunks(std::string_view bytes) {
  Whole whole;
  for (;;) {
    const auto line = bytes.find("\r\n", whole.bytes);
    if (line == std::string_view::npos) return std::nullopt;
    const auto size = number_at(bytes.substr(whole.bytes, line - whole.bytes), 16);
    const auto next = line + 2 + size + 2;
    if (bytes.size() < next) return std::nullopt;
    whole.body.append(bytes.substr(line + 2, size));
    whole.bytes = next;
    if (size == 0) return whole;
  }
}

}  // namespace

std::string_view Told::header(std::string_view name) const {
  for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at + 2)) {
    const auto line = head.substr(at + 2);
    if (line.size() <= name.size() || line[name.size()] != ':') continue;
    if (strncasecmp(line.data(), name.data(), name.size()) != 0) continue;
    const auto value = line.substr(name.size() + 1, line.find("\r\n") - name.size() - 1);
    return value.substr(value.find_first_not_of(' '));
  }
  return {};
}

void HttpLine::ask(const Ask& ask, Then then) {
  std::string request =
      ask.method + " " + ask.target + " HTTP/1.1\r\nHost: " + server_.authority() + "\r\n" + ask.headers;
  if (ask.method != "GET") request += "Content-Length: " + std::to_string(ask.body.size()) + "\r\n";
  request += "\r\n" + ask.body;
  waiting_.push_back({std::move(request), std::move(then)});
  if (!line_.is_open()) {
    is_connected_ = false;
    line_.open();
  }
  send_next();
}

void HttpLine::connected() {
  is_connected_ = true;
  is_asking_ = false;
  send_next();
}

void HttpLine::send_next() {
  if (!is_connected_ || is_asking_ || waiting_.empty()) return;
  is_asking_ = true;
  line_.send(waiting_.front().request);
}

std::size_t HttpLine::take(std::string_view bytes) {
  const auto head_end = bytes.find(kHeadEnd);
  if (head_end == std::string_view::npos || waiting_.empty()) return 0;
  Told told{.status = static_cast<unsigned>(number_at(bytes.substr(9, 3))), .head = bytes.substr(0, head_end + 2)};
  const auto rest = bytes.substr(head_end + kHeadEnd.size());
  std::size_t body_bytes = 0;
  std::optional<Whole> whole;
  if (told.header("Transfer-Encoding") == "chunked") {
    whole = take_chunks(rest);
    if (!whole) return 0;
    body_bytes = whole->bytes;
    told.body = whole->body;
  } else {
    body_bytes = number_at(told.header("Content-Length"));
    if (rest.size() < body_bytes) return 0;
    told.body = rest.substr(0, body_bytes);
  }
  const auto then = std::move(waiting_.front().then);
  waiting_.pop_front();
  is_asking_ = false;
  then(told);
  send_next();
  return head_end + kHeadEnd.size() + body_bytes;
}

std::string ask_now(HttpLine& line, Reactor& reactor, const Ask& ask) {
  std::optional<std::string> answer;
  unsigned status = 0;
  line.ask(ask, [&](const Told& told) {
    status = told.status;
    answer = told.header("Set-Cookie").empty() ? std::string(told.body) : std::string(told.header("Set-Cookie"));
  });
  const bool is_told = reactor.run_until([&] { return answer.has_value(); }, std::chrono::seconds(10));
  if (!is_told || status / 100 != 2) throw std::runtime_error(ask.target + " answered " + std::to_string(status));
  return *answer;
}

}  // namespace parlor::bench
