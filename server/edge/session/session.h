// Session: a client that may speak. One object under WebSocket, SSE and long-poll; it lives on one worker and is
// touched only there.
//
//     opened --- session.hello ---> greeting ---> live ---> closed
//       |  10 s without hello, or a bad token        |        ^
//       +--------------------------------------------+--------+  (client gone, silence, slow, revoked, shutdown)
//
// While greeting, frames wait. It follows topics through the worker's hub; of each it knows the newest seq that it
// sent, so that reading the past first and dropping what was sent already loses nothing and doubles nothing. Whatever
// a bus lost or brought in another order shows as a gap before the next event, and is read in the same way.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "edge/session/rate_budget.h"
#include "edge/session/services.h"
#include "edge/session/sink.h"
#include "wire/generated/session.h"

namespace parlor::edge {

// What the transport knows of the client before it says anything.
struct Caller {
  // The value of Origin as sent; none from programs that are not browsers.
  std::optional<std::string> origin;
  // Proven by cookie under the Origin rules, if so.
  std::optional<access::Principal> cookie_principal;
  std::optional<std::string> user_agent;
  // On this machine, and no proxy in between: has the bulk budget.
  bool is_local = false;
  // The SHA-256 of the cookie's or bearer's token; a revoked one ends the session.
  std::optional<ports::TokenHash> credential;
};

// How a session begins.
struct Opening {
  Caller caller;
  // Fresh; names the session in paths, and is no credential.
  SessionId id;
  wire::Transport transport{};
};

// Where a frame's answer goes: the text of one answer or of a batch's list; empty when nothing is to be answered.
using AnswerTo = std::move_only_function<void(std::string)>;

class Session final : public app::Follower, public std::enable_shared_from_this<Session> {
 public:
  Session(Services& services, Opening opening, Sink& sink);
  ~Session() override;

  SessionId id() const { return id_; }
  wire::Transport transport() const { return transport_; }
  const std::optional<access::Principal>& principal() const { return principal_; }
  // Of the user's token by which it came in; revoking that ends the session. None for visitors.
  const std::optional<ports::TokenHash>& credential() const { return caller_.credential; }
  bool is_closed() const { return state_ == State::closed; }
  // What was heard last from the client, and told last to it; the transport's wheel of time asks these.
  Time heard_at() const { return heard_at_; }
  Time told_at() const { return told_at_; }

  // Sends session.ready. The first thing.
  void open();
  // One frame or batch of the client. `answer` is called exactly once, perhaps later.
  void receive(std::string_view text, AnswerTo answer);
  // The client did something that is not a frame (a poll, a ping).
  void touch();
  // Called about once a second by the transport's owner: heartbeats, silence, the wait for hello.
  void tick(Time now);
  // Tells the client why and ends the transport. Safe to call twice.
  // The agent did something.
  void note_act();
  void close(wire::Closing why, std::optional<Millis> after = std::nullopt);
  // The client said goodbye: ends the transport without a word.
  void end();
  // The transport is gone; nothing can be told any more.
  void gone();

  void deliver(const app::SharedPublication& publication) override;

 private:
  friend class Calls;
  friend class Greeting;
  friend class Reading;
  enum class State : std::uint8_t { opened, greeting, live, closed };

  struct Subscription {
    ports::Seq sent{};
    // Reading the past: what happens meanwhile is held.
    bool catching_up = false;
    std::vector<app::SharedPublication> held;
  };
  struct Waiting {
    std::string text;
    AnswerTo answer;
  };

  void send(const SharedFrame& frame);
  void send_event(const EventFrame& event);
  // A call of this client will become an event of which the call's answer tells all.
  void expect_own(ClientId client_id);
  void leave();
  void receive_waiting();

  // Topics. `sent` is the seq up to which the client has everything, or will by other means.
  void follow(const app::Topic& topic, ports::Seq sent);
  // As follow, but holds what happens until caught_up().
  void follow_later(const app::Topic& topic);
  void unfollow(const app::Topic& topic);
  void caught_up(const app::Topic& topic, ports::Seq sent);
  void deliver_events(const app::SharedPublication& publication, Subscription& subscription);
  // Something before this never came: reads it from the store first.
  void catch_up_before(const app::SharedPublication& publication, Subscription& subscription);
  void join_started(const app::ContactConversationStarted& started);

  Services& services_;
  Caller caller_;
  SessionId id_;
  wire::Transport transport_;
  Sink* sink_;
  State state_ = State::opened;
  std::optional<access::Principal> principal_;
  RateBudget budget_;
  std::string locale_;
  // A visitor's: kept with its contact, so that the token can be revoked.
  std::optional<ports::Fingerprint> token_hash_;
  Time opened_at_;
  Time heard_at_;
  std::optional<Time> acted_at_;
  Time told_at_;
  std::unordered_map<app::Topic, Subscription> subscriptions_;
  // Over HTTP only, where each word costs a request; the newest limits::kOwnCallsKept.
  std::vector<ClientId> own_calls_;
  // Mostly empty: a vector holds nothing then, where a deque would hold half a kilobyte for each idle session.
  std::vector<Waiting> waiting_;
};

}  // namespace parlor::edge
