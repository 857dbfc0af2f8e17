// Loop: what all clients of one thread share, so that an idle client holds next to nothing: the executor, one read
// buffer, one JSON decoder, and the source of ids and masks. Touched only on its thread. Never keeps a view of what it
// lent out.
#pragma once

#include <array>
#include <chrono>

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>

#include "runtime/task.h"
#include "wire/json/server_message.h"
#include "wire/ws/frame.h"

namespace parlor::client {

using Clock = std::chrono::steady_clock;
using Timer = runtime::asio::basic_waitable_timer<Clock, runtime::asio::wait_traits<Clock>, runtime::Executor>;

class Loop {
 public:
  explicit Loop(runtime::asio::io_context& context) : executor_(context.get_executor()) {}
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  runtime::Executor executor() const { return executor_; }
  std::span<char> read_buffer() { return read_buffer_; }
  wire::ServerFrameDecoder& decoder() { return decoder_; }

  // A UUIDv7, as client ids are.
  wire::Uuid new_id();
  wire::ws::Mask new_mask();
  // Between half and all of it, so that many do not come back at once.
  std::chrono::milliseconds jittered(std::chrono::milliseconds most);

 private:
  void take_random(std::span<std::uint8_t> out);

  runtime::Executor executor_;
  std::array<char, 16 * 1024> read_buffer_{};
  wire::ServerFrameDecoder decoder_;
  std::array<std::uint8_t, 4096> random_{};
  std::size_t random_used_ = random_.size();
};

// Returns when the time has passed.
runtime::Task<> sleep(Loop& loop, std::chrono::milliseconds time);

}  // namespace parlor::client
