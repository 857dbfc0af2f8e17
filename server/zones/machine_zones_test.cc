#include "zones/machine_zones.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <latch>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/limits.h"

namespace parlor::zones::testing {
namespace {

namespace fs = std::filesystem;
// Months and literals.
using namespace std::chrono;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

const fs::path kZoneInfo = "/usr/share/zoneinfo";

Time begin_of(int year) {
  return sys_days{std::chrono::year(year) / January / 1};
}

const Time kKnownFrom = begin_of(limits::kHoursYearMin);
const Time kKnownUntil = begin_of(limits::kHoursYearMax + 1);
const hours::Zone kUtc{{{kKnownFrom, 0s}}};

// The C library's own reading of the same files, as zdump shows it. One thread: it changes the process's idea of where
// it is.
class WallClock {
 public:
  explicit WallClock(const std::string& place) {
    ::setenv("TZ", (":" + (kZoneInfo / place).string()).c_str(), 1);  // NOLINT(concurrency-mt-unsafe): one thread
    ::tzset();                                                        // NOLINT(concurrency-mt-unsafe): one thread
  }

  seconds offset_at(Time time) const {
    const auto unix_time = floor<seconds>(time).time_since_epoch().count();
    std::tm shown{};
    EXPECT_TRUE(::localtime_r(&unix_time, &shown));
    return seconds(shown.tm_gmtoff);
  }
};

// All files of the folder that are zones, found without its list.
std::vector<std::string> zone_files() {
  std::vector<std::string> names;
  for (fs::recursive_directory_iterator entry(kZoneInfo); entry != fs::recursive_directory_iterator{}; ++entry) {
    auto name = entry->path().lexically_relative(kZoneInfo).string();
    // The same places once more, and the machine's own choice of one.
    if (name == "posix" || name == "right") entry.disable_recursion_pending();
    if (name == "localtime" || name == "posixrules" || !entry->is_regular_file()) continue;
    std::string begin(4, '\0');
    std::ifstream(entry->path(), std::ios::binary).read(begin.data(), 4);
    if (begin == "TZif") names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  return names;
}

TEST(MachineZones, NameEveryZoneOfTheMachine) {
  const auto names = MachineZones().names();
  EXPECT_EQ(names, zone_files()) << "is the package tzdata missing?";
  EXPECT_THAT(names, IsSupersetOf({"Europe/Vienna", "America/Argentina/Buenos_Aires", "UTC", "Etc/UTC"}));
  // Old names, which browsers still say.
  EXPECT_THAT(names, IsSupersetOf({"Asia/Calcutta", "Asia/Kolkata", "Europe/Kiev", "US/Eastern"}));
}

TEST(MachineZones, FindWhatTheyNameInTheYearsOfTheCalendar) {
  const MachineZones zones;
  for (const auto& name : zones.names()) {
    const auto zone = zones.find(name);
    ASSERT_TRUE(zone) << name;
    const auto& changes = zone->transitions;
    EXPECT_EQ(changes.at(0).from, kKnownFrom) << name;
    EXPECT_LT(changes.back().from, kKnownUntil) << name;
    const auto does_not_change = [](const auto& one, const auto& next) {
      return one.from >= next.from || one.offset == next.offset;
    };
    EXPECT_EQ(std::ranges::adjacent_find(changes, does_not_change), changes.end()) << name;
  }
  EXPECT_EQ(zones.find("Asia/Calcutta"), zones.find("Asia/Kolkata"));
  EXPECT_EQ(zones.find("UTC"), kUtc);
}

TEST(MachineZones, KnowNoOtherName) {
  using namespace std::string_view_literals;
  const MachineZones zones;
  const std::string endless(300, 'a');
  for (const auto name : {""sv,
                          "Casa"sv,
                          "Europe"sv,
                          "Europe/"sv,
                          "europe/vienna"sv,
                          "EUROPE/VIENNA"sv,
                          "Europe/Vienna "sv,
                          "Europe/Vienna/"sv,
                          "Europe/Vienna\0"sv,
                          "Europe/Vienna\0/etc/passwd"sv,
                          "\0Europe/Vienna"sv,
                          "./Europe/Vienna"sv,
                          "Europe/../Europe/Vienna"sv,
                          ":Europe/Vienna"sv,
                          "file:Europe/Vienna"sv,
                          "/usr/share/zoneinfo/Europe/Vienna"sv,
                          "../etc/passwd"sv,
                          "../../../etc/passwd"sv,
                          "posix/Europe/Vienna"sv,
                          "right/Europe/Vienna"sv,
                          "localtime"sv,
                          "libc:localtime"sv,
                          "posixrules"sv,
                          "tzdata.zi"sv,
                          "utc"sv,
                          "UTC+1"sv,
                          "Fixed/UTC+01:00:00"sv,
                          "CET-1CEST"sv,
                          "\xff\xfe"sv,
                          std::string_view(endless)}) {
    EXPECT_EQ(zones.find(name), std::nullopt) << name;
  }
}

// Every place: each change as the C library sees it and, in the years that matter, none left out that lasts a week.
TEST(MachineZones, AgreeWithTheCLibraryEverywhere) {
  const MachineZones zones;
  std::size_t changes = 0;
  for (const auto& name : zones.names()) {
    const WallClock wall(name);
    const auto zone = zones.find(name).value();
    for (const auto& change : zone.transitions) {
      ASSERT_EQ(change.offset, wall.offset_at(change.from)) << name << " " << to_unix_ms(change.from);
      if (change.from == kKnownFrom) continue;
      ASSERT_EQ(offset_at(zone, change.from - 1ms), wall.offset_at(change.from - 1ms)) << name;
      ++changes;
    }
    for (auto time = begin_of(2020); time < begin_of(2038); time += days(7))
      ASSERT_EQ(offset_at(zone, time), wall.offset_at(time)) << name << " " << to_unix_ms(time);
  }
  EXPECT_GT(changes, 20'000U);
}

// What states decided after 2022, which libraries with data of their own may have missed.
TEST(MachineZones, KnowWhatWasDecidedOfLate) {
  const MachineZones zones;
  const Time summer = sys_days{2025y / July / 1};
  EXPECT_EQ(offset_at(zones.find("America/Mexico_City").value(), summer), -6h);
  EXPECT_EQ(offset_at(zones.find("Africa/Cairo").value(), summer), 3h);
  EXPECT_EQ(offset_at(zones.find("Asia/Almaty").value(), summer), 5h);
}

TEST(MachineZones, AnswerManyThreadsAtOnce) {
  const MachineZones known;
  const MachineZones asked;
  const auto names = known.names();
  std::vector<std::size_t> right(16);
  std::latch together(static_cast<std::ptrdiff_t>(right.size()));
  std::vector<std::jthread> threads;
  threads.reserve(right.size());
  for (auto& count : right) {
    threads.emplace_back([&] {
      together.arrive_and_wait();
      for (const auto& name : names)
        count += asked.find(name) == known.find(name) ? 1 : 0;
      count += asked.names() == names ? 1 : 0;
      count += asked.find("Casa") ? 0 : 1;
    });
  }
  threads.clear();
  EXPECT_EQ(right, std::vector<std::size_t>(right.size(), names.size() + 2));
}

// A folder of zones of its own, where the sofa is in Tokyo.
class Folder : public ::testing::Test {
 public:
  Folder() : folder_(fs::temp_directory_path() / ("parlor-zones-" + std::to_string(::getpid()))) {
    fs::create_directories(folder_ / "Casa");
    fs::copy_file(kZoneInfo / "Asia/Tokyo", folder_ / "Casa/Sofa");
    fs::copy_file(kZoneInfo / "Asia/Tokyo", folder_ / "Casa/Couch");
  }
  ~Folder() override { fs::remove_all(folder_); }

 protected:
  void write(const std::string& file, std::string_view text) const { std::ofstream(folder_ / file) << text; }

  const fs::path folder_;
};

TEST_F(Folder, HasThePlacesThatAreListedAndThere) {
  write("tzdata.zi",
        "# version 2025b\nR c 2025 o - Mar 30 1 1 S\n"
        "Z Casa/Sofa 9:18:59 - LMT 1887 D 31 15u\n9 - JST\nZ Casa/Chair 1 - CET\n"
        "L Casa/Sofa Casa/Couch\nL Casa/Sofa\n\nZ\n");
  fs::copy_file(kZoneInfo / "Asia/Tokyo", folder_ / "Casa/Unlisted");
  const MachineZones zones(folder_);
  EXPECT_THAT(zones.names(), ElementsAre("Casa/Couch", "Casa/Sofa", "UTC"));
  EXPECT_EQ(zones.find("Casa/Sofa"), (hours::Zone{{{kKnownFrom, 9h}}}));
  EXPECT_EQ(zones.find("Casa/Couch"), zones.find("Casa/Sofa"));
  EXPECT_EQ(zones.find("UTC"), kUtc);
  for (const auto* name : {"Casa/Chair", "Casa/Unlisted", "Asia/Tokyo"})
    EXPECT_EQ(zones.find(name), std::nullopt) << name;
}

TEST_F(Folder, IsReadOnce) {
  write("tzdata.zi", "Z Casa/Sofa 9 - JST\n");
  const MachineZones zones(folder_);
  const auto first = zones.find("Casa/Sofa");
  fs::remove_all(folder_);
  EXPECT_EQ(zones.find("Casa/Sofa"), first);
  EXPECT_TRUE(first);
}

TEST_F(Folder, HasNoPlaceWhereAFileIsBroken) {
  write("tzdata.zi", "Z Casa/Lamp 1 - CET\nZ Casa/Rug 1 - CET\nZ Casa 1 - CET\n");
  write("Casa/Lamp", "");
  write("Casa/Rug", "TZif2 and then nothing of the kind");
  const MachineZones zones(folder_);
  for (const auto* name : {"Casa/Lamp", "Casa/Rug", "Casa"})
    EXPECT_EQ(zones.find(name), std::nullopt) << name;
}

TEST_F(Folder, WithoutFilesLeavesUtcAlone) {
  for (const auto& nothing : {folder_, folder_ / "missing"}) {
    const MachineZones zones(nothing);
    EXPECT_THAT(zones.names(), ElementsAre("UTC"));
    EXPECT_EQ(zones.find("UTC"), kUtc);
    EXPECT_EQ(zones.find("Europe/Vienna"), std::nullopt);
  }
}

}  // namespace
}  // namespace parlor::zones::testing
