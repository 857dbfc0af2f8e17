// How many message appends a second the embedded store commits, each fsynced before it is answered: 500 conversations,
// texts of 120 bytes, visitor and agent in turn, so many appends in flight as the argument says. Beside the rate stand,
// for one append, the processor time of the whole process (what one core has to give) and the bytes written.
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "domain/conversation/evolve.h"
#include "store/sqlite/sqlite_store.h"
#include "store/vault/file_vault.h"

namespace parlor::store {
namespace {

using namespace conversation;

constexpr std::size_t kConversations = 500;
const WorkspaceId kCasa{{1}};
const UserId kAda{{2}};

// Ids in the shape of UUIDv7: a clock first, then something else for each.
IdBytes next_id() {
  static std::uint64_t made = 0;
  IdBytes bytes{};
  const std::uint64_t clock = 0x018bcfe56800 + ++made / 40;
  for (std::size_t i = 0; i < 6; ++i)
    bytes[i] = static_cast<std::uint8_t>(clock >> (40 - 8 * i));
  const std::uint64_t mixed = made * 0x9e3779b97f4a7c15;
  for (std::size_t i = 0; i < 8; ++i)
    bytes[8 + i] = static_cast<std::uint8_t>(mixed >> (8 * i));
  return bytes;
}

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// What this process handed to write(), log and database together.
double written_bytes() {
  std::ifstream io("/proc/self/io");
  for (std::string name; io >> name;) {
    double bytes = 0;
    io >> bytes;
    if (name == "wchar:") return bytes;
  }
  return 0;
}

class Shop {
 public:
  Shop() {
    if (!mkdtemp(folder_.data())) throw std::runtime_error("no folder");
    auto vault = FileVault::open(folder_, Key(std::string(Key::kBytes, 'k')));
    if (!vault) throw std::runtime_error(vault.error().text);
    vault_ = *std::move(vault);
    auto store = SqliteStore::open({.folder = folder_}, *vault_);
    if (!store) throw std::runtime_error(store.error().text);
    store_ = *std::move(store);
    states_.resize(kConversations);
    for (auto& state : states_)
      start(state);
    wait_until_answered();
  }
  ~Shop() {
    store_.reset();
    vault_.reset();
    std::filesystem::remove_all(folder_);
  }
  Shop(const Shop&) = delete;
  Shop& operator=(const Shop&) = delete;

  // The next message of the next conversation.
  void post() {
    auto& state = states_[next_++ % kConversations];
    const auto author =
        state.last_message->author == ActorKind::visitor ? Actor::agent(kAda) : Actor::visitor(state.contact);
    append(state, {{author, MessagePosted{MessageId{next_id()}, 1}}});
  }
  void wait_until_answered() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ == 0; });
  }
  bool failed() const { return failed_; }

 private:
  using Step = std::pair<Actor, Fact>;

  void start(State& state) {
    state.id = ConversationId{next_id()};
    state.contact = ContactId{next_id()};
    const auto visitor = Actor::visitor(state.contact);
    append(state, {{visitor, Started{InboxId{}, state.contact}},
                   {visitor, MessagePosted{MessageId{next_id()}, 1}},
                   {Actor::agent(kAda), Assigned{kAda}},
                   {Actor::agent(kAda), ParticipantJoined{Actor::agent(kAda)}}});
  }

  void append(State& state, const std::vector<Step>& steps) {
    ports::ConversationAppend part{.conversation = state.id, .expected_seq = state.seq};
    now_ += Millis{1};
    for (const auto& [actor, fact] : steps) {
      part.events.push_back({state.seq + 1, state.visitor_seq, now_, actor, std::nullopt, fact});
      evolve(state, part.events.back());
      if (const auto* posted = std::get_if<MessagePosted>(&fact)) {
        const ClientId client_id{next_id()};
        part.events.back().client_id = client_id;
        part.contents.push_back({ContentKind::message, posted->message, 1, TextBody{text_}});
        part.requests.push_back({actor, client_id, {}, {state.id, state.seq, state.status, now_, posted->message, 1}});
      }
    }
    part.preview = text_;
    part.after = state;
    {
      const std::scoped_lock lock(mutex_);
      ++waiting_;
    }
    store_->append({kCasa, std::nullopt, {std::move(part)}}, [this](Result<ports::AppendOutcome> outcome) {
      const std::scoped_lock lock(mutex_);
      failed_ = failed_ || !outcome || !std::holds_alternative<ports::Appended>(*outcome);
      if (--waiting_ == 0) changed_.notify_one();
    });
  }

  std::string folder_ = std::filesystem::temp_directory_path() / "parlor-bench-XXXXXX";
  const std::string text_ = std::string(120, 'x');
  std::unique_ptr<FileVault> vault_;
  std::unique_ptr<SqliteStore> store_;
  std::vector<State> states_;
  std::size_t next_ = 0;
  Time now_ = from_unix_ms(1'700'000'000'000);
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t waiting_ = 0;
  bool failed_ = false;
};

void append(benchmark::State& state) {
  Shop shop;
  const auto batch = state.range(0);
  const double seconds = processor_seconds();
  const double bytes = written_bytes();
  for (auto _ : state) {
    for (std::int64_t i = 0; i < batch; ++i)
      shop.post();
    shop.wait_until_answered();
  }
  if (shop.failed()) state.SkipWithError("an append failed");
  const auto appends = static_cast<double>(state.iterations() * batch);
  state.SetItemsProcessed(state.iterations() * batch);
  state.counters["processor_us"] = (processor_seconds() - seconds) * 1e6 / appends;
  state.counters["written_bytes"] = (written_bytes() - bytes) / appends;
}
BENCHMARK(append)->Arg(1)->Arg(8)->Arg(64)->Arg(512)->UseRealTime()->MinTime(3.0);

}  // namespace
}  // namespace parlor::store
