#include "wire/json/server_message.h"

#include "wire/json/envelope.h"

namespace parlor::wire {
namespace {

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
