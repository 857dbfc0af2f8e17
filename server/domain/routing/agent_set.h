// A set of agents by their seats (0, 1, … in the order of their ids), one bit each, so that "of the team, online and
// with Spanish" is a few instructions for five hundred agents. All sets of one floor have the same size.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace parlor::routing {

using Seat = std::uint32_t;

class AgentSet {
 public:
  AgentSet() = default;
  explicit AgentSet(std::size_t agents) : words_((agents + kBits - 1) / kBits) {}

  void add(Seat seat) { words_[seat / kBits] |= bit(seat); }
  void remove(Seat seat) { words_[seat / kBits] &= ~bit(seat); }
  bool has(Seat seat) const { return (words_[seat / kBits] & bit(seat)) != 0; }
  bool empty() const {
    for (const auto word : words_) {
      if (word != 0) return false;
    }
    return true;
  }
  void clear() { words_.assign(words_.size(), 0); }

  void keep(const AgentSet& others) {
    for (std::size_t i = 0; i < words_.size(); ++i)
      words_[i] &= others.words_[i];
  }
  // Adds those who are in both.
  void add_common(const AgentSet& one, const AgentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i)
      words_[i] |= one.words_[i] & other.words_[i];
  }
  bool meets(const AgentSet& others) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((words_[i] & others.words_[i]) != 0) return true;
    }
    return false;
  }

  // In the order of their places.
  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (auto word = words_[i]; word != 0; word &= word - 1)
        visit(static_cast<Seat>(i * kBits + static_cast<std::size_t>(std::countr_zero(word))));
    }
  }
  // Of a set that is not empty.
  Seat first() const {
    std::size_t i = 0;
    while (words_[i] == 0)
      ++i;
    return static_cast<Seat>(i * kBits + static_cast<std::size_t>(std::countr_zero(words_[i])));
  }

 private:
  static constexpr std::size_t kBits = 64;
  static std::uint64_t bit(Seat seat) { return std::uint64_t{1} << (seat % kBits); }

  std::vector<std::uint64_t> words_;
};

}  // namespace parlor::routing
