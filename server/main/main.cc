// The command line of `parlor`.
#include <CLI/CLI.hpp>

#include "main/doctor/doctor.h"
#include "main/options.h"
#include "main/replay/replay.h"

namespace parlor::main {
namespace {

constexpr const char* kVersion = PARLOR_VERSION;

void add_data(CLI::App& command, std::string& data_folder, std::string& key_file) {
  command.add_option("--data", data_folder, "folder with everything that is stored")->capture_default_str();
  command.add_option("--key-file", key_file,
                     "file with the master key; default: one in the user's configuration folder");
}

void add_tls(CLI::App& serve, ServeOptions& options) {
  auto* cert = serve.add_option("--tls-cert", options.tls_cert, "file with the certificate chain in PEM: serve https");
  auto* key = serve.add_option("--tls-key", options.tls_key, "file with the certificate's private key in PEM");
  auto* oldest = serve.add_option("--tls-min", options.tls_min, "oldest version of TLS that is spoken");
  oldest->capture_default_str()->check(CLI::IsMember({"1.2", "1.3"}))->needs(cert);
  cert->needs(key);
  key->needs(cert);
}

void add_serve(CLI::App& app, ServeOptions& options) {
  auto* serve = app.add_subcommand("serve", "run the server");
  add_data(*serve, options.data_folder, options.key_file);
  serve->add_option("--listen", options.listen, "HOST:PORT; port 0 lets the system choose")->capture_default_str();
  serve->add_option("--public-url", options.public_url, "address under which people reach this server");
  add_tls(*serve, options);
  serve->add_option("--trusted-proxy", options.trusted_proxies,
                    "proxy address or range (CIDR) whose X-Forwarded-For is believed");
  serve->add_option("--workers", options.workers, "threads that serve connections; 0: one for each core, at most 8");
  serve->add_flag("--demo", options.demo, "make the workspace Casa & Co and serve its shop at /demo/; loopback only");
  serve->add_flag("--test-endpoints", options.test_endpoints, "conformance aids under /_test/; loopback only");
  serve->add_flag("--unsafe-acknowledge-early", options.acknowledge_early)->group("");
  serve->set_config("--config", "", "file with these options as TOML");
}

void add_admin(CLI::App& app, TokenOptions& token, OwnerOptions& owner) {
  auto* admin = app.add_subcommand("admin", "work on a data folder, also while a server runs on it");
  admin->require_subcommand(1);
  auto* issue = admin->add_subcommand("token", "print a bearer token for a person");
  add_data(*issue, token.data_folder, token.key_file);
  issue->add_option("--email", token.email, "whose token it is")->required();
  issue->add_option("--ttl", token.lifetime_seconds, "seconds until it expires")
      ->capture_default_str()
      ->check(CLI::Range(1L, 315'360'000L));
  issue->add_flag("--bulk", token.bulk, "with the scope bulk: a rate budget for imports and load tests");
  auto* create = admin->add_subcommand("create-owner", "make the first owner; reads the password from standard input");
  add_data(*create, owner.data_folder, owner.key_file);
  create->add_option("--email", owner.email, "the owner's address")->required();
  create->add_option("--name", owner.name, "the owner's name")->capture_default_str();
  create->add_option("--workspace", owner.workspace, "the workspace's name")->capture_default_str();
  auto* epoch = admin->add_subcommand(
      "new-epoch", "after a failover that may have lost commits: clients start from fresh snapshots");
  add_data(*epoch, token.data_folder, token.key_file);
}

void add_replay(CLI::App& app, ReplayOptions& options) {
  auto* replay = app.add_subcommand("replay", "hold recorded conversations over a running server and check every turn");
  replay->add_option("--server", options.server, "the server's address")->required();
  replay
      ->add_option("--ca", options.ca_file,
                   "file with the authorities that are believed, in PEM; default: the system's")
      ->type_name("FILE");
  replay->add_option("--from", options.from, "file with one conversation a line (JSON)")->required();
  replay->add_option("--token", options.token, "an agent's bearer token")->envname("PARLOR_TOKEN");
  replay->add_option("--inbox", options.inbox, "key of the inbox where the visitors come in")->capture_default_str();
  replay->add_option("--speed", options.speed, "turns a second in each conversation; 0: as fast as they go")
      ->capture_default_str();
  replay->add_option("--parallel", options.parallel, "conversations at the same time")->capture_default_str();
}

void add_doctor(CLI::App& app, doctor::DoctorOptions& options) {
  auto* command =
      app.add_subcommand("doctor", "try each transport through a public address and say what a proxy breaks");
  command->add_option("url", options.url, "the public address, such as https://chat.casa.example")->required();
  command->add_option("--advice", options.proxy, "whose lines to show; default: everybody's")
      ->check(CLI::IsMember({"nginx", "haproxy", "caddy", "apache"}));
  command->add_option("--ca", options.ca_file, "file with certificates to trust beside the system's");
  command->add_option("--via", options.via, "forward proxy to go through, such as http://proxy.casa.example:3128");
  command->add_flag("--quick", options.quick, "leave out whether quiet connections live, which takes half a minute");
}

int run(int argc, char** argv) {
  CLI::App app("Parlor, live chat for websites", "parlor");
  app.require_subcommand(1);
  app.set_version_flag("--version", kVersion);
  ServeOptions serve_options;
  TokenOptions token_options;
  OwnerOptions owner_options;
  ReplayOptions replay_options;
  add_serve(app, serve_options);
  add_admin(app, token_options, owner_options);
  doctor::DoctorOptions doctor_options;
  add_replay(app, replay_options);
  add_doctor(app, doctor_options);
  CLI11_PARSE(app, argc, argv);
  if (app.got_subcommand("serve")) return serve(serve_options);
  if (app.got_subcommand("replay")) return run_replay(replay_options);
  if (app.got_subcommand("doctor")) return doctor::run_doctor(doctor_options);
  const auto* admin = app.get_subcommand("admin");
  if (admin->got_subcommand("token")) return admin_token(token_options);
  if (admin->got_subcommand("create-owner")) return admin_create_owner(owner_options);
  return admin_new_epoch(token_options.data_folder, token_options.key_file);
}

}  // namespace
}  // namespace parlor::main

int main(int argc, char** argv) {
  return parlor::main::run(argc, argv);
}
