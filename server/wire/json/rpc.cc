#include "wire/json/rpc.h"

#include "wire/json/envelope.h"

namespace parlor::wire {
namespace {

RpcError invalid_request(std::string message, RawId id = {}) {
  return {.id = std::move(id), .reason = Reason::kInvalidRequest, .message = std::move(message)};
}

RpcError of_decode_error(DecodeError error, RawId id = {}) {
  std::string field = std::move(error.field);
  if (error.reason == Reason::kInvalidParams) field.insert(0, field.empty() ? "params" : "params.");
  return {.id = std::move(id), .reason = error.reason, .message = std::move(error.message), .field = std::move(field)};
}

// A known method with its params: the last step of a message.
Incoming decode_call(Method method, Element params, RawId id, IdState id_state) {
  const bool is_call = id_state == IdState::kGood;
  if (!is_call && method_kind(method).is_request) {
    return invalid_request(std::string(to_string(method)) + " needs an id.");
  }
  Reader reader;
  Params decoded;
  if (!decode_params(reader, params, method, decoded)) {
    RpcError error = of_decode_error(reader.take_error(), std::move(id));
    error.wants_answer = is_call;
    return error;
  }
  if (!is_call) return Notification{std::move(decoded)};
  return Request{std::move(id), std::move(decoded)};
}

Incoming decode_message(Element element) {
  simdjson::dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return invalid_request("A message is an object.");
  RawId id;
  const IdState id_state = read_id(object, id);
  if (id_state == IdState::kBad)
    return invalid_request("id must be a whole number or a text of at most 64 characters.");
  if (!says_version(object)) return invalid_request("jsonrpc must be \"2.0\".", std::move(id));
  std::string_view name;
  if (object.at_key("method").get(name) != simdjson::SUCCESS) {
    return invalid_request("method must be a text.", std::move(id));
  }
  Method method{};
  if (!parse(name, method)) {
    const bool is_call = id_state == IdState::kGood;
    return RpcError{.id = std::move(id), .reason = Reason::kUnknownMethod, .wants_answer = is_call};
  }
  return decode_call(method, params_of(object), std::move(id), id_state);
}

std::expected<Frame, RpcError> decode_batch(const simdjson::dom::array& batch) {
  Frame frame{.is_batch = true, .messages = {}};
  for (const Element element : batch) {
    if (frame.messages.size() == kBatchMax) {
      return std::unexpected(invalid_request("A batch has at most " + std::to_string(kBatchMax) + " messages."));
    }
    frame.messages.push_back(decode_message(element));
  }
  if (frame.messages.empty()) return std::unexpected(invalid_request("A batch has at least one message."));
  return frame;
}

}  // namespace

FrameDecoder::FrameDecoder(std::size_t bytes_max) : parser_(std::make_unique<Parser>(bytes_max)) {}
FrameDecoder::FrameDecoder(FrameDecoder&& other) noexcept = default;
FrameDecoder& FrameDecoder::operator=(FrameDecoder&& other) noexcept = default;
FrameDecoder::~FrameDecoder() = default;

std::expected<Frame, RpcError> FrameDecoder::decode(std::string_view text) {
  Decoded<Element> element = parser_->parse(text);
  if (!element) return std::unexpected(of_decode_error(std::move(element.error())));
  simdjson::dom::array batch;
  if (element->get(batch) == simdjson::SUCCESS) return decode_batch(batch);
  if (!element->is_object()) return std::unexpected(invalid_request("A frame is one message or a batch."));
  Frame frame;
  frame.messages.push_back(decode_message(*element));
  return frame;
}

void write_error(Writer& out, const RpcError& error) {
  const ErrorKind& kind = error_kind(error.reason);
  out.begin_object();
  out.field("jsonrpc", std::string_view("2.0"));
  out.key("id");
  out.raw(error.id.empty() ? "null" : error.id);
  ErrorObject object{
      .code = kind.code,
      .message = error.message.empty() ? std::string(kind.message) : error.message,
      .data = {.reason = std::string(kind.reason), .retry_after_ms = error.retry_after_ms, .current = error.current}};
  if (!error.field.empty()) object.data.field = error.field;
  out.field("error", object);
  out.end_object();
}

std::string encode_error(const RpcError& error) {
  std::string text;
  Writer out(text);
  write_error(out, error);
  return text;
}

std::string encode_error(std::string_view id, Reason reason) {
  return encode_error(RpcError{.id = RawId(id), .reason = reason});
}

std::string encode_batch(const std::vector<std::string>& messages) {
  std::string text;
  Writer out(text);
  out.begin_list();
  for (const std::string& message : messages)
    out.raw(message);
  out.end_list();
  return text;
}

}  // namespace parlor::wire
