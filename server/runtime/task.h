// Task: a coroutine that lives on one worker's io_context. The executor type is concrete, which halves what an idle
// coroutine holds. Tasks are named functions that take their parameters by value, never capturing lambdas.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace parlor::runtime {

namespace asio = boost::asio;

using Executor = asio::io_context::executor_type;

template <class T = void>
using Task = asio::awaitable<T, Executor>;

inline constexpr asio::use_awaitable_t<Executor> use_task{};

}  // namespace parlor::runtime
