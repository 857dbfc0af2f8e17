// The JSON-RPC 2.0 envelope as clients written in C++ need it (replay, the doctor, the simulation, tests): calls to
// frames, frames to answers and notifications.
//
// A ServerFrameDecoder owns a parser and belongs to one thread; the rest are pure functions.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wire/json/reader.h"
#include "wire/json/rpc.h"

namespace parlor::wire {

std::string encode_request(std::string_view id, const Params& params);
std::string encode_client_notification(const Params& params);

struct Response {
  RawId id;
  Element result;  // decode_as<MessagePostResult>(result), before the next frame is decoded
};

using ServerMessage = std::variant<Response, RpcError, Notice>;

class ServerFrameDecoder {
 public:
  explicit ServerFrameDecoder(std::size_t bytes_max = kServerFrameBytesMax) : parser_(bytes_max) {}

  Decoded<std::vector<ServerMessage>> decode(std::string_view text);

 private:
  Parser parser_;
};

}  // namespace parlor::wire
