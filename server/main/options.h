// What the command line, the configuration file and the environment say, as one value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace parlor::main {

struct ServeOptions {
  std::string data_folder = "parlor-data";
  std::string listen = "127.0.0.1:8080";
  std::string public_url;
  std::vector<std::string> trusted_proxies;
  std::string key_file;
  std::string tls_cert;
  std::string tls_key;
  std::string tls_min = "1.3";
  std::size_t workers = 0;
  bool demo = false;
  bool test_endpoints = false;
  bool acknowledge_early = false;
};

struct TokenOptions {
  std::string data_folder = "parlor-data";
  std::string key_file;
  std::string email;
  std::int64_t lifetime_seconds = 90LL * 24 * 3600;
  bool bulk = false;
};

struct OwnerOptions {
  std::string data_folder = "parlor-data";
  std::string key_file;
  std::string email;
  std::string name = "Owner";
  std::string workspace = "My workspace";
};

// Each runs its command and returns the process' exit code.
int serve(const ServeOptions& options);
int admin_token(const TokenOptions& options);
int admin_create_owner(const OwnerOptions& options);
int admin_new_epoch(const std::string& data_folder, const std::string& key_file);

}  // namespace parlor::main
