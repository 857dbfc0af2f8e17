// Timers of a worker.
//
// Coalesced: "soon, but once". Asking again while the wait runs changes nothing; when it is over the function runs once
// on its worker.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "runtime/clock.h"
#include "runtime/worker.h"

namespace parlor::runtime {

class Coalesced {
 public:
  Coalesced(Worker& worker, std::chrono::milliseconds wait, std::function<void()> function)
      : timer_(worker.context()), wait_(wait), function_(std::move(function)) {}

  // On the worker.
  void ask() {
    if (waiting_) return;
    waiting_ = true;
    timer_.expires_after(wait_);
    timer_.async_wait([this](const boost::system::error_code& error) {
      if (error) return;
      waiting_ = false;
      function_();
    });
  }

 private:
  Timer timer_;
  std::chrono::milliseconds wait_;
  std::function<void()> function_;
  bool waiting_ = false;
};

// "Again and again": runs the function on its worker after each period, until it goes. Made and destroyed while the
// worker does not run, or on the worker.
class Every {
 public:
  Every(Worker& worker, std::chrono::milliseconds period, std::function<void()> function)
      : timer_(worker.context()), period_(period), function_(std::move(function)) {}

  void start() {
    timer_.expires_after(period_);
    timer_.async_wait([this](const boost::system::error_code& error) {
      if (error) return;
      function_();
      start();
    });
  }

 private:
  Timer timer_;
  std::chrono::milliseconds period_;
  std::function<void()> function_;
};

}  // namespace parlor::runtime
