// Fuzzes the bodies of REST writes: the first line names the type, the rest is the JSON. What is understood is written
// and read again without a change, and no field that the schema does not name gets in.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "wire/generated/every_type.h"
#include "wire/json/reader.h"

namespace {

using namespace parlor::wire;

constexpr std::size_t kBodyBytesMax = 32 * 1024;

void require(bool holds) {
  if (!holds) std::abort();
}

Decoded<std::string> read_and_write(std::string_view type, std::string_view text) {
  static Parser parser(kBodyBytesMax);
  const auto element = parser.parse(text);
  if (!element) return std::unexpected(element.error());
  return recode(type, *element, Unknown::kRefused);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = input.find('\n');
  if (end == std::string_view::npos) return 0;
  const std::string_view type = input.substr(0, end);
  const std::string_view body = input.substr(end + 1);
  const auto once = read_and_write(type, body);
  if (!once || once->size() > kBodyBytesMax) return 0;
  const auto twice = read_and_write(type, *once);
  require(twice.has_value() && *twice == *once);
  // Any object with one field more is another matter.
  if (!once->starts_with("{")) return 0;
  const auto spoilt = R"({"nobody_named_this":1)" + (once->size() > 2 ? "," + once->substr(1) : std::string("}"));
  require(spoilt.size() > kBodyBytesMax || !read_and_write(type, spoilt).has_value());
  return 0;
}
