// Installation: one data folder with everything that works on it, wired. `serve` adds the edge to it; `admin` uses it
// as it is. Owned by main; made and destroyed on the main thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/conversation/conversations.h"
#include "app/directory/accounts.h"
#include "app/presence/presence.h"
#include "app/routing/router.h"
#include "bus/local/local_bus.h"
#include "main/data_lock.h"
#include "main/system_ports.h"
#include "store/secrets/sodium_secrets.h"
#include "store/sqlite/sqlite_store.h"
#include "store/vault/batch_vault.h"
#include "zones/machine_zones.h"

namespace parlor::main {

struct InstallationOptions {
  std::string data_folder;
  std::string key_file;
  std::size_t workers = 1;
  // The only server on this folder; commands of the operator may come beside it.
  bool serving = false;
  // Breaks the promise of durability on purpose; for the positive control of its test.
  bool acknowledge_early = false;
};

class Installation {
 public:
  // An error is for the operator: what is wrong with the folder or the key.
  static Result<std::unique_ptr<Installation>> open(const InstallationOptions& options);
  ~Installation();

  app::Node& node() { return node_; }
  app::Conversations& conversations() { return conversations_; }
  app::Accounts& accounts() { return accounts_; }
  app::Router& router() { return router_; }
  runtime::Workers& workers() { return workers_; }
  bool store_is_healthy() const { return store_->is_healthy(); }
  // Why not.
  std::string breakage() const { return store_->breakage(); }

  // What waits is stored and answered; then the workers stop, and only then may what they work on go. Safe to call
  // twice.
  void stop();

  // Runs a Task on the first worker and waits for it on the calling thread, which must be no worker.
  template <class T>
  T wait_for(runtime::Task<T> task);

 private:
  Installation(const InstallationOptions& options, std::unique_ptr<store::BatchVault> vault,
               std::unique_ptr<store::SqliteStore> store);

  std::optional<DataLock> lock_;
  std::unique_ptr<store::BatchVault> vault_;
  std::unique_ptr<store::SqliteStore> store_;
  SystemClock clock_;
  SystemIds ids_;
  store::SodiumSecrets secrets_;
  runtime::Workers workers_;
  std::vector<std::unique_ptr<app::Local>> locals_;
  bus::LocalBus bus_;
  app::Directory directory_;
  app::Presence presence_;
  app::Node node_;
  zones::MachineZones zones_;
  app::Conversations conversations_;
  app::Router router_;
  app::Accounts accounts_;
};

}  // namespace parlor::main

#include "main/installation_wait.h"
