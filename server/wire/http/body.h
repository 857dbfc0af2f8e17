// Where a message's body ends: counted, chunked, or at the end of the connection (RFC 9112 sections 6 and 7).
// Owned by the parser of one message; lives on its thread.
// Never accepts framing that another program might read differently: chunk lines end in CRLF, extensions and trailers
// are bounded, and nothing is guessed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wire/http/message.h"

namespace parlor::wire::http {

enum class Framing : std::uint8_t { None, Counted, Chunked, UntilClose };

class BodyReader {
 public:
  BodyReader() = default;
  BodyReader(Framing framing, std::uint64_t length) : framing_(framing), left_(length) {}

  void limit(std::uint64_t bytes_max) { bytes_max_ = bytes_max; }
  // Takes bytes off the front of `bytes` and appends what they carry to `body`.
  std::optional<Fault> feed(std::string_view& bytes, std::string& body);
  // The declared length alone already breaks the limit.
  [[nodiscard]] bool declared_too_large() const { return framing_ == Framing::Counted && left_ > bytes_max_; }
  [[nodiscard]] bool complete() const;
  // The connection ended here; true when that completes the body.
  bool finish();

 private:
  enum class Step : std::uint8_t {
    SizeFirst,
    Size,
    Blank,
    Extension,
    SizeEnd,
    Bytes,
    BytesEndCr,
    BytesEndLf,
    TrailerFirst,
    TrailerName,
    Trailer,
    TrailerEnd,
    LastLf,
    Done
  };

  void take_content(std::string_view& bytes, std::string& body);
  std::optional<Fault> feed_chunked(std::string_view& bytes, std::string& body);
  std::optional<Fault> step(char c);
  std::optional<Fault> step_size(char c);
  std::optional<Fault> step_trailer(char c);
  std::optional<Fault> expect(char c, char wanted, Step then);
  void begin_chunk();

  Framing framing_ = Framing::None;
  Step step_ = Step::SizeFirst;
  std::uint16_t line_bytes_ = 0;  // of the size line or the trailers so far
  std::uint64_t left_ = 0;        // of the counted body or of this chunk
  std::uint64_t taken_ = 0;
  std::uint64_t bytes_max_ = kBodyBytesDefaultMax;
};

}  // namespace parlor::wire::http
