#include "wire/http/body.h"

#include <algorithm>

#include "wire/http/syntax.h"

namespace parlor::wire::http {

namespace {

constexpr std::uint16_t kChunkLineBytesMax = 256;
constexpr std::uint16_t kTrailerBytesMax = 4096;
constexpr std::uint64_t kChunkBytesMax = std::uint64_t{1} << 40U;

constexpr Fault kBadChunk{.status = 400, .reason = "chunked body is malformed"};
constexpr Fault kTooLarge{.status = 413, .reason = "body too large"};

bool is_field_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 0x20 && byte != 0x7F) || c == '\t';
}

}  // namespace

std::optional<Fault> BodyReader::feed(std::string_view& bytes, std::string& body) {
  if (framing_ == Framing::Chunked) return feed_chunked(bytes, body);
  if (framing_ == Framing::UntilClose) left_ = bytes.size();
  if (framing_ == Framing::None || bytes.empty()) return std::nullopt;
  if (taken_ + left_ > bytes_max_) return kTooLarge;
  take_content(bytes, body);
  return std::nullopt;
}

bool BodyReader::complete() const {
  if (framing_ == Framing::Counted) return left_ == 0;
  return framing_ == Framing::None || (framing_ == Framing::Chunked && step_ == Step::Done);
}

bool BodyReader::finish() {
  if (framing_ == Framing::UntilClose) framing_ = Framing::None;
  return complete();
}

void BodyReader::take_content(std::string_view& bytes, std::string& body) {
  const std::size_t size = std::min<std::uint64_t>(left_, bytes.size());
  body.append(bytes.substr(0, size));
  bytes.remove_prefix(size);
  left_ -= size;
  taken_ += size;
}

std::optional<Fault> BodyReader::feed_chunked(std::string_view& bytes, std::string& body) {
  while (!bytes.empty() && step_ != Step::Done) {
    if (step_ == Step::Bytes) {
      take_content(bytes, body);
      if (left_ == 0) step_ = Step::BytesEndCr;
      continue;
    }
    if (const auto fault = step(bytes.front())) return fault;
    bytes.remove_prefix(1);
    if (step_ == Step::Bytes && left_ > bytes_max_ - taken_) return kTooLarge;
  }
  return std::nullopt;
}

std::optional<Fault> BodyReader::step(char c) {
  switch (step_) {
    case Step::SizeFirst:
    case Step::Size:
      return step_size(c);
    case Step::Blank:
      if (++line_bytes_ > kChunkLineBytesMax) return kBadChunk;
      return c == ' ' || c == '\t' ? std::nullopt : expect(c, ';', Step::Extension);
    case Step::Extension:
      if (++line_bytes_ > kChunkLineBytesMax) return kBadChunk;
      if (c == '\r') step_ = Step::SizeEnd;
      return c == '\r' || is_field_char(c) ? std::nullopt : std::optional(kBadChunk);
    case Step::SizeEnd:
      if (c != '\n') return kBadChunk;
      begin_chunk();
      return std::nullopt;
    case Step::BytesEndCr:
      return expect(c, '\r', Step::BytesEndLf);
    case Step::BytesEndLf:
      return expect(c, '\n', Step::SizeFirst);
    case Step::LastLf:
      return expect(c, '\n', Step::Done);
    case Step::TrailerFirst:
    case Step::TrailerName:
    case Step::Trailer:
    case Step::TrailerEnd:
      return step_trailer(c);
    case Step::Bytes:
    case Step::Done:
      break;
  }
  return kBadChunk;
}

std::optional<Fault> BodyReader::step_size(char c) {
  if (const auto digit = hex_digit(c)) {
    if (step_ == Step::SizeFirst) left_ = 0;
    line_bytes_ = step_ == Step::SizeFirst ? std::uint16_t{1} : static_cast<std::uint16_t>(line_bytes_ + 1);
    if (line_bytes_ > kChunkLineBytesMax) return kBadChunk;
    left_ = left_ * 16 + *digit;
    step_ = Step::Size;
    return left_ > kChunkBytesMax ? std::optional(kTooLarge) : std::nullopt;
  }
  if (step_ == Step::SizeFirst) return kBadChunk;
  // Blanks are read before an extension and nowhere else (RFC 9112 section 7.1.1).
  if (c == ' ' || c == '\t') return expect(c, c, Step::Blank);
  if (c == '\r') return expect(c, '\r', Step::SizeEnd);
  return expect(c, ';', Step::Extension);
}

void BodyReader::begin_chunk() {
  line_bytes_ = 0;
  step_ = left_ == 0 ? Step::TrailerFirst : Step::Bytes;
}

// Trailers are read and thrown away: nothing in one may change how a request is understood.
std::optional<Fault> BodyReader::step_trailer(char c) {
  if (++line_bytes_ > kTrailerBytesMax) return Fault{.status = 431, .reason = "trailers too large"};
  if (step_ == Step::TrailerEnd) return expect(c, '\n', Step::TrailerFirst);
  if (step_ == Step::TrailerFirst) {
    if (c == '\r') return expect(c, '\r', Step::LastLf);
    if (!is_token_char(c)) return kBadChunk;
    step_ = Step::TrailerName;
    return std::nullopt;
  }
  if (step_ == Step::TrailerName) return is_token_char(c) ? std::nullopt : expect(c, ':', Step::Trailer);
  if (c == '\r') return expect(c, '\r', Step::TrailerEnd);
  return is_field_char(c) ? std::nullopt : std::optional(kBadChunk);
}

std::optional<Fault> BodyReader::expect(char c, char wanted, Step then) {
  if (c != wanted) return kBadChunk;
  step_ = then;
  return std::nullopt;
}

}  // namespace parlor::wire::http
