// Pending: a command that waits for its conversation. Moves from the caller to the shard, into a batch, and back on a
// failed append.
#pragma once

#include <optional>
#include <vector>

#include "app/reply.h"
#include "domain/access/access.h"
#include "domain/conversation/commands.h"

namespace parlor::app {

struct Pending {
  access::Principal caller;
  conversation::Command command;
  ports::Fingerprint fingerprint{};
  // The sender's previous unanswered post, which must be stored or wait ahead.
  std::optional<ClientId> after;
  Reply<ports::Receipt> reply;
  // The same call again, while this one waits.
  std::vector<Reply<ports::Receipt>> echoes;
  int conflicts = 0;
  // The state was the newest at some moment after this came, so that a refusal, or that nothing is to be done, is true.
  bool saw_newest = false;

  void answer(const Answer<ports::Receipt>& answer) {
    for (auto& echo : echoes)
      echo(answer);
    reply(answer);
  }
};

}  // namespace parlor::app
