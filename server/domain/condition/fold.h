// Folding: texts are compared without regard to upper and lower case. One letter becomes one letter, by Unicode's
// simple case folding, for the scripts of Europe and Vietnamese: Latin, Greek, Cyrillic, Armenian. What a rule of more
// than one letter would need stays different ("ß" and "ss", Turkish dotted "İ" and "i"), and so do accents and the two
// ways to write one ("é" as one code point or as two). Other scripts are left as they are. Pure.
#pragma once

#include <string>
#include <string_view>

namespace parlor::condition {

// Bytes that are no UTF-8 stay as they are.
std::string fold(std::string_view utf8);

char32_t fold_letter(char32_t letter);

}  // namespace parlor::condition
