// BatchVault: what a store needs of a vault besides sealing: keys for many owners with one write, and a word that says
// which keys these are, so that a database is never opened with others. Thread-safe.
#pragma once

#include <string>
#include <vector>

#include "app/ports/vault.h"

namespace parlor::store {

class BatchVault : public ports::Vault {
 public:
  // Makes the missing keys, durably, before it returns. Throws Failure.
  virtual void prepare(const std::vector<ports::KeyOwner>& owners) = 0;
  // The disk failed: no key is made any more, since it might not be there after a power cut and nothing that it sealed
  // could be opened again; and closing leaves the files as they are.
  virtual void distrust_disk() = 0;
  // Kept in the database at its first opening and compared at each later one: sealed and clear rows cannot be mixed.
  virtual std::string sealing() const = 0;
};

}  // namespace parlor::store
