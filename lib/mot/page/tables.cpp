// Tables, findings and terms as the page shows them.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "mot/analysis/gaps.h"
#include "mot/check/grouping.h"
#include "mot/page/content.h"
#include "mot/page/page_text.h"

namespace mot {
namespace {

std::string as_it_is(std::string_view text) {
  return std::string(text);
}

/// What the cell is sorted by, where that is not its text: nine digits, more than any cell shows.
std::string sort_key_of(const Cell& cell, const std::string& text) {
  const auto key = [&](double number) {
    std::string digits = fmt::format("{:.9g}", number);
    return digits == text ? "" : digits;
  };
  if (const auto* number = std::get_if<double>(&cell.value)) return key(*number);
  if (const auto* interval = std::get_if<Interval>(&cell.value)) return key(interval->low);
  return "";
}

/// The column that names touchpoints, and the one that has their ids.
struct LinkColumns {
  std::optional<std::size_t> id;
  std::optional<std::size_t> name;
};

LinkColumns link_columns_of(const Table& table) {
  const auto column_with = [&](std::string_view key) -> std::optional<std::size_t> {
    const auto found = std::ranges::find(table.columns, key, &Column::key);
    return found == table.columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - table.columns.begin()));
  };
  return {column_with("id"), column_with("touchpoint")};
}

std::string id_in(const Row& row, const LinkColumns& columns, const std::set<std::string_view>& ids) {
  if (!columns.id || !columns.name) return "";
  const auto* id = std::get_if<std::string>(&row[*columns.id].value);
  return id != nullptr && ids.count(*id) > 0 ? *id : "";
}

Json cell_content(const Table& table, const Column& column, const Cell& cell, const std::string& link) {
  const bool has_class = cell.gap_class.has_value();
  const std::string text = shown_text(cell, column, table.speech, as_it_is);
  return {{"text", text},
          {"is_number", column.kind != ColumnKind::text},
          {"sort", sort_key_of(cell, text)},
          {"class", has_class ? std::string(name_of(*cell.gap_class)) : ""},
          {"glyph", has_class && *cell.gap_class != GapClass::unknown ? glyph_of(*cell.gap_class) : ""},
          {"link", link}};
}

/// Columns whose class stands at the table, once for all of their cells; page.css knows as many. Those beyond say it cell by cell.
constexpr std::size_t most_classed_columns = 16;

Json row_content(const Table& table, const Row& row, const std::set<std::string_view>& ids) {
  const LinkColumns links = link_columns_of(table);
  Json cells = Json::array();
  const std::string id = id_in(row, links, ids);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].header.empty()) continue;
    Json cell = cell_content(table, table.columns[i], row[i], links.name == i ? id : "");
    if (cells.size() < most_classed_columns) cell["is_number"] = false;
    cells.push_back(std::move(cell));
  }
  return {{"cells", cells}};
}

/// Terms of the method as readers who have not met it need them.
struct Term {
  std::string_view term;
  std::string_view means;
};

