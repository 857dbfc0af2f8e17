// Proofs: what visitors were told and what came, of one team's last ones. From these a supervisor sees how far to trust
// an estimate, and the next estimates are corrected by what the last ones were wrong by. Owned by the estimator.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "base/limits.h"
#include "base/time.h"

namespace parlor::routing {

struct Accuracy {
  // limits::kProofsKept at most.
  std::size_t estimates = 0;
  // Half of them were nearer.
  Millis median_error{};
  // In hundredths of the real wait.
  int median_error_percent = 0;
  bool operator==(const Accuracy&) const = default;
};

// An estimate as it was told, and the factor that it was corrected by.
struct Told {
  Time at{};
  Millis wait{};
  double correction = 1;
};

class Proofs {
 public:
  // An estimate of no wait proves nothing and is left out.
  void add(const Told& told, Millis real);
  // By what an estimate that nobody corrected would on the whole have been right; near 1 before there are many proofs.
  double correction() const { return correction_; }
  // Nothing before the first proof.
  std::optional<Accuracy> accuracy() const;

 private:
  struct Proof {
    Millis error{};
    double error_part = 0;
    double right_factor = 1;
  };

  std::array<Proof, limits::kProofsKept> kept_{};
  std::size_t added_ = 0;
  double correction_ = 1;
};

}  // namespace parlor::routing
