// No file of the data folder holds a word that a person wrote, nor who they are, in UTF-8 or UTF-16. The same scan
// finds them all when sealing is off.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "subject.h"
#include "talk.h"

namespace parlor::store::contract {
namespace {

namespace fs = std::filesystem;
using ports::Appended;
using ports::AppendOutcome;
using ports::Role;
using ports::WriteOutcome;

const std::vector<std::string> kMarkers = {
    "zebrafinch-message",  "zebrafinch-note",       "zebrafinch-comment", "zebrafinch-edited",  "zebrafinch-preview",
    "zebrafinch-page-url", "zebrafinch-page-title", "zebrafinch-contact", "zebrafinch-mail",    "zebrafinch-agent",
    "zebrafinch-view-url", "zebrafinch-view-title", "zebrafinch-user",    "zebrafinch-account", "zebrafinch-invited",
    "zebrafinch-key",      "zebrafinch-value"};

void write_a_conversation(ports::Store& store) {
  Talk talk(1);
  ports::ContactAppend contact{.contact = kVic, .inbox = kShop, .at = at(0)};
  contact.name = "zebrafinch-contact";
  contact.email = "zebrafinch-mail@example.org";
  contact.user_agent = "zebrafinch-agent/1.0";
  contact.attributes = Attributes{{"zebrafinch-key", "zebrafinch-value"}};
  talk.started().visitor_posts("zebrafinch-message").notes("zebrafinch-note").visitor_posts("hello");
  talk.edits(talk.last_content(), 2, "zebrafinch-edited");
  talk.rated(5, "zebrafinch-comment");
  auto part = talk.part();
  part.preview = "zebrafinch-preview";
  part.page_url = "https://zebrafinch-page-url.example";
  part.page_title = "zebrafinch-page-title";
  get<AppendOutcome>([&](auto done) { store.append({kCasa, contact, {part}}, std::move(done)); });
  get<Appended>([&](auto done) {
    store.save_pages(kCasa, kVic, {{"zebrafinch-view-url", "zebrafinch-view-title", at(1)}}, std::move(done));
  });
}

void write_a_directory(ports::Store& store) {
  const ports::User owner{kAda, kCasa, "zebrafinch-user", "zebrafinch-account@casa.example", Role::owner, "$argon2id$"};
  const ports::Invitation invitation{id<InvitationId>(1), kCasa, {5},  "zebrafinch-invited@casa.example",
                                     Role::agent,         at(0), at(9)};
  get<WriteOutcome>(
      [&](auto done) { store.create_workspace({{kCasa, "Casa"}, owner, std::nullopt, false}, std::move(done)); });
  get<WriteOutcome>([&](auto done) { store.create_invitation(invitation, std::move(done)); });
}

std::string utf16(const std::string& text, bool big_endian) {
  std::string wide;
  for (const char c : text) {
    if (big_endian) wide.push_back('\0');
    wide.push_back(c);
    if (!big_endian) wide.push_back('\0');
  }
  return wide;
}

std::vector<std::string> found_in(const std::string& folder) {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    for (const auto& marker : kMarkers) {
      for (const auto& form : {marker, utf16(marker, false), utf16(marker, true)}) {
        if (bytes.find(form) != std::string::npos) found.push_back(marker);
      }
    }
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::string> found_after_writing(Kind kind) {
  Subject subject(kind);
  write_a_conversation(subject.store());
  write_a_directory(subject.store());
  // The write-ahead log still holds what was written before.
  return found_in(subject.folder());
}

TEST(ByteScan, FindsNothingThatWasSealed) {
  EXPECT_EQ(found_after_writing(Kind::sealed), std::vector<std::string>{});
}

TEST(ByteScan, FindsEverythingWithoutSealing) {
  auto all = kMarkers;
  std::ranges::sort(all);
  EXPECT_EQ(found_after_writing(Kind::clear), all);
}

TEST(Sealing, NeverMixesWithClearRows) {
  Subject sealed(Kind::sealed);
  Subject clear(Kind::clear);
  write_a_conversation(sealed.store());
  write_a_conversation(clear.store());
  const auto no_seal = open_vault(Kind::clear, "");
  EXPECT_FALSE(SqliteStore::open({.folder = sealed.folder()}, *no_seal));
  const auto vault = open_vault(Kind::sealed, clear.folder());
  EXPECT_FALSE(SqliteStore::open({.folder = clear.folder()}, *vault));
}

TEST(Sealing, RefusesADatabaseWithoutItsKeys) {
  Folder folder;
  {
    const auto vault = open_vault(Kind::sealed, folder.path());
    open_sqlite({.folder = folder.path()}, *vault);
  }
  fs::remove(folder.path() + "/keys.sqlite");
  const auto vault = open_vault(Kind::sealed, folder.path());
  const auto store = SqliteStore::open({.folder = folder.path()}, *vault);
  ASSERT_FALSE(store);
  EXPECT_NE(store.error().text.find("sealed with other keys"), std::string::npos) << store.error().text;
}

}  // namespace
}  // namespace parlor::store::contract
