// What the page says, as data for its templates: a file a part of it.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "mot/page/report.h"

namespace mot {

class PictureStyles;

using Json = nlohmann::json;

/// All of it: what `page.mustache` shows.
Json page_content(const ReportInput& input);

/// Tables that are shown as other commands print them.
struct PageTables {
  std::vector<Table> coverage;
  std::vector<Table> plan;
  std::vector<Table> voices;
  std::vector<Table> data;
  std::vector<Table> written;  ///< of personas, and in notes
};
PageTables page_tables(const ReportInput& input);

/// What the workspace is called, and the page, which says what it is narrowed to.
std::string project_name(const Workspace& workspace);
std::string page_title(const ReportInput& input);
/// `7f3a2c1`, `7f3a2c1, changed since`: the workspace's version, with a mark at both ends of the hash; empty where it has none.
std::string revision_text(const ReportInput& input, std::string_view mark = {});
/// Says that findings take away what the page should show; empty where none does.
std::string broken_text(const Findings& findings, const Wording& wording);

/// The sentence that says how it stands, what weakens it, and the key figures.
Json verdict_content(const ReportInput& input);
Json key_figures_content(const ReportInput& input);
/// The gates, those that are broken first; none where the page is narrowed, for gates are about the whole.
Json gates_content(const ReportInput& input);

/// Where pictures are drawn to, and how they look.
struct PictureSheet {
  DrawnPictures& drawn;
  PictureStyles& styles;
};

/// Journeys with their pictures and moments, and the pictures of the whole. How pictures look is put into the sheet's styles.
Json journeys_content(const ReportInput& input, const PictureSheet& sheet);
Json pictures_content(const ReportInput& input, const PictureSheet& sheet);

/// The ranking a touchpoint a row, and what nobody knows.
Json ranking_content(const ReportInput& input);
/// The first rows of a ranking that fall short by more than the green class: what the cover of a print has room for.
Json first_of(const Json& ranking);
Json blind_spots_content(const ReportInput& input);
/// How many touchpoints are of each class of gap, and the departments: what a reader may choose from.
Json filters_content(const ReportInput& input);

/// All that is known of each touchpoint, in the order of `moments_in_order`.
Json moments_content(const ReportInput& input);
/// Steps in the arithmetic of these cards that are the same in all.
Json arithmetic_of_all(const Json& moments);
std::vector<std::size_t> moments_in_order(const Analysis& analysis);

/// A table and tables. What has a column `id` without a header leads to its touchpoint.
Json table_content(const Workspace& workspace, const Table& table);
Json tables_content(const Workspace& workspace, const std::vector<Table>& tables);

Json findings_content(const ReportInput& input);
Json glossary_content(const Workspace& workspace);

}  // namespace mot
