// Published: the newest of an immutable value, for any thread to take and to replace.
//
// Not std::atomic<std::shared_ptr>: GCC 12's lets go of its reader's lock without a release, so that the next writer
// races with what that reader read.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace parlor::runtime {

template <class Value>
class Published {
 public:
  explicit Published(std::shared_ptr<const Value> first) : newest_(std::move(first)) {}

  std::shared_ptr<const Value> load() const {
    const std::lock_guard lock(mutex_);
    return newest_;
  }
  void store(std::shared_ptr<const Value> value) {
    const std::lock_guard lock(mutex_);
    newest_.swap(value);
    // What it was ends after the lock, if nobody holds it any more: the parameter outlives the body.
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Value> newest_;
};

}  // namespace parlor::runtime
