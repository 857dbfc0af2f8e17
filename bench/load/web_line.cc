#include "web_line.h"

#include <bit>
#include <cstring>
#include <utility>

namespace parlor::bench {
namespace {

constexpr unsigned kContinuation = 0;
constexpr unsigned kText = 1;
constexpr unsigned kBinary = 2;
constexpr unsigned kClose = 8;
constexpr unsigned kPing = 9;
constexpr unsigned kPong = 10;
constexpr unsigned kFin = 0x80;

unsigned byte_at(std::string_view bytes, std::size_t index) {
  return static_cast<unsigned char>(bytes[index]);
}

struct FrameHead {
  std::size_t bytes = 0;  // 0: it has not come whole
  std::size_t payload = 0;
};

FrameHead read_head(std::string_view bytes) {
  if (bytes.size() < 2) return {};
  const std::size_t small = byte_at(bytes, 1) & 0x7FU;
  if (small < 126) return {2, small};
  const std::size_t more = small == 126 ? 2 : 8;
  if (bytes.size() < 2 + more) return {};
  std::size_t payload = 0;
  for (std::size_t index = 2; index < 2 + more; ++index)
    payload = payload << 8U | byte_at(bytes, index);
  return {2 + more, payload};
}

void append_head(std::string& out, unsigned opcode, std::size_t payload) {
  out.push_back(static_cast<char>(kFin | opcode));
  const std::size_t more = payload < 126 ? 0 : payload < 65536 ? 2 : 8;
  out.push_back(static_cast<char>(0x80U | (more == 0 ? payload : more == 2 ? 126U : 127U)));
  for (std::size_t index = more; index-- > 0;)
    out.push_back(static_cast<char>(payload >> (8 * index)));
}

void append_masked(std::string& out, std::string_view payload, std::uint64_t mask) {
  const auto at = out.size();
  out.append(payload);
  char* bytes = out.data() + at;
  std::size_t index = 0;
  for (; index + 8 <= payload.size(); index += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes + index, 8);
    word ^= mask;
    std::memcpy(bytes + index, &word, 8);
  }
  for (; index < payload.size(); ++index)
    bytes[index] = static_cast<char>(static_cast<unsigned char>(bytes[index]) ^ (mask >> (8 * (index % 8)) & 0xFFU));
}

}  // namespace

void WebLine::open(Upgrade upgrade) {
  upgrade_ = std::move(upgrade);
  is_upgraded_ = false;
  parts_.clear();
  line_.open();
}

void WebLine::connected() {
  line_.send("GET " + upgrade_.target + " HTTP/1.1\r\nHost: " + server_.authority() +
             "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
             upgrade_.headers + "\r\n");
}

void WebLine::lost() {
  hooks_.on_lost("the server ended the connection");
}

void WebLine::end(const std::string& why) {
  line_.close();
  hooks_.on_lost(why);
}

std::size_t WebLine::take_head(std::string_view bytes) {
  const auto end_of_head = bytes.find("\r\n\r\n");
  if (end_of_head == std::string_view::npos) return 0;
  if (!bytes.starts_with("HTTP/1.1 101")) {
    end("no upgrade: " + std::string(bytes.substr(0, bytes.find('\r'))));
    return 0;
  }
  is_upgraded_ = true;
  hooks_.on_open();
  return end_of_head + 4;
}

std::size_t WebLine::take(std::string_view bytes) {
  std::size_t taken = 0;
  if (!is_upgraded_) {
    taken = take_head(bytes);
    if (taken == 0) return 0;
  }
  while (line_.is_open()) {
    const auto rest = bytes.substr(taken);
    const auto head = read_head(rest);
    if (head.bytes == 0 || rest.size() - head.bytes < head.payload) break;
    taken += head.bytes + head.payload;
    const auto payload = rest.substr(head.bytes, head.payload);
    const auto opcode = byte_at(rest, 0) & 0x0FU;
    const bool is_whole = (byte_at(rest, 0) & kFin) != 0 && parts_.empty();
    if (is_whole || opcode >= kClose) {
      take_frame(opcode, payload);
      continue;
    }
    parts_.append(payload);
    if ((byte_at(rest, 0) & kFin) != 0) take_frame(kText, std::exchange(parts_, {}));
  }
  return taken;
}

void WebLine::take_frame(unsigned opcode, std::string_view payload) {
  if (opcode == kPing) return append(kPong, payload);
  if (opcode == kPong || opcode == kContinuation) return;
  if (opcode != kClose) return hooks_.on_message(payload);
  end("the server closed: " + (payload.size() < 2 ? std::string("no reason")
                                                  : std::to_string(byte_at(payload, 0) << 8U | byte_at(payload, 1)) +
                                                        " " + std::string(payload.substr(2))));
}

void WebLine::send(std::string_view message) {
  append(upgrade_.binary ? kBinary : kText, message);
}

void WebLine::append(unsigned opcode, std::string_view payload) {
  auto& out = line_.gathering();
  append_head(out, opcode, payload.size());
  const auto half = line_.reactor().random() & 0xFFFFFFFFU;
  out.append(reinterpret_cast<const char*>(&half), 4);
  append_masked(out, payload, half << 32U | half);
}

}  // namespace parlor::bench
