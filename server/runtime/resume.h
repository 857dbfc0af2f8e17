// await_callback: turns "call me back, from any thread" into a Task that goes on where it was awaited. Adapters with
// threads of their own (storage, password hashing) offer callbacks; coroutines await them through this one bridge.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include "runtime/task.h"

namespace parlor::runtime {

// `begin` receives a std::move_only_function<void(T)> that must be called exactly once, on any thread.
template <class T, class Begin>
Task<T> await_callback(Begin begin) {
  // The value travels in a shared box because Asio's completion tokens want default-constructible results.
  auto box = std::make_shared<std::optional<T>>();
  // NOLINTNEXTLINE(performance-unnecessary-value-param): what begins may change itself as it is called.
  auto initiate = [](auto handler, std::shared_ptr<std::optional<T>> box, Begin begin) {
    auto executor = asio::get_associated_executor(handler);
    auto shared = std::make_shared<decltype(handler)>(std::move(handler));
    auto work = std::make_shared<asio::executor_work_guard<decltype(executor)>>(executor);
    begin(std::move_only_function<void(T)>([box, shared, work, executor](T value) mutable {
      box->emplace(std::move(value));
      asio::post(executor, [shared, work]() mutable { std::move (*shared)(); });
    }));
  };
  auto token = use_task;
  auto waiting =
      asio::async_initiate<const asio::use_awaitable_t<Executor>&, void()>(initiate, token, box, std::move(begin));
  co_await std::move(waiting);
  co_return std::move(**box);
}

}  // namespace parlor::runtime
