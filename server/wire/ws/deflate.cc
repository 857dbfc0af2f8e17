#include "wire/ws/deflate.h"

#include <algorithm>
#include <array>
#include <new>

#include <zlib.h>

namespace parlor::wire::ws {

namespace {

constexpr int kRawWindowBits = -15;
constexpr int kMemoryLevel = 8;
constexpr std::size_t kChunkBytes = 8 * 1024;
// What the sender cuts off the end of every message (RFC 7692 section 7.2.1).
constexpr std::string_view kTail{"\x00\x00\xff\xff", 4};

class InflateStream {
 public:
  InflateStream() {
    if (inflateInit2(&stream_, kRawWindowBits) != Z_OK) throw std::bad_alloc();
  }
  ~InflateStream() { inflateEnd(&stream_); }
  InflateStream(const InflateStream&) = delete;
  InflateStream& operator=(const InflateStream&) = delete;

  z_stream& fresh() {
    inflateReset(&stream_);
    return stream_;
  }

 private:
  z_stream stream_{};
};

class DeflateStream {
 public:
  DeflateStream() {
    const int made = deflateInit2(&stream_, Z_BEST_SPEED, Z_DEFLATED, kRawWindowBits, kMemoryLevel, Z_DEFAULT_STRATEGY);
    if (made != Z_OK) throw std::bad_alloc();
  }
  ~DeflateStream() { deflateEnd(&stream_); }
  DeflateStream(const DeflateStream&) = delete;
  DeflateStream& operator=(const DeflateStream&) = delete;

  z_stream& fresh() {
    deflateReset(&stream_);
    return stream_;
  }

 private:
  z_stream stream_{};
};

void set_input(z_stream& stream, std::string_view bytes) {
  // zlib only reads through next_in; its C signature predates const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
}

struct Inflation {
  z_stream& stream;
  std::size_t room;  // bytes the message may still grow
  std::string& out;
};

// Inflates one piece of input into the message.
InflateOutcome inflate_piece(Inflation& job, std::string_view piece) {
  std::array<char, kChunkBytes> chunk;
  set_input(job.stream, piece);
  for (;;) {
    // One byte more than there is room for, so that "exactly full" and "too large" differ.
    const std::size_t want = std::min(chunk.size(), job.room + 1);
    job.stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    job.stream.avail_out = static_cast<uInt>(want);
    const int outcome = ::inflate(&job.stream, Z_SYNC_FLUSH);
    if (outcome != Z_OK && outcome != Z_STREAM_END && outcome != Z_BUF_ERROR) return InflateOutcome::Corrupt;
    const std::size_t made = want - job.stream.avail_out;
    if (made > job.room) return InflateOutcome::TooLarge;
    job.out.append(chunk.data(), made);
    job.room -= made;
    // A block marked final ends zlib's stream but not the message: what follows starts afresh.
    if (outcome == Z_STREAM_END) inflateReset(&job.stream);
    if (job.stream.avail_in == 0 && job.stream.avail_out != 0) return InflateOutcome::Done;
    if (outcome == Z_BUF_ERROR) return InflateOutcome::Corrupt;
  }
}

// True when the last block was whole: zlib stands before a block header (128) with no bits left over.
bool at_block_boundary(const z_stream& stream) {
  constexpr int kBeforeBlock = 128;
  constexpr int kLeftoverBits = 0x3f;
  return (stream.data_type & kBeforeBlock) != 0 && (stream.data_type & kLeftoverBits) == 0;
}

}  // namespace

InflateOutcome inflate_message(std::string_view compressed, std::size_t bytes_max, std::string& out) {
  thread_local InflateStream reused;
  Inflation job{.stream = reused.fresh(), .room = bytes_max, .out = out};
  const InflateOutcome body = inflate_piece(job, compressed);
  if (body != InflateOutcome::Done) return body;
  const InflateOutcome tail = inflate_piece(job, kTail);
  if (tail != InflateOutcome::Done) return tail;
  return at_block_boundary(job.stream) ? InflateOutcome::Done : InflateOutcome::Corrupt;
}

void deflate_message(std::string_view message, std::string& out) {
  thread_local DeflateStream reused;
  z_stream& stream = reused.fresh();
  const std::size_t start = out.size();
  std::array<char, kChunkBytes> chunk;
  set_input(stream, message);
  do {
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    ::deflate(&stream, Z_SYNC_FLUSH);
    out.append(chunk.data(), chunk.size() - stream.avail_out);
  } while (stream.avail_out == 0);
  if (std::string_view(out).substr(start).ends_with(kTail)) out.resize(out.size() - kTail.size());
  // A compressed payload is never empty: an empty message is one empty stored block without its tail.
  if (out.size() == start) out.push_back('\0');
}

}  // namespace parlor::wire::ws
