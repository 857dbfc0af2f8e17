// Frames of clients and of the server, from any bytes: the decoders name a fault or give structs, and what they give is
// written and read again without a change.
#include <cstdint>
#include <cstdlib>

#include "wire/json/server_message.h"

namespace {

using namespace parlor::wire;

void require(bool held) {
  if (!held) std::abort();
}

std::string encode_message(const Incoming& message) {
  if (const auto* request = std::get_if<Request>(&message)) return encode_request(request->id, request->params);
  if (const auto* told = std::get_if<Notification>(&message)) return encode_client_notification(told->params);
  return {};
}

const Params* params_of(const Incoming& message) {
  if (const auto* request = std::get_if<Request>(&message)) return &request->params;
  if (const auto* told = std::get_if<Notification>(&message)) return &told->params;
  return nullptr;
}

// Escapes may make a frame longer than it came; only what still fits is read again.
void check_message(const Incoming& message) {
  static FrameDecoder decoder;
  if (const auto* error = std::get_if<RpcError>(&message)) {
    require(to_string(error->reason) == "invalid_params" || error->field.empty());
    return;
  }
  const std::string text = encode_message(message);
  if (text.size() > kFrameBytesMax) return;
  const auto again = decoder.decode(text);
  require(again.has_value() && again->messages.size() == 1);
  const Params* params = params_of(again->messages.front());
  require(params != nullptr && *params == *params_of(message));
}

void check_server_message(const ServerMessage& message) {
  static ServerFrameDecoder decoder;
  const auto* notice = std::get_if<Notice>(&message);
  if (notice == nullptr) return;
  const std::string text = std::visit([](const auto& one) { return encode_notification(one); }, *notice);
  if (text.size() > kServerFrameBytesMax) return;
  const auto again = decoder.decode(text);
  require(again.has_value() && again->size() == 1);
  require(std::get<Notice>(again->front()) == *notice);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static FrameDecoder decoder;
  static ServerFrameDecoder server_decoder;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (const auto frame = decoder.decode(text)) {
    require(!frame->messages.empty() && frame->messages.size() <= kBatchMax);
    for (const Incoming& message : frame->messages)
      check_message(message);
  }
  if (const auto messages = server_decoder.decode(text)) {
    for (const ServerMessage& message : *messages)
      check_server_message(message);
  }
  return 0;
}
