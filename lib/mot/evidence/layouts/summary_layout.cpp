#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/evidence/layouts/layout.h"
#include "mot/evidence/layouts/question_tally.h"
#include "mot/evidence/layouts/share_columns.h"

namespace mot::evidence {
namespace {

class SummaryLayout : public Layout {
 public:
  SummaryLayout(const SourceContext& context, ColumnFinder& finder)
      : source_id_(context.source.id.value),
        personas_(context.workspace.personas.size()),
        mark_(finder.mark()),
        touchpoint_(finder, declared(context).touchpoint, ids_of(context.workspace.touchpoints), "touchpoint",
                    {"no touchpoint", "their rows left out", "say which touchpoint they mean under 'values', or 'none'"}),
        n_log_(declared(context).n.value_or(Text{}), "n",
               {"no whole number of answers", "their rows left out", "write it without separators"}),
        pieces_(context.workspace.touchpoints.size()) {
    n_log_.weigh(unknown_many);
    const Scale& scale = context.workspace.project.scale;
    if (declared(context).n) n_ = finder.find(*declared(context).n);
    if (declared(context).mean) mean_.emplace(finder, *declared(context).mean, scale_of({}, context), scale, "mean");
    if (!mean_) shares_.emplace(finder, declared(context).shares, scale_of({}, context), scale);
    if (declared(context).sd) {
      sd_ = finder.find(*declared(context).sd);
      sd_log_.emplace(*declared(context).sd, "sd",
                      Complaint{"no possible standard deviation on the scale " + mean_->scale().name(),
                                "their spread taken as unknown",
                                {},
                                {},
                                CellLoss::remark});
    }
    if (shares_ && !n_) check_shares(context, finder);
    for (const SourceOutcome& outcome : context.source.outcomes) {
      finder.fail("bad-value", outcome.id.span,
                  "a ready-made table has no answers to questions about the whole; give them a source of their own");
    }
  }

  void row(const Row& row, const RowFacts& facts) override {
    const std::size_t answers = answers_behind(row);
    touchpoint_.log().weigh(answers);
    if (mean_) mean_->weigh(answers);
    if (shares_) shares_->weigh(answers);
    const auto touchpoint = touchpoint_.find(row);
    is_nameless(row) ? touchpoint_.lose({}, row.line, 1) : touchpoint_.count(row, touchpoint);
    if (touchpoint && !n_ && mean_) return read_published(row, facts, pieces_[*touchpoint]);
    const auto piece = touchpoint ? read_piece(row) : std::nullopt;
    if (touchpoint && !piece) pieces_[*touchpoint].all.lost += lost_in(row);
    if (touchpoint && shares_ && shares_->published()) publish(*shares_->published(), facts, pieces_[*touchpoint]);
    if (!piece) return;
    counted_ += piece->n;
    TouchpointPieces& pieces = pieces_[*touchpoint];
    pieces.all.join(*piece);
    pieces.by_persona.resize(personas_);
    if (facts.persona < personas_) pieces.by_persona[facts.persona].join(*piece);
    pieces.newest = std::max(pieces.newest, facts.day);
  }

  void finish(SourceAnswers& answers, Findings& findings) const override {
    touchpoint_.log().report(source_id_, answers.use, findings);
    answers.lost_rows += static_cast<double>(touchpoint_.log().lost_answers());
    if (n_) n_log_.report(source_id_, answers.use, findings);
    if (mean_) mean_->report(source_id_, answers.use, findings);
    if (shares_) shares_->report(source_id_, answers.use, findings);
    if (sd_log_) sd_log_->report(source_id_, answers.use, findings);
    if (!shares_) answers.use.why_no_distribution = "it gives means, and no counts of answers; name columns of them under 'shares'";
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      answers.touchpoints[i].actual.join(pieces_[i].all);
      answers.touchpoints[i].published.insert(answers.touchpoints[i].published.end(), pieces_[i].published.begin(),
                                              pieces_[i].published.end());
      for (std::size_t p = 0; p < pieces_[i].by_persona.size(); ++p) {
        join_of_persona(answers.touchpoints[i], p, pieces_[i].by_persona.size(), pieces_[i].by_persona[p]);
      }
      take_newer(answers.touchpoints[i].newest, pieces_[i].newest);
    }
  }

