// A text read as YAML, and what came of it in a compact notation.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "mot/findings/finding.h"
#include "mot/text/source.h"
#include "mot/yaml/node.h"

namespace mot {

struct Reading {
  Sources sources;
  Findings findings;
  yaml::Tree tree;

  explicit Reading(std::string_view text, const yaml::Limits& limits = {}) {
    const auto file = sources.add({"a.yaml", std::string(text)});
    tree = yaml::parse(sources, file, findings, limits);
    findings.sort();
  }
  yaml::Value root() const { return {tree, tree.root}; }
};

/// `{a: 1, b: ["q", |block|, ~]}`: quoted and block scalars in their marks, aliases behind a star.
inline std::string shape_of(const yaml::Value& value) {
  const std::string alias = value.node().is_alias ? "*" : "";
  std::string inside;
  switch (value.kind()) {
    case yaml::Kind::null:
      return alias + "~";
    case yaml::Kind::scalar: {
      const char* const mark = value.node().style == yaml::Style::quoted ? "\"" : value.node().style == yaml::Style::block ? "|" : "";
      return fmt::format("{}{}{}{}", alias, mark, value.text(), mark);
    }
    case yaml::Kind::sequence:
      for (std::size_t i = 0; i < value.size(); ++i) inside += (i > 0 ? ", " : "") + shape_of(value.item(i));
      return alias + "[" + inside + "]";
    case yaml::Kind::mapping:
      for (std::size_t i = 0; i < value.size(); ++i) {
        inside += (i > 0 ? ", " : "") + shape_of(value.key(i)) + ": " + shape_of(value.value(i));
      }
      return alias + "{" + inside + "}";
  }
  return {};
}

inline std::string shape_of(std::string_view text) {
  return shape_of(Reading(text).root());
}

/// `3:1 duplicate-key, 4:2 yaml-syntax`
inline std::string places_of(const Reading& reading) {
  std::string all;
  for (const Finding& finding : reading.findings) {
    const Position at = reading.sources.begin_of(finding.span);
    all += fmt::format("{}{}:{} {}", all.empty() ? "" : ", ", at.line, at.column, finding.rule.id());
  }
  return all;
}

inline std::string places_of(std::string_view text) {
  return places_of(Reading(text));
}

/// `1:4-1:5 this '[' is never closed`, and notes behind ` (2:1 …)`.
inline std::string messages_of(const Reading& reading) {
  std::string all;
  for (const Finding& finding : reading.findings) {
    const Position begin = reading.sources.begin_of(finding.span);
    const Position end = reading.sources.end_of(finding.span);
    all += fmt::format("{}{}:{}-{}:{} {}", all.empty() ? "" : "\n", begin.line, begin.column, end.line, end.column, finding.message);
    for (const Note& note : finding.notes) {
      const Position at = reading.sources.begin_of(note.span);
      all += fmt::format(" ({}:{} {})", at.line, at.column, note.message);
    }
  }
  return all;
}

inline std::string messages_of(std::string_view text) {
  return messages_of(Reading(text));
}

/// The bytes each node's span covers, in angle brackets, children behind their parent.
inline std::string extents_of(const Reading& reading, const yaml::Value& value) {
  std::string all = fmt::format("<{}>", reading.sources.text_of(value.span()));
  for (std::size_t i = 0; i < value.node().child_count() && !value.node().is_alias; ++i) {
    all += extents_of(reading, {reading.tree, reading.tree.children[value.node().first_child + i]});
  }
  return all;
}

inline std::string extents_of(std::string_view text) {
  const Reading reading(text);
  return extents_of(reading, reading.root());
}

}  // namespace mot
