#include "mot/text/isolates.h"

#include "mot/text/utf8.h"

namespace mot {

bool has_right_to_left(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); i += character_length(text, i)) {
    if (static_cast<unsigned char>(text[i]) >= 0x80 && reads_right_to_left(text.substr(i, character_length(text, i)))) return true;
  }
  return false;
}

std::string held_apart(std::string_view text) {
  return std::string(first_strong_isolate).append(text).append(pop_isolate);
}

std::string without_isolates(std::string_view text) {
  std::string rest(text);
  for (const std::string_view sign : {first_strong_isolate, pop_isolate}) {
    for (auto at = rest.find(sign); at != std::string::npos; at = rest.find(sign, at)) rest.erase(at, sign.size());
  }
  return rest;
}

std::string isolated(std::string_view text) {
  return has_right_to_left(text) ? held_apart(text) : std::string(text);
}

}  // namespace mot
