// Surveys as they are exported, in memory, and what import makes of them.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "mot/evidence/csv/csv_rows.h"
#include "mot/import/survey/chosen_columns.h"
#include "mot/import/survey/sources_text.h"
#include "mot/text/memory_stream.h"
#include "support/text_parts.h"

namespace mot::testing {

using namespace importing;

class MemoryRows : public evidence::RowSource {
 public:
  MemoryRows(std::string bytes, const evidence::CsvForm& form) : bytes_(std::move(bytes)), form_(form) {}
  evidence::RowReport read(evidence::RowReceiver& receiver) override {
    MemoryStream stream(bytes_);
    return evidence::read_csv(stream, receiver, {}, form_);
  }

 private:
  std::string bytes_;
  evidence::CsvForm form_;
};

using Cells = std::vector<std::string>;

/// A survey of columns; each repeats its cells until there are so many rows.
inline std::string csv_of(const std::vector<std::pair<std::string, Cells>>& columns, std::size_t rows = 30) {
  std::string csv;
  for (const auto& [name, cells] : columns) csv += (csv.empty() ? "\"" : ",\"") + name + "\"";
  csv += "\n";
  for (std::size_t row = 0; row < rows; ++row) {
    std::string line;
    for (const auto& [name, cells] : columns) line += (&cells == &columns.front().second ? "\"" : ",\"") + cells[row % cells.size()] + "\"";
    csv += line + "\n";
  }
  return csv;
}

inline importing::Survey survey_from(const std::string& csv, const std::vector<KnownTouchpoint>& touchpoints = {}) {
  MemoryRows rows(csv, survey_form(csv).csv);
  return survey_of(rows, touchpoints);
}

/// As for a workspace with these touchpoints, or with those that its questions make.
inline std::string text_from(const std::string& csv, std::vector<KnownTouchpoint> touchpoints = {}) {
  Survey survey = survey_from(csv, touchpoints);
  if (touchpoints.empty()) touchpoints = touchpoints_asked_about(survey);
  return sources_text(survey, {"s.csv", "s", "s.csv", survey_form(csv)}, touchpoints);
}

inline std::string notes_from(const std::string& csv, Fate fate) {
  const Survey survey = survey_from(csv);
  std::string list;
  for (const Note& note : notes_on(survey, {"s.csv", "s", "s.csv", {}}, {})) list += note.fate == fate ? note.text + "\n" : "";
  return list;
}

inline const Cells one_to_five = {"1", "2", "3", "4", "5"};

}  // namespace mot::testing
