#include "app/directory/visitor_token.h"

#include <cstring>

namespace parlor::app {
namespace {

constexpr std::string_view kPrefix = "pv1.";
constexpr std::size_t kIdBytes = 16;
constexpr std::size_t kPayloadBytes = 4 * kIdBytes + 8;
constexpr std::size_t kMacBytes = 16;

std::string mac_of(ports::Vault& vault, std::string_view payload) {
  const auto hash = vault.keyed_hash("visitor token", payload);
  return std::string(reinterpret_cast<const char*>(hash.data()), kMacBytes);
}

template <class IdType>
void put(std::string& out, const IdType& id) {
  out.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
}

template <class IdType>
IdType get(std::string_view payload, std::size_t place) {
  IdType id;
  std::memcpy(id.bytes.data(), payload.data() + place * kIdBytes, kIdBytes);
  return id;
}

// As long for a near miss as for a far one.
bool equal(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned>(a[i] ^ b[i]);
  return difference == 0;
}

}  // namespace

Secret sign_visitor(ports::Vault& vault, const ports::Secrets& secrets, const VisitorClaims& claims) {
  std::string payload;
  put(payload, claims.workspace);
  put(payload, claims.inbox);
  put(payload, claims.visitor);
  put(payload, claims.contact);
  const auto issued = to_unix_ms(claims.issued_at);
  payload.append(reinterpret_cast<const char*>(&issued), sizeof issued);
  return Secret(std::string(kPrefix) + secrets.encode(payload) + "." + secrets.encode(mac_of(vault, payload)));
}

std::optional<VisitorClaims> verify_visitor(ports::Vault& vault, const ports::Secrets& secrets, const Secret& token) {
  std::string_view text = token.reveal();
  if (!text.starts_with(kPrefix)) return std::nullopt;
  text.remove_prefix(kPrefix.size());
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto payload = secrets.decode(text.substr(0, dot));
  const auto mac = secrets.decode(text.substr(dot + 1));
  if (!payload || !mac || payload->size() != kPayloadBytes || !equal(*mac, mac_of(vault, *payload)))
    return std::nullopt;
  std::int64_t issued = 0;
  std::memcpy(&issued, payload->data() + 4 * kIdBytes, sizeof issued);
  return VisitorClaims{get<WorkspaceId>(*payload, 0), get<InboxId>(*payload, 1), get<VisitorId>(*payload, 2),
                       get<ContactId>(*payload, 3), from_unix_ms(issued)};
}

}  // namespace parlor::app
