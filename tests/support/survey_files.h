// A workspace with sources, put together by hand, and the files they name; for tests of the evidence.
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/read.h"
#include "mot/load/files/files.h"
#include "support/folder.h"

namespace mot {

/// A workspace of touchpoints `a`, `b`, `c` and personas `ines`, `amara`, on a scale of 1 to 5. Every text has a place of its own.
struct Survey {
  testing::Folder folder;
  Workspace workspace;
  Findings findings;
  Answers answers;

  Survey() {
    workspace.project.scale = {1, 5};
    for (const char* id : {"a", "b", "c"}) workspace.touchpoints.emplace_back().id = this->id(id);
    for (const char* id : {"ines", "amara"}) workspace.personas.emplace_back().id = this->id(id);
  }

  Span place() { return {0, ++places_, places_ + 1}; }
  Text text(std::string value) { return {std::move(value), place()}; }
  Id id(std::string value) { return {text(std::move(value))}; }
  AnswerScale scale(double min, double max, std::vector<std::string> missing = {}) {
    AnswerScale result{{min, place()}, {max, place()}, {}};
    for (std::string& word : missing) result.missing.push_back(text(std::move(word)));
    return result;
  }
  WordColumn words(std::string column, std::vector<std::pair<std::string, std::string>> values = {}) {
    WordColumn result{text(std::move(column)), {}};
    for (auto& [word, meaning] : values) result.values.push_back({text(word), text(meaning)});
    return result;
  }
  ScoreColumn score(std::string column, std::optional<AnswerScale> own_scale = {}) {
    return {text(std::move(column)), std::move(own_scale)};
  }
  DateColumn dates(std::string column, std::string format = "") {
    DateColumn result;
    result.column = text(std::move(column));
    if (!format.empty()) result.format = text(std::move(format));
    return result;
  }
  Filter where(std::string column, std::vector<std::string> values) {
    Entry<Text, std::vector<Text>> entry{text(std::move(column)), {}};
    for (std::string& value : values) entry.value.push_back(text(std::move(value)));
    return {entry};
  }
  SourceOutcome outcome(std::string name, OutcomeKind kind, std::optional<std::string> column, std::optional<AnswerScale> own_scale = {}) {
    SourceOutcome result;
    result.id = id(std::move(name));
    result.kind = {kind, place()};
    if (column) result.column = text(*column);
    result.scale = std::move(own_scale);
    return result;
  }

  /// A source of a file with this text.
  SurveySource& source(std::string_view csv) {
    SurveySource& added = named_source(fmt::format("{}.csv", workspace.sources.size()));
    folder.with(added.file->value, csv);
    return added;
  }
  /// A source of a file that is there or not.
  SurveySource& named_source(std::string file) {
    SurveySource& added = workspace.sources.emplace_back();
    added.span = place();
    added.id = id(fmt::format("s{}", workspace.sources.size()));
    added.file = text(std::move(file));
    return added;
  }
  /// `column` asks about the touchpoint of this index.
  void ask(SurveySource& source, std::size_t touchpoint, std::string column, std::optional<AnswerScale> own_scale = {}) {
    Link<Touchpoint> link;
    static_cast<Text&>(link) = text(workspace.touchpoints[touchpoint].id.value);
    link.index = touchpoint;
    TouchpointColumns columns;
    columns.actual = score(std::move(column), std::move(own_scale));
    source.columns.push_back({link, columns});
  }

  const TouchpointAnswers& read(unsigned threads = 1) {
    findings = {};
    answers = read_answers(workspace, {.open = evidence_below(disk(), folder.path()), .threads = threads}, findings);
    return answers.touchpoints[0];
  }
  /// Rules of the findings, with blanks between.
  std::string rules() const {
    std::string list;
    for (const Finding& finding : findings) list += (list.empty() ? "" : " ") + std::string(finding.rule.id());
    return list;
  }
  std::string messages() const {
    std::string list;
    for (const Finding& finding : findings) list += (list.empty() ? "" : "\n") + finding.message;
    return list;
  }

 private:
  std::uint32_t places_ = 0;
};

/// Standard deviation of a sample without weights.
inline double sd_of(const AnswerSums& sums) {
  return std::sqrt(sums.squares / static_cast<double>(sums.n - 1));
}

/// `n 3 mean 4.5`, rounded for comparison.
inline std::string brief(const AnswerSums& sums) {
  return fmt::format("n {} mean {:.6g}", sums.n, sums.mean);
}

}  // namespace mot
