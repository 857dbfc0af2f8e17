// Outbox: the messages of one sender to one conversation. Several may be in flight; each names the one before it in
// `after`, so that the server keeps their order; what is not acknowledged is sent again after a lost connection or a
// "later". Lives on its client's thread. Never gives a message up unless the server refuses it for good.
#pragma once

#include <deque>
#include <functional>
#include <memory>

#include "main/client/client.h"

namespace parlor::client {

struct Posted {
  wire::Uuid client_id;
  wire::MessagePostResult result;
};

struct OutboxHooks {
  std::function<void(const Posted&)> on_acknowledged = {};
  // "Not now": it is sent again by itself.
  std::function<void(const wire::Uuid&, const CallError&)> on_deferred = {};
  std::function<void(const wire::Uuid&, const CallError&)> on_refused = {};
};

class Outbox : public std::enable_shared_from_this<Outbox> {
 public:
  Outbox(std::shared_ptr<Client> client, wire::Uuid conversation, OutboxHooks hooks)
      : client_(std::move(client)),
        conversation_(conversation),
        hooks_(std::move(hooks)),
        timer_(client_->loop().executor()) {}

  wire::Uuid post(std::string text);
  // Call when the client is live again: all that is unacknowledged goes out once more, in order.
  void send_again();
  [[nodiscard]] std::size_t unacknowledged() const { return entries_.size(); }

 private:
  struct Entry {
    wire::Uuid client_id;
    std::string text;
    bool sent = false;
  };

  void pump();
  void send(std::size_t index);
  void answered(const wire::Uuid& client_id, Called<wire::MessagePostResult> answer);
  void pause(std::chrono::milliseconds wait);
  std::deque<Entry>::iterator find(const wire::Uuid& client_id);

  std::shared_ptr<Client> client_;
  wire::Uuid conversation_;
  OutboxHooks hooks_;
  Timer timer_;
  std::deque<Entry> entries_;
  bool paused_ = false;
};

}  // namespace parlor::client
