// The shim: loaded into the server's process before the C library (LD_PRELOAD), it lets a test break the disk and the
// clocks. Lives wherever the server calls; without its environment variable it only passes on.
#include "tests/faults/shim.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

using parlor::tests::Controls;
using parlor::tests::Unsynced;

enum class Kind : std::uint8_t { unknown, other, messages, keys };

constexpr int kDescriptorsMax = 65'536;
std::array<std::atomic<Kind>, kDescriptorsMax> kinds;

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

Controls* map_controls() {
  const char* path = std::getenv(parlor::tests::kControlsVariable);
  if (path == nullptr) return nullptr;
  const int descriptor = open(path, O_RDWR | O_CLOEXEC);
  if (descriptor < 0) return nullptr;
  void* mapped = mmap(nullptr, sizeof(Controls), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  syscall(SYS_close, descriptor);
  return mapped == MAP_FAILED ? nullptr : static_cast<Controls*>(mapped);
}

// No local static: an allocator may ask for the time while this is on its way, and so come back here.
Controls* controls() {
  static std::atomic<bool> asked;
  static std::atomic<Controls*> mapped;
  if (!asked.exchange(true)) mapped = map_controls();
  return mapped;
}

Kind look_up(int descriptor) {
  std::array<char, 64> link{};
  std::array<char, 4096> path{};
  constexpr const char kFolder[] = "/proc/self/fd/";
  std::memcpy(link.data(), kFolder, sizeof kFolder);
  std::size_t at = sizeof kFolder - 1;
  std::array<char, 16> digits{};
  std::size_t count = 0;
  for (int rest = descriptor; rest > 0 || count == 0; rest /= 10)
    digits[count++] = static_cast<char>('0' + rest % 10);
  while (count > 0)
    link[at++] = digits[--count];
  const auto length = readlink(link.data(), path.data(), path.size() - 1);
  const std::string_view name(path.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  if (name.ends_with("/parlor.sqlite-wal")) return Kind::messages;
  if (name.ends_with("/keys.sqlite-wal")) return Kind::keys;
  return Kind::other;
}

Kind kind_of(int descriptor) {
  if (descriptor < 0 || descriptor >= kDescriptorsMax) return Kind::other;
  auto& known = kinds[static_cast<std::size_t>(descriptor)];
  if (known == Kind::unknown) known = look_up(descriptor);
  return known;
}

Unsynced* unsynced_of(int descriptor) {
  const Kind kind = kind_of(descriptor);
  if (kind == Kind::messages) return &controls()->messages;
  return kind == Kind::keys ? &controls()->keys : nullptr;
}

// One thread writes to a log, and it is the one that fsyncs it.
void remember(Unsynced& log, std::int64_t offset, std::size_t bytes) {
  const auto index = log.count.load();
  if (index >= Unsynced::kRangesMax) std::abort();
  log.ranges[index] = {offset, static_cast<std::int64_t>(bytes)};
  log.count = index + 1;
}

using Write = ssize_t (*)(int, const void*, std::size_t, off64_t);

// As Linux does it: the pages that could not be written are dropped, and the next fsync knows nothing of them.
void lose(int descriptor, Unsynced& log) {
  static const auto really_write = next<Write>("pwrite64");
  for (std::uint32_t index = 0; index < log.count; ++index) {
    const auto& range = log.ranges[index];
    const std::array<char, 4096> zeros{};
    for (std::int64_t done = 0; done < range.bytes; done += static_cast<std::int64_t>(zeros.size())) {
      const auto part = std::min<std::int64_t>(range.bytes - done, zeros.size());
      really_write(descriptor, zeros.data(), static_cast<std::size_t>(part), range.offset + done);
    }
  }
  log.count = 0;
}

int sync_by(int (*really_sync)(int), int descriptor) {
  auto* world = controls();
  if (world == nullptr) return really_sync(descriptor);
  ++world->fsyncs;
  if (world->fsyncs_failed > 0) ++world->fsyncs_after_failure;
  if (world->fsync_lies) return 0;
  auto* log = unsynced_of(descriptor);
  if (const int error = log != nullptr ? world->fsync_error.exchange(0) : 0) {
    ++world->fsyncs_failed;
    lose(descriptor, *log);
    errno = error;
    return -1;
  }
  const int result = really_sync(descriptor);
  if (result == 0 && log != nullptr) log->count = 0;
  return result;
}

ssize_t write_by(Write really_write, int descriptor, const void* bytes, std::size_t size, off64_t offset) {
  auto* world = controls();
  auto* log = world != nullptr ? unsynced_of(descriptor) : nullptr;
  if (log == nullptr) return really_write(descriptor, bytes, size, offset);
  if (const int error = world->write_error) {
    ++world->writes_failed;
    errno = error;
    return -1;
  }
  remember(*log, offset, size);
  return really_write(descriptor, bytes, size, offset);
}

std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

void set(timespec& time, std::int64_t value) {
  time.tv_sec = value / 1'000'000'000;
  time.tv_nsec = value % 1'000'000'000;
}

std::atomic<std::int64_t> steady_began = 0;
std::atomic<std::int64_t> wall_began = 0;

// From the first look on.
std::int64_t hastened(std::atomic<std::int64_t>& began, std::int64_t now, std::int64_t haste) {
  if (haste <= 1) return now;
  std::int64_t start = 0;
  if (began.compare_exchange_strong(start, now)) start = now;
  return start + (now - start) * haste;
}

void tamper(const Controls& world, clockid_t clock, timespec& time) {
  const auto now = nanoseconds(time);
  if (clock == CLOCK_MONOTONIC) set(time, hastened(steady_began, now, world.haste));
  if (clock == CLOCK_REALTIME)
    set(time, hastened(wall_began, now, world.haste) + world.wall_clock_ahead_ms * 1'000'000);
}

}  // namespace

extern "C" {

int fsync(int descriptor) {
  static const auto really_sync = next<int (*)(int)>("fsync");
  return sync_by(really_sync, descriptor);
}

int fdatasync(int descriptor) {
  static const auto really_sync = next<int (*)(int)>("fdatasync");
  return sync_by(really_sync, descriptor);
}

ssize_t pwrite64(int descriptor, const void* bytes, std::size_t size, off64_t offset) {
  static const auto really_write = next<Write>("pwrite64");
  return write_by(really_write, descriptor, bytes, size, offset);
}

ssize_t pwrite(int descriptor, const void* bytes, std::size_t size, off_t offset) {
  return pwrite64(descriptor, bytes, size, offset);
}

int close(int descriptor) {
  static const auto really_close = next<int (*)(int)>("close");
  if (descriptor >= 0 && descriptor < kDescriptorsMax) kinds[static_cast<std::size_t>(descriptor)] = Kind::unknown;
  return really_close(descriptor);
}

int clock_gettime(clockid_t clock, timespec* time) {
  // Not by its name: looking that up may allocate, and a sanitizer's allocator asks for the time.
  const auto result = static_cast<int>(syscall(SYS_clock_gettime, clock, time));
  if (const auto* world = controls(); result == 0 && world != nullptr) tamper(*world, clock, *time);
  return result;
}

}  // extern "C"
