// The template half of Installation. Include installation.h.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

#include "main/installation.h"

namespace parlor::main {

template <class T>
T Installation::wait_for(runtime::Task<T> task) {
  return runtime::asio::co_spawn(workers_[0].executor(), std::move(task), runtime::asio::use_future).get();
}

}  // namespace parlor::main
