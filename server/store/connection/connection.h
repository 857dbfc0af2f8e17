// Connection: one SQLite connection with its prepared statements, and the typed way to bind and read. Used by one
// thread at a time; never shared. Everything throws Failure.
#pragma once

#include <array>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include <sqlite3.h>

#include "base/id.h"
#include "base/time.h"
#include "store/connection/failure.h"
#include "store/connection/gathered_wal.h"

namespace parlor::store {

// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

// SQLite takes `$1` for a name, and numbers names in the order in which they come: `$2` before `$1` would bind silently
// wrong. `?1` is a number. Quoted text stays as it is.
std::string number_placeholders(std::string_view sql);

// A statement in use; goes back to the connection, reset, when it goes.
class Query {
 public:
  explicit Query(sqlite3_stmt* statement) : statement_(statement) {}
  Query(Query&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  Query& operator=(Query&&) = delete;
  ~Query();

  // The values must live until the statement has run.
  template <class... Values>
  Query& bind(const Values&... values) {
    return bind_from(1, values...);
  }
  template <class... Values>
  Query& bind_from(int position, const Values&... values) {
    (put(position++, values), ...);
    return *this;
  }

  // False at the end.
  bool step();
  void run();

  bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
  // Valid until the next step.
  std::string_view bytes(int column) const;
  std::string text(int column) const { return std::string(bytes(column)); }
  Time time(int column) const { return from_unix_ms(number(column)); }

  template <class Enum>
  Enum word(int column) const {
    return static_cast<Enum>(number(column));
  }
  template <std::size_t N>
  std::array<std::uint8_t, N> array(int column) const {
    std::array<std::uint8_t, N> value{};
    const auto found = bytes(column);
    if (found.size() == N) std::memcpy(value.data(), found.data(), N);
    return value;
  }
  template <class IdType>
  IdType id(int column) const {
    return IdType{array<16>(column)};
  }
  template <class IdType>
  std::optional<IdType> maybe_id(int column) const {
    if (is_null(column)) return std::nullopt;
    return id<IdType>(column);
  }
  std::optional<Time> maybe_time(int column) const {
    if (is_null(column)) return std::nullopt;
    return time(column);
  }

 private:
  void put(int position, std::nullptr_t);
  void put(int position, std::int64_t value);
  void put(int position, std::string_view text);
  void put(int position, Blob blob);
  void put(int position, Time time) { put(position, to_unix_ms(time)); }
  template <class Number>
    requires std::integral<Number> || std::is_enum_v<Number>
  void put(int position, Number value) {
    put(position, static_cast<std::int64_t>(value));
  }
  template <std::size_t N>
  void put(int position, const std::array<std::uint8_t, N>& bytes) {
    put(position, Blob{{reinterpret_cast<const char*>(bytes.data()), N}});
  }
  template <class Tag>
  void put(int position, const Id<Tag>& id) {
    put(position, id.bytes);
  }
  template <class Value>
  void put(int position, const std::optional<Value>& value) {
    if (value) {
      put(position, *value);
    } else {
      put(position, nullptr);
    }
  }
  void put(int position, const std::string& text) { put(position, std::string_view(text)); }
  void put(int position, const char* text) { put(position, std::string_view(text)); }

  sqlite3_stmt* statement_;
};

struct ConnectionOptions {
  bool read_only = false;
  std::chrono::milliseconds busy_wait{5'000};
  // Positive controls of the durability tests only.
  bool synchronous = true;
  int cache_kib = 2'048;
  // WAL pages after which a commit also checkpoints; 0: somebody else does.
  int auto_checkpoint_pages = 1'000;
  // For a connection that writes much, and fsyncs every commit.
  bool gathers_wal = false;
  // Another file system layer, for tests that break it; empty: the system's.
  std::string vfs;
};

class Connection {
 public:
  // WAL, and for writers every commit fsynced and freed space zeroed.
  Connection(const std::string& file, const ConnectionOptions& options);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // `sql` must be a literal: prepared statements are kept by its address.
  template <class... Values>
  Query query(const char* sql, const Values&... values) {
    Query query(prepared(sql));
    query.bind(values...);
    return query;
  }
  template <class... Values>
  void run(const char* sql, const Values&... values) {
    Query(prepared(sql)).bind(values...).run();
  }
  // Several statements, not kept.
  void script(const std::string& sql);

  std::int64_t changes() const { return sqlite3_changes64(handle_); }
  bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
  sqlite3* handle() { return handle_; }
  // The disk failed: closing leaves the log to the next start, which reads what the disk really holds, instead of
  // emptying it into the database on the word of that disk.
  void distrust();

 private:
  sqlite3_stmt* prepared(const char* sql);
  void configure(const ConnectionOptions& options);

  std::unique_ptr<GatheredWal> gathered_wal_;
  sqlite3* handle_ = nullptr;
  std::unordered_map<const void*, sqlite3_stmt*> statements_;
};

// BEGIN IMMEDIATE; rolled back when it goes without commit.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Connection& connection_;
};

}  // namespace parlor::store
