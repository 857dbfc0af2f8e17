// How many texts a second one thread seals and opens.
#include <filesystem>
#include <string>

#include <benchmark/benchmark.h>
#include <stdlib.h>

#include "store/vault/file_vault.h"

namespace parlor::store {
namespace {

class Vault {
 public:
  Vault() {
    if (!mkdtemp(folder_.data())) throw std::runtime_error("no folder");
    auto vault = FileVault::open(folder_, Key(std::string(Key::kBytes, 'k')));
    if (!vault) throw std::runtime_error(vault.error().text);
    vault_ = *std::move(vault);
  }
  ~Vault() {
    vault_.reset();
    std::filesystem::remove_all(folder_);
  }
  Vault(const Vault&) = delete;
  Vault& operator=(const Vault&) = delete;
  FileVault& operator*() { return *vault_; }

 private:
  std::string folder_ = std::filesystem::temp_directory_path() / "parlor-bench-XXXXXX";
  std::unique_ptr<FileVault> vault_;
};

const WorkspaceId kCasa{{1}};
const ports::KeyOwner kVic{kCasa, {2}};
const ports::SealedAt kAt{kCasa, "contents", {3}, 1};

void seal(benchmark::State& state) {
  Vault vault;
  const std::string text(static_cast<std::size_t>(state.range(0)), 'x');
  for (auto _ : state)
    benchmark::DoNotOptimize((*vault).seal(kVic, kAt, text));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(seal)->Arg(120)->Arg(4'000);

void open(benchmark::State& state) {
  Vault vault;
  const auto sealed = (*vault).seal(kVic, kAt, std::string(static_cast<std::size_t>(state.range(0)), 'x'));
  if (!sealed) return state.SkipWithError("not sealed");
  for (auto _ : state)
    benchmark::DoNotOptimize((*vault).open(*sealed, kAt));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(open)->Arg(120)->Arg(4'000);

void keyed_hash(benchmark::State& state) {
  Vault vault;
  for (auto _ : state)
    benchmark::DoNotOptimize((*vault).keyed_hash("fingerprint", "a short text of a call"));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(keyed_hash);

}  // namespace
}  // namespace parlor::store
