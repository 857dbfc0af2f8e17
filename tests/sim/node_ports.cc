#include "node_ports.h"

namespace parlor::sim {

IdBytes WorldIds::make(World& world) {
  IdBytes id{};
  const auto ms = static_cast<std::uint64_t>(to_unix_ms(world.wall_now()));
  for (std::size_t i = 0; i < 6; ++i)
    id[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
  const auto high = world.chance.next();
  const auto low = world.chance.next();
  for (std::size_t i = 0; i < 8; ++i)
    id[8 + i] = static_cast<std::uint8_t>(low >> (8 * i));
  id[6] = static_cast<std::uint8_t>(0x70 | (high & 0x0f));
  id[7] = static_cast<std::uint8_t>(high >> 8);
  id[8] = static_cast<std::uint8_t>(0x80 | (id[8] & 0x3f));
  return id;
}

std::string PlainSecrets::encode(std::string_view bytes) const {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    text += kDigits[static_cast<std::uint8_t>(byte) >> 4];
    text += kDigits[static_cast<std::uint8_t>(byte) & 15];
  }
  return text;
}

std::optional<std::string> PlainSecrets::decode(std::string_view text) const {
  const auto digit = [](char one) { return one <= '9' ? one - '0' : one - 'a' + 10; };
  std::string bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2)
    bytes += static_cast<char>(digit(text[i]) * 16 + digit(text[i + 1]));
  return bytes;
}

ports::TokenHash PlainSecrets::hash_of(std::string_view text) {
  ports::TokenHash hash{};
  Chance mixed(std::hash<std::string_view>{}(text));
  for (auto& byte : hash)
    byte = static_cast<std::uint8_t>(mixed.next());
  return hash;
}

ports::TokenHash PlainVault::keyed_hash(std::string_view purpose, std::string_view plain) {
  return PlainSecrets::hash_of(std::string(purpose) + ":" + std::string(plain));
}

}  // namespace parlor::sim
