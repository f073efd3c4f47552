#include "mot/check/suppressions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "mot/check/rule_context.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"
#include "mot/yaml/directives.h"
#include "mot/yaml/lexer.h"

namespace mot {
namespace {

using yaml::is_blank;
using yaml::line_begin;
using yaml::line_end;

constexpr std::string_view form = "'# mot: ignore RULE until DATE because REASON'";

/// Words of a comment, one after the other.
class CommentWords {
 public:
  CommentWords(const Sources& sources, Span comment) : text_(sources.text_of(comment)), comment_(comment) {}

  /// Goes on behind the mark.
  void skip_mark() { at_ = text_.find(yaml::directive_mark) + yaml::directive_mark.size(); }

  /// The next word, empty at the end.
  std::string_view next() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    begin_ = at_;
    while (at_ < text_.size() && !is_blank(text_[at_])) ++at_;
    return text_.substr(begin_, at_ - begin_);
  }
  /// Where the last word stands; all of the comment where there was none.
  Span place() const {
    if (begin_ == at_) return comment_;
    return {comment_.file, comment_.begin + static_cast<std::uint32_t>(begin_), comment_.begin + static_cast<std::uint32_t>(at_)};
  }

 private:
  std::string_view text_;
  Span comment_;
  std::size_t begin_ = 0;
  std::size_t at_ = 0;
};

std::optional<RuleId> rule_named(std::string_view word, Span place, Findings& findings) {
  const auto rule = RuleId::named(word);
  if (rule) return rule;
  if (word.empty()) {
    findings.report("bad-suppression", place, fmt::format("this suppression names no rule: write {}", form));
    return std::nullopt;
  }
  std::vector<std::string_view> ids;
  for (const Rule& known : rules) ids.push_back(known.id);
  findings.report("bad-suppression", place, fmt::format("no rule has the id '{}'{}", shown(word), did_you_mean(word, ids)));
  return std::nullopt;
}

/// What follows the rule; false, with a finding, where it can't be understood.
bool read_terms(CommentWords& words, Suppression& suppression, Findings& findings) {
  std::string_view word = words.next();
  if (word == "until") {
    const std::string_view day = words.next();
    suppression.until = date_from(day);
    if (!suppression.until) {
      findings.report("bad-suppression", words.place(),
                      fmt::format("'{}' is not a day: write year-month-day, as in 2027-01-31", shown(day)));
      return false;
    }
    word = words.next();
  }
  if (word == "because") {
    suppression.has_reason = !words.next().empty();
    return true;
  }
  if (word.empty()) return true;
  findings.report("bad-suppression", words.place(),
                  fmt::format("'{}' can't be understood here: write {}, one rule a comment", shown(word), form));
  return false;
}

std::optional<Suppression> read_suppression(const Sources& sources, Span comment, Findings& findings) {
  CommentWords words(sources, comment);
  words.skip_mark();
  const std::string_view verb = words.next();
  if (verb != "ignore") {
    constexpr std::array<std::string_view, 1> verbs = {"ignore"};
    const bool is_slip = nearest(verb, verbs).has_value();
    if (is_slip) findings.report("bad-suppression", words.place(), fmt::format("'{}' silences nothing: write {}", shown(verb), form));
    return std::nullopt;
  }
  const std::string_view name = words.next();
  const auto rule = rule_named(name, words.place(), findings);
  if (!rule) return std::nullopt;
  Suppression suppression{.comment = comment, .removal = {}, .line = {}, .rule = *rule, .until = {}};
  return read_terms(words, suppression, findings) ? std::optional(suppression) : std::nullopt;
}

/// The line that a comment is about. Asked for one comment after the other, so that many in a row are passed once.
class Targets {
 public:
  Targets(std::string_view text, std::uint32_t file) : text_(text), file_(file) {}

  std::uint32_t file() const { return file_; }

  Span line_of(std::size_t comment) {
    const std::size_t begin = stands_alone(comment) ? next_with_content(line_end(text_, comment)) : line_begin(text_, comment);
    return span(begin, line_end(text_, begin));
  }

  /// What is to be taken out so that nothing is left of the comment.
  Span removal_of(std::size_t comment) const {
    if (stands_alone(comment)) return span(first_of_line(comment), yaml::next_line(text_, comment));
    return span(text_.find_last_not_of(" \t", comment - 1) + 1, line_end(text_, comment));
  }

