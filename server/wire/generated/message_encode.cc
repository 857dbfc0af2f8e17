// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/message.h"

#include <array>

#include "wire/json/writer.h"

namespace parlor::wire {

void encode(Writer& out, const MessagePostParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("after", value.after);
  out.field("body", value.body);
  out.end_object();
}

void encode(Writer& out, const MessagePostResult& value) {
  out.begin_object();
  out.field("message", value.message);
  out.field("seq", value.seq);
  out.time_field("at", value.at);
  out.end_object();
}

void encode(Writer& out, const MessageEditParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("message", value.message);
  out.field("body", value.body);
  out.end_object();
}

void encode(Writer& out, const MessageDeleteParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("message", value.message);
  out.end_object();
}

void encode(Writer& out, const MessageChangeResult& value) {
  out.begin_object();
  out.field("message", value.message);
  out.field("version", value.version);
  out.field("seq", value.seq);
  out.time_field("at", value.at);
  out.end_object();
}

void encode(Writer& out, const NotePostParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("text", value.text);
  out.field("mentions", value.mentions);
  out.end_object();
}

void encode(Writer& out, const NotePostResult& value) {
  out.begin_object();
  out.field("note", value.note);
  out.field("seq", value.seq);
  out.time_field("at", value.at);
  out.end_object();
}

void encode(Writer& out, const TypingParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("state", value.state);
  out.field("preview", value.preview);
  out.end_object();
}

void encode(Writer& out, const PageViewParams& value) {
  out.begin_object();
  out.field("url", value.url);
  out.field("title", value.title);
  out.field("referrer", value.referrer);
  out.field("visit", value.visit);
  out.field("attributes", value.attributes);
  out.end_object();
}

}  // namespace parlor::wire
