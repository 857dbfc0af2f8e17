#include "tests/faults/fire.h"

#include <cstdlib>
#include <stdexcept>

#include <boost/asio/executor_work_guard.hpp>

#include "tests/faults/crowd.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;
namespace asio = runtime::asio;

client::ServerAddress address_of(std::uint16_t port) {
  return *client::resolve_server("http://127.0.0.1:" + std::to_string(port));
}

}  // namespace

bool wait_until(std::chrono::milliseconds at_most, const std::function<bool()>& is_true) {
  const auto deadline = client::Clock::now() + at_most;
  while (!is_true() && client::Clock::now() < deadline)
    std::this_thread::sleep_for(5ms);
  return is_true();
}

std::size_t cycles_wanted(std::size_t in_short) {
  const char* named = std::getenv("PARLOR_FAULT_CYCLES");  // NOLINT(concurrency-mt-unsafe): nothing changes it
  return named != nullptr ? std::strtoul(named, nullptr, 10) : in_short;
}

Fire::Fire(std::uint16_t port, FirePlan plan)
    : address_(address_of(port)),
      loop_(std::make_unique<client::Loop>(context_)),
      crowd_(std::make_unique<Crowd>(*loop_, address_, plan)),
      thread_([this] {
        const auto work = asio::make_work_guard(context_);
        context_.run();
      }) {}

Fire::~Fire() {
  end_thread();
}

void Fire::end_thread() {
  context_.stop();
  if (thread_.joinable()) thread_.join();
}

void Fire::light() {
  crowd_->begin();
  wait_until(60s, [this] { return crowd_->is_ready || !trouble().empty(); });
  if (!crowd_->is_ready) throw std::runtime_error("the clients cannot begin: " + trouble());
}

std::vector<std::string> Fire::conversations() const {
  return crowd_->conversations();
}

std::size_t Fire::acknowledged() const {
  return crowd_->acknowledged;
}

bool Fire::wait_for_more(std::size_t count, std::chrono::milliseconds at_most) const {
  const auto wanted = acknowledged() + count;
  return wait_until(at_most, [&] { return acknowledged() >= wanted; });
}

std::map<wire::Reason, std::size_t> Fire::deferred() const {
  return crowd_->deferred();
}

std::string Fire::trouble() const {
  return crowd_->trouble();
}

Findings Fire::put_out() {
  crowd_->end();
  bool went_through = wait_until(180s, [this] { return crowd_->writers_left == 0; });
  crowd_->read_back();
  went_through = wait_until(120s, [this] { return crowd_->is_read || !trouble().empty(); }) && went_through;
  end_thread();
  Findings found = crowd_->findings();
  if (!went_through && found.trouble.empty()) found.trouble = "not carried through in time";
  return found;
}

}  // namespace parlor::tests
