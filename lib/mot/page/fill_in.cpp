#include "mot/page/fill_in.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "mot/write/xml.h"

namespace mot {
namespace {

using nlohmann::json;

/// A piece of a template; what it says is a text, or the name of a value.
struct Piece {
  enum class Kind : unsigned char { text, line_end, value, raw_value, section, empty_section };
  Kind kind = Kind::text;
  std::string_view says;
  std::vector<Piece> inside = {};  ///< of a section
};

/// A tag between two or three braces.
struct Tag {
  char sign = 0;  ///< `#`, `^`, `/` or none
  bool is_raw = false;
  std::string_view name;
};

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  /// Up to the end of the section called `name`, or of the template where that is empty.
  std::vector<Piece> pieces(std::string_view name) {
    std::vector<Piece> found;
    while (!text_.empty()) {
      if (!text_.starts_with("{{")) {
        add_text(found);
        continue;
      }
      const Tag tag = taken_tag();
      if (tag.sign == '/' && tag.name == name) return found;
      if (tag.sign == '/') throw std::logic_error("a template of the page is faulty at the end of " + std::string(tag.name));
      if (tag.sign == 0) {
        found.push_back({tag.is_raw ? Piece::Kind::raw_value : Piece::Kind::value, tag.name});
      } else {
        found.push_back({tag.sign == '#' ? Piece::Kind::section : Piece::Kind::empty_section, tag.name, pieces(tag.name)});
      }
    }
    if (!name.empty()) throw std::logic_error("a template of the page does not end " + std::string(name));
    return found;
  }

 private:
  void add_text(std::vector<Piece>& found) {
    const bool is_line_end = text_.front() == '\n';
    const std::size_t end = is_line_end ? 1 : std::min({text_.find('\n'), text_.find("{{"), text_.size()});
    found.push_back({is_line_end ? Piece::Kind::line_end : Piece::Kind::text, text_.substr(0, end)});
    text_.remove_prefix(end);
  }

  Tag taken_tag() {
    Tag tag;
    tag.is_raw = text_.starts_with("{{{");
    const std::string_view closing = tag.is_raw ? "}}}" : "}}";
    const std::size_t end = text_.find(closing);
    if (end == std::string_view::npos) throw std::logic_error("a template of the page has a tag without an end");
    tag.name = text_.substr(closing.size(), end - closing.size());
    text_.remove_prefix(end + closing.size());
    if (tag.name.find_first_of("#^/") != 0) return tag;
    tag.sign = tag.name.front();
    tag.name.remove_prefix(1);
    return tag;
  }

  std::string_view text_;
};

/// Whether there is something to show.
bool is_there(const json& value) {
  if (value.is_string()) return !value.get_ref<const std::string&>().empty();
  if (value.is_array()) return !value.empty();
  return value.is_object() || (value.is_boolean() && value.get<bool>());
}

class Filler {
 public:
  explicit Filler(EscapeText escape) : escape_(escape) {}

  std::string filled(const std::vector<Piece>& pieces, const json& content) && {
    fill_with(pieces, content);
    end_line("");
    return std::move(filled_);
  }

 private:
  void fill_with(const std::vector<Piece>& pieces, const json& content) {
    contents_.push_back(&content);
    for (const Piece& piece : pieces) fill(piece);
    contents_.pop_back();
  }

  void fill(const Piece& piece) {
    switch (piece.kind) {
      case Piece::Kind::text:
        line_ += piece.says;
        break;
      case Piece::Kind::line_end:
        end_line(piece.says);
        break;
      case Piece::Kind::value:
      case Piece::Kind::raw_value:
        add_value(piece);
        break;
      case Piece::Kind::section:
        fill_section(piece);
        break;
      case Piece::Kind::empty_section:
        if (const json* value = find(piece.says); value == nullptr || !is_there(*value)) fill_inside(piece, *contents_.back());
        break;
    }
  }

  void add_value(const Piece& piece) {
    const json* value = find(piece.says);
    if (value == nullptr || !value->is_string()) return;
    const auto& text = value->get_ref<const std::string&>();
    line_ += piece.kind == Piece::Kind::raw_value ? text : escape_(text);
  }

  void fill_section(const Piece& piece) {
    const json* value = find(piece.says);
    if (value == nullptr || !is_there(*value)) return;
    if (!value->is_array()) return fill_inside(piece, *value);
    for (const json& each : *value) fill_inside(piece, each);
  }

  void fill_inside(const Piece& piece, const json& content) {
    is_of_sections_ = true;
    fill_with(piece.inside, content);
    is_of_sections_ = true;
  }

  /// A line that holds nothing but the tags of sections is left out.
  void end_line(std::string_view end) {
    const bool is_blank = line_.find_first_not_of(" \t") == std::string::npos;
    if (!is_of_sections_ || !is_blank) filled_.append(line_).append(end);
    line_.clear();
    is_of_sections_ = false;
  }

  /// In what is told of innermost, else in what that stands in.
  const json* find(std::string_view name) const {
    for (auto content = contents_.rbegin(); content != contents_.rend(); ++content) {
      if (!(*content)->is_object()) continue;
      if (const auto found = (*content)->find(name); found != (*content)->end()) return &*found;
    }
    return nullptr;
  }

  EscapeText escape_;
  std::vector<const json*> contents_;
  std::string filled_, line_;
  bool is_of_sections_ = false;  ///< the line that is filled
};

}  // namespace

std::string fill_in(const std::string& text, const json& content, EscapeText escape) {
  return Filler(escape).filled(Parser(text).pieces(""), content);
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
