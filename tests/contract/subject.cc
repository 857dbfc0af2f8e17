#include "subject.h"

#include <filesystem>
#include <stdexcept>

#include <stdlib.h>

#include "store/vault/clear_vault.h"
#include "store/vault/file_vault.h"

namespace parlor::store::contract {

Folder::Folder() : path_((std::filesystem::temp_directory_path() / "parlor-contract-XXXXXX").string()) {
  if (!mkdtemp(path_.data())) throw std::runtime_error("no folder for the test");
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string name_of(const testing::TestParamInfo<Kind>& one) {
  switch (one.param) {
    case Kind::memory:
      return "memory";
    case Kind::sealed:
      return "sqlite_sealed";
    case Kind::clear:
      return "sqlite_clear";
  }
  return "";
}

std::unique_ptr<BatchVault> open_vault(Kind kind, const std::string& folder) {
  if (kind == Kind::clear) return std::make_unique<ClearVault>();
  auto vault = FileVault::open(folder, Key(std::string(Key::kBytes, 'k')));
  if (!vault) throw std::runtime_error(vault.error().text);
  return *std::move(vault);
}

std::unique_ptr<SqliteStore> open_sqlite(const SqliteOptions& options, BatchVault& vault) {
  auto store = SqliteStore::open(options, vault);
  if (!store) throw std::runtime_error(store.error().text);
  return *std::move(store);
}

Subject::Subject(Kind kind) : kind_(kind) {
  reopen();
}

void Subject::reopen() {
  if (kind_ == Kind::memory) {
    memory_ = std::make_unique<MemoryStore>();
    return;
  }
  sqlite_.reset();
  vault_ = open_vault(kind_, folder_.path());
  sqlite_ = open_sqlite({.folder = folder_.path()}, *vault_);
}

ports::Store& Subject::store() {
  if (memory_) return *memory_;
  return *sqlite_;
}

}  // namespace parlor::store::contract
