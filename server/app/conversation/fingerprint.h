// The keyed hash by which a repeated client id is told from a reused one. Any thread.
#pragma once

#include "app/ports/vault.h"
#include "domain/conversation/commands.h"

namespace parlor::app {

ports::Fingerprint fingerprint(ports::Vault& vault, const conversation::Wish& wish);

}  // namespace parlor::app