 private:
  /// Where the line begins, behind a byte order mark.
  std::size_t first_of_line(std::size_t at) const {
    const std::size_t begin = line_begin(text_, at);
    return begin == 0 && text_.starts_with(byte_order_mark) ? byte_order_mark.size() : begin;
  }

  bool stands_alone(std::size_t comment) const { return text_.find_first_not_of(" \t", first_of_line(comment)) == comment; }

  Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::size_t next_with_content(std::size_t after) {
    if (found_ >= after) return found_;
    found_ = line_begin(text_, yaml::skip_space(text_, after));
    return found_;
  }

  std::string_view text_;
  std::uint32_t file_;
  std::size_t found_ = 0;
};

/// What takes figures away can't be silenced: the attempt is reported, and has no effect.
bool is_refused(const Suppression& suppression, Findings& findings) {
  if (!suppression.rule.rule().is_locked()) return false;
  findings
      .report("locked-rule", suppression.comment,
              fmt::format("the rule '{}' can't be silenced: mend what it reports, and take this comment out", suppression.rule.id()))
      .subjects = {std::string(suppression.rule.id())};
  return true;
}

/// Suppressions by the lines they are about.
class Register {
 public:
  Register(const std::vector<Suppression>& suppressions, Date today) {
    for (std::size_t i = 0; i < suppressions.size(); ++i) {
      const Suppression& suppression = suppressions[i];
      if (suppression.until && *suppression.until < today) continue;
      lines_.emplace(std::pair(suppression.line.file, suppression.line.begin), suppression.line.end);
      by_line_.emplace(std::tuple(suppression.line.file, suppression.line.begin, suppression.rule.index()), i);
    }
  }

  std::optional<std::size_t> that_suppresses(const Finding& finding) const {
    auto line = lines_.upper_bound({finding.span.file, finding.span.begin});
    if (line == lines_.begin()) return std::nullopt;
    const auto& [start, end] = *--line;
    if (start.first != finding.span.file || finding.span.begin > end) return std::nullopt;
    const auto found = by_line_.find({start.first, start.second, finding.rule.index()});
    return found == by_line_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> lines_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::size_t>, std::size_t> by_line_;
};

void report_suppression(const Suppression& suppression, bool is_unused, Date today, Findings& findings) {
  const std::string_view rule = suppression.rule.id();
  if (suppression.until && *suppression.until < today) {
    findings.report(
        "expired-suppression", suppression.comment,
        fmt::format("the suppression of '{}' ended on {}: mend what it hid, or agree on a new day", rule, to_string(*suppression.until)));
  } else if (is_unused) {
    Finding& finding = findings.report("unused-suppression", suppression.comment,
                                       fmt::format("there is no '{}' here to suppress: take this comment out", rule));
    finding.fix = Edit{suppression.removal, ""};
  } else if (!suppression.has_reason) {
    findings.report("suppression-without-reason", suppression.comment,
                    fmt::format("'{}' is suppressed without a reason: end the comment with 'because' and say why", rule));
  }
}

}  // namespace

std::vector<Suppression> read_suppressions(const Sources& sources, std::span<const Span> directives, Findings& findings) {
  std::vector<Suppression> suppressions;
  std::optional<Targets> targets;
  for (const Span& comment : directives) {
    auto suppression = read_suppression(sources, comment, findings);
    if (!suppression || is_refused(*suppression, findings)) continue;
    if (!targets || targets->file() != comment.file) targets.emplace(sources[comment.file].text, comment.file);
    suppression->line = targets->line_of(comment.begin);
    suppression->removal = targets->removal_of(comment.begin);
    suppressions.push_back(*suppression);
  }
  return suppressions;
}

Findings without_suppressed(Findings findings, const std::vector<Suppression>& suppressions, Date today, Unused unused) {
  if (suppressions.empty()) return findings;
  const Register in_force(suppressions, today);
  std::vector<bool> is_used(suppressions.size());
  Findings kept;
  for (Finding& finding : findings) {
    const auto suppression = in_force.that_suppresses(finding);
    if (suppression) {
      is_used[*suppression] = true;
    } else {
      kept.add(std::move(finding));
    }
  }
  for (std::size_t i = 0; i < suppressions.size(); ++i) {
    report_suppression(suppressions[i], !is_used[i] && unused == Unused::reported, today, kept);
  }
  return kept;
}

}  // namespace mot
