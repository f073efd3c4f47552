// What a survey seems to hold, as YAML with comments, and in lines for people.
#pragma once

#include <span>
#include <string>

#include "mot/import/survey/survey.h"
#include "mot/import/survey/survey_form.h"

namespace mot::importing {

/// How a survey's file is named and written.
struct SurveyFile {
  std::string name;  ///< as people call it
  std::string id;    ///< of the source
  std::string path;  ///< from the workspace's folder
  SurveyForm form;
};

/// The section `sources` that reads it. Columns that no touchpoint is sure for stand in comments.
std::string sources_text(const Survey& survey, const SurveyFile& file, std::span<const KnownTouchpoint> touchpoints);

/// The touchpoints that its questions ask about, one a question of a battery (of any that is on its scale, where there is none), and each
/// such column matched to its own.
std::vector<KnownTouchpoint> touchpoints_asked_about(Survey& survey);

/// A line for each kind of column: what it was taken for, and on what ground.
Notes notes_on(const Survey& survey, const SurveyFile& file, std::span<const KnownTouchpoint> touchpoints);

}  // namespace mot::importing
