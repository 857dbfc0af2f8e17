// Bodies of the HTTP interface under /api/v1 and of the HTTP transports.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wire/generated/types.h"
#include "wire/generated/conversation.h"
#include "wire/json/value.h"

namespace parlor::wire {

enum class LauncherSide : std::uint8_t {
  kStart,
  kEnd,
};

struct VisitorCreate {
  std::string inbox{};

  bool operator==(const VisitorCreate&) const = default;
};

struct VisitorCreated {
  Uuid visitor{};
  Uuid contact{};
  std::string token{};

  bool operator==(const VisitorCreated&) const = default;
};

struct WidgetRequest {
  std::string site{};
  std::optional<std::string> visitor{};
  std::optional<Page> page{};
  std::optional<Uuid> dismissed{};

  bool operator==(const WidgetRequest&) const = default;
};

// An agent offers a chat; `conversation.start` that names it brings the visitor to them.
struct WidgetInvitation {
  Uuid id{};
  Person agent{};
  std::string text{};

  bool operator==(const WidgetInvitation&) const = default;
};

struct WidgetInbox {
  std::string key{};
  std::string name{};
  std::string workspace{};
  std::optional<std::string> greeting{};
  std::optional<std::string> color{};
  std::optional<LauncherSide> position{};

  bool operator==(const WidgetInbox&) const = default;
};

struct WidgetPanel {
  std::string js{};

  bool operator==(const WidgetPanel&) const = default;
};

struct WidgetConfiguration {
  WidgetInbox inbox{};
  WidgetPanel panel{};
  std::int64_t unread{};
  bool open{};
  bool available{};
  std::optional<std::int64_t> back_at{};  // milliseconds since the Unix epoch
  std::vector<Person> agents{};
  std::optional<Uuid> visit{};
  std::optional<WidgetInvitation> invitation{};

  bool operator==(const WidgetConfiguration&) const = default;
};

struct SignIn {
  std::string email{};
  std::string password{};

  bool operator==(const SignIn&) const = default;
};

struct SignedInUser {
  Uuid id{};
  std::string name{};
  std::string email{};
  Role role{};

  bool operator==(const SignedInUser&) const = default;
};

struct Workspace {
  Uuid id{};
  std::string name{};

  bool operator==(const Workspace&) const = default;
};

struct SignedIn {
  SignedInUser user{};
  Workspace workspace{};

  bool operator==(const SignedIn&) const = default;
};

struct SetupState {
  bool needed{};

  bool operator==(const SetupState&) const = default;
};

struct InboxCreate {
  std::string name{};
  std::vector<std::string> origins{};
  std::optional<std::string> color{};
  std::optional<std::string> greeting{};

  bool operator==(const InboxCreate&) const = default;
};

struct InboxChange {
  std::optional<std::string> name{};
  std::optional<std::vector<std::string>> origins{};
  std::optional<std::string> color{};
  std::optional<std::string> greeting{};

  bool operator==(const InboxChange&) const = default;
};

struct Inbox {
  Uuid id{};
  std::string key{};
  std::string name{};
  std::vector<std::string> origins{};
  std::optional<std::string> color{};
  std::optional<std::string> greeting{};
  std::int64_t created_at{};  // milliseconds since the Unix epoch

  bool operator==(const Inbox&) const = default;
};

struct InboxList {
  std::vector<Inbox> inboxes{};

  bool operator==(const InboxList&) const = default;
};

struct Setup {
  std::string token{};
  std::string workspace{};
  std::string name{};
  std::string email{};
  std::string password{};
  InboxCreate inbox{};

  bool operator==(const Setup&) const = default;
};

struct SetupDone {
  SignedInUser user{};
  Workspace workspace{};
  Inbox inbox{};

  bool operator==(const SetupDone&) const = default;
};

struct Agent {
  Uuid id{};
  std::string name{};
  std::string email{};
  Role role{};
  AgentStatus status{};

  bool operator==(const Agent&) const = default;
};

struct AgentList {
  std::vector<Agent> agents{};

  bool operator==(const AgentList&) const = default;
};

struct InvitationCreate {
  std::string email{};
  Role role{};

  bool operator==(const InvitationCreate&) const = default;
};

// url is shown once, in the answer that made it.
struct Invitation {
  Uuid id{};
  std::string email{};
  Role role{};
  std::int64_t expires_at{};  // milliseconds since the Unix epoch
  std::optional<std::string> url{};

  bool operator==(const Invitation&) const = default;
};

struct InvitationList {
  std::vector<Invitation> invitations{};

  bool operator==(const InvitationList&) const = default;
};

struct InvitationCheck {
  std::string token{};

  bool operator==(const InvitationCheck&) const = default;
};

struct InvitationChecked {
  std::string email{};
  std::string workspace{};

  bool operator==(const InvitationChecked&) const = default;
};

struct InvitationAccept {
  std::string token{};
  std::string name{};
  std::string password{};

  bool operator==(const InvitationAccept&) const = default;
};

struct ContactProfile {
  Uuid id{};
  std::string name{};
  std::optional<std::string> email{};
  std::optional<std::string> locale{};
  std::optional<std::string> browser{};
  std::optional<std::string> os{};
  std::optional<std::string> device{};
  std::int64_t first_seen{};  // milliseconds since the Unix epoch
  std::optional<std::vector<Attribute>> attributes{};
  bool online{};
  std::int64_t visits{};

  bool operator==(const ContactProfile&) const = default;
};

struct ContactAnswer {
  ContactProfile contact{};
  std::optional<PageView> page{};
  std::vector<PageView> pages{};
  std::vector<Conversation> conversations{};

