// Content negotiation as far as Parlor needs it: encodings and media types.
// Pure functions, safe on any thread.
// Never ranks: the server's own order of preference decides among what the client accepts.
#pragma once

#include <string_view>

#include "wire/http/headers.h"

namespace parlor::wire::http {

// Whether Accept-Encoding allows the coding ("br", "gzip"): by name, or by "*", with a weight above 0.
bool accepts_encoding(const Headers& headers, std::string_view coding);

// "type/subtype" of a Content-Type, without its parameters.
std::string_view media_type(std::string_view content_type);
bool is_media_type(const Headers& headers, std::string_view wanted);

// The Content-Type to serve a file with, from its extension; bytes for what is not known.
std::string_view media_type_of_file(std::string_view path);

}  // namespace parlor::wire::http
