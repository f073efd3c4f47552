// A template and what stands in it -> text. Alone knows mustache.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace mot {

/// How a text is written where it must stay text.
using EscapeText = std::string (*)(std::string_view text);

/// A mustache template. Objects and lists are sections; an empty text, null and false are nothing to show. Texts in two braces are
/// escaped, those in three stand as they are.
class Template {
 public:
  /// Throws std::logic_error where the text is faulty.
  Template(const std::string& text, EscapeText escape);
  ~Template();
  std::string filled_in(const nlohmann::json& content);

 private:
  struct Mustache;
  std::unique_ptr<Mustache> mustache_;
};

/// The same at once.
std::string fill_in(const std::string& text, const nlohmann::json& content, EscapeText escape);

/// For HTML, between tags and in attributes in double quotes: `& < > "` and the backtick as references, control characters and what steers
/// the direction of text in printable form.
std::string html_text(std::string_view text);

}  // namespace mot
