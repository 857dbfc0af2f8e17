// Crowd: many seats of one role, which sit down a few at a time, may all be cut off at once, and come back by
// themselves as honest clients do: at a random moment within a wait that doubles.
#pragma once

#include <memory>
#include <vector>

#include "plan.h"

namespace parlor::bench {

struct CrowdPlan {
  std::size_t size = 0;
  Role role = Role::passer_by;
  // Where they sit: all in this room, or each visitor in a room of their own.
  std::shared_ptr<Room> room = {};
  double back_off_s = 0.5;
};

class Crowd {
 public:
  // By the seat's index, the text that it heard.
  using Heard = std::function<void(std::size_t, std::string_view)>;

  Crowd(Reactor& reactor, Peer& peer, CrowdPlan plan, Heard heard = {});

  // Everybody sits down. Throws when somebody cannot.
  void assemble();
  // All connections are cut in one go; everybody comes back.
  void storm();
  [[nodiscard]] bool all_ready() const { return ready_ == members_.size(); }
  [[nodiscard]] std::size_t ready() const { return ready_; }
  [[nodiscard]] const std::shared_ptr<Room>& room(std::size_t index) const { return members_[index].room; }
  // From the first attempt after the storm to being back, one value for each.
  [[nodiscard]] const std::vector<double>& resume_ms() const { return resume_ms_; }
  [[nodiscard]] std::size_t attempts() const { return attempts_; }

 private:
  struct Member {
    std::shared_ptr<Room> room;
    std::unique_ptr<Seat> seat;
    bool is_ready = false;
    int failures = 0;
    Clock::time_point tried_at{};
  };

  void open_next();
  void sat_down(std::size_t index);
  void failed(std::size_t index, const std::string& why);
  void come_back(std::size_t index);
  void attempt(std::size_t index);

  Reactor& reactor_;
  Peer& peer_;
  CrowdPlan plan_;
  Heard heard_;
  std::vector<Member> members_;
  std::size_t opened_ = 0;
  std::size_t ready_ = 0;
  bool is_storming_ = false;
  std::size_t attempts_ = 0;
  std::vector<double> resume_ms_;
  std::string trouble_;
};

}  // namespace parlor::bench
