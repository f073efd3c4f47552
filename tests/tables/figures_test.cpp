// One list of figures: what is in it is a column, a key of JSON or both, and nothing else is.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "mot/analysis/groups.h"
#include "mot/tables/gaps_figures.h"
#include "mot/tables/gaps_table.h"
#include "mot/tables/groups_figures.h"
#include "mot/tables/groups_table.h"
#include "mot/write/json/gaps_json.h"
#include "support/small_workspace.h"

using namespace mot;
using namespace mot::testing;

namespace {

using Keys = std::set<std::string>;

Keys keys_of(const nlohmann::json& object) {
  Keys keys;
  for (const auto& [key, value] : object.items()) keys.insert(key);
  return keys;
}

void add_columns(const Table& table, Keys& keys) {
  for (const Column& column : table.columns) keys.insert(column.key);
}

template <class Row>
void check_figures(std::span<const Figure<Row>> figures, const Keys& columns, const Keys& json) {
  Keys named_columns, named;
  std::set<int> places;
  for (const Figure<Row>& figure : figures) {
    CAPTURE(figure.key);
    const bool is_column = figure.column.place > 0;
    CHECK(named.insert(std::string(figure.key)).second);
    CHECK((is_column || json.contains(std::string(figure.key))));
    if (figure.value != nullptr) CHECK(json.contains(std::string(figure.key)));
    if (!is_column) continue;
    CHECK(places.insert(figure.column.place).second);
    CHECK((figure.value != nullptr || figure.cell != nullptr));
    named_columns.insert(std::string(figure.column_key()));
  }
  CHECK(named_columns == columns);
  for (const std::string& key : json) {
    CAPTURE(key);
    CHECK(named.contains(key));
  }
}

}  // namespace

TEST_CASE("the columns and the JSON keys of touchpoints and groups follow from one list each") {
  const Small small = small_of({"a dep=sales imp=5 company=9 answered=6x40~1"});
  const Analysis analysis = analyse(small.workspace, small.answers);
  const auto groups = groups_by(GroupBy::department, small.workspace, small.answers, analysis);
  const std::vector<std::optional<RankRange>> ranges(1);
  const auto document = nlohmann::json::parse(
      gaps_json({.workspace = small.workspace, .analysis = analysis, .groups = groups, .rank_ranges = ranges, .answers = &small.answers}));
  Keys of_touchpoints, of_groups;
  add_columns(gaps_table(small.workspace, analysis, ranges), of_touchpoints);
  check_figures(gaps_figures(), of_touchpoints, keys_of(document["touchpoints"][0]));
  for (const GroupBy by : {GroupBy::journey, GroupBy::dimension})
    add_columns(groups_table(by, small.workspace.project.scale, groups, Wording()), of_groups);
  check_figures(groups_figures(), of_groups, keys_of(document["groups"][0]));
}
