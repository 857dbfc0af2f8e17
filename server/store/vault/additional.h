// The additional data of a sealed row: workspace, table, row id and version. Not the contact, so that merging contacts
// keeps their rows.
#pragma once

#include <string>

#include "app/ports/vault.h"

namespace parlor::store {

inline std::string additional_of(const ports::SealedAt& at) {
  std::string bytes;
  bytes.reserve(16 + 16 + 4 + at.table.size());
  bytes.append(reinterpret_cast<const char*>(at.workspace.bytes.data()), 16);
  bytes.append(reinterpret_cast<const char*>(at.row.data()), 16);
  for (int shift = 24; shift >= 0; shift -= 8)
    bytes.push_back(static_cast<char>(at.version >> shift & 0xff));
  return bytes.append(at.table);
}

}  // namespace parlor::store
