#include "edge/net/outbox.h"

#include <array>

#include <gtest/gtest.h>

namespace parlor::edge {
namespace {

std::string peeked(const Outbox& outbox) {
  std::array<iovec, 4> pieces;
  std::string all;
  const auto count = outbox.peek(pieces);
  for (std::size_t i = 0; i < count; ++i)
    all.append(static_cast<const char*>(pieces[i].iov_base), pieces[i].iov_len);
  return all;
}

TEST(Outbox, KeepsOrderAcrossPartialWrites) {
  Outbox outbox;
  outbox.push(chunk_of("Hello "));
  outbox.push(chunk_of("Ada"));
  EXPECT_EQ(outbox.bytes(), 9U);
  outbox.consume(7);
  EXPECT_EQ(peeked(outbox), "da");
  outbox.push(chunk_of("!"));
  EXPECT_EQ(peeked(outbox), "da!");
  outbox.consume(3);
  EXPECT_TRUE(outbox.empty());
  EXPECT_EQ(outbox.bytes(), 0U);
}

TEST(Outbox, ConstantsOfTheProgramHoldNoMemory) {
  Outbox outbox;
  outbox.push({nullptr, "a page"});
  EXPECT_EQ(outbox.bytes(), 0U);
  EXPECT_FALSE(outbox.empty());
  outbox.push(chunk_of("xy"));
  outbox.consume(7);
  EXPECT_EQ(outbox.bytes(), 1U);
}

TEST(Outbox, NothingIsNotAChunk) {
  Outbox outbox;
  outbox.push(chunk_of(""));
  EXPECT_TRUE(outbox.empty());
}

TEST(Outbox, TakesEverythingAlong) {
  Outbox outbox;
  for (int i = 0; i < 100; ++i)
    outbox.push(chunk_of(std::to_string(i % 10)));
  outbox.consume(80);
  EXPECT_EQ(outbox.take_all(), "01234567890123456789");
  EXPECT_TRUE(outbox.empty());
}

}  // namespace
}  // namespace parlor::edge
