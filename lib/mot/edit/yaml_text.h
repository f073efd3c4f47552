// A text of YAML, read for the sake of changing it.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "mot/edit/plain.h"
#include "mot/findings/finding.h"
#include "mot/yaml/node.h"

namespace mot::edit {

/// An edit that can't be made safely; `what()` says why, and the way out. Nothing was changed.
class Refused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class YamlText {
 public:
  YamlText(std::string name, std::string text);
  YamlText(const YamlText&) = delete;
  YamlText& operator=(const YamlText&) = delete;

  const std::string& text() const { return sources_[0].text; }
  const std::string& name() const { return sources_[0].name; }
  /// Whether it could be read without a fault.
  bool is_sound() const { return findings_.empty(); }
  yaml::Value root() const { return {tree_, tree_.root}; }
  /// What a path leads to.
  std::optional<yaml::Value> at(const Path& path) const;
  /// The path to the collection, or the scalar, that fills a span; nothing where only an alias leads there.
  std::optional<Path> path_to(Span span) const;
  /// The line of an offset, from one.
  std::size_t line_of(std::size_t offset) const;
  /// `\r\n` where its first line ends in that.
  std::string_view line_end() const;

 private:
  Sources sources_;
  Findings findings_;
  yaml::Tree tree_;
};

/// The value of a key of a mapping, whether it stands there or is merged in.
std::optional<yaml::Value> value_of(const yaml::Value& mapping, std::string_view key);

/// Whether a part stands inside the bytes of a whole, and not behind an alias or a merge key.
bool stands_in(const yaml::Value& part, const yaml::Value& whole);

}  // namespace mot::edit
