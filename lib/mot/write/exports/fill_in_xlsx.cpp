#include "mot/write/exports/fill_in_xlsx.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>
#include <variant>
#include <vector>

#include "mot/model/path_step.h"
#include "mot/tables/touchpoints_table.h"
#include "mot/words/wording.h"
#include "mot/write/tables/xlsx_file.h"

namespace mot {
namespace {

using Value = std::variant<std::monostate, std::string, double>;

/// Who fills a column in; the first can't be changed.
enum class Filler : std::uint8_t { nobody, company, customer };

enum class Choices : std::uint8_t { none, scores, importance };

struct Moment {
  const Touchpoint& touchpoint;
  std::string stage;
};

Value text_of(const std::optional<Text>& text) {
  return text ? Value(text->value) : Value();
}

Value number_of(const std::optional<Number>& number) {
  return number ? Value(number->value) : Value();
}

const Experience* company_of(const Moment& moment) {
  const auto& desired = moment.touchpoint.desired;
  return desired && desired->company ? &*desired->company : nullptr;
}

const CustomerWish* customer_of(const Moment& moment) {
  const auto& desired = moment.touchpoint.desired;
  return desired && desired->customer ? &*desired->customer : nullptr;
}

struct FillInColumn {
  std::string_view heading;
  Filler filler;
  Choices choices;
  double width;  // characters
  Value (*value)(const Moment& moment);
};

constexpr FillInColumn columns[] = {
    {"Id", Filler::nobody, Choices::none, 18, [](const Moment& m) { return Value(m.touchpoint.id.value); }},
    {"Touchpoint", Filler::nobody, Choices::none, 26, [](const Moment& m) { return Value(m.touchpoint.name.value); }},
    {"Stage", Filler::nobody, Choices::none, 16, [](const Moment& m) { return m.stage.empty() ? Value() : Value(m.stage); }},
    {"Importance", Filler::company, Choices::importance, 11,
     [](const Moment& m) { return m.touchpoint.importance ? Value(static_cast<double>(m.touchpoint.importance->value)) : Value(); }},
    {"Desired", Filler::company, Choices::none, 36,
     [](const Moment& m) { return company_of(m) ? text_of(company_of(m)->experience) : Value(); }},
    {"Desired score", Filler::company, Choices::scores, 10,
     [](const Moment& m) { return company_of(m) ? number_of(company_of(m)->score) : Value(); }},
    {"Actual", Filler::company, Choices::none, 36,
     [](const Moment& m) { return m.touchpoint.actual ? text_of(m.touchpoint.actual->experience) : Value(); }},
    {"Actual score", Filler::company, Choices::scores, 10,
     [](const Moment& m) { return m.touchpoint.actual ? number_of(m.touchpoint.actual->score) : Value(); }},
    {"Customer wish", Filler::customer, Choices::none, 36,
     [](const Moment& m) { return customer_of(m) ? text_of(customer_of(m)->experience) : Value(); }},
    {"Customer wish score", Filler::customer, Choices::scores, 10,
     [](const Moment& m) { return customer_of(m) ? number_of(customer_of(m)->score) : Value(); }},
    {"Minimum", Filler::customer, Choices::scores, 10,
     [](const Moment& m) { return customer_of(m) ? number_of(customer_of(m)->adequate) : Value(); }},
    {"Quote", Filler::customer, Choices::none, 40, [](const Moment&) { return Value(); }},
};
constexpr std::size_t touchpoint_column = 1;

constexpr std::size_t rows_for_new_moments = 10;

/// Whole numbers that a list can offer; none where the scale has too many or is not of such.
std::vector<std::string> offered_on(const Scale& scale) {
  constexpr double most_points = 20;
  std::vector<std::string> offered;
  if (scale.min != std::floor(scale.min) || scale.max != std::floor(scale.max)) return offered;
  const double step = scale.range() <= most_points ? 1 : scale.range() / 10;
  if (step != std::floor(step)) return offered;
  for (double point = scale.min; point <= scale.max; point += step) offered.push_back(fmt::format("{}", point));
  return offered;
}

/// In the workspace's language, in words that import knows; the order of columns and the ids are the same in each.
std::string heading_of(const FillInColumn& column, const Scale& scale, const Wording& wording) {
  const std::string heading = wording(column.heading);
  if (column.choices != Choices::scores || !names_its_scale(scale)) return heading;
  return wording("{heading} ({low} to {high})",
                 {{"heading", heading}, {"low", fmt::format("{}", scale.min)}, {"high", fmt::format("{}", scale.max)}});
}

/// The formats of the workbook: of headings and cells, by who fills them in.
class Formats {
 public:
  explicit Formats(lxw_workbook* workbook) {
    constexpr std::array<lxw_color_t, 3> heading_grounds{0xE3E6EA, 0xCFE0F5, 0xFCE3C4}, grounds{0xF3F4F6, 0xF4F8FD, 0xFEF6EA};
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      headings_.at(i) = made(workbook, heading_grounds.at(i));
      xlsx().format_set_bold(headings_.at(i));
      cells_.at(i) = made(workbook, grounds.at(i));
      if (i > 0) xlsx().format_set_unlocked(cells_.at(i));
    }
  }
  lxw_format* heading(Filler filler) const { return headings_.at(static_cast<std::size_t>(filler)); }
  lxw_format* cell(Filler filler) const { return cells_.at(static_cast<std::size_t>(filler)); }