  /// Means don't show how they were asked.
  std::vector<const ScoreColumnReader*> score_columns() const override { return {}; }

 private:
  /// Answers behind a row that doesn't say how many: a single one of those lost is no slip of the pen.
  static constexpr std::size_t unknown_many = 2;

  struct TouchpointPieces {
    AnswerSums all;
    std::vector<AnswerSums> by_persona;  // empty until there is an answer
    std::vector<double> published;       // means without n, in points
    std::optional<Day> newest;
  };

  static const mot::SummaryLayout& declared(const SourceContext& context) { return *context.source.summary; }

  std::optional<AnswerSums> read_piece(const Row& row) {
    const auto n = n_ ? read_n(row) : std::nullopt;
    if (n_ && !n) return std::nullopt;
    if (shares_) return shares_->read(row, n);
    if (mean_->is_blank(row)) {
      mean_->lose_blank(row);
      return std::nullopt;
    }
    const ScoreCell mean = mean_->read(row);
    return mean.kind == CellKind::answer ? std::optional(piece_of(*n, mean.position, read_sd(row, *n))) : std::nullopt;
  }

  /// Counts of answers that no column is named for would be lost, and with them the number of all.
  static void check_shares(const SourceContext& context, ColumnFinder& finder) {
    constexpr double most_points = 11;
    const AnswerScale scale = scale_of({}, context);
    const auto [low, high] = std::minmax(scale.min.value, scale.max.value);
    if (low != std::floor(low) || high - low >= most_points) return;
    const auto& shares = declared(context).shares;
    for (double point = low; point <= high; ++point) {
      const auto is_of_point = [&](const auto& share) { return number_from(share.key.value) == point; };
      if (std::ranges::any_of(shares, is_of_point) || !scale.values.empty()) continue;
      finder.fail("bad-value", shares.front().key.span,
                  fmt::format("no column says how many answered {} on the scale {}..{}, so that these are lost: name it under 'shares'",
                              point, scale.min.value, scale.max.value));
      return;
    }
  }

  std::size_t answers_behind(const Row& row) const {
    const auto n = n_ ? count_from(row.cells[*n_], mark_) : std::nullopt;
    return n ? static_cast<std::size_t>(*n) : unknown_many;
  }

  /// Answers behind a row of which nothing counts, because a cell of it can't be read.
  double lost_in(const Row& row) const {
    const std::string_view count = n_ ? row.cells[*n_] : std::string_view();
    const auto n = n_ ? count_from(count, mark_) : std::nullopt;
    if (n_ && ((count.empty() && !holds_figure(row)) || (n && *n == 0))) return 0;
    const CellKind kind = mean_ ? mean_->kind_in(row) : CellKind::stray;
    const bool is_lost = (n_ && !n) || (mean_ ? kind == CellKind::stray || kind == CellKind::blank : shares_->is_lost());
    if (!is_lost) return 0;
    return n ? static_cast<double>(*n) : AnswerSums::uncounted;
  }

  /// Whether figures stand in the row without a name, whose answers are lost. As many as those above it together are their sum.
  bool is_nameless(const Row& row) const {
    if (!touchpoint_.is_blank(row) || !holds_figure(row)) return false;
    const auto n = n_ ? count_from(row.cells[*n_], mark_) : std::nullopt;
    const bool is_sum = n && counted_ > 0 && static_cast<std::size_t>(*n) == counted_;
    return !is_sum && (!n || *n > 0);
  }

  /// Whether a mean or a share stands in the row, so that somebody answered.
  bool holds_figure(const Row& row) const { return mean_ ? !mean_->is_blank(row) : shares_->holds_any(row); }

