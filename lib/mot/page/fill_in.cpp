#include "mot/page/fill_in.h"

#include <kainjow/mustache.hpp>
#include <stdexcept>
#include <utility>

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

std::string html_text(std::string_view text) {
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

}  // namespace mot
