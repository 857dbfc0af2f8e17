#include "wire/json/rpc.h"

namespace parlor::wire {
namespace {

constexpr std::size_t kIdCharsMax = 64;

RpcError invalid_request(std::string message, RawId id = {}) {
  return {.id = std::move(id), .reason = Reason::kInvalidRequest, .message = std::move(message)};
}

RpcError of_decode_error(DecodeError error, RawId id = {}) {
  std::string field = std::move(error.field);
  if (error.reason == Reason::kInvalidParams) field.insert(0, field.empty() ? "params" : "params.");
  return {.id = std::move(id), .reason = error.reason, .message = std::move(error.message), .field = std::move(field)};
}

// "{}", for a message that leaves its params out.
Element empty_object() {
  struct Holder {
    simdjson::dom::parser parser;
    Element element;
    Holder() {
      constexpr std::string_view kText = "{}";
      (void)parser.parse(kText.data(), kText.size(), true).get(element);
    }
  };
  static const Holder holder;
  return holder.element;
}

enum class IdState : std::uint8_t { kAbsent, kGood, kBad };

IdState read_id(const simdjson::dom::object& object, RawId& out) {
  Element id;
  if (object.at_key("id").get(id) != simdjson::SUCCESS) return IdState::kAbsent;
  Writer writer(out);
  std::int64_t number = 0;
  if (id.get(number) == simdjson::SUCCESS) {
    writer.integer(number);
    return IdState::kGood;
  }
  Reader reader;
  std::string text;
  if (!decode(reader, id, text, TextRule{.chars_max = kIdCharsMax})) return IdState::kBad;
  writer.text(text);
  return IdState::kGood;
}

bool says_version(const simdjson::dom::object& object) {
  std::string_view version;
  return object.at_key("jsonrpc").get(version) == simdjson::SUCCESS && version == "2.0";
}

Element params_of(const simdjson::dom::object& object) {
  Element params;
  return object.at_key("params").get(params) == simdjson::SUCCESS ? params : empty_object();
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

RpcError read_error(Element element, RawId id) {
  Decoded<ErrorObject> object = decode_as<ErrorObject>(element);
  if (!object) return {.id = std::move(id), .reason = Reason::kInternal, .message = "The error has no known shape."};
  return {.id = std::move(id),
          .reason = parse_reason(object->data.reason).value_or(Reason::kInternal),
          .message = std::move(object->message),
          .field = std::move(object->data.field).value_or(""),
          .retry_after_ms = object->data.retry_after_ms,
          .current = std::move(object->data.current)};
}

Decoded<ServerMessage> decode_notice_message(const simdjson::dom::object& object) {
  std::string_view name;
  NoticeKind kind{};
  if (object.at_key("method").get(name) != simdjson::SUCCESS || !parse(name, kind)) {
    return std::unexpected(DecodeError{Reason::kUnknownMethod, "method", "The server sent an unknown notification."});
  }
  Reader reader;
  Notice notice;
  if (!decode_notice(reader, params_of(object), kind, notice)) return std::unexpected(reader.take_error());
  return notice;
}

Decoded<ServerMessage> decode_server_message(Element element) {
  simdjson::dom::object object;
  if (element.get(object) != simdjson::SUCCESS || !says_version(object)) {
    return std::unexpected(DecodeError{Reason::kInvalidRequest, "", "This is not a JSON-RPC 2.0 message."});
  }
  RawId id;
  read_id(object, id);
  Element content;
  if (object.at_key("result").get(content) == simdjson::SUCCESS) return Response{std::move(id), content};
  if (object.at_key("error").get(content) == simdjson::SUCCESS) return read_error(content, std::move(id));
  return decode_notice_message(object);
}

}  // namespace

std::expected<Frame, RpcError> FrameDecoder::decode(std::string_view text) {
  Decoded<Element> element = parser_.parse(text);
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

std::string encode_request(std::string_view id, const Params& params) {
  std::string text;
  Writer out(text);
  out.begin_object();
  out.field("jsonrpc", std::string_view("2.0"));
  out.key("id");
  out.raw(id);
  out.field("method", to_string(method_of(params)));
  out.field("params", params);
  out.end_object();
  return text;
}

std::string encode_client_notification(const Params& params) {
  return encode_named(to_string(method_of(params)), params);
}

Decoded<std::vector<ServerMessage>> ServerFrameDecoder::decode(std::string_view text) {
  Decoded<Element> element = parser_.parse(text);
  if (!element) return std::unexpected(std::move(element.error()));
  std::vector<ServerMessage> messages;
  simdjson::dom::array batch;
  if (element->get(batch) != simdjson::SUCCESS) {
    Decoded<ServerMessage> message = decode_server_message(*element);
    if (!message) return std::unexpected(std::move(message.error()));
    messages.push_back(std::move(*message));
    return messages;
  }
  for (const Element one : batch) {
    Decoded<ServerMessage> message = decode_server_message(one);
    if (!message) return std::unexpected(std::move(message.error()));
    messages.push_back(std::move(*message));
  }
  return messages;
}

}  // namespace parlor::wire
