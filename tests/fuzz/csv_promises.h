// What holds for the reading of any bytes as a survey, for the fuzzer and for the test that mutates.
#pragma once

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "mot/evidence/column_uses.h"
#include "mot/evidence/csv/csv_file.h"
#include "mot/evidence/row_answers.h"
#include "mot/text/utf8.h"

namespace mot::evidence {

/// Gives so many bytes at a time.
class BytesInSteps : public ByteStream {
 public:
  BytesInSteps(std::string_view bytes, std::size_t step) : bytes_(bytes), step_(step) {}
  std::optional<std::size_t> read(std::span<char> buffer) override {
    const std::size_t count = std::min({step_, buffer.size(), bytes_.size()});
    std::copy_n(bytes_.begin(), count, buffer.begin());
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
  std::size_t step_;
};

class CsvPromises {
 public:
  /// Throws std::logic_error with what does not hold. The first byte chooses how the rest is to be read.
  static void check(std::string_view bytes) {
    if (bytes.empty()) return;
    const auto choice = static_cast<unsigned char>(bytes[0]);
    CsvPromises promises(choice % 3);
    const SourceAnswers whole = promises.read(bytes.substr(1), 1 << 20);
    const SourceAnswers in_pieces = promises.read(bytes.substr(1), 1u + choice / 3);
    promises.check_all(whole);
    hold(whole.touchpoints == in_pieces.touchpoints && whole.outcomes == in_pieces.outcomes && whole.use == in_pieces.use,
         "the same bytes give the same answers, in whatever pieces they come");
  }

 private:
  explicit CsvPromises(int layout) {
    workspace_.project.scale = {0, 10};
    for (const char* id : {"a", "b"}) workspace_.touchpoints.emplace_back().id.value = id;
    workspace_.personas.emplace_back().id.value = "ines";
    source_.id.value = "s";
    source_.file = Text{"any.csv", {}};
    source_.scale = AnswerScale{{5, {}}, {1, {}}, {Text{"0", {}}, Text{"Blank", {}}}};
    source_.persona = WordColumn{Text{"p", {}}, {{Text{"1", {}}, Text{"ines", {}}}}};
    source_.date.emplace().column = Text{"d", {}};
    if (layout == 0) be_wide();
    if (layout == 1) be_long();
    if (layout == 2) source_.summary = SummaryLayout{{Text{"t", {}}, {}}, Text{"n", {}}, Text{"x", {}}, Text{"y", {}}};
  }

  void be_wide() {
    source_.weight = Text{"w", {}};
    source_.date->format = Text{"%d.%m.%y", {}};
    for (const auto& [touchpoint, column] : {std::pair(0, "x"), std::pair(1, "y")}) {
      Entry<Link<Touchpoint>, TouchpointColumns> entry;
      entry.key.index = static_cast<std::size_t>(touchpoint);
      entry.value.actual = ScoreColumn{Text{column, {}}, {}};
      source_.columns.push_back(entry);
    }
    SourceOutcome& outcome = source_.outcomes.emplace_back();
    outcome.column = Text{"n", {}};
    outcome.kind.value = OutcomeKind::nps;
    outcome.derives_importance.value = true;
  }

  void be_long() {
    source_.long_layout.emplace();
    source_.long_layout->touchpoint.column.value = "t";
    source_.long_layout->score = ScoreColumn{Text{"x", {}}, {}};
    source_.long_layout->verdict = WordColumn{Text{"y", {}}, {}};
    source_.long_layout->quote = Text{"w", {}};
  }

  SourceAnswers read(std::string_view bytes, std::size_t step) {
    findings_ = {};
    const auto open = [&](const std::string&) { return OpenedFile{std::make_unique<BytesInSteps>(bytes, step), {}}; };
    return read_row_source({workspace_, source_, {}}, *csv_file(open, source_.file->value), findings_);
  }

  static void hold(bool holds, const char* what) {
    if (!holds) throw std::logic_error(what);
  }

  void check_all(const SourceAnswers& answers) const {
    hold(answers.use.was_read || !findings_.empty(), "what is not read comes with a finding");
    for (const Finding& finding : findings_)
      hold(!first_invalid_byte(finding.message) && finding.message.size() < 4000, "a message is text");
    for (const TouchpointAnswers& touchpoint : answers.touchpoints) check_touchpoint(touchpoint);
    const std::size_t counted = answers.use.rows - answers.use.left_out.total();
    for (const ColumnUse& use : answers.use.columns) {
      if (!evidence::has_counts(use)) continue;
      const std::size_t cells = use.used + use.blank + use.missing + use.off_scale + use.unmatched;
      hold(source_.columns.empty() || use.use == "weight" || use.use == "date" || cells == counted,
           "each cell of a row that counts is one thing");
      hold(cells <= answers.use.rows, "a column has no more cells than there are rows");
    }
    for (const OutcomeAnswers& outcome : answers.outcomes) {
      hold(outcome.recommendation.promoters + outcome.recommendation.detractors <= outcome.recommendation.n,
           "promoters and detractors differ");
      for (const TouchpointPairs& pairs : outcome.pairs) {
        const double most = std::sqrt(pairs.sums.x_squares * pairs.sums.y_squares);
        hold(std::abs(pairs.sums.products) <= most * (1 + 1e-6) + 1e-6, "a correlation is within -1 and 1");
      }
    }
  }

  void check_touchpoint(const TouchpointAnswers& touchpoint) const {
    check_sums(touchpoint.actual);
    for (const AnswerSums& sums : touchpoint.by_persona) {
      check_sums(sums);
      hold(sums.n <= touchpoint.actual.n, "a persona has no more answers than all");
    }
  }

  void check_sums(const AnswerSums& sums) const {
    if (sums.n == 0) return;
    constexpr double rounding = 1e-9;
    const Scale& scale = workspace_.project.scale;
    hold(sums.mean >= scale.min - rounding && sums.mean <= scale.max + rounding, "a mean is on the scale");
    hold(std::isfinite(sums.squares) && sums.squares >= 0 && sums.weight > 0 && sums.weight_squares > 0, "sums are finite");
    hold(sums.top_two <= sums.top_two_of && sums.top_two_of <= sums.n, "the best answers are some of all");
  }

  Workspace workspace_;
  SurveySource source_;
  Findings findings_;
};

}  // namespace mot::evidence
