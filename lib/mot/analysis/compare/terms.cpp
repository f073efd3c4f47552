#include "mot/analysis/compare/terms.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <vector>

namespace mot {
namespace {

constexpr std::string_view before_reading = "reading/";

std::string rows_text(const Filter& where) {
  std::vector<std::string> texts;
  for (const auto& [column, values] : where) {
    std::vector<std::string> words;
    for (const Text& value : values) words.push_back(value.value);
    texts.push_back(fmt::format("{} is {}", column.value, fmt::join(words, " or ")));
  }
  return texts.empty() ? "every row" : fmt::format("where {}", fmt::join(texts, " and "));
}

/// What an interval goes by beside the answers, and what they count as.
std::string sample_text(const SurveySource& source) {
  std::vector<std::string> texts;
  const auto add = [&](std::string_view key, const auto& value) {
    if (value) texts.push_back(fmt::format("{} {}", key, value->value));
  };
  add("weight", source.weight);
  if (source.long_layout) add("weight", source.long_layout->weight);
  add("cluster", source.cluster), add("design_effect", source.design_effect), add("population", source.population);
  return texts.empty() ? "as it is" : fmt::format("{}", fmt::join(texts, ", "));
}

std::string scale_text(const AnswerScale& scale) {
  const std::string ends = fmt::format(" on {} to {}", scale.min.value, scale.max.value);
  return scale.labels ? fmt::format("{} by its labels {}", ends, name_of(scale.labels->value)) : ends;
}

/// The terms of one source.
class Reading {
 public:
  Reading(const SurveySource& source, Terms& terms) : source_(source), terms_(terms) {}

  void tell() {
    put("rows", rows_text(source_.where));
    put("sample", sample_text(source_));
    if (source_.scale) put_words("scale", source_.scale->values);
    if (source_.persona) tell("persona", *source_.persona);
    for (const auto& [touchpoint, columns] : source_.columns) tell(touchpoint.value, columns);
    if (source_.long_layout) tell(*source_.long_layout);
    if (source_.summary) tell(*source_.summary);
    for (const SourceOutcome& outcome : source_.outcomes) tell(outcome);
  }

 private:
  void put(const std::string& what, std::string text) {
    terms_.emplace(fmt::format("{}{}/{}", before_reading, source_.id.value, what), std::move(text));
  }

  void put_words(const std::string& what, const Entries<Text, Number>& values) {
    for (const auto& [word, score] : values) put(what + "/" + word.value, fmt::format("{}", score.value));
  }

  void tell(const std::string& what, const WordColumn& column) {
    put(what, column.column.value);
    for (const auto& [word, name] : column.values) put(what + "/" + word.value, name.value);
  }

  /// Its own words mean what they say unless they are given another meaning.
  void tell_verdict(const std::string& what, const WordColumn& column) {
    tell(what, column);
    for (const std::string_view own : names_of<Verdict>) put(fmt::format("{}/{}", what, own), std::string(own));
  }

  void tell(const std::string& what, const ScoreColumn& column) {
    std::vector<std::string> names = {column.column.value};
    for (const Text& other : column.others) names.push_back(other.value);
    const auto& scale = column.scale ? column.scale : source_.scale;
    put(what, fmt::format("{}{}", fmt::join(names, ", "), scale ? scale_text(*scale) : ""));
    if (column.scale) put_words(what, column.scale->values);
  }

  void tell(const std::string& touchpoint, const TouchpointColumns& columns) {
    if (columns.actual) tell("actual/" + touchpoint, *columns.actual);
    if (columns.desired) tell("desired/" + touchpoint, *columns.desired);
    if (columns.importance) tell("importance/" + touchpoint, *columns.importance);
    if (columns.verdict) tell_verdict("verdict/" + touchpoint, *columns.verdict);
  }

  void tell(const LongLayout& layout) {
    tell("touchpoint", layout.touchpoint);
    if (layout.score) tell("score", *layout.score);
    if (layout.verdict) tell_verdict("verdict", *layout.verdict);
    if (layout.persona) tell("persona", *layout.persona);
  }

  void tell(const SummaryLayout& layout) {
    tell("touchpoint", layout.touchpoint);
    if (layout.mean) put("mean", layout.mean->value + (source_.scale ? scale_text(*source_.scale) : ""));
    for (const auto& [answer, column] : layout.shares) put("shares/" + column.value, answer.value);
  }

  void tell(const SourceOutcome& outcome) {
    const auto& scale = outcome.scale ? outcome.scale : source_.scale;
    const std::string from = outcome.column ? outcome.column->value : rows_text(outcome.where);
    put("outcome/" + outcome.id.value, fmt::format("{} of {}{}", name_of(outcome.kind.value), from, scale ? scale_text(*scale) : ""));
    if (outcome.scale) put_words("outcome/" + outcome.id.value, outcome.scale->values);
  }

  const SurveySource& source_;
  Terms& terms_;
};

/// `survey` of `reading/survey/rows`; empty where it is about no source.
std::string_view source_in(std::string_view path) {
  if (!path.starts_with(before_reading)) return "";
  path.remove_prefix(before_reading.size());
  return path.substr(0, path.find('/'));
}

/// What is said of each source, without its id.
std::map<std::string, Terms> by_source(const Terms& terms) {
  std::map<std::string, Terms> sources;
  for (const auto& [path, text] : terms) {
    const std::string_view source = source_in(path);
    if (!source.empty()) sources[std::string(source)].emplace(path.substr(before_reading.size() + source.size()), text);
  }
  return sources;
}

}  // namespace

Terms terms_of(const Workspace& workspace) {
  Terms terms;
  const auto& undecided = workspace.project.gates.undecided;
  terms["gates/undecided"] = undecided && undecided->value == Undecided::allow ? "passes" : "fails";
  for (const SurveySource& source : workspace.sources) Reading(source, terms).tell();
  return terms;
}

Terms under_sources_of(const Terms& now, Terms then) {
  const std::map<std::string, Terms> sources = by_source(now);
  const std::map<std::string, Terms> before = by_source(then);
  for (const auto& [gone, said] : before) {
    if (sources.contains(gone)) continue;
    for (const auto& [id, says] : sources) {
      if (before.contains(id) || says != said) continue;
      for (const auto& [rest, text] : said) {
        then.erase(fmt::format("{}{}{}", before_reading, gone, rest));
        then.emplace(fmt::format("{}{}{}", before_reading, id, rest), text);
      }
      break;
    }
  }
  return then;
}

}  // namespace mot
