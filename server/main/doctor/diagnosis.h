// Diagnosis: from facts to faults, by the table of protocol/doctor.json. Pure.
#pragma once

#include <vector>

#include "main/doctor/facts.h"
#include "wire/generated/doctor.h"

namespace parlor::doctor {

// In the order of the table.
std::vector<const wire::DoctorFault*> faults_in(const Facts& facts);

// What it means for chats; the exit code of the command.
enum class Verdict : std::uint8_t { healthy = 0, impaired = 1, dead = 2 };
Verdict verdict_of(const Facts& facts);

// The text with its {figures}; one that is not known reads "nothing".
std::string with_figures(std::string_view text, const Facts& facts);

}  // namespace parlor::doctor