  bool operator==(const ContactAnswer&) const = default;
};

struct PollRequest {
  std::int64_t after{};
  std::int64_t wait_s{};

  bool operator==(const PollRequest&) const = default;
};

struct PollUnit {
  std::int64_t n{};
  RawJson message{};

  bool operator==(const PollUnit&) const = default;
};

struct PollAnswer {
  std::vector<PollUnit> units{};
  std::int64_t next{};

  bool operator==(const PollAnswer&) const = default;
};

// A request as it arrived at the server: nothing but what its sender and the proxies on its way made of it.
struct DoctorArrival {
  std::string http_version{};
  std::int64_t body_bytes{};
  std::optional<std::string> host{};
  std::optional<std::string> origin{};
  std::optional<std::string> upgrade{};
  std::optional<std::string> connection{};
  std::optional<std::string> websocket_protocol{};
  bool forwarded{};
  bool proxy_trusted{};
  std::string public_url{};

  bool operator==(const DoctorArrival&) const = default;
};

// What arrived under a probe's id.
struct DoctorProbe {
  std::vector<DoctorArrival> arrivals{};

  bool operator==(const DoctorProbe&) const = default;
};

// RFC 9457.
struct Problem {
  std::string type{};
  std::string title{};
  std::int64_t status{};
  std::optional<std::string> detail{};
  std::string reason{};
  std::optional<std::string> field{};
  std::optional<std::int64_t> retry_after_ms{};

  bool operator==(const Problem&) const = default;
};

std::string_view to_string(LauncherSide value);
bool parse(std::string_view text, LauncherSide& out);
bool decode(Reader& reader, Element element, LauncherSide& out);
void encode(Writer& out, LauncherSide value);
bool decode(Reader& reader, Element element, VisitorCreate& out);
void encode(Writer& out, const VisitorCreate& value);
bool decode(Reader& reader, Element element, VisitorCreated& out);
void encode(Writer& out, const VisitorCreated& value);
bool decode(Reader& reader, Element element, WidgetRequest& out);
void encode(Writer& out, const WidgetRequest& value);
bool decode(Reader& reader, Element element, WidgetInvitation& out);
void encode(Writer& out, const WidgetInvitation& value);
bool decode(Reader& reader, Element element, WidgetInbox& out);
void encode(Writer& out, const WidgetInbox& value);
bool decode(Reader& reader, Element element, WidgetPanel& out);
void encode(Writer& out, const WidgetPanel& value);
bool decode(Reader& reader, Element element, WidgetConfiguration& out);
void encode(Writer& out, const WidgetConfiguration& value);
bool decode(Reader& reader, Element element, SignIn& out);
void encode(Writer& out, const SignIn& value);
bool decode(Reader& reader, Element element, SignedInUser& out);
void encode(Writer& out, const SignedInUser& value);
bool decode(Reader& reader, Element element, Workspace& out);
void encode(Writer& out, const Workspace& value);
bool decode(Reader& reader, Element element, SignedIn& out);
void encode(Writer& out, const SignedIn& value);
bool decode(Reader& reader, Element element, SetupState& out);
void encode(Writer& out, const SetupState& value);
bool decode(Reader& reader, Element element, InboxCreate& out);
void encode(Writer& out, const InboxCreate& value);
bool decode(Reader& reader, Element element, InboxChange& out);
void encode(Writer& out, const InboxChange& value);
bool decode(Reader& reader, Element element, Inbox& out);
void encode(Writer& out, const Inbox& value);
bool decode(Reader& reader, Element element, InboxList& out);
void encode(Writer& out, const InboxList& value);
bool decode(Reader& reader, Element element, Setup& out);
void encode(Writer& out, const Setup& value);
bool decode(Reader& reader, Element element, SetupDone& out);
void encode(Writer& out, const SetupDone& value);
bool decode(Reader& reader, Element element, Agent& out);
void encode(Writer& out, const Agent& value);
bool decode(Reader& reader, Element element, AgentList& out);
void encode(Writer& out, const AgentList& value);
bool decode(Reader& reader, Element element, InvitationCreate& out);
void encode(Writer& out, const InvitationCreate& value);
bool decode(Reader& reader, Element element, Invitation& out);
void encode(Writer& out, const Invitation& value);
bool decode(Reader& reader, Element element, InvitationList& out);
void encode(Writer& out, const InvitationList& value);
bool decode(Reader& reader, Element element, InvitationCheck& out);
void encode(Writer& out, const InvitationCheck& value);
bool decode(Reader& reader, Element element, InvitationChecked& out);
void encode(Writer& out, const InvitationChecked& value);
bool decode(Reader& reader, Element element, InvitationAccept& out);
void encode(Writer& out, const InvitationAccept& value);
bool decode(Reader& reader, Element element, ContactProfile& out);
void encode(Writer& out, const ContactProfile& value);
bool decode(Reader& reader, Element element, ContactAnswer& out);
void encode(Writer& out, const ContactAnswer& value);
bool decode(Reader& reader, Element element, PollRequest& out);
void encode(Writer& out, const PollRequest& value);
bool decode(Reader& reader, Element element, PollUnit& out);
void encode(Writer& out, const PollUnit& value);
bool decode(Reader& reader, Element element, PollAnswer& out);
void encode(Writer& out, const PollAnswer& value);
bool decode(Reader& reader, Element element, DoctorArrival& out);
void encode(Writer& out, const DoctorArrival& value);
bool decode(Reader& reader, Element element, DoctorProbe& out);
void encode(Writer& out, const DoctorProbe& value);
bool decode(Reader& reader, Element element, Problem& out);
void encode(Writer& out, const Problem& value);

}  // namespace parlor::wire
