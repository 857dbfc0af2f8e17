// Services: what sessions and HTTP routes work with, one for each worker. Wired by main/.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/conversation/conversations.h"
#include "app/directory/accounts.h"
#include "app/node.h"
#include "edge/session/frames.h"
#include "edge/session/reception.h"
#include "wire/json/rpc.h"

namespace parlor::edge {

struct Services {
  app::Node& node;
  runtime::Worker& worker;
  app::Local& local;
  app::Conversations& conversations;
  app::Accounts& accounts;
  // Scheme and authority under which people reach this server: "https://chat.casa.example".
  const std::string& public_url;
  FrameCache frames;
  wire::FrameDecoder decoder;
  Reception reception = Reception();
};

}  // namespace parlor::edge
