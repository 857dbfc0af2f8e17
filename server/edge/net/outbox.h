// Outbox: what one connection has not sent yet, in order. Pure: it knows no socket. It holds no memory while empty.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sys/uio.h>

namespace parlor::edge {

// Bytes and what keeps them alive; without an owner they are constants of the program.
struct Chunk {
  std::shared_ptr<const void> owner;
  std::string_view bytes;
};

Chunk chunk_of(std::string text);

class Outbox {
 public:
  void push(Chunk chunk);
  bool empty() const { return chunks_.empty(); }
  // Waiting bytes that hold memory of ours.
  std::size_t bytes() const { return bytes_; }
  // The first pieces to write.
  std::size_t peek(std::span<iovec> pieces) const;
  void consume(std::size_t bytes);
  // Everything that waits, to travel with the connection to another worker.
  std::string take_all();

 private:
  void pop();

  std::vector<Chunk> chunks_;
  std::size_t first_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace parlor::edge
