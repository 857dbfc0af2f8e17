#include "edge/transports/poll.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/steady_timer.hpp>

#include "base/limits.h"
#include "runtime/resume.h"

namespace parlor::edge {
namespace {

class PollReader final : public UnitReader {
 public:
  explicit PollReader(runtime::Executor executor) : timer_(executor) {}

  void units_came() override { wake(); }
  void over() override { wake(); }
  wire::Transport transport() const override { return wire::Transport::kPoll; }
  // It came, and that was the last of it.
  Time heard_at() const override { return {}; }

  runtime::Task<> wait(std::chrono::seconds wait) {
    if (woken_) co_return;
    timer_.expires_after(wait);
    co_await timer_.async_wait(asio::as_tuple(runtime::use_task));
  }

 private:
  using Clock = std::chrono::steady_clock;

  void wake() {
    woken_ = true;
    timer_.cancel();
  }

  asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, runtime::Executor> timer_;
  bool woken_ = false;
};

}  // namespace

std::string poll_body(HttpSession& session, std::uint64_t after) {
  std::string body = R"({"units":[)";
  auto n = after;
  for (const auto* frame = session.units().next(n); frame != nullptr; frame = session.units().next(n)) {
    if (n > after && body.size() + (*frame)->json().size() > limits::kServerFrameBytesMax) break;
    if (n > after) body += ',';
    ++n;
    body += R"({"n":)" + std::to_string(n) + R"(,"message":)" + session.text_of(n, *frame) + '}';
  }
  session.handed_out(n);
  return body + R"(],"next":)" + std::to_string(n) + '}';
}

runtime::Task<PollResult> poll(std::shared_ptr<HttpSession> session, std::uint64_t after, std::chrono::seconds wait) {
  PollReader reader(session->session_executor());
  if (!session->attach(reader, after)) co_return PollResult{};
  const bool may_wait = !session->has_news_after(after) && !session->is_ended();
  if (may_wait) co_await reader.wait(wait);
  const bool has_some = session->units().next(after) != nullptr;
  auto body = poll_body(*session, after);
  session->detach(reader);
  // It has ended and everything was read before: there is no such session any more.
  if (session->is_ended() && !has_some) co_return PollResult{};
  co_return PollResult{std::move(body)};
}

}  // namespace parlor::edge
