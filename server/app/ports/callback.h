// How adapters with threads of their own answer: the callback is called exactly once, on any thread, perhaps before the
// call returns. Callers on a worker post themselves back (runtime::await_callback does so).
#pragma once

#include <functional>

#include "base/error.h"

namespace parlor::ports {

template <class T>
using Callback = std::move_only_function<void(Result<T>)>;

}  // namespace parlor::ports
