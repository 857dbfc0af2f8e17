// What every bus promises (app/ports/bus.h), shown on whole workers with their hubs. A bus joins `PARLOR_FOR_EVERY_BUS`
// with a Kind of its own.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "app/node.h"
#include "bus/local/local_bus.h"

namespace parlor::bus::contract {
namespace {

constexpr std::size_t kWorkers = 3;
constexpr conversation::Seq kPublications = 500;

enum class Kind : std::uint8_t { local };

// Keeps what one follower was given, and on which thread.
class Listener final : public app::Follower {
 public:
  void deliver(const app::SharedPublication& publication) override {
    threads.push_back(std::this_thread::get_id());
    const auto& happened = std::get<app::EventsHappened>(publication->what);
    heads.push_back(happened.events.back().event.seq);
  }

  std::vector<std::thread::id> threads;
  std::vector<conversation::Seq> heads;
};

IdBytes numbered(std::uint8_t number) {
  IdBytes id{};
  id[15] = number;
  return id;
}

app::Topic chat(std::uint8_t number) {
  return app::Topic::conversation(WorkspaceId{numbered(1)}, ConversationId{numbered(number)});
}

app::SharedPublication news(const app::Topic& topic, conversation::Seq seq) {
  app::NamedEvent event;
  event.event.seq = seq;
  return std::make_shared<const app::Publication>(topic,
                                                  app::EventsHappened{ConversationId{topic.id}, {std::move(event)}});
}

std::vector<std::unique_ptr<app::Local>> empty_locals() {
  std::vector<std::unique_ptr<app::Local>> locals;
  for (std::size_t i = 0; i < kWorkers; ++i)
    locals.push_back(std::make_unique<app::Local>());
  return locals;
}

class BusContract : public testing::TestWithParam<Kind> {
 protected:
  // Every worker has passed all that was posted to it before.
  void drain() {
    std::atomic<std::size_t> passed = 0;
    for (std::size_t i = 0; i < kWorkers; ++i)
      workers_[i].post([&passed] { ++passed; });
    while (passed < kWorkers)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  runtime::Workers workers_{kWorkers};
  std::vector<std::unique_ptr<app::Local>> locals_ = empty_locals();
  bus::LocalBus local_{workers_, locals_};
  ports::Bus& bus_ = local_;
  std::vector<Listener> listeners_{kWorkers};
};

TEST_P(BusContract, BringsEachWorkerEachPublicationOnceInThePublishersOrder) {
  for (std::size_t i = 0; i < kWorkers; ++i)
    locals_[i]->hub.follow(chat(7), listeners_[i]);
  workers_.start();
  for (conversation::Seq seq = 1; seq <= kPublications; ++seq)
    bus_.publish(news(chat(7), seq));
  drain();
  for (const auto& listener : listeners_) {
    ASSERT_EQ(listener.heads.size(), kPublications);
    for (conversation::Seq seq = 1; seq <= kPublications; ++seq)
      EXPECT_EQ(listener.heads[seq - 1], seq);
  }
}

TEST_P(BusContract, DeliversOnTheWorkersOwnThreadAndNeverInsidePublish) {
  locals_[0]->hub.follow(chat(7), listeners_[0]);
  locals_[1]->hub.follow(chat(7), listeners_[1]);
  bus_.publish(news(chat(7), 1));
  EXPECT_TRUE(listeners_[0].heads.empty()) << "a publisher is in the middle of changing its own state";
  workers_.start();
  drain();
  workers_[0].post([this] { bus_.publish(news(chat(7), 2)); });
  drain();
  drain();
  ASSERT_EQ(listeners_[0].threads.size(), 2U);
  ASSERT_EQ(listeners_[1].threads.size(), 2U);
  EXPECT_EQ(listeners_[0].threads[0], listeners_[0].threads[1]);
  EXPECT_NE(listeners_[0].threads[0], listeners_[1].threads[0]);
  EXPECT_NE(listeners_[0].threads[0], std::this_thread::get_id());
}

TEST_P(BusContract, BringsNothingToFollowersOfAnotherTopic) {
  auto elsewhere = chat(7);
  elsewhere.workspace = WorkspaceId{numbered(2)};
  locals_[0]->hub.follow(chat(7), listeners_[0]);
  locals_[0]->hub.follow(chat(8), listeners_[1]);
  locals_[0]->hub.follow(elsewhere, listeners_[2]);
  workers_.start();
  bus_.publish(news(chat(7), 1));
  drain();
  EXPECT_EQ(listeners_[0].heads.size(), 1U);
  EXPECT_TRUE(listeners_[1].heads.empty());
  EXPECT_TRUE(listeners_[2].heads.empty()) << "the same id in another workspace is another topic";
}

TEST_P(BusContract, KeepsTheOrderOfEachOfSeveralPublishers) {
  locals_[2]->hub.follow(chat(1), listeners_[0]);
  locals_[2]->hub.follow(chat(2), listeners_[1]);
  workers_.start();
  {
    std::vector<std::jthread> publishers;
    for (const auto topic : {std::uint8_t{1}, std::uint8_t{2}})
      publishers.emplace_back([this, topic] {
        for (conversation::Seq seq = 1; seq <= kPublications; ++seq)
          bus_.publish(news(chat(topic), seq));
      });
  }
  drain();
  for (const auto* listener : {&listeners_[0], &listeners_[1]}) {
    ASSERT_EQ(listener->heads.size(), kPublications);
    EXPECT_TRUE(std::ranges::is_sorted(listener->heads));
  }
}

TEST_P(BusContract, TellsEveryWorkerWhoIsHere) {
  const UserId ada{numbered(3)};
  app::PresenceChanged came;
  came.participant = Actor::agent(ada);
  came.state = app::AgentStatus::online;
  workers_.start();
  bus_.publish(std::make_shared<const app::Publication>(app::Topic::presence(WorkspaceId{numbered(1)}), came));
  drain();
  workers_.stop();
  for (const auto& local : locals_)
    EXPECT_EQ(local->roster.agent(ada), app::AgentStatus::online);
}

INSTANTIATE_TEST_SUITE_P(Each, BusContract, testing::Values(Kind::local),
                         [](const testing::TestParamInfo<Kind>&) { return std::string("local"); });

}  // namespace
}  // namespace parlor::bus::contract
