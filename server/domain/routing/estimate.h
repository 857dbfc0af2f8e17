// Estimator: how long everybody who waits will wait. It learns each team's pace from what happens, and sees the floor
// as it is: who waits in what order, who may take whom, which agents have room. Owned by whoever keeps a workspace's
// queue, on one thread; reads no clock.
//
// The wait is what it takes until agents who may take a conversation have freed so many slots that all who are ahead
// and compete for the same agents, and then this one, have got theirs (taps.h). Those ahead may give up meanwhile, at
// the pace at which visitors lately did. How long chats take, and how that scatters, it need not be told.
//
// What was told is compared with what came (proofs.h): a supervisor sees how far to trust it, and the next estimates
// are corrected, also for what is not counted here, such as newcomers who go ahead and offers that ring out.
#pragma once

#include <unordered_map>

#include "domain/routing/floor.h"
#include "domain/routing/pace.h"
#include "domain/routing/proofs.h"

namespace parlor::routing {

struct Estimate {
  ConversationId conversation;
  // Nothing: nobody is there who could take it.
  std::optional<Millis> wait;
  bool operator==(const Estimate&) const = default;
};

class Estimator {
 public:
  // What happens, in its order.
  void arrived(const Waiting& waiting, Time at);
  void began(const Waiting& waiting, Time at);
  void ended(TeamId team, Time at);
  void left(const Waiting& waiting, Time at);

  // In the order of the queue. A slot that is free counts as no wait.
  std::vector<Estimate> estimates(const Floor& floor) const;
  // What its visitor was told first; put to the proof when it begins.
  void told(const Waiting& waiting, Millis wait, Time at);
  std::optional<Accuracy> accuracy(TeamId team) const;

 private:
  double correction(TeamId team) const;
  Millis corrected(TeamId team, double wait) const;

  std::unordered_map<TeamId, Pace> paces_;
  std::unordered_map<TeamId, Proofs> proofs_;
  // Of those who wait.
  std::unordered_map<ConversationId, Told> told_;
};

// What a visitor is told.
enum class WaitBand : std::uint8_t { under_1_min, about_2_min, about_5_min, over_10_min };
WaitBand band(Millis wait);

}  // namespace parlor::routing
