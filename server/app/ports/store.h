// Store: everything durable, as one adapter offers it.
#pragma once

#include "app/ports/conversation_store.h"
#include "app/ports/directory_store.h"

namespace parlor::ports {

class Store : public ConversationStore, public DirectoryStore {};

}  // namespace parlor::ports
