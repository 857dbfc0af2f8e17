#include "parlor_without_sockets.h"

#include <thread>

namespace parlor::testing {
namespace {

using namespace std::chrono_literals;

std::vector<std::unique_ptr<app::Local>> one_local() {
  std::vector<std::unique_ptr<app::Local>> locals;
  locals.push_back(std::make_unique<app::Local>());
  return locals;
}

}  // namespace

IdBytes CountingIds::next() {
  IdBytes id{};
  const auto count = ++count_;
  for (std::size_t i = 0; i < 8; ++i)
    id[15 - i] = static_cast<std::uint8_t>(count >> (8 * i));
  id[6] = 0x70;
  id[8] = 0x80;
  return id;
}

Client::Client(edge::Services& services, edge::Caller caller, SessionId id)
    : session_(std::make_shared<edge::Session>(
          services, edge::Opening{std::move(caller), id, wire::Transport::kWebsocket}, *this)) {
  session_->open();
}

Client::~Client() {
  session_->gone();
}

void Client::say(std::string_view text) {
  session_->receive(text, [this](std::string answer) {
    if (!answer.empty()) frames.push_back(std::move(answer));
  });
}

std::vector<std::string> Client::with(std::string_view word) const {
  std::vector<std::string> found;
  for (const auto& frame : frames) {
    if (frame.find(word) != std::string::npos) found.push_back(frame);
  }
  return found;
}

std::string Client::last_with(std::string_view word) const {
  const auto found = with(word);
  return found.empty() ? std::string() : found.back();
}

ParlorWithoutSockets::ParlorWithoutSockets(bool acknowledge_early)
    : store([this](std::move_only_function<void()> answer) {
        ++store_calls_;
        if (!holding_) return answer();
        held_.push_back(std::move(answer));
      }),
      locals_(one_local()),
      bus_(workers_, locals_),
      directory_(store),
      presence_(
          std::make_unique<app::Presence>(workers_[0], directory_, app::Presence::Ports{bus_, store, clock, ids_})) {
  node_ = std::make_unique<app::Node>(
      app::Node{workers_, locals_, store, vault_, bus_, clock, ids_, directory_, *presence_, acknowledge_early});
  conversations_ = std::make_unique<app::Conversations>(*node_);
  accounts_ = std::make_unique<app::Accounts>(*node_, secrets_);
  services_ = std::make_unique<edge::Services>(edge::Services{
      *node_, workers_[0], *locals_[0], *conversations_, *accounts_, public_url_, {}, wire::FrameDecoder()});
  EXPECT_TRUE(wait_for(accounts_->seed_demo()));
}

ParlorWithoutSockets::~ParlorWithoutSockets() = default;

void ParlorWithoutSockets::settle() {
  auto& context = workers_[0].context();
  context.restart();
  while (context.poll() > 0) {
  }
}

void ParlorWithoutSockets::settle_soon() {
  const auto end = std::chrono::steady_clock::now() + 300ms;
  while (std::chrono::steady_clock::now() < end) {
    settle();
    std::this_thread::sleep_for(5ms);
  }
}

void ParlorWithoutSockets::release_store() {
  holding_ = false;
  while (!held_.empty()) {
    auto answer = std::move(held_.front());
    held_.pop_front();
    answer();
  }
  settle();
}

std::string ParlorWithoutSockets::new_visitor_token() {
  return accounts_->new_visitor(*directory_.snapshot()->inbox("demo")).token.reveal();
}

std::unique_ptr<Client> ParlorWithoutSockets::stranger(edge::Caller caller) {
  caller.is_local = true;
  return std::make_unique<Client>(*services_, std::move(caller), ids_.make<SessionId>());
}

std::unique_ptr<Client> ParlorWithoutSockets::visitor(const std::string& token, std::string_view resume) {
  auto client = stranger();
  const std::string points = resume.empty() ? std::string() : R"(,"resume":)" + std::string(resume);
  client->say(R"({"jsonrpc":"2.0","id":1,"method":"session.hello","params":{"token":")" + token +
              R"(","client":{"name":"test","version":"1"})" + points + "}}");
  settle();
  return client;
}

std::unique_ptr<Client> ParlorWithoutSockets::agent(const std::string& email) {
  const auto issued = wait_for(accounts_->issue_bearer(email, std::chrono::hours(1), true));
  EXPECT_TRUE(issued);
  return agent_with(issued->token.reveal());
}

std::unique_ptr<Client> ParlorWithoutSockets::agent_with(const std::string& token) {
  auto client = stranger();
  client->say(R"({"jsonrpc":"2.0","id":1,"method":"session.hello","params":{"token":")" + token +
              R"(","client":{"name":"test","version":"1"}}})");
  settle();
  return client;
}

std::string text_of(const std::string& frame, std::string_view name) {
  const std::string key = "\"" + std::string(name) + "\":\"";
  const auto at = frame.find(key);
  if (at == std::string::npos) return {};
  const auto from = at + key.size();
  return frame.substr(from, frame.find('"', from) - from);
}

std::int64_t number_of(const std::string& frame, std::string_view name) {
  const std::string key = "\"" + std::string(name) + "\":";
  const auto at = frame.find(key);
  return at == std::string::npos ? -1 : std::stoll(frame.substr(at + key.size()));
}

std::string client_id() {
  static std::uint8_t count = 0;
  IdBytes id{};
  id[6] = 0x70;
  id[8] = 0x80;
  id[0] = 0x01;
  id[15] = ++count;
  return format_uuid(id);
}

}  // namespace parlor::testing
