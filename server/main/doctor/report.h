// Report: what the doctor found, in plain words. Pure.
#pragma once

#include <string>

#include "main/doctor/facts.h"

namespace parlor::doctor {

// `proxy`: whose lines to show; empty: everybody's.
std::string report_of(const Facts& facts, std::string_view proxy);

}  // namespace parlor::doctor
