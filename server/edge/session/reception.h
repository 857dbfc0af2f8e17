// Reception: in which order those who say hello are greeted. One per worker, touched only there. A greeting reads; when
// all clients of a node come back at once, greeting everybody at once would make each of them, and the live chats
// beside them, wait for all. So only a few greetings run together; who comes back with positions goes ahead of who is
// new, because resuming is cheap and somebody waits for its answer; and when the line is too long, whoever comes is
// told when to try again.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "base/time.h"
#include "edge/limits.h"

namespace parlor::edge {

class Reception {
 private:
  struct Line;

 public:
  // Held while a greeting runs; the next in line begins when it goes. May outlive the reception.
  class Turn {
   public:
    explicit Turn(std::weak_ptr<Line> line) : line_(std::move(line)) {}
    Turn(Turn&& other) noexcept : line_(std::exchange(other.line_, {})) {}
    Turn& operator=(Turn&&) = delete;
    ~Turn();

   private:
    std::weak_ptr<Line> line_;
  };

  using Begin = std::move_only_function<void(Turn)>;
  enum class Comer : std::uint8_t { resuming, fresh };

  explicit Reception(std::size_t at_once = limits::kGreetingsAtOnceMax,
                     std::size_t waiting_max = limits::kGreetingsWaitingMax);

  // Begins at once, or when its turn comes. None of both when the line is full: answers how long to stay away.
  std::optional<Millis> enter(Comer comer, Begin begin);
  std::size_t waiting() const;

 private:
  struct Line {
    std::size_t at_once = 0;
    std::size_t waiting_max = 0;
    std::size_t running = 0;
    std::deque<Begin> resuming;
    std::deque<Begin> fresh;

    std::size_t waiting() const { return resuming.size() + fresh.size(); }
  };
  static void begin(const std::shared_ptr<Line>& line, Begin begin);

  std::shared_ptr<Line> line_;
};

}  // namespace parlor::edge
