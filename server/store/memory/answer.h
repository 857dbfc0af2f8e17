// MemoryStore's way to answer; only its own sources include this.
#pragma once

#include "store/memory/memory_store.h"

namespace parlor::store {

template <class T, class Ask>
void MemoryStore::answer(ports::Callback<T> done, Ask ask) {
  auto result = [&]() -> Result<T> {
    const std::scoped_lock lock(mutex_);
    if (!error_.empty()) return fail(error_);
    return ask();
  }();
  executor_([done = std::move(done), result = std::move(result)]() mutable { done(std::move(result)); });
}

}  // namespace parlor::store
