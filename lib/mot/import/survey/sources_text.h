// What a survey seems to hold, as YAML with comments, and in lines for people.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/import/survey/survey.h"
#include "mot/import/survey/survey_form.h"

namespace mot::importing {

/// How a survey's file is named and written.
struct SurveyFile {
  std::string name;  ///< as people call it
  std::string id;    ///< of the source
  std::string path;  ///< from the workspace's folder
  SurveyForm form;
  std::vector<KnownTouchpoint> personas = {};  ///< of the workspace, by id and name
};

/// The section `sources` that reads it. Columns that no touchpoint is sure for stand in comments.
std::string sources_text(const Survey& survey, const SurveyFile& file, std::span<const KnownTouchpoint> touchpoints);

/// Why the rows that name the columns are those.
std::string_view ground_of_header(const SurveyForm& form);

/// A line for each kind of column: what it was taken for, and on what ground.
Notes notes_on(const Survey& survey, const SurveyFile& file, std::span<const KnownTouchpoint> touchpoints);

}  // namespace mot::importing
