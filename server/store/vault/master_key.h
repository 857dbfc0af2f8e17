// The master key: where it comes from. In order: the file that was named, the environment variable PARLOR_MASTER_KEY,
// systemd's credential `parlor-master-key`, a file in the user's configuration folder that is made at the first start.
// Called once, at start; never logs a key.
#pragma once

#include <string>

#include "base/error.h"
#include "store/vault/aead.h"

namespace parlor::store {

struct MasterKeyPlaces {
  std::string data_folder;
  // `--key-file`; empty: not given.
  std::string key_file;
  // Values of the environment; empty: not set.
  std::string variable;
  std::string credentials_folder;
  std::string config_home;
  std::string home;
};

// The places as this process' environment says.
MasterKeyPlaces master_key_places(const std::string& data_folder, const std::string& key_file);

// `$XDG_CONFIG_HOME/parlor/NAME-HASH.key`, one for each data folder, outside of it: a copy of the data does not carry
// the key along.
std::string default_key_file(const MasterKeyPlaces& places);

// Makes a missing file (mode 0600), but only while the data folder has no keys.sqlite. Refuses a file that others may
// read.
Result<Key> load_master_key(const MasterKeyPlaces& places);

// 32 bytes as they are, in hexadecimal or in base64, white space around them ignored.
Result<Key> parse_master_key(std::string text);

}  // namespace parlor::store
