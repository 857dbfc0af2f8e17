#include "tab.h"

#include <algorithm>

#include "edge/session/to_wire.h"
#include "person.h"

namespace parlor::sim {

using namespace std::chrono_literals;

namespace {

// The parser is large, and nobody keeps an element over the next frame.
wire::Decoded<std::vector<wire::ServerMessage>> decode(const std::string& text) {
  static wire::ServerFrameDecoder decoder;
  return decoder.decode(text);
}

}  // namespace

bool is_retried(wire::Reason reason) {
  return wire::error_kind(reason).retry == wire::Retry::kAfter;
}

Tab::~Tab() {
  if (line_) line_->hang_up();
}

void Tab::connect() {
  if (dead_ || line_) return;
  auto& nodes = network_.nodes();
  // Most come back to where they were.
  const bool stays = last_node_ && world_.chance.percent(50);
  auto& node = *nodes[stays ? *last_node_ : world_.chance.below(nodes.size())];
  line_ = Line::open(world_, node, weak_from_this(), world_.chance.percent(65));
  call(wire::Params(hello()), [this](CallAnswer answer) { greeted(std::move(answer)); });
}

void Tab::kill() {
  dead_ = true;
  if (line_) world_.chance.one_in(2) ? line_->hang_up() : line_->cut();
  lost();
}

wire::SessionHelloParams Tab::hello() const {
  wire::SessionHelloParams params;
  params.token = person_.token();
  params.client = {"sim", "1"};
  for (const auto& [topic, followed] : topics_) {
    if (topic.kind != wire::TopicKind::kConversation || !followed.position) continue;
    if (!params.resume) params.resume.emplace();
    params.resume->push_back({topic, followed.position->epoch, followed.position->seq});
  }
  return params;
}

void Tab::greeted(CallAnswer answer) {
  if (answer.lost()) return;
  if (answer.error) {
    promise(is_retried(answer.error->reason), "a hello was refused for good");
    return line_->hang_up(), come_back();
  }
  const auto hello = wire::decode_as<wire::SessionHelloResult>(*answer.result);
  promise(hello.has_value(), "a hello's answer cannot be decoded");
  live_ = true;
  if (last_node_ && *last_node_ != line_->node()) world_.tally.add(Count::failovers);
  if (last_transport_ && *last_transport_ != line_->transport()) world_.tally.add(Count::transport_changes);
  last_node_ = line_->node();
  last_transport_ = line_->transport();
  for (auto& entry : topics_) {
    const auto found = std::ranges::find(hello->topics, entry.first, &wire::TopicPosition::topic);
    const bool answered = found != hello->topics.end();
    if (answered && found->recovered) {
      world_.tally.add(Count::resumes);
      become_live(entry, found->seq);
    } else {
      take_snapshot(entry, !answered);
    }
  }
  for (const auto& position : hello->topics)
    want(position.topic);
  person_.went_live(*this);
}

void Tab::come_back() {
  lost();
  const auto wait = world_.chance.between(10ms, 1500ms);
  world_.timeline.after(wait, [weak = weak_from_this()] {
    if (const auto tab = weak.lock()) tab->connect();
  });
}

void Tab::lost() {
  live_ = false;
  line_.reset();
  for (auto& [topic, followed] : topics_)
    rest(followed, Status::idle);
  auto waiting = std::exchange(waiting_, {});
  for (auto& [id, answered] : waiting)
    answered({});
}

void Tab::line_ended(const Line& line) {
  if (line_.get() == &line) come_back();
}

void Tab::call(const wire::Params& params, OnAnswer answered) {
  const auto id = ++calls_;
  waiting_.emplace(id, std::move(answered));
  line_->say(wire::encode_request(std::to_string(id), params));
}

void Tab::notify(const wire::Params& params) {
  if (live_) line_->say(wire::encode_client_notification(params));
}

void Tab::heard(const Line& line, const std::string& text) {
  if (line_.get() != &line) return;
  const auto messages = decode(text);
  promise(messages.has_value(), "a frame of the server cannot be decoded");
  for (const auto& message : *messages) {
    // Whatever was heard may have ended the line.
    if (line_.get() != &line) return;
    if (const auto* notice = std::get_if<wire::Notice>(&message)) {
      take(*notice);
      continue;
    }
    const auto* response = std::get_if<wire::Response>(&message);
    const auto* error = std::get_if<wire::RpcError>(&message);
    const auto found = waiting_.find(std::stoll(response ? response->id : error->id));
    if (found == waiting_.end()) continue;
    auto answered = std::move(found->second);
    waiting_.erase(found);
    answered(response ? CallAnswer{response->result, std::nullopt} : CallAnswer{std::nullopt, *error});
  }
}

void Tab::take(const wire::Notice& notice) {
  if (const auto* event = std::get_if<wire::Event>(&notice)) return take_event(*event);
  if (std::holds_alternative<wire::HeartbeatParams>(notice)) return notify(wire::Params(wire::HeartbeatParams{}));
  if (const auto* signal = std::get_if<wire::Signal>(&notice)) {
    if (const auto* offer = std::get_if<wire::Offer>(&signal->data)) person_.rung(*offer);
    return;
  }
  if (std::holds_alternative<wire::TopicClosed>(notice)) broken("a topic was closed that may be followed");
}

void Tab::take_event(wire::Event event) {
  const auto topic = *event.topic;
  if (topic.kind == wire::TopicKind::kConversation) {
    world_.ledger.check_told(ConversationId{topic.id.bytes}, event, person_.audience());
    if (event.client_id) person_.confirmed(*event.client_id);
  }
  const auto found = topics_.find(topic);
  if (found == topics_.end()) return;
  if (found->second.status == Status::live) return take(*found, event);
  found->second.buffer.push_back(std::move(event));
}

void Tab::want(const wire::Topic& topic) {
  auto& entry = *topics_.try_emplace(topic).first;
  if (live_ && entry.second.status == Status::idle) sync(entry);
}

bool Tab::follows(const Followed& followed, const wire::Event& event) const {
  return followed.position && event.epoch == followed.position->epoch && event.prev == followed.position->seq;
}

void Tab::take(Entry& topic, const wire::Event& event) {
  auto& followed = topic.second;
  if (followed.position && event.epoch == followed.position->epoch && event.seq <= followed.position->seq)
    return world_.tally.add(Count::doubles_dropped);
  if (!follows(followed, event)) return gap(topic, event);
  followed.position->seq = event.seq;
  followed.fruitless = 0;
  apply(topic, event);
}

void Tab::apply(Entry& topic, const wire::Event& event) {
  auto& [name, followed] = topic;
  if (name.kind == wire::TopicKind::kConversation) {
    followed.view.take(event);
    compare(followed);
  } else if (const auto* started = std::get_if<wire::ConversationStarted>(&event.data)) {
    want(wire::Topic::conversation(started->conversation->id));
  }
}

void Tab::compare(Followed& followed) {
  std::erase_if(followed.fresh, [&](const View& fresh) {
    if (fresh.seq == followed.view.seq) {
      promise_equal(followed.view, fresh);
      world_.tally.add(Count::snapshots_compared);
    }
    return fresh.seq <= followed.view.seq;
  });
}

void Tab::compare_snapshot() {
  const auto topic = std::ranges::find_if(topics_, [](const Entry& one) {
    return one.first.kind == wire::TopicKind::kConversation && one.second.status == Status::live;
  });
  if (!live_ || topic == topics_.end()) return;
  call(wire::Params(wire::TopicSnapshotParams{topic->first, {}, {}, {}}),
       [this, name = topic->first](CallAnswer answer) {
         const auto found = topics_.find(name);
         if (!answer.result || found == topics_.end() || found->second.status != Status::live) return;
         const auto result = wire::decode_as<wire::TopicSnapshotResult>(*answer.result);
         promise(result.has_value(), "a snapshot cannot be decoded");
         found->second.fresh.push_back(View::of(std::get<wire::ConversationState>(result->state), result->seq));
         compare(found->second);
       });
}

void Tab::gap(Entry& topic, const wire::Event& event) {
  auto& followed = topic.second;
  if (world_.traces()) world_.trace(person_.name() + " has a gap before " + std::to_string(event.seq));
  followed.buffer.push_back(event);
  if (!followed.position || event.epoch != followed.position->epoch) return take_snapshot(topic, false);
  const bool catching_up = followed.position->seq < followed.target;
  followed.target = std::max(followed.target, event.seq);
  catching_up ? drain(topic) : sync(topic);
}

void Tab::sync(Entry& topic) {
  constexpr int kFruitlessMax = 2;
  auto& followed = topic.second;
  if (!followed.position || followed.fruitless >= kFruitlessMax) return take_snapshot(topic, true);
  ask(topic, wire::Params(wire::TopicSubscribeParams{topic.first, followed.position}),
      [this](Entry& entry, wire::Element result) {
        const auto answer = wire::decode_as<wire::TopicPosition>(result);
        promise(answer.has_value(), "a subscription's answer cannot be decoded");
        answer->recovered ? become_live(entry, answer->seq) : take_snapshot(entry, false);
      });
}

void Tab::take_snapshot(Entry& topic, bool subscribe) {
  const auto name = topic.first;
  // The server subscribes visitors by itself.
  if (subscribe && person_.audience() == Audience::agent) {
    return ask(topic, wire::Params(wire::TopicSubscribeParams{name, std::nullopt}),
               [this](Entry& entry, wire::Element) { take_snapshot(entry, false); });
  }
  ask(topic, wire::Params(wire::TopicSnapshotParams{name, {}, {}, {}}), [this](Entry& entry, wire::Element element) {
    const auto result = wire::decode_as<wire::TopicSnapshotResult>(element);
    promise(result.has_value(), "a snapshot cannot be decoded");
    apply(entry, *result);
    entry.second.fruitless = 0;
    become_live(entry, result->seq);
  });
}

void Tab::apply(Entry& topic, const wire::TopicSnapshotResult& result) {
  auto& followed = topic.second;
  followed.position = wire::Position{result.epoch, result.seq};
  followed.fresh.clear();
  if (const auto* state = std::get_if<wire::ConversationState>(&result.state)) {
    followed.view = View::of(*state, result.seq);
  } else if (const auto* contact = std::get_if<wire::ContactState>(&result.state)) {
    for (const auto& one : contact->conversations)
      want(wire::Topic::conversation(one.id));
  }
}

void Tab::ask(Entry& topic, const wire::Params& params, std::move_only_function<void(Entry&, wire::Element)> answered) {
  rest(topic.second, Status::syncing);
  const auto round = topic.second.round;
  call(params, [this, name = topic.first, round, answered = std::move(answered)](CallAnswer answer) mutable {
    const auto found = topics_.find(name);
    if (answer.lost() || found == topics_.end() || found->second.round != round) return;
    if (answer.error) return refused(name, answer.error->reason);
    answered(*found, *answer.result);
  });
}

void Tab::refused(const wire::Topic& topic, wire::Reason reason) {
  if (!is_retried(reason)) broken("a topic was refused that may be followed: " + std::string(wire::to_string(reason)));
  later(topic, 1s, [this](Entry& entry) { sync(entry); });
}

void Tab::later(const wire::Topic& topic, Span wait, std::move_only_function<void(Entry&)> step) {
  const auto round = topics_.at(topic).round;
  world_.timeline.after(wait, [weak = weak_from_this(), topic, round, step = std::move(step)]() mutable {
    const auto tab = weak.lock();
    if (!tab || !tab->live_) return;
    const auto found = tab->topics_.find(topic);
    if (found != tab->topics_.end() && found->second.round == round) step(*found);
  });
}

void Tab::become_live(Entry& topic, std::int64_t target) {
  auto& followed = topic.second;
  followed.status = Status::live;
  followed.target = target;
  for (const auto& event : followed.buffer)
    followed.target = std::max(followed.target, event.seq);
  drain(topic);
}

// Applies what waited and fits; if something is still missing, waits a while and then asks again.
void Tab::drain(Entry& topic) {
  auto& followed = topic.second;
  std::ranges::sort(followed.buffer, {}, &wire::Event::seq);
  for (auto& event : std::exchange(followed.buffer, {})) {
    if (follows(followed, event)) {
      take(topic, event);
    } else if (!followed.position || event.seq > followed.position->seq) {
      followed.buffer.push_back(std::move(event));
    }
  }
  if (followed.position && followed.position->seq >= followed.target) return;
  later(topic.first, 5s, [this](Entry& entry) {
    if (entry.second.position && entry.second.position->seq >= entry.second.target) return;
    ++entry.second.fruitless;
    sync(entry);
  });
}

// A new sync keeps the buffer, a lost connection does not.
void Tab::rest(Followed& followed, Status status) {
  followed.status = status;
  ++followed.round;
  followed.fresh.clear();
  if (status == Status::idle) followed.buffer.clear();
}

const View* Tab::view(ConversationId conversation) const {
  const auto found = topics_.find(wire::Topic::conversation(edge::to_wire(conversation)));
  return found == topics_.end() || found->second.status != Status::live ? nullptr : &found->second.view;
}

std::vector<ConversationId> Tab::conversations() const {
  std::vector<ConversationId> conversations;
  for (const auto& [topic, followed] : topics_) {
    const bool shown = topic.kind == wire::TopicKind::kConversation && followed.status == Status::live;
    if (shown) conversations.push_back(ConversationId{topic.id.bytes});
  }
  return conversations;
}

bool Tab::is_settled() const {
  if (!live_ || !waiting_.empty()) return false;
  return std::ranges::all_of(topics_, [&](const Entry& entry) {
    const auto& [topic, followed] = entry;
    if (followed.status != Status::live || !followed.buffer.empty()) return false;
    const auto* stored = world_.ledger.find(ConversationId{topic.id.bytes});
    if (topic.kind != wire::TopicKind::kConversation || !stored) return true;
    const auto& state = stored->state;
    const auto head = person_.audience() == Audience::visitor ? state.visitor_seq : state.seq;
    return static_cast<conversation::Seq>(followed.view.seq) == head;
  });
}

void Tab::check_true() const {
  promise(live_, "a tab never came back");
  for (const auto& [topic, followed] : topics_) {
    promise(followed.status == Status::live, "a topic never became live");
    if (topic.kind != wire::TopicKind::kConversation) continue;
    promise_true(followed.view, *world_.ledger.find(ConversationId{topic.id.bytes}), person_.audience());
  }
}

}  // namespace parlor::sim
