#include "mot/page/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <future>

#include "mot/analysis/plan.h"
#include "mot/draw/image_pixels.h"
#include "mot/page/content.h"
#include "mot/page/drawn_pictures.h"
#include "mot/page/fill_in.h"
#include "mot/page/filled_items.h"
#include "mot/page/page_text.h"
#include "mot/page/palette.h"
#include "mot/page/parts.h"
#include "mot/page/picture_styles.h"
#include "mot/page/sha256.h"
#include "mot/picture/journey_text.h"
#include "mot/tables/coverage_tables.h"
#include "mot/tables/data_tables.h"
#include "mot/tables/plan_table.h"
#include "mot/tables/voices_tables.h"
#include "mot/tables/written_tables.h"
#include "mot/text/base64.h"
#include "mot/view/views.h"

namespace mot {
namespace {

/// The scripts of a page, in the order they run, and the uses it has them for.
struct PageScript {
  std::string_view name;
  PageUse from;  ///< and for those that go further
};
constexpr PageScript scripts[] = {
    {"sortable.min.js", PageUse::handed_over},
    {"sortable.a11y.min.js", PageUse::handed_over},
    {"svg-pan-zoom.min.js", PageUse::handed_over},
    {"page.js", PageUse::handed_over},
    {"live.js", PageUse::live},
    {"changes.js", PageUse::edited},
    {"form.js", PageUse::edited},
    {"edit.js", PageUse::edited},
};

/// Only what stands in the page itself may run or style it, and nothing may be fetched, but by a page that is served from who serves it.
std::string security_policy(const Json& styles, const Json& programs, PageUse use) {
  const auto hashes = [](const Json& texts, const char* key) {
    std::string all;
    for (const Json& text : texts) all += " '" + content_hash(text.at(key).get_ref<const std::string&>()) + "'";
    return all;
  };
  return fmt::format("default-src 'none'; script-src{}; style-src{};{} base-uri 'none'; form-action 'none'", hashes(programs, "script"),
                     hashes(styles, "style"), use == PageUse::handed_over ? "" : " connect-src 'self';");
}

/// How many rows count, and of how many sources they are.
std::string answers_text(const Answers& answers, const Wording& wording) {
  std::size_t rows = 0, sources = 0;
  for (const SourceUse& use : answers.sources) {
    const std::size_t counted = use.was_read ? use.rows - std::min(use.rows, use.left_out.total()) : 0;
    rows += counted;
    sources += counted > 0 ? 1 : 0;
  }
  if (rows == 0) return "";
  return wording.counted(static_cast<double>(sources), "{rows} in {count} sources", {{"rows", rows}, {"count", sources}});
}

/// What a script of the page says, in English.
struct ScriptPhrase {
  std::string_view english;
  PageUse from;  ///< of the script that says it first
};
constexpr ScriptPhrase said_by_scripts[] = {
    {"{position} of {all} by priority", PageUse::handed_over},
    {"{position} of {all} on the journey", PageUse::handed_over},
    {"{count} moments shown", PageUse::handed_over},
    {"There is no moment '{id}' here.", PageUse::handed_over},
    {"What is wrong with the files", PageUse::live},
    {"Live", PageUse::live},
    {"{count} errors", PageUse::live},
    {"The page shows how it was when all files loaded.", PageUse::live},
    {"Shown as far as it could be read.", PageUse::live},
    {"What could not be read is hatched; everything else is current.", PageUse::live},
    {"Hatched: {file}, as it was saved at {time}.", PageUse::live},
    {"Hatched: figures from {file}, as it was saved at {time}.", PageUse::live},
    {"and {count} more", PageUse::live},
    {"mot serve has ended", PageUse::live},
    {"This address is of an earlier start of mot serve; use the one that it printed last.", PageUse::live},
    {"Editing", PageUse::edited},
    {"What was changed", PageUse::edited},
    {"Nothing was changed yet.", PageUse::edited},
    {"Undo", PageUse::edited},
    {"Redo", PageUse::edited},
    {"Log", PageUse::edited},
    {"Add", PageUse::edited},
    {"Add: {what}", PageUse::edited},
    {"Stage of {journey}", PageUse::edited},
    {"What answers measured is not changed here.", PageUse::edited},
    {"What hurts, too", PageUse::edited},
    {"What pleases, too", PageUse::edited},
    {"A quote", PageUse::edited},
    {"An action", PageUse::edited},
    {"A moment behind this one", PageUse::edited},
    {"Change this moment", PageUse::edited},
    {"Add a moment behind {moment}", PageUse::edited},
    {"A moment behind {moment}", PageUse::edited},
    {"Add a moment here", PageUse::edited},
    {"Move {moment}", PageUse::edited},
    {"Drag along the journey, or move by the arrow keys", PageUse::edited},
    {"All of it", PageUse::edited},
    {"Saved field by field", PageUse::edited},
    {"Done", PageUse::edited},
    {"Change {moment}", PageUse::edited},
    {"Cancel", PageUse::edited},
    {"Not saved: {why}", PageUse::edited},
    {"Not saved. Somebody else wrote here meanwhile: {text}", PageUse::edited},
    {"(nothing)", PageUse::edited},
    {"Keep mine", PageUse::edited},
    {"Take theirs", PageUse::edited},
    {"Try again", PageUse::edited},
    {"Discard it", PageUse::edited},
    {"{count} texts not saved", PageUse::edited},
    {"{value} is not a number; write one as in 7 or 7.5", PageUse::edited},
    {"{file} does not load; what you typed waits here.", PageUse::edited},
    {"This moment is not in the files now; what you typed waits here.", PageUse::edited},
};

/// By English text what is said, and where it counts what is said of one.
std::string words_of_scripts(const Wording& wording, PageUse use) {
  Json words = Json::object();
  for (const auto& [english, from] : said_by_scripts) {
    if (use < from) continue;
    words[std::string(english)] = Json::array({wording(english)});
    const Phrase* phrase = find_phrase(Language::en, english);
    if (phrase != nullptr && !phrase->one.empty()) words[std::string(english)].push_back(wording.counted(1, english, {}));
  }
  return words.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string count_of(std::size_t count) {
  return fmt::format("{}", count);
}

/// The logo as it is seen at the head of the page; empty where there is none.
std::string logo_of(const Project& project) {
  if (!project.brand || !project.brand->logo_file) return "";
  const ImageFile& file = *project.brand->logo_file;
  constexpr double height = 31, most_width = 144;  // points
  const double wide = file.height > 0 ? height * file.width / file.height : 0, share = wide > most_width ? most_width / wide : 1;
  const std::string png = png_of(Image{{}, {0, 0, wide * share, height * share}, ImageShape::whole, file.bytes});
  return png.empty() ? "" : "data:image/png;base64," + base64(png);
}

bool has_images(const Workspace& workspace) {
  const bool has_photo = std::ranges::any_of(workspace.personas, [](const Persona& persona) { return persona.photo_file.has_value(); });
  return has_photo || (workspace.project.brand && workspace.project.brand->logo_file);
}

void add_head(Json& content, const ReportInput& input, const PictureStyles& pictures) {
  const Wording wording = input.wording();
  Json styles = Json::array(
      {{{"style", palette_css(input.loaded.workspace.project.brand) + pictures.css()}}, {{"style", std::string(part_named("page.css"))}}});
  Json programs = Json::array();
  for (const auto& [name, from] : scripts) {
    if (input.use >= from) programs.push_back({{"script", std::string(part_named(name))}});
  }
  if (input.use != PageUse::handed_over) styles.push_back({{"style", std::string(part_named("live.css"))}});
  const Workspace& workspace = input.loaded.workspace;
  content["title"] = page_title(input);
  content["logo"] = logo_of(workspace.project);
  content["policy"] = security_policy(styles, programs, input.use) + (has_images(workspace) ? "; img-src data:" : "");
  content["styles"] = styles;
  content["scripts"] = programs;
  const std::string period = period_text(input.review.answers, wording);
  content["period"] = period.empty() ? wording("all answers") : period;
  content["answers"] = answers_text(input.review.answers, wording);
  content["today"] = wording.date(input.today);
  content["revision"] = revision_text(input);
  content["language"] = std::string(name_of(wording.language()));
  content["is_from_right"] = runs_from_right(workspace);
  content["words"] = words_of_scripts(wording, input.use);
  content["version"] = std::string(input.version);
  content["is_handed_over"] = input.use == PageUse::handed_over;
  content["broken"] = broken_text(input.review.findings, wording);
}

void add_tables(Json& content, const ReportInput& input) {
  const Workspace& workspace = input.loaded.workspace;
  const PageTables tables = page_tables(input);
  content["coverage_tables"] = tables_content(workspace, tables.coverage);
  content["plan_tables"] = tables_content(workspace, tables.plan);
  content["voice_tables"] = tables_content(workspace, tables.voices);
  content["data_tables"] = tables_content(workspace, tables.data);
  content["has_written"] = !tables.written.empty();
  content["written_tables"] = tables_content(workspace, tables.written);
  content["changes"] =
      input.since.empty() ? Json() : Json{{"since", input.since}, {"change_tables", tables_content(workspace, input.changes)}};
}

/// All that is no picture.
Json texts_content(const ReportInput& input) {
  const Workspace& workspace = input.loaded.workspace;
  Json content = Json::object();
  content["is_live"] = input.use != PageUse::handed_over;
  add_tables(content, input);
  content["verdict"] = verdict_content(input);
  content["verdict"]["gates"] = gates_content(input);
  content["key_figures"] = key_figures_content(input);
  content["journey_count"] = count_of(workspace.journeys.size());
  content["filters"] = filters_content(input);
  content["ranking"] = ranking_content(input);
  content["first"] = first_of(content["ranking"]);
  content["has_first"] = !content["first"].empty();
  content["blind_spots"] = blind_spots_content(input);
  content["moments"] = moments_content(input);
  content["arithmetic_of_all"] = arithmetic_of_all(content["moments"]);
  content["has_arithmetic_of_all"] = !content["arithmetic_of_all"].empty();
  content["ranked_count"] = count_of(input.review.analysis.ranking.size());
  content["action_count"] = count_of(workspace.actions.size());
  content["findings"] = findings_content(input);
  content["speaks_otherwise"] = input.wording().language() != Language::en;
  content["finding_count"] = count_of(content["findings"].size());
  content["glossary"] = glossary_content(workspace);
  return content;
}

}  // namespace

PageTables page_tables(const ReportInput& input) {
  const Workspace& workspace = input.loaded.workspace;
  const auto& [answers, analysis, findings] = input.review;
  const Wording wording = input.wording();
  std::vector<Table> coverage = facet_tables(workspace, analysis, wording);
  coverage.push_back(holes_in_words(holes_in(workspace, findings), wording));
  std::vector<Table> voices = voices_tables(workspace, answers, analysis, wording);
  if (!workspace.personas.empty()) voices.push_back(uneven_table(workspace, answers, wording));
  std::vector<Table> data = data_tables(workspace, answers, wording);
  // How answers spread stands among the voices.
  std::erase_if(data, [&](const Table& table) { return std::ranges::find(voices, table.title, &Table::title) != voices.end(); });
  return {.coverage = std::move(coverage),
          .plan = plan_tables(workspace, plan_of(workspace, analysis), input.today, wording, CalledBy::name),
          .voices = std::move(voices),
          .data = std::move(data),
          .written = written_tables(workspace, wording)};
}

std::string project_name(const Workspace& workspace) {
  return workspace.project.name ? workspace.project.name->value : Wording(workspace.project)("A workspace without a name");
}

std::string page_title(const ReportInput& input) {
  const std::string name = project_name(input.loaded.workspace);
  return input.only.empty() ? name : input.wording()("{title} ({part} only)", {{"title", name}, {"part", input.only}});
}

std::string revision_text(const ReportInput& input, std::string_view mark) {
  if (!input.revision) return "";
  const std::string name = fmt::format("{0}{1}{0}", mark, input.revision->name);
  return input.revision->is_changed ? input.wording()("{revision}, changed since", {{"revision", name}}) : name;
}

std::string broken_text(const Findings& findings, const Wording& wording) {
  const auto count = static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), forbids_figures));
  if (count == 0) return "";
  return wording.count(
      count, "{count} errors in the files: what they take away is missing here, and figures may be wrong. The findings say where.");
}