constexpr Term terms[] = {
    {"moment, touchpoint", "A contact in which a customer gets an impression; in the files it is called a touchpoint."},
    {"moment of truth", "A moment that decides whether a customer stays or leaves."},
    {"wanted", "What the company wants to be lived and what customers want; the higher of both scores is the target."},
    {"lived", "What customers live today: measured where they were asked, else judged by those who do the work."},
    {"gap", "Target less lived, in points of the scale; above 0 is a shortfall."},
    {"measured, judged",
     "Measured is the mean of what customers answered, with its 95 % interval. Judged is what somebody wrote down: it has no interval."},
    {"95 %", "The interval that holds the true mean in 95 of 100 such surveys: by Student's t for means, Wilson's for shares."},
    {"established", "Measured on 10 effective answers or more, with an interval of the gap that excludes 0."},
    {"few, unsure", "Few: fewer than 30 effective answers. Unsure: not established; ranked behind what is."},
    {"delivered", "How much of what is wanted is lived, in per cent, weighted by importance; what nobody knows makes its bounds."},
    {"delivered on a journey",
     "The same as customers walk it: a moment on a branch counts by the share of customers who come to it. Over the whole workspace every "
     "moment counts in full, so both figures differ."},
    {"zone of tolerance", "From the least customers accept to what they want. Below it they are let down."},
    {"five gaps",
     "Listening: customers want more than the company means to give. Standards: it means more than its standards ask. Delivery: the "
     "standards ask more than is lived. Promise: more is promised than is lived. Customer: what the others add up to."},
    {"priority", "Importance / 5 times the gap's share of the scale, twice that for a moment of truth."},
    {"importance and performance", "Four quadrants, parted by the means: concentrate here, keep up the good work, low priority, overkill."},
    {"coverage", "How much of what the picture of each touchpoint should hold is written down, in per cent."},
    {"blind spot", "A touchpoint at which nobody knows the gap. It enters no mean and turns no gate green."},
    {"empowerment", "What those at the front may decide themselves, how far, what they see when they do, and whom they ask beyond that."},
    {"net promoter score", "The share of those who would recommend (9 and 10) less those who would not (0 to 6), from −100 to 100."},
};

}  // namespace

Json table_content(const Workspace& workspace, const Table& table) {
  std::set<std::string_view> ids;
  for (const Touchpoint& touchpoint : workspace.touchpoints) ids.insert(touchpoint.id.value);
  Json columns = Json::array(), sections = Json::array();
  std::string numbers;
  for (const Column& column : table.columns) {
    if (column.header.empty()) continue;
    const bool is_number = column.kind != ColumnKind::text, is_classed = columns.size() < most_classed_columns;
    if (is_number && is_classed) numbers += fmt::format(" n{}", columns.size() + 1);
    columns.push_back({{"header", column.header}, {"is_number", is_number && !is_classed}});
  }
  for (const Section& section : table.sections) {
    if (section.rows.empty()) continue;
    Json rows = Json::array();
    for (const Row& row : section.rows) rows.push_back(row_content(table, row, ids));
    sections.push_back({{"caption", section.title.empty() ? table.title : table.title + ": " + section.title},
                        {"numbers", numbers},
                        {"columns", columns},
                        {"rows", std::move(rows)}});
  }
  Json notes = Json::array();
  for (const std::string& note : table.notes) notes.push_back({{"note", note}});
  return {{"title", table.title}, {"sections", std::move(sections)}, {"notes", std::move(notes)}};
}

Json tables_content(const Workspace& workspace, const std::vector<Table>& tables) {
  Json contents = Json::array();
  for (const Table& table : tables) contents.push_back(table_content(workspace, table));
  return contents;
}

Json findings_content(const ReportInput& input) {
  Json findings = Json::array();
  for (const Finding& finding : grouped(input.review.findings, input.loaded.workspace)) {
    findings.push_back({{"place", place_text(input.loaded, finding.span)},
                        {"severity", std::string(name_of(finding.severity))},
                        {"said", input.wording()(name_of(finding.severity))},
                        {"message", finding.message},
                        {"rule", std::string(finding.rule.id())}});
  }
  return findings;
}

Json glossary_content(const Workspace& workspace) {
  const Wording wording(workspace.project);
  Json glossary = Json::array();
  for (const auto& [term, means] : terms) glossary.push_back({{"term", wording(term)}, {"means", wording(means)}});
  const Scale& scale = workspace.project.scale;
  std::string classes =
      wording("On a scale from {low} to {high}:", {{"low", wording.points(scale.min)}, {"high", wording.points(scale.max)}});
  for (const auto& [share, gap_class] : gap_class_limits) {
    classes += fmt::format(
        " {} {};", glyph_of(gap_class),
        wording("{class} to {points} points", {{"class", wording(name_of(gap_class))}, {"points", wording.points(share * scale.range())}}));
  }
  classes += fmt::format(" {} {}; ? {}.", glyph_of(GapClass::red), wording("red beyond"), wording("unknown"));
  glossary.push_back({{"term", wording("green, yellow, orange, red")}, {"means", classes}});
  return glossary;
}

}  // namespace mot
