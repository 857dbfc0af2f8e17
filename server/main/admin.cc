// The operator's commands on a data folder. They work while a server runs on the same folder: SQLite takes turns, and
// the server reads the people anew every few seconds.
#include <iostream>

#include <fmt/core.h>

#include "main/fail_with.h"
#include "main/installation.h"
#include "main/options.h"
#include "runtime/resume.h"

namespace parlor::main {
namespace {

std::string_view explain(app::AccountRefusal refusal) {
  switch (refusal) {
    case app::AccountRefusal::bad_credentials:
      return "nobody here has that address";
    case app::AccountRefusal::setup_done:
      return "this installation has an owner already";
    case app::AccountRefusal::invalid_email:
      return "that is not an e-mail address";
    case app::AccountRefusal::invalid_password:
      return "a password has 10 to 256 characters";
    case app::AccountRefusal::invalid_name:
      return "a name has 1 to 80 characters";
    default:
      return "the store could not do it; try again";
  }
}

Result<std::unique_ptr<Installation>> open(const std::string& data_folder, const std::string& key_file) {
  return Installation::open({data_folder, key_file, 1, false, false});
}

}  // namespace

int admin_token(const TokenOptions& options) {
  auto installation = open(options.data_folder, options.key_file);
  if (!installation) return fail_with(installation.error().text);
  const Millis lifetime = std::chrono::seconds(options.lifetime_seconds);
  auto& accounts = (*installation)->accounts();
  auto issued = (*installation)->wait_for(accounts.issue_bearer(options.email, lifetime, options.bulk));
  if (!issued) return fail_with(explain(issued.error()));
  fmt::print("{}\n", issued->token.reveal());
  return 0;
}

int admin_create_owner(const OwnerOptions& options) {
  auto installation = open(options.data_folder, options.key_file);
  if (!installation) return fail_with(installation.error().text);
  fmt::print(stderr, "Password for {} (10 characters or more): ", options.email);
  std::string password;
  std::getline(std::cin, password);
  auto& accounts = (*installation)->accounts();
  auto created = (*installation)
                     ->wait_for(accounts.create_owner(options.workspace, options.name, options.email,
                                                      Secret(std::move(password))));
  if (!created) return fail_with(explain(created.error()));
  fmt::print("{} owns this installation now.\n", options.email);
  return 0;
}

int admin_new_epoch(const std::string& data_folder, const std::string& key_file) {
  auto installation = open(data_folder, key_file);
  if (!installation) return fail_with(installation.error().text);
  auto& store = (*installation)->node().store;
  auto renewed = (*installation)->wait_for(runtime::await_callback<Result<std::string>>([&store](auto done) {
    store.renew_epoch(std::move(done));
  }));
  if (!renewed) return fail_with(renewed.error().text);
  fmt::print("Every client will take a fresh snapshot.\n");
  return 0;
}

}  // namespace parlor::main
