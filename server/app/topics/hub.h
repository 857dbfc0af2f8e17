// Hub: who follows which topic on one worker. Lives on that worker and is touched only there. It keeps no positions: a
// follower that reads the past first and then drops what it has already seen can miss nothing.
#pragma once

#include <unordered_map>
#include <vector>

#include "app/topics/publication.h"

namespace parlor::app {

class Follower {
 public:
  virtual ~Follower() = default;
  // May follow and unfollow, and must outlive its subscriptions.
  virtual void deliver(const SharedPublication& publication) = 0;
};

class Hub {
 public:
  void follow(const Topic& topic, Follower& follower);
  void unfollow(const Topic& topic, Follower& follower);
  void deliver(const SharedPublication& publication);
  std::size_t followers(const Topic& topic) const;
  // Everything that somebody follows, in no order.
  std::vector<Topic> followed() const;

 private:
  std::unordered_map<Topic, std::vector<Follower*>> followers_;
};

}  // namespace parlor::app
