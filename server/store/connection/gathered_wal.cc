#include "store/connection/gathered_wal.h"

#include <atomic>
#include <memory>
#include <new>
#include <string_view>

#include <fmt/format.h>

namespace parlor::store {
namespace {

// A transaction that is larger goes in pieces: SQLite's own layer writes less than 128 KiB at a time.
constexpr std::size_t kGatheredBytesMax = 127 * 1024;

sqlite3_vfs* real_of(sqlite3_vfs* layer) {
  return static_cast<sqlite3_vfs*>(layer->pAppData);
}

// SQLite gives us memory for this and, behind it, for the file of the layer below.
struct WalFile : sqlite3_file {
  sqlite3_file* real = nullptr;
  std::string gathered;
  sqlite3_int64 at = 0;

  sqlite3_int64 end() const { return at + static_cast<sqlite3_int64>(gathered.size()); }

  // What could not be written is dropped, like a write that failed: SQLite rolls back.
  int flush() {
    if (gathered.empty()) return SQLITE_OK;
    const int code = real->pMethods->xWrite(real, gathered.data(), static_cast<int>(gathered.size()), at);
    gathered.clear();
    return code;
  }

  int write(std::string_view bytes, sqlite3_int64 offset) {
    const bool goes_on = offset == end() && gathered.size() + bytes.size() <= kGatheredBytesMax;
    if (!gathered.empty() && !goes_on) {
      if (const int code = flush(); code != SQLITE_OK) return code;
    }
    if (gathered.empty()) at = offset;
    gathered.append(bytes);
    return SQLITE_OK;
  }
};

WalFile& wal(sqlite3_file* file) {
  return *static_cast<WalFile*>(file);
}

// First what was gathered, then what is asked.
template <class Act>
int after_flush(sqlite3_file* file, Act act) {
  auto& self = wal(file);
  const int code = self.flush();
  return code == SQLITE_OK ? act(self.real) : code;
}

int close(sqlite3_file* file) {
  auto& self = wal(file);
  self.flush();
  const int code = self.real->pMethods->xClose(self.real);
  std::destroy_at(&self);
  return code;
}

int read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  return after_flush(file, [&](sqlite3_file* real) { return real->pMethods->xRead(real, to, size, offset); });
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  return wal(file).write({static_cast<const char*>(from), static_cast<std::size_t>(size)}, offset);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return after_flush(file, [&](sqlite3_file* real) { return real->pMethods->xTruncate(real, size); });
}

int sync(sqlite3_file* file, int flags) {
  return after_flush(file, [&](sqlite3_file* real) { return real->pMethods->xSync(real, flags); });
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return after_flush(file, [&](sqlite3_file* real) { return real->pMethods->xFileSize(real, size); });
}

int lock(sqlite3_file* file, int level) {
  return wal(file).real->pMethods->xLock(wal(file).real, level);
}

int unlock(sqlite3_file* file, int level) {
  return wal(file).real->pMethods->xUnlock(wal(file).real, level);
}

int check_lock(sqlite3_file* file, int* is_reserved) {
  return wal(file).real->pMethods->xCheckReservedLock(wal(file).real, is_reserved);
}

int control(sqlite3_file* file, int operation, void* argument) {
  return wal(file).real->pMethods->xFileControl(wal(file).real, operation, argument);
}

int sector_size(sqlite3_file* file) {
  return wal(file).real->pMethods->xSectorSize(wal(file).real);
}

int characteristics(sqlite3_file* file) {
  return wal(file).real->pMethods->xDeviceCharacteristics(wal(file).real);
}

// Version 1: a WAL is neither mapped nor shared memory.
const sqlite3_io_methods kWalMethods = {
    .iVersion = 1,
    .xClose = close,
    .xRead = read,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = file_size,
    .xLock = lock,
    .xUnlock = unlock,
    .xCheckReservedLock = check_lock,
    .xFileControl = control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
};

constexpr auto kOpen = [](sqlite3_vfs* layer, const char* name, sqlite3_file* file, int flags, int* opened) {
  auto* real_layer = real_of(layer);
  if ((flags & SQLITE_OPEN_WAL) == 0) return real_layer->xOpen(real_layer, name, file, flags, opened);
  auto* self = new (file) WalFile();
  self->real = reinterpret_cast<sqlite3_file*>(self + 1);
  const int code = real_layer->xOpen(real_layer, name, self->real, flags, opened);
  if (code == SQLITE_OK) {
    self->pMethods = &kWalMethods;
    return code;
  }
  if (self->real->pMethods) self->real->pMethods->xClose(self->real);
  std::destroy_at(self);
  file->pMethods = nullptr;
  return code;
};

std::atomic<int> layers = 0;

}  // namespace

GatheredWal::GatheredWal(const std::string& real) : name_(fmt::format("gathered-wal-{}", ++layers)) {
  auto* below = sqlite3_vfs_find(real.empty() ? nullptr : real.c_str());
  layer_ = *below;
  layer_.szOsFile = static_cast<int>(sizeof(WalFile)) + below->szOsFile;
  layer_.zName = name_.c_str();
  layer_.pNext = nullptr;
  layer_.pAppData = below;
  layer_.xOpen = kOpen;
  sqlite3_vfs_register(&layer_, 0);
}

GatheredWal::~GatheredWal() {
  sqlite3_vfs_unregister(&layer_);
}

}  // namespace parlor::store
