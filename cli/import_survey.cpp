#include "import_survey.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "mot/evidence/csv/encoding.h"
#include "mot/evidence/row_files.h"
#include "mot/import/front_rows.h"
#include "mot/import/import.h"
#include "mot/import/note_wall.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/chosen_columns.h"
#include "mot/import/survey/other_layouts.h"
#include "mot/import/survey/sources_text.h"
#include "mot/import/workbook.h"
#include "mot/load/fields/codecs.h"
#include "mot/load/files/files.h"
#include "mot/load/files/globs.h"
#include "mot/load/load.h"
#include "mot/text/errors.h"
#include "mot/text/memory_stream.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"

namespace mot {

namespace fs = std::filesystem;

namespace importing {
namespace {

/// The workspace that a survey is for, if there is one.
struct SurveyHome {
  fs::path folder;
  bool is_workspace = false;
  std::vector<KnownTouchpoint> touchpoints;
  std::vector<KnownTouchpoint> personas;
  std::vector<std::string> sources;  ///< ids
};

SurveyHome survey_home(const Session& session, const fs::path& otherwise) {
  SurveyHome home{otherwise, false, {}, {}, {}};
  try {
    const Loaded loaded = load({.directory = session.arguments.text_of("--directory")});
    home.folder = loaded.root;
    home.is_workspace = true;
    for (const mot::Touchpoint& touchpoint : loaded.workspace.touchpoints)
      home.touchpoints.push_back({touchpoint.id.value, touchpoint.name.value});
    for (const Persona& persona : loaded.workspace.personas) home.personas.push_back({persona.id.value, persona.name.value});
    for (const SurveySource& source : loaded.workspace.sources) home.sources.push_back(source.id.value);
  } catch (const NoWorkspace&) {
  }
  return home;
}

std::string beginning_of(const fs::path& path) {
  const OpenedFile opened = disk().open(path);
  if (!opened.bytes) throw CannotImport(fmt::format("'{}' {}", printable(shown_path(path)), opened.fault));
  std::string text(survey_look_ahead, '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const auto count = opened.bytes->read({text.data() + size, text.size() - size});
    if (!count || *count == 0) break;
    size += *count;
  }
  text.resize(size);
  return text;
}

/// The same in UTF-8, whatever the file's own encoding seems to be.
std::string as_utf8(std::string beginning) {
  if (const std::size_t end = beginning.rfind('\n'); end != std::string::npos) beginning.resize(end + 1);
  const bool is_utf8 = !first_invalid_byte(beginning) && evidence::utf16_without_mark(beginning).empty();
  if (is_utf8) return beginning;
  MemoryStream whole(beginning), again(beginning);
  evidence::RecodedStream recoded(again, evidence::likely_encoding(whole));
  std::string text(survey_look_ahead, '\0');
  text.resize(recoded.read(text).value_or(0));
  return text;
}

/// The path of a survey from the workspace's folder.
std::string path_below(const fs::path& path, const fs::path& folder) {
  const fs::path real = disk().without_links(path).path, home = disk().without_links(folder).path;
  if (is_below(real, home)) return real.lexically_relative(home).generic_string();
  throw CannotImport(fmt::format("'{}' lies outside the workspace's folder '{}', which sources are read from; copy it there first",
                                 printable(shown_path(path)), printable(shown_path(home))));
}

/// Whether a folder is made for the workspace that the survey asks for, and the survey lies elsewhere: it is given a copy then.
bool needs_copy(const Session& session, const fs::path& path, const SurveyHome& home) {
  const auto output = session.arguments.text("--output");
  if (home.is_workspace || !output || *output == "-" || is_yaml_name(*output)) return false;
  return !is_below(disk().without_links(path).path, disk().without_links(home.folder).path);
}

std::string whole(const fs::path& path) {
  const OpenedFile opened = disk().open(path);
  std::string text;
  std::vector<char> buffer(1 << 16);
  while (const auto count = opened.bytes ? opened.bytes->read(buffer) : std::nullopt) {
    if (*count == 0) return text;
    text.append(buffer.data(), *count);
  }
  throw CannotImport(fmt::format("'{}' can't be read to its end", printable(shown_path(path))));
}

OpenFile opening(const fs::path& path) {
  return [path](const std::string&) { return disk().open(path); };
}

SurveyForm form_of(const fs::path& path) {
  if (!is_workbook_name(path.string())) {
    const std::string beginning = beginning_of(path);
    for (const FrontRow& row : front_rows_of_csv(as_utf8(beginning))) {
      if (heads_summary_block(std::vector<std::string_view>(row.cells.begin(), row.cells.end())))
        throw CannotImport(fmt::format("'{}' {}", printable(shown_path(path)), fault_of_summary_blocks));
    }
    return survey_form(beginning);
  }
  SurveySheet sheet = survey_sheet(opening(path), shown_path(path));
  return {std::move(sheet.form), std::move(sheet.others), std::move(sheet.code_books), {}};
}

SurveyFile survey_file(const fs::path& path, const SurveyHome& home) {
  SurveyFile file{path.filename().string(), yaml::id_like(path.stem().string()), {}, form_of(path), home.personas};
  if (file.id.empty()) file.id = "survey";
  const std::string stem = file.id;
  for (int number = 2; std::ranges::find(home.sources, file.id) != home.sources.end(); ++number)
    file.id = fmt::format("{}-{}", stem, number);
  return file;
}

Survey read_survey(const fs::path& path, const SurveyFile& file, const SurveyHome& home) {
  const auto rows = evidence::row_file(opening(path), path.string(), file.form.csv);
  return survey_of(*rows, home.touchpoints, file.form.code_books);
}

/// How many questions are read; none where all have odd cells, for then a row of names stands among the answers.
std::size_t questions_in(const Survey& survey) {
  std::size_t questions = 0, clean = 0;
  const auto count = [&](const importing::ScoreColumn& score) {
    ++questions;
    clean += score.scores.odd.empty();
  };
  std::ranges::for_each(survey.scores, count);
  if (survey.overall) count(*survey.overall);
  if (survey.recommendation) count(*survey.recommendation);
  return clean > 0 ? questions : 0;
}

std::vector<std::string> cells_of_row(const fs::path& path, SurveyFile file, std::size_t row) {
  file.form.csv.header = {row};
  return header_of(*evidence::row_file(opening(path), path.string(), file.form.csv));
}

/// Whether rows of a file may name its columns; a row of answers names none.
bool may_name_columns(const fs::path& path, const SurveyFile& file, const std::vector<std::size_t>& header) {
  const auto last = cells_of_row(path, file, header.back());
  if (names_columns(last)) return true;
  SurveyFile both = file;
  both.form.csv.header = header;
  return header.size() > 1 && says_no_answers(last) &&
         names_columns(header_of(*evidence::row_file(opening(path), path.string(), both.form.csv)));
}

/// Whether Qualtrics wrote its own ids below the questions.
bool has_import_ids(const fs::path& path, const SurveyFile& file) {
  constexpr std::size_t row_of_ids = 3;
  const auto cells = cells_of_row(path, file, row_of_ids);
  return std::ranges::any_of(cells, [](const std::string& cell) { return cell.starts_with(R"({"ImportId")"); });
}

/// Whether something stands in a column that the header leaves blank, as under a question that is merged above its items.
bool has_nameless(const Survey& survey) {
  return std::ranges::any_of(survey.columns, [](const ColumnProfile& column) { return column.name.empty() && column.filled > 0; });
}

/// Where the first row alone leaves no question read, or columns without a name: a second and a third one that name columns too, as tools
/// write short names, questions and ids of their own above each other. The rows by which most questions are read, of equal ones the first.
void find_header_rows(const fs::path& path, const SurveyHome& home, SurveyFile& file, Survey& survey) {
  if (!file.form.csv.header.empty()) return;
  const bool has_ids = has_import_ids(path, file);
  if (questions_in(survey) > 0 && !survey.report.fault && !has_ids && !has_nameless(survey)) return;
  const std::vector<std::size_t> questions_and_ids{2, 3};
  const std::vector<std::size_t> tried[] = {{2}, {1, 2}, questions_and_ids, {3}};
  for (const auto& header : tried) {
    if (has_ids && header != questions_and_ids) continue;
    if (!may_name_columns(path, file, header)) continue;
    SurveyFile other = file;
    other.form.csv.header = header;
    Survey found = read_survey(path, other, home);
    const bool is_better = questions_in(found) > questions_in(survey) || (has_ids && questions_in(found) == questions_in(survey));
    if (found.report.fault || !is_better) continue;
    file = std::move(other);
    survey = std::move(found);
  }
}

/// A single cell right above columns of nothing but questions is what they all ask, merged across them; above others it is a title.
void take_question_above(const fs::path& path, const SurveyHome& home, SurveyFile& file, Survey& survey) {
  if (file.form.csv.skipped_lines != 1 || !file.form.csv.header.empty() || questions_in(survey) < survey.columns.size()) return;
  SurveyFile other = file;
  other.form.csv.skipped_lines = 0;
  const auto above = cells_of_row(path, other, 1);
  const auto filled = std::ranges::count_if(above, [](const std::string& cell) { return !cell.empty(); });
  const bool is_across = above.size() == survey.columns.size() || is_workbook_name(path.string());
  if (filled != 1 || above[0].empty() || !is_across) return;
  other.form.csv.header = {1, 2};
  Survey found = read_survey(path, other, home);
  if (found.report.fault || questions_in(found) < questions_in(survey)) return;
  file = std::move(other);
  survey = std::move(found);
}

/// How a file of this encoding is written.
SurveyForm form_in(const std::string& encoding, const fs::path& path) {
  const OpenedFile opened = disk().open(path);
  evidence::RecodedStream recoded(*opened.bytes, encoding);
  std::string text(survey_look_ahead, '\0');
  text.resize(recoded.read(text).value_or(0));
  SurveyForm form = survey_form(text);
  form.csv.encoding = encoding;
  return form;
}

/// A workspace with the touchpoints that a survey asks about.
importing::Workspace workspace_around(const Survey& survey, const SurveyFile& file, const std::vector<KnownTouchpoint>& touchpoints) {
  importing::Workspace workspace;
  workspace.name = plain_line(fs::path(file.name).stem().string());
  if (!says_something(workspace.name)) workspace.name = "Imported";
  workspace.language = survey.language;
  if (survey.scale) {
    const auto [min, max] = std::minmax(survey.scale->min, survey.scale->max);
    workspace.scale = Scale{min, max};
    workspace.ground_of_scale = "the survey's own";
  }
  importing::Journey journey{workspace.name, {}, {{"All", {}}}, {"in the order of the survey: part it into stages"}};
  for (const KnownTouchpoint& known : touchpoints) {
    importing::Touchpoint touchpoint;
    touchpoint.name = known.name;
    touchpoint.facets[importing::Facet::id] = known.id;
    journey.stages[0].touchpoints.push_back(workspace.touchpoints.size());
    workspace.touchpoints.push_back(std::move(touchpoint));
  }
  workspace.journeys.push_back(std::move(journey));
  return workspace;
}

}  // namespace
}  // namespace importing

bool is_survey(const fs::path& path) {
  using namespace importing;
  if (is_workbook_name(path.string()) && disk().kind_of(path) == FileKind::file)
    return !has_touchpoint_sheet(opening(path), shown_path(path));
  constexpr std::string_view extensions[] = {".csv", ".tsv", ".tab", ".txt"};
  if (std::ranges::find(extensions, folded(path.extension().string())) == std::end(extensions)) return false;
  if (disk().kind_of(path) != FileKind::file) return false;
  const std::string beginning = as_utf8(beginning_of(path));
  const bool is_wall = folded(path.extension().string()) == ".txt"
                           ? is_list_of_notes(beginning)
                           : is_table_of_notes(front_rows_of_csv(beginning)) || is_list_in_csv(beginning);
  return !begins_like_touchpoints(beginning) && !is_wall;
}

ImportResult import_survey(const Session& session, const std::string& name, const fs::path& otherwise) {
  using namespace importing;
  const fs::path path = fs::path(session.arguments.text_of("--directory")) / name;
  const SurveyHome home = survey_home(session, otherwise);
  SurveyFile file = survey_file(path, home);
  Survey survey = read_survey(path, file, home);
  if (survey.report.has_foreign_bytes) {
    file.form = form_in(evidence::likely_encoding(*disk().open(path).bytes), path);
    survey = read_survey(path, file, home);
  }
  find_header_rows(path, home, file, survey);
  take_question_above(path, home, file, survey);
  if (survey.report.fault) throw CannotImport(fmt::format("'{}' {}", printable(name), *survey.report.fault));
  if (!survey.refusal.empty()) throw CannotImport(fmt::format("'{}' {}", printable(name), survey.refusal));
  ImportResult result;
  const bool is_copied = needs_copy(session, path, home);
  file.path = is_copied ? file.name : path_below(path, home.folder);
  if (home.is_workspace) {
    result.text = sources_text(survey, file, home.touchpoints);
    result.files = {{"sources.yaml", result.text}};
    result.notes = notes_on(survey, file, home.touchpoints);
    return result;
  }
  const auto touchpoints = touchpoints_asked_about(survey);
  const importing::Workspace workspace = workspace_around(survey, file, touchpoints);
  const std::string sources = sources_text(survey, file, touchpoints);
  result.text = workspace_text(workspace) + "\n" + sources;
  result.files = workspace_files(workspace);
  result.files.push_back({"sources.yaml", sources});
  result.notes = notes_on(survey, file, touchpoints);
  if (is_copied) {
    result.files.push_back({file.name, whole(path)});
    result.notes.push_back({Fate::kept, "the survey: a copy of it lies in the new folder, where the workspace reads it"});
  }
  if (!survey.language.empty() && survey.language != "en")
    result.notes.push_back({Fate::converted, fmt::format("the language is '{}', as its words are", survey.language)});
  result.notes.push_back({Fate::converted, fmt::format("no workspace stands here: one is made, with {} named by the questions",
                                                       count_text(touchpoints.size(), "touchpoint", "touchpoints"))});
  return result;
}

}  // namespace mot
