#include "mot/page/parts.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "mot/page/fill_in.h"

namespace mot {

std::string_view part_named(std::string_view name) {
  const auto found = std::ranges::find(page_parts(), name, &PagePart::name);
  assert(found != page_parts().end());
  return found->text;
}

std::string template_named(std::string_view name) {
  constexpr std::string_view opening = "{{>", closing = "}}";
  const std::string_view text = part_named(name);
  std::string whole;
  std::size_t done = 0;
  for (auto at = text.find(opening); at != std::string_view::npos; at = text.find(opening, done)) {
    const auto end = text.find(closing, at);
    whole.append(text.substr(done, at - done));
    whole += template_named(std::string(text.substr(at + opening.size(), end - at - opening.size())) + ".mustache");
    done = end + closing.size();
  }
  return whole.append(text.substr(done));
}

namespace {

/// What is behind the next `separator`, which is taken off with what stands before it.
std::string_view taken_up_to(std::string_view& text, char separator) {
  const std::string_view part = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(text.size(), part.size() + 1));
  return part;
}

/// `{share} kept|share=<b>{{kept}}</b>`, said.
std::string said(std::string_view written, const Wording& wording) {
  std::string phrase = html_text(wording(taken_up_to(written, '|')));
  std::map<std::string_view, std::string_view> places;
  while (!written.empty()) {
    std::string_view place = taken_up_to(written, '|');
    const std::string_view name = taken_up_to(place, '=');
    places.emplace(name, place);
  }
  std::string text;
  for (std::string_view rest = phrase; !rest.empty();) {
    text += taken_up_to(rest, '{');
    if (rest.empty() && !phrase.ends_with('{')) break;
    const auto place = places.find(rest.substr(0, rest.find('}')));
    if (place == places.end()) {
      text += "&#123;";
      continue;
    }
    text += place->second;
    taken_up_to(rest, '}');
  }
  return text;
}

}  // namespace

std::string in_words(std::string_view text, const Wording& wording) {
  constexpr std::string_view opening = "[[", closing = "]]";
  std::string whole;
  for (auto at = text.find(opening); at != std::string_view::npos; at = text.find(opening)) {
    const auto end = text.find(closing, at);
    whole += text.substr(0, at);
    whole += said(text.substr(at + opening.size(), end - at - opening.size()), wording);
    text.remove_prefix(end + closing.size());
  }
  return whole.append(text);
}

}  // namespace mot
