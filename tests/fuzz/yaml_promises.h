// What holds for the reading of any bytes at all, for the fuzzer and for the test that mutates.
#pragma once

#include <fmt/format.h>

#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include "mot/findings/finding.h"
#include "mot/text/source.h"
#include "mot/text/utf8.h"
#include "mot/yaml/diagnose/hint.h"
#include "mot/yaml/node.h"
#include "mot/yaml/scalar.h"

namespace mot::yaml {

class Promises {
 public:
  /// Throws std::logic_error with what does not hold.
  static void check(std::string_view text) { Promises(text).check_all(); }

 private:
  explicit Promises(std::string_view text) : file_(sources_.add({"any.yaml", std::string(text)})) {
    tree_ = parse(sources_, file_, findings_, limits_);
  }

  static void hold(bool holds, std::string_view what) {
    if (!holds) throw std::logic_error(std::string(what));
  }

  void check_all() {
    const std::size_t size = sources_[file_].text.size();
    hold(tree_.is_whole || !findings_.empty(), "a tree that lacks something comes with a finding");
    for (const Finding& finding : findings_) {
      hold(finding.span.begin <= finding.span.end && finding.span.end <= size, "a finding's span is in the text");
      for (const Note& note : finding.notes)
        hold(note.span.begin <= note.span.end && note.span.end <= size, "a note's span is in the text");
      hold(!finding.message.empty() && !first_invalid_byte(finding.message), "a message is text");
    }
    for (const Node& node : tree_.nodes) hold(node.begin <= node.end && node.end <= size, "a node's span is in the text");
    walk({tree_, tree_.root}, 0);
  }

  void walk(const Value& value, std::size_t depth) {
    hold(++walked_ <= limits_.nodes, "no more nodes than allowed");
    hold(depth <= limits_.depth, "no deeper than allowed");
    hint_for(value);
    if (value.kind() == Kind::scalar) check_scalar(value);
    std::set<std::string_view> keys;
    std::uint32_t read_to = value.span().begin;
    for (std::size_t i = 0; i < value.node().child_count(); ++i) {
      const Value child(tree_, tree_.children[value.node().first_child + i]);
      const bool is_key = value.kind() == Kind::mapping && i % 2 == 0;
      if (is_key) hold(child.kind() == Kind::scalar && keys.insert(child.text()).second, "keys are texts and differ");
      const bool is_merged = child.span().begin < value.span().begin || child.span().end > value.span().end || child.span().begin < read_to;
      if (!value.node().is_alias && !has_merge(value)) {
        hold(!is_merged, "children stand in their parent, in order");
        read_to = child.span().end;
      }
      walk(child, depth + 1);
    }
  }

  bool has_merge(const Value& value) const {
    return value.kind() == Kind::mapping && sources_.text_of(value.span()).find("<<") != std::string_view::npos;
  }

  void check_scalar(const Value& value) {
    hold(!first_invalid_byte(value.text()), "a scalar is UTF-8");
    const std::string_view written = sources_.text_of(value.span());
    const bool is_plain_line = value.node().style == Style::plain && !value.node().is_alias && written.find('\n') == std::string_view::npos;
    const bool is_quoted = written.starts_with('"') || written.starts_with('\'');
    if (is_plain_line && !is_quoted && !written.starts_with('|') && !written.starts_with('>')) {
      hold(value.text() == written, "a plain scalar on a line is what stands there");
    }
    number_of(value);
    integer_of(value);
    hold(value.node().style != Style::quoted || is_text(value), "a scalar in quotes is a text");
  }

  Sources sources_;
  std::uint32_t file_;
  Findings findings_;
  Limits limits_ = {.bytes = 64u << 20, .depth = 40, .nodes = 20'000};
  Tree tree_;
  std::size_t walked_ = 0;
};

}  // namespace mot::yaml
