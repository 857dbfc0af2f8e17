#include "app/topics/hub.h"

#include <algorithm>

namespace parlor::app {

void Hub::follow(const Topic& topic, Follower& follower) {
  auto& list = followers_[topic];
  if (std::ranges::find(list, &follower) == list.end()) list.push_back(&follower);
}

void Hub::unfollow(const Topic& topic, Follower& follower) {
  const auto found = followers_.find(topic);
  if (found == followers_.end()) return;
  std::erase(found->second, &follower);
  if (found->second.empty()) followers_.erase(found);
}

void Hub::deliver(const SharedPublication& publication) {
  const auto found = followers_.find(publication->topic);
  if (found == followers_.end()) return;
  // A copy, since a follower may leave while it is told; one that another follower removed meanwhile is skipped.
  const auto followers = found->second;
  for (auto* follower : followers) {
    const auto now = followers_.find(publication->topic);
    if (now == followers_.end()) return;
    const bool still_follows =
        followers.size() == now->second.size() || std::ranges::find(now->second, follower) != now->second.end();
    if (still_follows) follower->deliver(publication);
  }
}

std::size_t Hub::followers(const Topic& topic) const {
  const auto found = followers_.find(topic);
  return found == followers_.end() ? 0 : found->second.size();
}

std::vector<Topic> Hub::followed() const {
  std::vector<Topic> topics;
  topics.reserve(followers_.size());
  for (const auto& [topic, followers] : followers_)
    topics.push_back(topic);
  return topics;
}

}  // namespace parlor::app