 private:
  static lxw_format* made(lxw_workbook* workbook, lxw_color_t ground) {
    lxw_format* format = xlsx().workbook_add_format(workbook);
    xlsx().format_set_bg_color(format, ground);
    xlsx().format_set_text_wrap(format);
    xlsx().format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    xlsx().format_set_border(format, LXW_BORDER_THIN);
    xlsx().format_set_border_color(format, 0xC8CCD2);
    return format;
  }

  std::array<lxw_format*, 3> headings_{}, cells_{};
};

/// Offers choices for the cells of a column. Between two of them anything else may be typed, after a question.
void offer(lxw_worksheet* sheet, lxw_col_t column, lxw_row_t last, const Scale& scale) {
  std::vector<std::string> offered = offered_on(scale);
  lxw_data_validation rule{};
  rule.ignore_blank = LXW_VALIDATION_ON;
  rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  std::vector<char*> list;  // the library takes no constant ones
  for (std::string& text : offered) list.push_back(text.data());
  list.push_back(nullptr);
  if (offered.empty()) {
    rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.minimum_number = scale.min;
    rule.maximum_number = scale.max;
  } else {
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = list.data();
    rule.dropdown = LXW_VALIDATION_ON;
  }
  expect_written(xlsx().worksheet_data_validation_range(sheet, 1, column, last, column, &rule), "offer choices");
}

void write_value(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Value& value, lxw_format* format) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    expect_written(xlsx().worksheet_write_string(sheet, row, column, cell_text(*text).c_str(), format), "write a text");
  } else if (const auto* number = std::get_if<double>(&value)) {
    expect_written(xlsx().worksheet_write_number(sheet, row, column, *number, format), "write a number");
  } else {
    expect_written(xlsx().worksheet_write_blank(sheet, row, column, format), "write a cell");
  }
}

void write_moments(lxw_worksheet* sheet, const std::vector<Moment>& moments, const Project& project, const Formats& formats) {
  const Scale& scale = project.scale;
  const Wording wording(project);
  constexpr double high = 30;  // points, two lines
  constexpr Scale importance{1, 5};
  const auto last = static_cast<lxw_row_t>(moments.size() + rows_for_new_moments);
  for (std::size_t i = 0; i < std::size(columns); ++i) {
    const FillInColumn& column = columns[i];
    const auto at = static_cast<lxw_col_t>(i);
    xlsx().worksheet_set_column(sheet, at, at, column.width, nullptr);
    write_value(sheet, 0, at, heading_of(column, scale, wording), formats.heading(column.filler));
    for (lxw_row_t row = 1; row <= last; ++row) {
      const bool is_new = row > moments.size();
      const Filler filler = is_new && i == touchpoint_column ? Filler::company : column.filler;
      write_value(sheet, row, at, is_new ? Value() : column.value(moments[row - 1]), formats.cell(filler));
    }
    if (column.choices != Choices::none) offer(sheet, at, last, column.choices == Choices::scores ? scale : importance);
  }
  xlsx().worksheet_set_row(sheet, 0, high, nullptr);
  xlsx().worksheet_freeze_panes(sheet, 1, touchpoint_column + 1);
  lxw_protection allowed{};
  allowed.format_columns = allowed.format_rows = allowed.format_cells = 1;
  xlsx().worksheet_protect(sheet, nullptr, &allowed);
}

/// The touchpoints in the order of the journeys, then those on none; each once.
std::vector<Moment> moments_of(const Workspace& workspace) {
  std::vector<bool> is_taken(workspace.touchpoints.size());
  std::vector<Moment> moments;
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) {
        if (!link.index || is_taken[*link.index]) return;
        is_taken[*link.index] = true;
        moments.push_back({workspace.touchpoints[*link.index], stage.name.value});
      });
    }
  }
  for (std::size_t i = 0; i < is_taken.size(); ++i) {
    if (!is_taken[i]) moments.push_back({workspace.touchpoints[i], {}});
  }
  return moments;
}

}  // namespace

std::string fill_in_xlsx(const Workspace& workspace) {
  std::vector<std::vector<Moment>> of_departments(workspace.departments.size() + 1);
  for (const Moment& moment : moments_of(workspace))
    of_departments[moment.touchpoint.department.index.value_or(workspace.departments.size())].push_back(moment);
  XlsxFile file;
  const Formats formats(file.workbook());
  std::size_t sheets = 0;
  for (std::size_t i = 0; i < of_departments.size(); ++i) {
    const bool is_last = i == workspace.departments.size();
    if (of_departments[i].empty() && !(is_last && sheets == 0)) continue;
    const std::string name = is_last ? Wording(workspace.project)("Touchpoints") : workspace.departments[i].name.value;
    write_moments(file.add_sheet(fmt::format("{} {}", ++sheets, name)), of_departments[i], workspace.project, formats);
  }
  return file.bytes();
}

}  // namespace mot
