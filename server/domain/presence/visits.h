// Visits: who is on a workspace's sites now, page by page, and whom an agent has asked in. One visit is one browser's
// stay; it may be a stranger's, of whom nothing is stored anywhere. Every answer is a function of this state and a
// moment: a visit is here while its page asks again, or while its contact has a connection, and is over for good half
// an hour later. Owned by the keeper of presence, on its thread; never reads a clock.
//
// A stranger's page names its visit as long as it is open. The next page of the same site does not know it, and is told
// by where it came from: the same browser, from the page that the visit is on. Where two visits fit, it is a new one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/id.h"
#include "base/limits.h"
#include "base/time.h"

namespace parlor::presence {

using VisitId = Id<struct VisitTag>;

struct SitePage {
  // Without query and fragment.
  std::string url;
  std::string title;
  std::string referrer;
  bool operator==(const SitePage&) const = default;
};

// What is known of who sends a request, without asking the browser to remember anything.
struct Trace {
  // Of the network that it comes from; none where many share one address and are not counted.
  std::optional<std::uint64_t> network;
  // Of network and program together.
  std::uint64_t browser{};
};

struct Sighting {
  // As the page was told before.
  std::optional<VisitId> visit;
  std::optional<ContactId> contact;
  InboxId inbox;
  Trace trace;
  SitePage page;
};

enum class InvitationState : std::uint8_t { sent, shown, dismissed };

// An agent asks the visitor in. Its id is also the client id of the message that it becomes.
struct Invitation {
  ClientId id;
  UserId agent;
  std::string text;
  Time at{};
  InvitationState state{};
};

struct Chat {
  ConversationId conversation;
  // None: it waits.
  std::optional<UserId> agent;
};

struct Visit {
  VisitId id;
  InboxId inbox;
  std::optional<ContactId> contact;
  Trace trace;
  SitePage page;
  // Where the first page was reached from.
  std::string referrer;
  Time since{};
  Time page_since{};
  Time seen_at{};
  std::size_t pages = 1;
  // Of the contact, as far as is remembered; this one among them.
  std::size_t visits = 1;
  std::optional<Invitation> invitation;
};

class Visits {
 public:
  // The visit that was seen; a new one gets the id `fresh`. None: more are not counted.
  const Visit* see(Sighting sighting, VisitId fresh, Time now);
  // The contact's connections began, or the last of them ended.
  void connected(ContactId contact, bool is_connected, Time now);
  // The contact's unresolved conversation, or that there is none any more.
  void chats(ContactId contact, ConversationId conversation, std::optional<Chat> chat);

  // False: nobody here has this visit, or they wait or chat.
  bool invite(VisitId visit, Invitation invitation, Time now);
  // What the visitor's page is to show now; it counts as shown.
  std::optional<Invitation> show_invitation(VisitId visit, Time now);
  void dismiss_invitation(VisitId visit, ClientId invitation);
  // Of whoever answers it.
  std::optional<Invitation> invitation(ClientId id, Time now) const;

  // Whoever came last first; before `before` only, if that is named.
  std::vector<const Visit*> here(std::optional<VisitId> before, std::size_t count, Time now) const;
  struct Counts {
    std::size_t browsing = 0;
    std::size_t queued = 0;
    std::size_t chatting = 0;
    bool operator==(const Counts&) const = default;
  };
  Counts counts(Time now) const;
  const Visit* find(VisitId visit, Time now) const;
  const Chat* chat_of(const Visit& visit) const;

  // Forgets those that are over. To be called now and then.
  void sweep(Time now);
  std::size_t size() const { return visits_.size(); }

 private:
  Visit* known(const Sighting& sighting, Time now);
  Visit* arrived_from(const Sighting& sighting, Time now);
  Visit* begin(const Sighting& sighting, VisitId fresh, Time now);
  void belong(Visit& visit, ContactId contact);
  void end_invitation(Visit& visit);
  bool is_here(const Visit& visit, Time now) const;
  bool make_room(const Trace& trace, Time now);
  void forget(VisitId visit);

  // By id, and so by arrival.
  std::map<VisitId, Visit> visits_;
  std::unordered_map<ContactId, VisitId> of_contact_;
  std::unordered_multimap<std::uint64_t, VisitId> of_browser_;
  std::unordered_map<std::uint64_t, std::size_t> of_network_;
  std::unordered_map<ContactId, std::size_t> visits_before_;
  std::unordered_map<ContactId, Chat> chats_;
  // Whoever was invited last by it.
  std::unordered_map<ClientId, VisitId> invited_;
  std::unordered_set<ContactId> connected_;
};

}  // namespace parlor::presence
