// ConversationRun: one recorded conversation held over the wire: a visitor's and an agent's connection, turn by turn,
// then the transcript read back on both sides. Lives on its loop's thread. Never prints, and never hands out what was
// said.
#pragma once

#include "main/client/client.h"
#include "main/replay/conversation_file.h"
#include "main/replay/feed.h"
#include "main/replay/tally.h"

namespace parlor::replay {

struct RunSettings {
  client::ServerAddress server;
  client::Credentials agent;
  std::string inbox;
  std::chrono::milliseconds pause{0};  // before each turn
};

class ConversationRun {
 public:
  ConversationRun(client::Loop& loop, const RunSettings& settings, const RecordedConversation& recorded, Tally& tally)
      : loop_(loop), settings_(settings), recorded_(recorded), tally_(tally), visitor_(loop), agent_(loop) {}

  // The run must outlive it.
  runtime::Task<> run();

 private:
  struct Side {
    explicit Side(client::Loop& loop) : feed(loop) {}
    std::shared_ptr<client::Client> client;
    Feed feed;
  };

  runtime::Task<Result<void>> hold();
  runtime::Task<Result<void>> connect(Side& side, client::Credentials credentials);
  runtime::Task<Result<void>> begin();
  runtime::Task<Result<void>> take_over();
  runtime::Task<Result<void>> say(std::size_t index);
  runtime::Task<> check_arrival(wire::Uuid client_id, Side& receiver, Side& sender);
  runtime::Task<Result<void>> resolve();
  runtime::Task<Result<void>> compare(Side& side);
  void count_order();
  Side& sender_of(const Turn& turn) { return turn.by_visitor ? visitor_ : agent_; }
  Side& receiver_of(const Turn& turn) { return turn.by_visitor ? agent_ : visitor_; }

  client::Loop& loop_;
  const RunSettings& settings_;
  const RecordedConversation& recorded_;
  Tally& tally_;
  Side visitor_;
  Side agent_;
  wire::Uuid conversation_{};
  std::vector<wire::Uuid> said_;  // client ids in the order of the file
};

// What is stored of a conversation, oldest first, as this client may read it.
runtime::Task<Result<std::vector<wire::Event>>> read_transcript(std::shared_ptr<client::Client> client,
                                                                wire::Uuid conversation);

}  // namespace parlor::replay
