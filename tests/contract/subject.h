// Subject: one store under the contract, made fresh in a folder of its own: in memory, SQLite sealed, SQLite in the
// clear. Used by the test's thread only.
#pragma once

#include <future>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "app/ports/store.h"
#include "store/memory/memory_store.h"
#include "store/sqlite/sqlite_store.h"
#include "store/vault/batch_vault.h"

namespace parlor::store::contract {

enum class Kind : std::uint8_t { memory, sealed, clear };

// A folder that goes with the test.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string name_of(const testing::TestParamInfo<Kind>& one);
std::unique_ptr<BatchVault> open_vault(Kind kind, const std::string& folder);
std::unique_ptr<SqliteStore> open_sqlite(const SqliteOptions& options, BatchVault& vault);

class Subject {
 public:
  explicit Subject(Kind kind);
  ports::Store& store();
  bool outlives_its_process() const { return kind_ != Kind::memory; }
  // Closes and opens again what outlives its process.
  void reopen();
  const std::string& folder() const { return folder_.path(); }

 private:
  Kind kind_;
  Folder folder_;
  std::unique_ptr<MemoryStore> memory_;
  std::unique_ptr<BatchVault> vault_;
  std::unique_ptr<SqliteStore> sqlite_;
};

// Calls and waits: `wait<T>([&](auto done) { store.load(..., std::move(done)); })`.
template <class T, class Call>
Result<T> wait(Call call) {
  auto promise = std::make_shared<std::promise<Result<T>>>();
  auto answer = promise->get_future();
  call(ports::Callback<T>([promise](Result<T> result) { promise->set_value(std::move(result)); }));
  return answer.get();
}

// The same, where an error fails the test.
template <class T, class Call>
T get(Call call) {
  auto result = wait<T>(std::move(call));
  if (!result) {
    ADD_FAILURE() << result.error().text;
    return T{};
  }
  return *std::move(result);
}

class StoreContract : public testing::TestWithParam<Kind> {
 protected:
  Subject subject_{GetParam()};
  ports::Store& store() { return subject_.store(); }
};

}  // namespace parlor::store::contract

#define PARLOR_FOR_EVERY_STORE(suite)                                                                   \
  INSTANTIATE_TEST_SUITE_P(                                                                             \
      Each, suite,                                                                                      \
      testing::Values(::parlor::store::contract::Kind::memory, ::parlor::store::contract::Kind::sealed, \
                      ::parlor::store::contract::Kind::clear),                                          \
      ::parlor::store::contract::name_of)

#define PARLOR_FOR_EVERY_LASTING_STORE(suite)                                                                        \
  INSTANTIATE_TEST_SUITE_P(                                                                                          \
      Each, suite, testing::Values(::parlor::store::contract::Kind::sealed, ::parlor::store::contract::Kind::clear), \
      ::parlor::store::contract::name_of)
