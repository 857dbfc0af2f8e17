// How addresses are compared: by every store alike. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace parlor::store {

// Without the spaces around it, ASCII letters small; whatever else a mail system tells apart stays apart.
std::string folded(std::string_view email);

}  // namespace parlor::store
