// Static files: what browsers are handed out of the binary. Pure over the table of assets.
#pragma once

#include <span>

#include "edge/http/answer.h"
#include "edge/http/assets.h"
#include "edge/http/site.h"
#include "wire/http/message.h"

namespace parlor::edge {

Answer static_answer(const wire::http::Request& request, const Site& site);

// The parts, over any table.
const Asset* find_asset(std::span<const Asset> assets, std::string_view path);
// The file behind a path: index.html for the dashboard's routes and for folders of the demo; empty when there is none.
std::string file_of(const wire::http::Target& target);
Answer asset_answer(const Asset& asset, const wire::http::Headers& headers);
// As an answer in brotli is tagged.
std::string brotli_etag(std::string_view etag);
// What the widget's manifest calls the panel; empty when there is none.
std::string panel_path(std::span<const Asset> assets);

}  // namespace parlor::edge
