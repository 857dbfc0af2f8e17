// Every file that the server hands out to browsers, inside the binary: dashboard, widget, demo shop.
// Owned by nobody: the bytes are constants of the program, usable from any thread. Reads no file and never changes.
// The table is generated from the built web folders by cmake/embed-assets.mjs.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace parlor::edge {

struct Asset {
  // As in the request: "/w.js", "/assets/index-Xy12.js", "/demo/index.html".
  std::string_view path;
  std::string_view content_type;
  std::span<const std::byte> identity;
  // Compressed beforehand at the highest quality. Empty where that is not smaller.
  std::span<const std::byte> brotli;
  // Quoted, of the identity bytes; an answer in brotli is another representation and needs its own.
  std::string_view etag;
  // The name carries a hash of the content: a browser may keep it for ever.
  bool immutable;
};

// Sorted by path.
std::span<const Asset> assets();

}  // namespace parlor::edge
