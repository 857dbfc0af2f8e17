// Reply: the token by which a request is answered exactly once. It answers on the worker of whoever asked; dropping it
// unanswered says "try later", so that an answer cannot be lost.
#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <utility>

#include "app/ports/conversation_store.h"
#include "base/error.h"
#include "domain/refusal.h"
#include "runtime/worker.h"

namespace parlor::app {

// Why a request was not done; with the present state for a conflict.
struct Failure {
  Refusal reason{};
  std::optional<ports::Receipt> current;
};

template <class T>
using Answer = std::expected<T, Failure>;

inline std::unexpected<Failure> refuse(Refusal reason) {
  return std::unexpected(Failure{reason, std::nullopt});
}

// What a write that went wrong is answered.
inline Refusal refusal_of(const Error& error) {
  return error.no_room ? Refusal::storage_full : Refusal::try_later;
}

template <class T>
class Reply {
 public:
  using Function = std::move_only_function<void(Answer<T>)>;

  Reply(runtime::Worker& worker, Function function) : worker_(&worker), function_(std::move(function)) {}
  Reply(Reply&& other) noexcept : worker_(other.worker_), function_(std::exchange(other.function_, nullptr)) {}
  Reply& operator=(Reply&& other) noexcept {
    std::swap(worker_, other.worker_);
    std::swap(function_, other.function_);
    return *this;
  }
  ~Reply() {
    if (function_) (*this)(refuse(Refusal::try_later));
  }

  // Any thread, once.
  void operator()(Answer<T> answer) {
    auto function = std::exchange(function_, nullptr);
    worker_->dispatch(
        [function = std::move(function), answer = std::move(answer)]() mutable { function(std::move(answer)); });
  }

 private:
  runtime::Worker* worker_;
  Function function_;
};

}  // namespace parlor::app
