// Configuration: the text of a proxy's configuration, from deploy/proxies/ or as its distribution ships it, with ports
// and paths of a test put in, and perhaps a line spoilt. A plain value.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace parlor::tests {

enum class Proxy : std::uint8_t { nginx, haproxy, squid };
std::string_view to_string(Proxy proxy);

class Configuration {
 public:
  // The file that operators are given.
  static Configuration recommended(Proxy proxy);
  // What somebody writes who only wants the pages to show.
  static Configuration shortest(Proxy proxy);

  // Each throws when the text is not there: a test must not spoil nothing.
  Configuration with(std::string_view text, std::string_view other) const;
  Configuration without(std::string_view text) const { return with(text, ""); }

  Proxy proxy() const { return proxy_; }
  // With its addresses: where it listens, where Parlor is, and its own folder.
  struct Places {
    std::uint16_t port = 0;
    std::uint16_t parlor = 0;
    std::filesystem::path folder;
  };
  std::string text_for(const Places& places) const;

 private:
  Configuration(Proxy proxy, std::string text) : proxy_(proxy), text_(std::move(text)) {}

  Proxy proxy_;
  std::string text_;
};

// A certificate for localhost that signs itself, in folder/chain.pem, key.pem and both.pem.
void make_certificate(const std::filesystem::path& folder, std::string_view name, int days);

}  // namespace parlor::tests
