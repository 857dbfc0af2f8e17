// The C++ tables: errors, close codes, limits, methods.
import { BANNER, close, open } from './cpp-types.mjs';
import { FEATURES } from './model.mjs';
import { camelCase, enumerator } from './names.mjs';

const quote = (text) => JSON.stringify(text);

export function limits(model) {
  const lines = model.limits.map((limit) => {
    const name = limit.name.endsWith('_min') ? `k${camelCase(limit.name)}` : `k${camelCase(limit.name)}Max`;
    const plain = /_default$|_ms$/.test(limit.name) ? `k${camelCase(limit.name)}` : name;
    return `inline constexpr std::size_t ${plain} = ${limit.value};  // ${limit.unit}: ${limit.text}\n`;
  });
  return [
    `// The limits of protocol/limits.json.\n${BANNER}`,
    '#pragma once\n',
    '#include <cstddef>\n',
    open,
    lines.join(''),
    close,
  ].join('\n');
}

export function errors(model) {
  const rows = model.errors.map(
    (one) =>
      `    ErrorKind{${quote(one.reason)}, ${one.code}, ${one.http}, Retry::${enumerator(one.retry)},\n              ${quote(one.message)}},\n`,
  );
  return `// Why something was refused: the words of protocol/errors.json.
${BANNER}
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

${open}
enum class Reason : std::uint8_t {
${model.errors.map((one) => `  ${enumerator(one.reason)},\n`).join('')}};

enum class Retry : std::uint8_t { kNo, kYes, kAfter };

struct ErrorKind {
  std::string_view reason;
  int code;  // of JSON-RPC
  int http;
  Retry retry;
  std::string_view message;
};

inline constexpr std::array<ErrorKind, ${model.errors.length}> kErrors = {
${rows.join('')}};

constexpr const ErrorKind& error_kind(Reason reason) { return kErrors[static_cast<std::size_t>(reason)]; }
constexpr std::string_view to_string(Reason reason) { return error_kind(reason).reason; }
constexpr std::string_view message_of(Reason reason) { return error_kind(reason).message; }

constexpr std::optional<Reason> parse_reason(std::string_view text) {
  for (std::size_t index = 0; index < kErrors.size(); ++index) {
    if (kErrors[index].reason == text) return static_cast<Reason>(index);
  }
  return std::nullopt;
}

${close}`;
}

export function closeCodes(model) {
  const rows = model.closeCodes.map(
    (one) => `    CloseCode{${one.code}, ${quote(one.reason)}, Reconnect::${enumerator(one.reconnect)}},\n`,
  );
  return `// Why a connection was ended: the words of protocol/close_codes.json. 4000 to 4499: come back; from 4500: do not.
${BANNER}
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "wire/generated/session.h"

${open}
enum class Closing : std::uint8_t {
${model.closeCodes.map((one) => `  ${enumerator(one.reason)},\n`).join('')}};

struct CloseCode {
  std::uint16_t code;
  std::string_view reason;
  Reconnect reconnect;
};

inline constexpr std::array<CloseCode, ${model.closeCodes.length}> kCloseCodes = {
${rows.join('')}};

constexpr const CloseCode& close_code(Closing why) { return kCloseCodes[static_cast<std::size_t>(why)]; }

${close}`;
}

const incoming = (method) => method.direction !== 'to_client';
const outgoing = (method) => method.direction === 'to_client' || method.direction === 'both';

// heartbeat goes both ways, with a type of its own each way, so that each variant holds a type once.
export function noticesOf(model) {
  return model.methods.filter(outgoing);
}
export function callsOf(model) {
  return model.methods.filter(incoming);
}