namespace {

/// With what `texts` makes of all that is no picture. That is made while this thread draws, which alone may: fonts are kept by thread.
Json content_with(const std::function<Json()>& texts, const ReportInput& input) {
  PictureStyles styles;
  DrawnPictures own;
  const PictureSheet sheet{input.drawn != nullptr ? *input.drawn : own, styles};
  sheet.drawn.set_look(palette_css(input.loaded.workspace.project.brand));
  std::future<Json> made = std::async(std::launch::async | std::launch::deferred, texts);
  Json content = Json::object();
  content["journeys"] = journeys_content(input, sheet);
  content["pictures"] = pictures_content(input, sheet);
  add_head(content, input, styles);
  Json written = made.get();
  for (auto& [key, text] : written.items()) content[key] = std::move(text);
  return content;
}

}  // namespace

Json page_content(const ReportInput& input) {
  return content_with([&] { return texts_content(input); }, input);
}

std::string report_html(const ReportInput& input) {
  FilledItems own;
  FilledItems& items = input.drawn != nullptr ? input.drawn->filled_items() : own;
  std::string text = in_words(template_named("page.mustache"), input.wording());
  const auto texts_with_lists = [&] {
    Json texts = texts_content(input);
    fill_lists(text, texts, items);
    return texts;
  };
  const Json content = content_with(texts_with_lists, input);
  return fill_in(text, content, html_text);
}

std::span<const ReportFormat> report_formats() {
  static constexpr ReportFormat formats[] = {{"html", ".html", report_html}, {"md", ".md", report_markdown}};
  return formats;
}

}  // namespace mot