  /// A mean of who knows how many; a persona's own stands for nobody else.
  void read_published(const Row& row, const RowFacts& facts, TouchpointPieces& pieces) {
    const ScoreCell mean = mean_->read(row);
    if (mean.kind == CellKind::stray) pieces.all.lost += AnswerSums::uncounted;
    if (mean.kind != CellKind::answer) return;
    publish(mean_->scale().conversion().at_origin + mean_->scale().conversion().slope * mean.position, facts, pieces);
  }

  void publish(double points, const RowFacts& facts, TouchpointPieces& pieces) const {
    if (facts.persona < personas_) return;
    pieces.published.push_back(points);
    pieces.newest = std::max(pieces.newest, facts.day);
  }

  /// Answers behind a row; nothing where there are none.
  std::optional<std::size_t> read_n(const Row& row) {
    const std::string_view cell = row.cells[*n_];
    if (cell.empty()) {
      holds_figure(row) ? n_log_.off_scale({}, row.line) : n_log_.blank();
      return std::nullopt;
    }
    const auto n = count_from(cell, mark_);
    if (!n) {
      n_log_.off_scale(cell, row.line);
    } else if (*n == 0) {
      n_log_.missing();
    } else {
      n_log_.used();
    }
    return n && *n > 0 ? std::optional(static_cast<std::size_t>(*n)) : std::nullopt;
  }

  /// In the scale's own points.
  std::optional<double> read_sd(const Row& row, std::size_t n) {
    if (!sd_) return std::nullopt;
    const std::string_view cell = row.cells[*sd_];
    if (cell.empty()) {
      sd_log_->blank();
      return std::nullopt;
    }
    const auto sd = number_from(cell, mark_);
    if (!sd || *sd < 0 || *sd > largest_sd(n)) {
      sd_log_->off_scale(cell, row.line);
      return std::nullopt;
    }
    sd_log_->used();
    return sd;
  }

  /// Half of the answers at either end of the scale; with room for rounding.
  double largest_sd(std::size_t n) const {
    constexpr double rounding = 0.01;
    const auto count = static_cast<double>(n);
    return mean_->scale().range() * (n > 1 ? std::sqrt(count / (count - 1)) / 2 + rounding : 1);
  }

  /// About a mean whose spread nobody says: as if each answer stood at one end of the scale.
  double largest_squares(double n, double mean) const {
    const double range = mean_->scale().range();
    return n * std::clamp(mean, 0.0, range) * (range - std::clamp(mean, 0.0, range));
  }

  AnswerSums piece_of(std::size_t n, double mean, const std::optional<double>& sd) const {
    const Conversion& conversion = mean_->scale().conversion();
    const auto count = static_cast<double>(n);
    AnswerSums piece;
    piece.n = n;
    piece.weight = count;
    piece.weight_squares = count;
    piece.mean = conversion.at_origin + conversion.slope * mean;
    piece.has_spread = n == 1 || sd.has_value();
    if (n > 1) piece.squares = std::pow(conversion.slope, 2) * (sd ? (count - 1) * *sd * *sd : largest_squares(count, mean));
    return piece;
  }

  std::string source_id_;
  std::size_t personas_;
  DecimalMark mark_;
  WordColumnReader touchpoint_;
  std::optional<std::size_t> n_;  // without it where shares are counts
  ColumnLog n_log_;
  std::optional<ScoreColumnReader> mean_;  // one of these two
  std::optional<ShareColumns> shares_;
  std::optional<std::size_t> sd_;
  std::optional<ColumnLog> sd_log_;
  std::vector<TouchpointPieces> pieces_;
  std::size_t counted_ = 0;  // answers behind the rows so far
};

}  // namespace

std::unique_ptr<Layout> summary_layout(const SourceContext& context, ColumnFinder& finder) {
  return std::make_unique<SummaryLayout>(context, finder);
}

}  // namespace mot::evidence
