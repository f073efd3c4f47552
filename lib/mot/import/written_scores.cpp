#include "mot/import/written_scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <string>

#include "mot/evidence/cells/labels.h"
#include "mot/evidence/cells/number.h"
#include "mot/import/plain_line.h"
#include "mot/import/table_scores.h"

namespace mot::importing {
namespace {

constexpr Scale hundred = {0, 100};
constexpr Scale of_importance = {1, 5};

/// A score and the scale that it is written on.
struct WrittenScore {
  double score = 0;
  Scale scale = {};
};

std::size_t count_of(std::string_view text, std::string_view sign) {
  std::size_t count = 0;
  for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + sign.size())) ++count;
  return count;
}

/// The scale that ends so: short ones begin at 1.
Scale scale_to(double max) {
  constexpr double longest_from_one = 7;
  return {max <= longest_from_one ? 1.0 : 0.0, max};
}

std::optional<WrittenScore> written_score(std::string_view cell) {
  constexpr auto mark = evidence::DecimalMark::point_or_comma;
  const auto on = [&](const Scale& scale, ScaleLabels labels) {
    return evidence::labelled_number(cell, labels, {.min = {scale.min, {}}, .max = {scale.max, {}}, .missing = {}}, mark);
  };
  if (evidence::number_from(cell, mark)) return std::nullopt;
  if (const auto per_cent = on(hundred, ScaleLabels::percent)) return WrittenScore{*per_cent, hundred};
  for (const double max : {3, 4, 5, 6, 7, 10, 20, 100}) {
    const auto score = on({0, max}, ScaleLabels::of);
    if (score && *score <= max) return WrittenScore{*score, *score < 1 ? Scale{0, max} : scale_to(max)};
  }
  constexpr double usual_stars = 5;
  if (cell.find('*') != std::string_view::npos) return std::nullopt;  // a footnote's mark, perhaps
  const auto empty = static_cast<double>(count_of(cell, "\u2606") + count_of(cell, "\u2729"));
  const auto stars = on(hundred, ScaleLabels::stars);
  if (!stars) return std::nullopt;
  const double all = empty > 0 ? *stars + empty : std::max(usual_stars, *stars);
  return WrittenScore{*stars, *stars < 1 ? Scale{0, all} : scale_to(all)};
}

double on_scale(const WrittenScore& written, const Scale& scale) {
  const bool is_same = written.scale.max == scale.max && written.score >= scale.min;
  if (is_same) return written.score;
  const double share = (written.score - written.scale.min) / (written.scale.max - written.scale.min);
  constexpr double thousand = 1000;
  return std::round((scale.min + share * (scale.max - scale.min)) * thousand) / thousand;
}

class WrittenScores {
 public:
  WrittenScores(std::span<const Heading> headings, std::vector<TableRow>& rows) : headings_(headings), rows_(rows) { look(); }

  bool has_any() const { return !scales_.empty(); }

  /// The scale that they are put on, but for importance, and whether nothing but themselves tells it.
  std::pair<Scale, bool> target(const Workspace& workspace) const {
    const auto declared = std::ranges::find_if(headings_, [](const Heading& heading) { return is_of_scores(heading) && heading.scale; });
    if (declared != headings_.end()) return {*declared->scale, false};
    if (workspace.scale) return {*workspace.scale, false};
    if (workspace.home_scale) return {*workspace.home_scale, false};
    constexpr Scale usual[] = {{1, 5}, {0, 10}, {0, 100}};
    if (lowest_) {
      const auto* const scale =
          std::ranges::find_if(usual, [&](const Scale& some) { return *lowest_ >= some.min && *highest_ <= some.max; });
      return {scale == std::end(usual) ? hundred : *scale, false};
    }
    const bool is_one = scales_.size() == 1;
    if (is_one) return {{scales_.begin()->second, scales_.begin()->first}, true};
    return {hundred, true};
  }

  void replace(const Scale& scale) {
    for_each_cell([&](const Heading& heading, std::string& cell) {
      auto written = written_score(plain_line(cell));
      if (!written) return;
      written->scale.min = scales_.at(written->scale.max);  // `0/5` beside `4/5`
      const bool is_importance = heading.facet == Facet::importance;
      const std::string number = fmt::format("{}", on_scale(*written, is_importance ? heading.scale.value_or(of_importance) : scale));
      told_.insert(fmt::format("{} is {}", in_quotes(plain_line(cell)), number));
      cell = number;
    });
  }

  const std::set<std::string>& told() const { return told_; }

 private:
  static bool is_of_scores(const Heading& heading) {
    return heading.facet && (is_of_score(*heading.facet) || score_beside(*heading.facet));
  }

  void for_each_cell(const auto& work) {
    for (TableRow& row : rows_) {
      for (std::size_t i = 0; i < std::min(row.cells.size(), headings_.size()); ++i) {
        const bool is_importance = headings_[i].facet == Facet::importance;
        if (is_importance || may_hold_scores(headings_[i], headings_)) work(headings_[i], row.cells[i]);
      }
    }
  }

  void look() {
    for_each_cell([&](const Heading& heading, const std::string& cell) {
      const std::string text = plain_line(cell);
      if (const auto written = written_score(text)) {
        const auto [at, is_new] = scales_.emplace(written->scale.max, written->scale.min);
        if (!is_new) at->second = std::min(at->second, written->scale.min);
      } else if (const auto number = evidence::number_from(text, evidence::DecimalMark::point_or_comma);
                 number && heading.facet != Facet::importance) {
        lowest_ = std::min(lowest_.value_or(*number), *number);
        highest_ = std::max(highest_.value_or(*number), *number);
      }
    });
  }

  std::span<const Heading> headings_;
  std::vector<TableRow>& rows_;
  std::map<double, double> scales_;         ///< that they are written on: the lower ends by the upper ones
  std::optional<double> lowest_, highest_;  ///< of plain numbers
  std::set<std::string> told_;
};

}  // namespace

std::optional<Scale> take_written_scores(std::span<const Heading> headings, const Workspace& workspace, std::vector<TableRow>& rows,
                                         Notes& notes) {
  WrittenScores scores(headings, rows);
  if (!scores.has_any()) return std::nullopt;
  const auto [scale, is_own] = scores.target(workspace);
  scores.replace(scale);
  notes.push_back({Fate::converted,
                   fmt::format("scores in per cent, stars or fractions, on the scale {} to {}: {}", scale.min, scale.max,
                               fmt::join(scores.told(), ", ")),
                   true});
  return is_own ? std::optional(scale) : std::nullopt;
}

}  // namespace mot::importing
