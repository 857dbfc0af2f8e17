// What was acknowledged is there whatever happens next: the files as they are at that moment hold it, the log was
// fsynced, and a disk that fails is not believed. Each promise has its positive control.
#include <condition_variable>
#include <filesystem>
#include <mutex>

#include "broken_disk.h"
#include "subject.h"
#include "talk.h"

namespace parlor::store::contract {
namespace {

namespace fs = std::filesystem;
using ports::Appended;
using ports::AppendOutcome;

std::optional<ports::LoadedConversation> load(ports::Store& store, ConversationId conversation) {
  return get<std::optional<ports::LoadedConversation>>(
      [&](auto done) { store.load(kCasa, conversation, std::move(done)); });
}

Result<AppendOutcome> append(ports::Store& store, Talk& talk) {
  return wait<AppendOutcome>([&](auto done) { store.append(talk.append(), std::move(done)); });
}

// What `kill -9` would leave behind, taken at the very moment of the acknowledgement, before the writer can do anything
// else.
bool copy_at_acknowledgement_has_it(bool answer_before_commit) {
  Folder live;
  Folder copy;
  Talk talk(1);
  {
    const auto vault = open_vault(Kind::sealed, live.path());
    const auto store = open_sqlite({.folder = live.path(), .answer_before_commit = answer_before_commit}, *vault);
    std::promise<void> copied;
    store->append(talk.started().visitor_posts("Do not lose me.").append(), [&](Result<AppendOutcome> outcome) {
      EXPECT_TRUE(outcome);
      for (const auto& file : fs::directory_iterator(live.path())) {
        if (!file.path().string().ends_with("-shm")) fs::copy(file, copy.path());
      }
      copied.set_value();
    });
    copied.get_future().wait();
  }
  const auto vault = open_vault(Kind::sealed, copy.path());
  const auto store = open_sqlite({.folder = copy.path()}, *vault);
  const auto found = load(*store, talk.id());
  return found && found->preview == "Do not lose me.";
}

TEST(Durability, FilesHoldWhatWasAcknowledged) {
  EXPECT_TRUE(copy_at_acknowledgement_has_it(false));
}
TEST(Durability, FilesDoNotHoldItWhenTheAnswerComesFirst) {
  EXPECT_FALSE(copy_at_acknowledgement_has_it(true));
}

int log_syncs_of_an_append(bool synchronous) {
  BrokenDisk disk;
  Folder folder;
  const auto vault = open_vault(Kind::clear, folder.path());
  const auto store =
      open_sqlite({.folder = folder.path(), .synchronous = synchronous, .vfs = BrokenDisk::name()}, *vault);
  Talk talk(1);
  disk.log_syncs = 0;
  EXPECT_TRUE(append(*store, talk.started().visitor_posts("hello")));
  return disk.log_syncs;
}

TEST(Durability, TheLogIsFsyncedBeforeTheAnswer) {
  EXPECT_GE(log_syncs_of_an_append(true), 1);
}
TEST(Durability, WithoutSynchronousItIsNot) {
  EXPECT_EQ(log_syncs_of_an_append(false), 0);
}

TEST(Durability, AFailedFsyncIsNeverBelieved) {
  BrokenDisk disk;
  Folder folder;
  const auto vault = open_vault(Kind::clear, folder.path());
  const auto store = open_sqlite({.folder = folder.path(), .vfs = BrokenDisk::name()}, *vault);
  Talk talk(1);
  ASSERT_TRUE(append(*store, talk.started().visitor_posts("one")));
  EXPECT_TRUE(store->is_healthy());
  disk.sync_fails = true;
  EXPECT_FALSE(append(*store, Talk(talk).visitor_posts("two")));
  disk.sync_fails = false;
  EXPECT_FALSE(append(*store, Talk(talk).visitor_posts("two"))) << "the second try would succeed without being true";
  EXPECT_FALSE(store->is_healthy());
  EXPECT_NE(store->breakage(), "");
}

int log_syncs_of_closing(bool after_a_failure) {
  BrokenDisk disk;
  Folder folder;
  const auto vault = open_vault(Kind::clear, folder.path());
  const auto store = open_sqlite({.folder = folder.path(), .vfs = BrokenDisk::name()}, *vault);
  Talk talk(1);
  EXPECT_TRUE(append(*store, talk.started().visitor_posts("one")));
  disk.sync_fails = after_a_failure;
  EXPECT_EQ(append(*store, Talk(talk).visitor_posts("two")).has_value(), !after_a_failure);
  disk.sync_fails = false;
  disk.log_syncs = 0;
  store->close();
  return disk.log_syncs;
}

TEST(Durability, ClosingAfterAFailedFsyncLeavesTheLogAlone) {
  EXPECT_EQ(log_syncs_of_closing(true), 0);
}
TEST(Durability, ClosingOtherwiseEmptiesIt) {
  EXPECT_GT(log_syncs_of_closing(false), 0);
}

TEST(Durability, AFullDiskRefusesAndRecovers) {
  BrokenDisk disk;
  Folder folder;
  const auto vault = open_vault(Kind::clear, folder.path());
  const auto store = open_sqlite({.folder = folder.path(), .vfs = BrokenDisk::name()}, *vault);
  Talk talk(1);
  ASSERT_TRUE(append(*store, talk.started().visitor_posts("one").queued()));
  disk.is_full = true;
  EXPECT_FALSE(append(*store, Talk(talk).visitor_posts("two")));
  EXPECT_EQ(load(*store, talk.id())->state, talk.state());
  disk.is_full = false;
  EXPECT_EQ(*append(*store, talk.visitor_posts("two")), AppendOutcome(Appended{}));
  EXPECT_TRUE(store->is_healthy());
  EXPECT_EQ(load(*store, talk.id())->state, talk.state());
}

TEST(Durability, ManyAppendsAreOneTransaction) {
  BrokenDisk disk;
  Folder folder;
  const auto vault = open_vault(Kind::clear, folder.path());
  const auto store = open_sqlite({.folder = folder.path(), .vfs = BrokenDisk::name()}, *vault);
  constexpr int kAppends = 1'000;
  std::mutex mutex;
  std::condition_variable changed;
  int answered = 0;
  disk.log_syncs = 0;
  for (std::uint32_t i = 0; i < kAppends; ++i) {
    store->append(Talk(i).started().visitor_posts("hello").append(), [&](Result<AppendOutcome> outcome) {
      EXPECT_TRUE(outcome);
      const std::scoped_lock lock(mutex);
      ++answered;
      changed.notify_one();
    });
  }
  std::unique_lock lock(mutex);
  changed.wait(lock, [&] { return answered == kAppends; });
  EXPECT_LT(disk.log_syncs, kAppends / 4);
}

TEST(Durability, ClosingFinishesWhatWaits) {
  Folder folder;
  const auto vault = open_vault(Kind::sealed, folder.path());
  std::atomic<int> answered = 0;
  {
    const auto store = open_sqlite({.folder = folder.path()}, *vault);
    for (std::uint32_t i = 0; i < 200; ++i) {
      store->append(Talk(i).started().visitor_posts("hello").append(), [&](Result<AppendOutcome> outcome) {
        if (outcome) ++answered;
      });
    }
    store->close();
    EXPECT_EQ(answered, 200);
    Talk late(900);
    EXPECT_FALSE(append(*store, late.started()));
    EXPECT_FALSE(wait<std::string>([&](auto done) { store->epoch(std::move(done)); }));
  }
  EXPECT_FALSE(fs::exists(folder.path() + "/parlor.sqlite-wal")) << "the log was emptied into the database";
  const auto store = open_sqlite({.folder = folder.path()}, *vault);
  EXPECT_TRUE(load(*store, Talk(199).id()));
}

TEST(Durability, AnotherProcessMayWriteMeanwhile) {
  Folder folder;
  const auto vault = open_vault(Kind::sealed, folder.path());
  const auto serving = open_sqlite({.folder = folder.path()}, *vault);
  const auto admin_vault = open_vault(Kind::sealed, folder.path());
  const auto admin = open_sqlite({.folder = folder.path(), .readers = 1}, *admin_vault);
  get<std::string>([&](auto done) { admin->renew_epoch(std::move(done)); });
  const auto seen = get<std::string>([&](auto done) { serving->epoch(std::move(done)); });
  EXPECT_EQ(seen, get<std::string>([&](auto done) { admin->epoch(std::move(done)); }));
}

}  // namespace
}  // namespace parlor::store::contract
