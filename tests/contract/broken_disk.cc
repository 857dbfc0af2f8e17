#include "broken_disk.h"

#include <cstring>
#include <new>

namespace parlor::store::contract {
namespace {

BrokenDisk* broken = nullptr;
sqlite3_vfs* real = nullptr;

// What SQLite sees as a file; the real one follows it in the same memory.
struct File {
  sqlite3_file seen;
  bool is_log;
  sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* of(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}
sqlite3_file* below(sqlite3_file* file) {
  return of(file)->below();
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  if (broken->is_full && of(file)->is_log) return SQLITE_FULL;
  return below(file)->pMethods->xWrite(below(file), bytes, size, offset);
}

int sync(sqlite3_file* file, int flags) {
  if (of(file)->is_log) ++broken->log_syncs;
  if (broken->sync_fails) return SQLITE_IOERR_FSYNC;
  return below(file)->pMethods->xSync(below(file), flags);
}

int close(sqlite3_file* file) {
  return below(file)->pMethods->xClose(below(file));
}
int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 offset) {
  return below(file)->pMethods->xRead(below(file), bytes, size, offset);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return below(file)->pMethods->xTruncate(below(file), size);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return below(file)->pMethods->xFileSize(below(file), size);
}
int lock(sqlite3_file* file, int level) {
  return below(file)->pMethods->xLock(below(file), level);
}
int unlock(sqlite3_file* file, int level) {
  return below(file)->pMethods->xUnlock(below(file), level);
}
int check_lock(sqlite3_file* file, int* held) {
  return below(file)->pMethods->xCheckReservedLock(below(file), held);
}
int control(sqlite3_file* file, int what, void* value) {
  return below(file)->pMethods->xFileControl(below(file), what, value);
}
int sector_size(sqlite3_file* file) {
  return below(file)->pMethods->xSectorSize(below(file));
}
int traits(sqlite3_file* file) {
  return below(file)->pMethods->xDeviceCharacteristics(below(file));
}
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** mapped) {
  return below(file)->pMethods->xShmMap(below(file), page, size, extend, mapped);
}
int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}
void shm_barrier(sqlite3_file* file) {
  below(file)->pMethods->xShmBarrier(below(file));
}
int shm_unmap(sqlite3_file* file, int remove) {
  return below(file)->pMethods->xShmUnmap(below(file), remove);
}

const sqlite3_io_methods kMethods = {2,        close,       read,       write,   truncate,    sync,   file_size,
                                     lock,     unlock,      check_lock, control, sector_size, traits, shm_map,
                                     shm_lock, shm_barrier, shm_unmap,  nullptr, nullptr};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* opened) {
  auto* ours = new (file) File{{nullptr}, (flags & SQLITE_OPEN_WAL) != 0};
  const int code = real->xOpen(real, name, ours->below(), flags, opened);
  if (code == SQLITE_OK) ours->seen.pMethods = &kMethods;
  return code;
}

}  // namespace

BrokenDisk::BrokenDisk() {
  real = sqlite3_vfs_find(nullptr);
  broken = this;
  layer_ = *real;
  layer_.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
  layer_.zName = "parlor-broken-disk";
  layer_.pNext = nullptr;
  layer_.xOpen = open;
  sqlite3_vfs_register(&layer_, 0);
}

BrokenDisk::~BrokenDisk() {
  sqlite3_vfs_unregister(&layer_);
}

}  // namespace parlor::store::contract
