// The routing experiment: policies against plain round robin on whole days at Casa & Co, and the estimate of the wait
// in rushes whose rates change in the middle. Prints a table of each; exits with 1 when an estimate misses its bar.
#include <CLI/CLI.hpp>

#include "compare_policies.h"
#include "prove_estimates.h"

int main(int count, char** words) {
  parlor::bench::Seeds seeds;
  CLI::App app("Compares routing policies on days at Casa & Co, and proves the estimate of the wait.");
  app.add_option("--seed", seeds.first, "of the first day");
  app.add_option("--days", seeds.count, "how many, with one seed after another");
  CLI11_PARSE(app, count, words);
  parlor::bench::compare_policies(seeds);
  return parlor::bench::prove_estimates(seeds) ? 0 : 1;
}
