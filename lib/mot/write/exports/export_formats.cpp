#include "mot/write/exports/export_formats.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <optional>

#include "mot/tables/touchpoints_table.h"
#include "mot/write/exports/drawio.h"
#include "mot/write/exports/left_out.h"
#include "mot/write/exports/mermaid.h"
#include "mot/write/exports/model_json.h"
#include "mot/write/tables/table_csv.h"
#include "mot/write/tables/table_xlsx.h"

namespace mot {
namespace {

std::string touchpoints_csv(const ExportReport& report) {
  return table_csv(touchpoints_table(report.workspace));
}

std::string touchpoints_xlsx(const ExportReport& report) {
  return tables_xlsx({touchpoints_table(report.workspace)});
}

std::string mermaid(const ExportReport& report) {
  const std::size_t only = report.journey.value_or(0);
  if (report.journey || report.workspace.journeys.size() == 1) return mermaid_journey(report.workspace, report.analysis, only);
  return mermaid_markdown(report.workspace, report.analysis);
}

std::string json(const ExportReport& report) {
  return model_json(report.sources);
}

std::string drawio(const ExportReport& report) {
  return drawio_file(report.workspace, report.analysis);
}

constexpr std::string_view in_tables[] = {
    "touchpoints.id",
    "touchpoints.name",
    "touchpoints.department",
    "touchpoints.channel",
    "touchpoints.moment_of_truth",
    "touchpoints.importance",
    "touchpoints.owner",
    "touchpoints.role",
    "touchpoints.customer_does",
    "touchpoints.notes",
    "touchpoints.when",
    "touchpoints.desired.company.experience",
    "touchpoints.desired.company.score",
    "touchpoints.desired.customer.experience",
    "touchpoints.desired.customer.score",
    "touchpoints.desired.customer.adequate",
    "touchpoints.standard.text",
    "touchpoints.promise.text",
    "touchpoints.actual.experience",
    "touchpoints.actual.score",
    "touchpoints.evidence.quote",
    "touchpoints.customer_thinks",
    "touchpoints.customer_feels",
    "touchpoints.pains.text",
    "touchpoints.gains.text",
    "touchpoints.takes.actual",
    "touchpoints.waits.actual",
    "touchpoints.tags",
    "departments.name",
    "channels.id",
    "personas.name",
    "journeys.name",
    "journeys.personas",
    "stages.name",
};

constexpr std::string_view in_mermaid[] = {"touchpoints.name", "touchpoints.actual.score", "personas.name",
                                           "journeys.name",    "journeys.personas",        "stages.name"};

constexpr std::string_view in_drawio[] = {"touchpoints.name", "touchpoints.moment_of_truth", "journeys.name", "stages.name"};

/// A table says its scale in the headings of scores, where they can.
std::vector<std::string> not_in_table(const ExportReport& report) {
  std::vector<std::string_view> keys(std::begin(in_tables), std::end(in_tables));
  if (names_its_scale(report.workspace.project.scale)) keys.push_back("project.scale");
  return left_out(report.workspace, report.sources, {keys, Anchor::rows});
}

/// How many tasks have a lived score of a kind, or of nothing.
template <class IsOfKind>
std::size_t count_tasks(const ExportReport& report, const IsOfKind& is_of_kind) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < report.workspace.journeys.size(); ++i) {
    if (report.journey && *report.journey != i) continue;
    for (const Stage& stage : report.workspace.journeys[i].stages) {
      for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) {
        count += link.index && is_of_kind(report.analysis.touchpoints[*link.index].actual);
      });
    }
  }
  return count;
}

std::vector<std::string> not_in_mermaid(const ExportReport& report) {
  auto lines = left_out(report.workspace, report.sources, {in_mermaid, Anchor::path}, report.journey);
  const Scale& scale = report.workspace.project.scale;
  const auto is_unknown = [](const std::optional<double>& score) { return !score; };  // Mermaid draws no task without a score
  const auto is_rounded = [&](const std::optional<double>& score) {
    constexpr double rounding = 1e-9;
    const double exact = score ? on_mermaids_scale(*score, scale) : 0;
    return std::abs(exact - std::round(exact)) > rounding;
  };
  if (const std::size_t unknown = count_tasks(report, is_unknown); unknown > 0)
    lines.push_back(fmt::format("tasks: without a score {}, which stand in comments", unknown));
  if (const std::size_t rounded = count_tasks(report, is_rounded); rounded > 0)
    lines.push_back(fmt::format("tasks: with a score between two of Mermaid's 1 to 5 {}, rounded to the nearer one", rounded));
  return lines;
}

std::vector<std::string> not_in_drawio(const ExportReport& report) {
  return left_out(report.workspace, report.sources, {in_drawio, Anchor::path});
}

std::vector<std::string> nothing(const ExportReport&) {
  return {};
}

constexpr ExportFormat known_exports[] = {
    {"csv", ".csv", "the touchpoints, a place on a journey a row; mot import reads it", touchpoints_csv, not_in_table},
    {"xlsx", ".xlsx", "the same as a workbook", touchpoints_xlsx, not_in_table},
    {"json", ".json", "all that is written, in one file that mot reads as well", json, nothing, true},
    {"mermaid", ".mmd", "Mermaid's journey: the only one, or one by --journey; else all of them in Markdown", mermaid, not_in_mermaid},
    {"drawio", ".drawio", "shapes and connectors for draw.io, a page a journey", drawio, not_in_drawio},
};

}  // namespace

std::span<const ExportFormat> export_formats() {
  return known_exports;
}

}  // namespace mot
