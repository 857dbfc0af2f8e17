#include "main/client/outbox.h"

#include <algorithm>

namespace parlor::client {

wire::Uuid Outbox::post(std::string text) {
  const auto id = client_->loop().new_id();
  entries_.push_back({id, std::move(text)});
  pump();
  return id;
}

void Outbox::send_again() {
  for (auto& entry : entries_)
    entry.sent = false;
  pump();
}

void Outbox::pump() {
  if (paused_ || !client_->is_live()) return;
  for (std::size_t index = 0; index < entries_.size(); ++index) {
    if (!entries_[index].sent) send(index);
  }
}

void Outbox::send(std::size_t index) {
  auto& entry = entries_[index];
  entry.sent = true;
  wire::MessagePostParams params{
      .conversation = conversation_, .client_id = entry.client_id, .body = wire::TextBody{entry.text}};
  if (index > 0) params.after = entries_[index - 1].client_id;
  const auto answer = [weak = weak_from_this(), id = entry.client_id](Called<wire::MessagePostResult> result) {
    if (const auto self = weak.lock()) self->answered(id, std::move(result));
  };
  client_->call<wire::MessagePostParams>(std::move(params), answer);
}

std::deque<Outbox::Entry>::iterator Outbox::find(const wire::Uuid& client_id) {
  return std::ranges::find_if(entries_, [&](const Entry& entry) { return entry.client_id == client_id; });
}

void Outbox::answered(const wire::Uuid& client_id, Called<wire::MessagePostResult> answer) {
  const auto entry = find(client_id);
  if (entry == entries_.end()) return;
  if (answer) {
    entries_.erase(entry);
    if (hooks_.on_acknowledged) hooks_.on_acknowledged({client_id, *answer});
    return;
  }
  if (answer.error().lost) {
    entry->sent = false;
    return;
  }
  if (answer.error().is_worth_retrying()) {
    entry->sent = false;
    if (hooks_.on_deferred) hooks_.on_deferred(client_id, answer.error());
    return pause(answer.error().retry_after.value_or(std::chrono::milliseconds(20)));
  }
  entries_.erase(entry);
  if (hooks_.on_refused) hooks_.on_refused(client_id, answer.error());
}

void Outbox::pause(std::chrono::milliseconds wait) {
  if (std::exchange(paused_, true)) return;
  timer_.expires_after(wait);
  timer_.async_wait([weak = weak_from_this()](const boost::system::error_code& error) {
    const auto self = weak.lock();
    if (error || !self) return;
    self->paused_ = false;
    self->pump();
  });
}

}  // namespace parlor::client
