#include "edge/net/outbox.h"

namespace parlor::edge {

Chunk chunk_of(std::string text) {
  auto owner = std::make_shared<const std::string>(std::move(text));
  const std::string_view bytes = *owner;
  return {std::move(owner), bytes};
}

void Outbox::push(Chunk chunk) {
  if (chunk.bytes.empty()) return;
  if (chunk.owner) bytes_ += chunk.bytes.size();
  chunks_.push_back(std::move(chunk));
}

std::size_t Outbox::peek(std::span<iovec> pieces) const {
  std::size_t count = 0;
  for (auto i = first_; i < chunks_.size() && count < pieces.size(); ++i, ++count) {
    const auto bytes = chunks_[i].bytes;
    pieces[count] = {const_cast<char*>(bytes.data()), bytes.size()};
  }
  return count;
}

void Outbox::consume(std::size_t bytes) {
  while (bytes > 0 && first_ < chunks_.size()) {
    auto& chunk = chunks_[first_];
    const auto part = std::min(bytes, chunk.bytes.size());
    bytes -= part;
    if (chunk.owner) bytes_ -= part;
    chunk.bytes.remove_prefix(part);
    if (chunk.bytes.empty()) pop();
  }
}

void Outbox::pop() {
  constexpr std::size_t kGapMax = 64;
  chunks_[first_] = {};
  if (++first_ == chunks_.size()) {
    chunks_ = {};
    first_ = 0;
  } else if (first_ >= kGapMax && first_ * 2 >= chunks_.size()) {
    chunks_.erase(chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(first_));
    first_ = 0;
  }
}

std::string Outbox::take_all() {
  std::string all;
  for (auto i = first_; i < chunks_.size(); ++i)
    all += chunks_[i].bytes;
  *this = {};
  return all;
}

}  // namespace parlor::edge
