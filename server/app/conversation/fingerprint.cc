#include "app/conversation/fingerprint.h"

#include <algorithm>

namespace parlor::app {
namespace {

// A canonical writing of the wish: each field with its length, so that two wishes never share one.
class Canonical {
 public:
  explicit Canonical(std::size_t kind) { number(kind); }

  void number(std::uint64_t value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void text(const std::string& value) {
    number(value.size());
    bytes_.append(value);
  }
  void id(const IdBytes& value) { bytes_.append(reinterpret_cast<const char*>(value.data()), value.size()); }
  void texts(const std::vector<std::string>& values) {
    number(values.size());
    for (const auto& value : values)
      text(value);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

struct Write {
  Canonical& out;

  void operator()(const conversation::Start& wish) { out.id(wish.inbox.bytes); }
  void operator()(const conversation::PostMessage& wish) { out.text(wish.body.text); }
  void operator()(const conversation::EditMessage& wish) {
    out.id(wish.message.bytes);
    out.text(wish.body.text);
  }
  void operator()(const conversation::DeleteMessage& wish) { out.id(wish.message.bytes); }
  void operator()(const conversation::PostNote& wish) {
    out.text(wish.text);
    for (const auto mention : wish.mentions)
      out.id(mention.bytes);
  }
  void operator()(const conversation::Assign& wish) { out.id(wish.assignee.bytes); }
  void operator()(const conversation::Snooze& wish) { out.number(static_cast<std::uint64_t>(to_unix_ms(wish.until))); }
  void operator()(const conversation::Rate& wish) {
    out.number(static_cast<std::uint64_t>(wish.score));
    out.text(wish.comment.value_or(std::string()));
    for (const auto reason : wish.reasons)
      out.number(static_cast<std::uint64_t>(reason));
  }
  void operator()(const conversation::Tag& wish) {
    out.texts(wish.add);
    out.texts(wish.remove);
  }
  void operator()(const conversation::Transfer& wish) {
    out.number(wish.team ? 1 : 0);
    out.id(wish.team ? wish.team->bytes : wish.agent.value_or(UserId{}).bytes);
    out.text(wish.note.value_or(std::string()));
  }
  void operator()(const conversation::AskAnswer& wish) {
    out.number(static_cast<std::uint64_t>(wish.by));
    out.text(wish.address);
    out.number(static_cast<std::uint64_t>(to_unix_ms(wish.at.value_or(Time{}))));
  }
  void operator()(const conversation::AskColleague& wish) {
    out.number(wish.joins ? 1 : 0);
    out.id(wish.agent.bytes);
    out.text(wish.note.value_or(std::string()));
  }
  void operator()(const conversation::TakeOver& wish) { out.id(wish.from.bytes); }
  void operator()(const conversation::Join&) {}
  void operator()(const conversation::DeclineTransfer&) {}
  void operator()(const conversation::Requeue&) {}
  void operator()(const conversation::Abandon&) {}
  void operator()(const conversation::ResolveGone&) {}
  void operator()(const conversation::Accept&) {}
  void operator()(const conversation::Wake&) {}
  void operator()(const conversation::Resolve&) {}
  void operator()(const conversation::Reopen&) {}
  void operator()(const conversation::End&) {}
};

}  // namespace

ports::Fingerprint fingerprint(ports::Vault& vault, const conversation::Wish& wish) {
  Canonical canonical(wish.index());
  std::visit(Write{canonical}, wish);
  const auto hash = vault.keyed_hash("request", canonical.bytes());
  ports::Fingerprint short_hash;
  std::copy_n(hash.begin(), short_hash.size(), short_hash.begin());
  return short_hash;
}

Answer<ports::Receipt> answer_again(const ports::RequestRecord& first, const ports::Fingerprint& fingerprint) {
  if (first.fingerprint != fingerprint) return refuse(Refusal::client_id_reused);
  return first.receipt;
}

}  // namespace parlor::app
