// Site: what every worker of the edge knows and nobody changes once the server listens. Immutable: any thread.
#pragma once

#include <string>
#include <vector>

#include "edge/auth/public_origin.h"
#include "edge/options.h"
#include "wire/http/address.h"

namespace parlor::edge {

struct Site {
  EdgeOptions options;
  std::string public_url;
  PublicOrigin origin;
  std::vector<wire::http::Cidr> trusted;
  // The path of the widget panel's module.
  std::string panel;
};

}  // namespace parlor::edge
