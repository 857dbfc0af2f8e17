// Secret: a string that cannot be logged or compared by accident. Passwords, tokens and keys travel in it; `reveal` is
// the one way out. It is wiped when it goes.
#pragma once

#include <string>
#include <utility>

namespace parlor {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string value) : value_(std::move(value)) {}
  Secret(const Secret&) = default;
  Secret(Secret&& other) noexcept : value_(std::exchange(other.value_, {})) {}
  Secret& operator=(const Secret&) = default;
  Secret& operator=(Secret&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Secret() { wipe(); }

  const std::string& reveal() const { return value_; }
  bool empty() const { return value_.empty(); }

 private:
  void wipe() {
    volatile char* bytes = value_.data();
    for (std::size_t i = 0; i < value_.size(); ++i)
      bytes[i] = 0;
  }

  std::string value_;
};

}  // namespace parlor
