#include "mot/page/fill_in.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <kainjow/mustache.hpp>
#include <stdexcept>
#include <utility>

#include "mot/text/isolates.h"
#include "mot/write/xml.h"

namespace mot {
namespace {

using Data = kainjow::mustache::data;

Data data_of(const nlohmann::json& content) {
  if (content.is_object()) {
    Data object(Data::type::object);
    for (const auto& [key, value] : content.items()) object[key] = data_of(value);
    return object;
  }
  if (content.is_array()) {
    Data list(Data::type::list);
    // Its own push_back copies all that is in an item, and so does a vector that grows.
    auto& items = const_cast<kainjow::mustache::list&>(list.list_value());
    items.reserve(content.size());
    for (const auto& value : content) items.push_back(data_of(value));
    return list;
  }
  if (content.is_string() && !content.get_ref<const std::string&>().empty()) return Data(content.get_ref<const std::string&>());
  return Data(content.is_boolean() && content.get<bool>());
}

}  // namespace

struct Template::Mustache {
  kainjow::mustache::mustache filled;
};

Template::Template(const std::string& text, EscapeText escape) : mustache_(std::make_unique<Mustache>(Mustache{text})) {
  auto& filled = mustache_->filled;
  if (!filled.is_valid()) throw std::logic_error("a template of the page is faulty: " + filled.error_message());
  filled.set_custom_escape([escape](const std::string& written) { return escape(written); });
}

Template::~Template() = default;

std::string Template::filled_in(const nlohmann::json& content) {
  std::string text;
  mustache_->filled.render(data_of(content), [&text](const std::string& piece) { text += piece; });
  return text;
}

std::string fill_in(const std::string& text, const nlohmann::json& content, EscapeText escape) {
  return Template(text, escape).filled_in(content);
}

namespace {

std::string html_piece(std::string_view text) {
  constexpr std::string_view apostrophe = "&#39;";  // attributes stand in double quotes everywhere
  const std::string references = xml_text(text);
  std::string escaped;
  escaped.reserve(references.size());
  for (std::size_t at = 0; at < references.size(); ++at) {
    if (references[at] == '`') {
      escaped += "&#96;";
    } else if (references.compare(at, apostrophe.size(), apostrophe) == 0) {
      escaped += '\'';
      at += apostrophe.size() - 1;
    } else {
      escaped += references[at];
    }
  }
  return escaped;
}

/// Whether each isolate that begins ends: what is open would turn around what follows.
bool has_whole_isolates(std::string_view text) {
  int open = 0;
  for (std::size_t at = 0; at < text.size() && open >= 0; ++at) {
    if (text.substr(at).starts_with(first_strong_isolate)) ++open;
    if (text.substr(at).starts_with(pop_isolate)) --open;
  }
  return open == 0;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// How much of a text is a figure that another direction would turn around: `2026-03-12`, `+3`, `7-8`; 0 where it begins with none.
std::size_t signed_figure_in(std::string_view text) {
  constexpr std::string_view signs[] = {"+", "-", "\u2212", "\u2013"};
  constexpr std::string_view points = ".,:/%";
  std::size_t length = 0;
  bool has_sign = false, has_digit = false;
  while (length < text.size()) {
    const std::string_view rest = text.substr(length);
    const auto sign = std::ranges::find_if(signs, [&](std::string_view known) { return rest.starts_with(known); });
    const bool is_sign = sign != std::end(signs) && rest.size() > sign->size() && is_digit(rest[sign->size()]);
    const bool is_inside = is_digit(rest[0]) || (has_digit && points.find(rest[0]) != std::string_view::npos);
    if (!is_sign && !is_inside) break;
    has_sign = has_sign || is_sign;
    has_digit = has_digit || is_digit(rest[0]);
    length += is_sign ? sign->size() : 1;
  }
  while (length > 0 && !is_digit(text[length - 1]) && text[length - 1] != '%') --length;  // what ends the sentence
  return has_sign ? length : 0;
}

}  // namespace

std::string html_text(std::string_view text) {
  const bool is_from_right = has_right_to_left(text), is_whole = is_from_right && has_whole_isolates(text);
  if (!is_from_right) return html_piece(text);
  std::string written;
  std::size_t done = 0, at = 0;
  const auto take = [&](std::size_t length, const std::string& instead) {
    written += html_piece(text.substr(done, at - done)) + instead;
    done = at += length;
  };
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    const bool is_inside = at > 0 && (is_digit(text[at - 1]) || std::isalpha(static_cast<unsigned char>(text[at - 1])) != 0);
    if (is_whole && rest.starts_with(first_strong_isolate)) {
      take(first_strong_isolate.size(), "&#8296;");
    } else if (is_whole && rest.starts_with(pop_isolate)) {
      take(pop_isolate.size(), "&#8297;");
    } else if (const std::size_t length = is_inside ? 0 : signed_figure_in(rest); length > 0) {
      take(length, "&#8294;" + html_piece(rest.substr(0, length)) + "&#8297;");
    } else {
      ++at;
    }
  }
  take(0, "");
  return written;
}

}  // namespace mot
