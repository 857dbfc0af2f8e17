// Router: the owner of every workspace's desk on this node. It hears of conversations from the shards and, through the
// bus, from other nodes; of people from their presence; asks the rules soon after each change; and turns what they say
// into commands, which may lose to whoever was faster and are then part of the next answer. Lives on the first worker;
// calls may come from any thread.
#pragma once

#include <map>
#include <memory>
#include <unordered_map>

#include "app/conversation/beginning.h"
#include "app/conversation/conversations.h"
#include "app/floor_watch.h"
#include "app/routing/callbacks.h"
#include "app/routing/departures.h"
#include "app/routing/desk.h"
#include "app/routing/floor_view.h"
#include "app/routing/newest.h"
#include "runtime/published.h"
#include "runtime/timer.h"

namespace parlor::app {

// A conversation that somebody only thinks of, for "who would get this?".
struct Thought {
  std::optional<ConversationId> conversation;
  // What the rules are asked about; of the place they write the rest.
  Beginning beginning;
  // These decide before the rules do.
  std::optional<TeamId> team;
  std::optional<Priority> priority;
  std::vector<Skill> required;
  std::vector<Skill> preferred;
};

struct Explained {
  routing::Explanation explanation;
  TeamId team;
  Priority priority{};
  // One for each rule, in their order; empty for a conversation that waits already.
  std::vector<routing::RuleTrace> rules;
};

class Router final : public FloorWatch, Follower {
 public:
  Router(Node& node, Conversations& conversations);
  ~Router() override;

  // Before the workers run, or on the first one: once the directory is read.
  void start();

  void changed(WorkspaceId workspace, Glance glance) override;
  void in_doubt(WorkspaceId workspace) override;
  void set_up_anew() override;
  std::optional<QueueFigures> figures(WorkspaceId workspace, TeamId team) const override;

  // `false` passes. The answer comes when it is stored.
  void answer_offer(access::Principal agent, ConversationId conversation, bool accept, Reply<bool> reply);
  // A call whose wish is conversation::AskColleague. The answer comes once it rings, and the note is stored.
  void ask_colleague(access::Principal agent, Call call, Reply<ports::Receipt> reply);
  // When somebody of the team could call a visitor who waits.
  void callback_slots(access::Principal visitor, ConversationId conversation, Reply<std::vector<Time>> reply);
  // A call whose wish is conversation::AskAnswer. The answer comes when it is stored.
  void ask_answer(access::Principal visitor, Call call, Reply<ports::Receipt> reply);
  void view(access::Principal agent, Reply<std::shared_ptr<const FloorView>> reply);
  void explain(access::Principal agent, Thought thought, Reply<Explained> reply);

 private:
  struct Floor {
    Floor(Time now, const ports::Zones* zones) : desk(now), callbacks(zones) {}
    Desk desk;
    Callbacks callbacks;
    Departures departures;
    Newest newest;
    // It could not be, or not to its end.
    bool has_to_be_read = false;
    bool is_due = false;
    bool is_shown = true;
    std::optional<Time> due_at;
    // When the next team opens or closes; nothing: not looked at yet, or never.
    std::optional<Time> hours_due;
    bool knows_hours = false;
  };

  using QueueFiguresOf = std::map<std::pair<WorkspaceId, TeamId>, QueueFigures>;

  void deliver(const SharedPublication& publication) override;
  void person_changed(WorkspaceId workspace, const PresenceChanged& change);
  // A workspace is followed from the first time that the directory names it.
  void follow_workspaces();
  void read_floor(WorkspaceId workspace, std::string cursor);
  // At the next look.
  void read_again(WorkspaceId workspace);
  void take_page(WorkspaceId workspace, const ports::ListPage& page);
  Floor& floor_of(WorkspaceId workspace);

  void step_soon(Floor& floor);
  void step_due();
  void step(WorkspaceId workspace, Floor& floor);
  void follow_hours(Floor& floor, Time now);
  void follow(WorkspaceId workspace, Steps steps);
  void wait_for_next();
  // Once a second: what agents see of the floor, and visitors of their place.
  void show();
  // None: it neither waits nor has a time, or is not theirs.
  std::optional<Booking> open_booking(const Floor& floor, access::Principal visitor, ConversationId conversation) const;
  bool reserve(Floor& floor, access::Principal visitor, const Call& call);
  void see(WorkspaceId workspace, Floor& floor, const Glance& glance, bool visitor_there);
  void accept(access::Principal agent, ConversationId conversation, Reply<bool> reply);
  void submit_for_system(WorkspaceId workspace, ConversationId conversation, conversation::Wish wish);
  // The others are told, and whoever asked a colleague in vain.
  void offer_over(WorkspaceId workspace, const routing::Offer& offer);
  void keep_figures(WorkspaceId workspace, const FloorView& view);
  void publish_offer(WorkspaceId workspace, const routing::Offer& offer);
  void publish_positions(WorkspaceId workspace, Floor& floor);
  Answer<Explained> explain_now(WorkspaceId workspace, const Thought& thought);
  routing::Waiting think(const Desk& desk, const Thought& thought, const routing::Routing& routed) const;

  Node& node_;
  Conversations& conversations_;
  runtime::Worker& worker_;
  Local& local_;
  std::unordered_map<WorkspaceId, std::unique_ptr<Floor>> floors_;
  // Of the views that were shown last; the published ones are for all threads.
  QueueFiguresOf figures_;
  runtime::Published<QueueFiguresOf> published_figures_;
  runtime::Coalesced steps_soon_;
  runtime::Timer next_;
  runtime::Every show_;
  runtime::Every look_;
};

}  // namespace parlor::app
