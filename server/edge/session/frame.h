// Frame: one unit on its way to clients, encoded once, shared by every receiver. It carries the WebSocket frame head in
// front of the JSON, so that a WebSocket writes the bytes as they are and the HTTP transports take the text alone.
// Immutable: any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "wire/ws/encoder.h"

namespace parlor::edge {

class Frame {
 public:
  explicit Frame(std::string_view json) {
    wire::ws::append_text(bytes_, json);
    head_bytes_ = bytes_.size() - json.size();
  }

  std::string_view websocket() const { return bytes_; }
  std::string_view json() const { return std::string_view(bytes_).substr(head_bytes_); }

 private:
  std::string bytes_;
  std::size_t head_bytes_;
};

using SharedFrame = std::shared_ptr<const Frame>;

inline SharedFrame make_frame(std::string_view json) {
  return std::make_shared<const Frame>(json);
}

}  // namespace parlor::edge
