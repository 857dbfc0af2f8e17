#include "app/routing/newest.h"

namespace parlor::app {

bool Newest::take(const Glance& glance) {
  auto& newest = newest_[glance.conversation];
  if (glance.seq < newest) return false;
  newest = glance.seq;
  if (glance.status == conversation::Status::resolved) resolved_.push_back(glance.conversation);
  if (resolved_.size() > resolved_kept_) {
    newest_.erase(resolved_.front());
    resolved_.pop_front();
  }
  return true;
}

}  // namespace parlor::app
