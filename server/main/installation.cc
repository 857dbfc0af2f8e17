#include "main/installation.h"

#include <cstdlib>
#include <filesystem>

#include "edge/routing/setup_document.h"
#include "store/vault/clear_vault.h"
#include "store/vault/file_vault.h"
#include "store/vault/master_key.h"

namespace parlor::main {
namespace {

std::vector<std::unique_ptr<app::Local>> make_locals(std::size_t count) {
  std::vector<std::unique_ptr<app::Local>> locals;
  for (std::size_t i = 0; i < count; ++i)
    locals.push_back(std::make_unique<app::Local>());
  return locals;
}

// Only the byte scan's positive control sets this; a folder once sealed refuses it, and a folder once clear stays so.
bool sealing_is_off() {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing changes the environment
  const char* wish = std::getenv("PARLOR_UNSAFE_SEAL");
  return wish && std::string_view(wish) == "off";
}

Result<std::unique_ptr<store::BatchVault>> open_vault(const InstallationOptions& options) {
  if (sealing_is_off()) return std::make_unique<store::ClearVault>();
  const auto key = store::load_master_key(store::master_key_places(options.data_folder, options.key_file));
  if (!key) return std::unexpected(key.error());
  auto vault = store::FileVault::open(options.data_folder, *key);
  if (!vault) return std::unexpected(vault.error());
  return std::move(*vault);
}

Result<void> make_folder(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return fail("cannot make the data folder " + folder + ": " + error.message());
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  return {};
}

}  // namespace

Result<std::unique_ptr<Installation>> Installation::open(const InstallationOptions& options) {
  if (const auto made = make_folder(options.data_folder); !made) return std::unexpected(made.error());
  std::optional<DataLock> lock;
  if (options.serving) {
    auto taken = DataLock::take(options.data_folder);
    if (!taken) return std::unexpected(taken.error());
    lock.emplace(std::move(*taken));
  }
  auto vault = open_vault(options);
  if (!vault) return std::unexpected(vault.error());
  store::SqliteOptions sqlite;
  sqlite.folder = options.data_folder;
  auto store = store::SqliteStore::open(sqlite, **vault);
  if (!store) return std::unexpected(store.error());
  auto installation = std::unique_ptr<Installation>(new Installation(options, std::move(*vault), std::move(*store)));
  if (lock) installation->lock_.emplace(std::move(*lock));
  installation->workers_.start();
  auto needed = installation->wait_for(installation->accounts_.setup_needed());
  if (!needed) return fail("cannot read the workspaces");
  return installation;
}

Installation::Installation(const InstallationOptions& options, std::unique_ptr<store::BatchVault> vault,
                           std::unique_ptr<store::SqliteStore> store)
    : vault_(std::move(vault)),
      store_(std::move(store)),
      workers_(options.workers),
      locals_(make_locals(options.workers)),
      bus_(workers_, locals_),
      directory_(*store_, edge::read_document),
      presence_(workers_[0], directory_, {bus_, *store_, clock_, ids_}),
      node_{workers_, locals_, *store_, *vault_, bus_, clock_, ids_, directory_, presence_, options.acknowledge_early},
      conversations_(node_),
      router_(node_, conversations_),
      accounts_(node_, secrets_) {
  node_.zones = &zones_;
  if (!options.serving) return;
  node_.router = &router_;
  node_.floor = &router_;
}

Installation::~Installation() {
  stop();
}

void Installation::stop() {
  store_->close();
  workers_.stop();
}

}  // namespace parlor::main
