// The keyed hash by which a repeated client id is told from a reused one, and what a call that was made before is
// answered. Any thread.
#pragma once

#include "app/ports/vault.h"
#include "app/reply.h"
#include "domain/conversation/commands.h"

namespace parlor::app {

ports::Fingerprint fingerprint(ports::Vault& vault, const conversation::Wish& wish);

// The first answer again, or that the client id was used for another call.
Answer<ports::Receipt> answer_again(const ports::RequestRecord& first, const ports::Fingerprint& fingerprint);

}  // namespace parlor::app