export function methods(model) {
  const calls = callsOf(model);
  const notices = noticesOf(model);
  const used = new Set([...calls, ...notices].flatMap((one) => [one.params.feature, one.result?.feature]));
  const includes = FEATURES.filter((feature) => used.has(feature)).map(
    (name) => `#include "wire/generated/${name}.h"\n`,
  );
  const results = calls.filter((one) => one.result !== undefined);
  return `// What a client may send (Method, Params) and what the server sends unasked (Notice).
${BANNER}
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <variant>

${includes.join('')}
${open}
// In the order of Params, whose index it is.
enum class Method : std::uint8_t {
${calls.map((one) => `  ${enumerator(one.name)},\n`).join('')}};

using Params = std::variant<
    ${calls.map((one) => one.params.name).join(',\n    ')}>;

// In the order of Notice, whose index it is.
enum class NoticeKind : std::uint8_t {
${notices.map((one) => `  ${enumerator(one.name)},\n`).join('')}};

using Notice = std::variant<
    ${notices.map((one) => one.params.name).join(',\n    ')}>;

enum class Who : std::uint8_t { kVisitor, kAgent, kBoth };

struct MethodKind {
  std::string_view name;
  bool is_request;  // else a notification
  std::string_view result;  // the type of its answer; empty for a notification
  Who who;
};

inline constexpr std::array<MethodKind, ${calls.length}> kMethods = {
${calls.map((one) => `    MethodKind{${quote(one.name)}, ${one.kind === 'request'}, ${quote(one.result?.name ?? '')}, Who::${enumerator(one.who)}},\n`).join('')}};

constexpr const MethodKind& method_kind(Method method) { return kMethods[static_cast<std::size_t>(method)]; }
constexpr std::string_view to_string(Method method) { return method_kind(method).name; }
constexpr std::string_view result_name(Method method) { return method_kind(method).result; }
inline Method method_of(const Params& params) { return static_cast<Method>(params.index()); }
bool parse(std::string_view text, Method& out);

std::string_view to_string(NoticeKind kind);
bool parse(std::string_view text, NoticeKind& out);
inline NoticeKind kind_of(const Notice& notice) { return static_cast<NoticeKind>(notice.index()); }

bool decode_params(Reader& reader, Element element, Method method, Params& out);
bool decode_notice(Reader& reader, Element element, NoticeKind kind, Notice& out);
void encode(Writer& out, const Params& params);
void encode(Writer& out, const Notice& notice);

// The struct that answers a request: ResultOf<MessagePostParams> is MessagePostResult.
template <typename P>
struct ResultFor;
${results.map((one) => `template <>\nstruct ResultFor<${one.params.name}> {\n  using Type = ${one.result.name};\n};\n`).join('')}template <typename P>
using ResultOf = typename ResultFor<P>::Type;

${close}`;
}

export function methodsSource(model) {
  const parser = (name, all) =>
    `bool parse(std::string_view text, ${name}& out) {
${all.map((one) => `  if (text == ${quote(one.name)}) return out = ${name}::${enumerator(one.name)}, true;\n`).join('')}  return false;
}
`;
  const decoder = (head, name, all) => `${head} {
  switch (${name}) {
${all.map((one) => `    case ${name === 'method' ? 'Method' : 'NoticeKind'}::${enumerator(one.name)}:\n      return decode(reader, element, out.emplace<${one.params.name}>());\n`).join('')}  }
  return false;
}
`;
  const notices = noticesOf(model);
  return [
    BANNER,
    '#include "wire/generated/methods.h"\n',
    '#include "wire/json/reader.h"\n#include "wire/json/writer.h"\n',
    open,
    parser('Method', callsOf(model)),
    parser('NoticeKind', notices),
    `std::string_view to_string(NoticeKind kind) {
  static constexpr std::array<std::string_view, ${notices.length}> names = {
${notices.map((one) => `      ${quote(one.name)},\n`).join('')}  };
  return names[static_cast<std::size_t>(kind)];
}
`,
    decoder(
      'bool decode_params(Reader& reader, Element element, Method method, Params& out)',
      'method',
      callsOf(model),
    ),
    decoder('bool decode_notice(Reader& reader, Element element, NoticeKind kind, Notice& out)', 'kind', notices),
    `void encode(Writer& out, const Params& params) {
  std::visit([&out](const auto& one) { encode(out, one); }, params);
}

void encode(Writer& out, const Notice& notice) {
  std::visit([&out](const auto& one) { encode(out, one); }, notice);
}
`,
    close,
  ].join('\n');
}

export function everyType() {
  return `// Every type by its name in the schemas: for tests that walk through all of them.
${BANNER}
#pragma once

#include <string>
#include <string_view>

#include "wire/json/reader.h"

${open}
// Decodes the value as the named type and encodes it again. An unknown name is the error not_found.
Decoded<std::string> recode(std::string_view type, Element element, Unknown unknown);

${close}`;
}

export function everyTypeSource(model) {
  const includes = FEATURES.map((feature) => `#include "wire/generated/${feature}.h"\n`).join('');
  const rows = [...model.types.keys()].map((name) => `    Row{${quote(name)}, recode_as<${name}>},\n`);
  return `${BANNER}
#include "wire/generated/every_type.h"

#include <array>

${includes}#include "wire/json/writer.h"

${open}
namespace {

template <typename T>
Decoded<std::string> recode_as(Element element, Unknown unknown) {
  Decoded<T> value = decode_as<T>(element, unknown);
  if (!value) return std::unexpected(value.error());
  return encode_text(*value);
}

struct Row {
  std::string_view name;
  Decoded<std::string> (*recode)(Element, Unknown);
};

constexpr std::array<Row, ${rows.length}> kRows = {
${rows.join('')}};

}  // namespace

Decoded<std::string> recode(std::string_view type, Element element, Unknown unknown) {
  for (const Row& row : kRows) {
    if (row.name == type) return row.recode(element, unknown);
  }
  return std::unexpected(DecodeError{Reason::kNotFound, {}, "no such type"});
}

${close}`;
}

export const files = (model) => ({
  'every_type.h': everyType(),
  'every_type.cc': everyTypeSource(model),
  'errors.h': errors(model),
  'limits.h': limits(model),
  'close_codes.h': closeCodes(model),
  'methods.h': methods(model),
  'methods.cc': methodsSource(model),
});
