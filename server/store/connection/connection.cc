#include "store/connection/connection.h"

#include <fmt/format.h>

namespace parlor::store {
namespace {

[[noreturn]] void fail_with(sqlite3* handle, int code, std::string_view what) {
  // The message of a constraint names columns, never values.
  const char* message = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  throw Failure(code, fmt::format("{}: {} (SQLite {})", what, message, code));
}

void check(sqlite3* handle, int code, std::string_view what) {
  if (code != SQLITE_OK) fail_with(handle, code, what);
}

}  // namespace

bool Failure::concerns_one() const {
  switch (code_ & 0xff) {
    case SQLITE_CONSTRAINT:
    case SQLITE_ERROR:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
    case SQLITE_TOOBIG:
      return true;
    default:
      return false;
  }
}

bool Failure::is_full() const {
  // The index of the write-ahead log grows in a file of its own.
  return (code_ & 0xff) == SQLITE_FULL || code_ == SQLITE_IOERR_SHMSIZE;
}

bool Failure::is_breakage() const {
  if (is_full()) return false;
  switch (code_ & 0xff) {
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_READONLY:
      return true;
    default:
      return false;
  }
}

std::string number_placeholders(std::string_view sql) {
  std::string numbered(sql);
  char quote = 0;
  for (std::size_t i = 0; i + 1 < numbered.size(); ++i) {
    const char c = numbered[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '$' && numbered[i + 1] >= '1' && numbered[i + 1] <= '9') {
      numbered[i] = '?';
    }
  }
  return numbered;
}

Query::~Query() {
  if (!statement_) return;
  sqlite3_reset(statement_);
  // Bound values may be gone after this.
  sqlite3_clear_bindings(statement_);
}

bool Query::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  fail_with(sqlite3_db_handle(statement_), code, "statement");
}

void Query::run() {
  while (step()) {
  }
}

std::string_view Query::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (!data) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void Query::put(int position, std::nullptr_t) {
  check(sqlite3_db_handle(statement_), sqlite3_bind_null(statement_, position), "bind");
}

void Query::put(int position, std::int64_t value) {
  check(sqlite3_db_handle(statement_), sqlite3_bind_int64(statement_, position, value), "bind");
}

void Query::put(int position, std::string_view text) {
  const auto size = static_cast<int>(text.size());
  // A null pointer would bind NULL; empty text is no NULL.
  const char* data = text.data() ? text.data() : "";
  check(sqlite3_db_handle(statement_), sqlite3_bind_text(statement_, position, data, size, SQLITE_STATIC), "bind");
}

void Query::put(int position, Blob blob) {
  const auto size = static_cast<int>(blob.bytes.size());
  const char* data = blob.bytes.data() ? blob.bytes.data() : "";
  check(sqlite3_db_handle(statement_), sqlite3_bind_blob(statement_, position, data, size, SQLITE_STATIC), "bind");
}

Connection::Connection(const std::string& file, const ConnectionOptions& options) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (options.gathers_wal && options.synchronous) gathered_wal_ = std::make_unique<GatheredWal>(options.vfs);
  const auto& layer = gathered_wal_ ? gathered_wal_->name() : options.vfs;
  const int code = sqlite3_open_v2(file.c_str(), &handle_, flags, layer.empty() ? nullptr : layer.c_str());
  try {
    check(handle_, code, file);
    configure(options);
  } catch (...) {
    for (const auto& [sql, statement] : statements_)
      sqlite3_finalize(statement);
    sqlite3_close_v2(handle_);
    throw;
  }
}

Connection::~Connection() {
  for (const auto& [sql, statement] : statements_)
    sqlite3_finalize(statement);
  sqlite3_close_v2(handle_);
}

void Connection::configure(const ConnectionOptions& options) {
  sqlite3_busy_timeout(handle_, static_cast<int>(options.busy_wait.count()));
  script(fmt::format(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous={}; PRAGMA wal_autocheckpoint={}; PRAGMA secure_delete=ON;"
      "PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA cache_size=-{}; PRAGMA query_only={};",
      options.synchronous ? "FULL" : "OFF", options.auto_checkpoint_pages, options.cache_kib,
      options.read_only ? "ON" : "OFF"));
}

void Connection::distrust() {
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void Connection::script(const std::string& sql) {
  check(handle_, sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr), "script");
}

sqlite3_stmt* Connection::prepared(const char* sql) {
  auto& statement = statements_[sql];
  if (!statement) {
    const auto numbered = number_placeholders(sql);
    const int code = sqlite3_prepare_v3(handle_, numbered.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    check(handle_, code, numbered);
  }
  return statement;
}

Transaction::Transaction(Connection& connection) : connection_(connection) {
  connection_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // SQLite may have rolled back by itself, after a full disk say.
  if (connection_.in_transaction()) sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  connection_.run("COMMIT");
}

}  // namespace parlor::store
