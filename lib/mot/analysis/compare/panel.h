// Who stands in two waves: people who answered both times vary together, and what changed is known better for it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mot/analysis/together.h"

namespace mot {

/// One state: what was written, answered and worked out.
struct Wave {
  const Workspace& workspace;
  const Answers& answers;
  const Analysis& analysis;
};

/// Why nobody can tell who of a source answered both times.
enum class WhyUnmatched : std::uint8_t { unnamed, database, clusters, too_many };

template <>
inline constexpr std::array<std::string_view, 4> names_of<WhyUnmatched>{"it names no 'respondent'", "a database sends sums of answers",
                                                                        "its answers go by clusters", "it has too many answers"};

/// A source of both waves, by its id, and how many people of it stand in both.
struct PanelSource {
  std::string id;
  std::size_t in_both = 0;
  std::optional<WhyUnmatched> why;  ///< nothing where names are known, both times
  bool operator==(const PanelSource&) const = default;
};

/// What two sums of means, one of each wave, vary together by, and how many people stand in both.
struct Shared {
  double covariance = 0;
  std::size_t respondents = 0;
};

/// People are the same where a source of the same id names them alike. Who is not, but is named so by chance, adds as often less as more:
/// the covariance is an estimate without bias either way.
class WavePanel {
 public:
  WavePanel(const Wave& before, const Wave& after);
  /// The sources that ask touchpoints for scores in both waves, in the order of the new one.
  const std::vector<PanelSource>& sources() const { return sources_; }
  /// Of Σ factor · mean in each wave, an answer more at either end of the scale in each mean, as `variance_of_sum` has it.
  Shared shared(std::span<const MeanTerm> before, std::span<const MeanTerm> after) const;

 private:
  /// What one person adds to a question's mean.
  struct Part {
    std::uint32_t question;
    double adds;
  };
  /// A source of both waves, with what those who stand in both say each time.
  struct Matched {
    const NamedRespondents* before;
    const NamedRespondents* after;
    std::vector<std::array<std::vector<Part>, 2>> people;
  };
  void match(const NamedRespondents& before, const NamedRespondents& after, PanelSource& source);

  const Analysis& before_;
  const Analysis& after_;
  std::vector<Matched> matched_;
  std::vector<PanelSource> sources_;
};

/// How a change of two figures is tested.
struct ChangeTest {
  const Scale& scale;
  std::optional<double> margin = {};  ///< what counts as no change, as a share of the range of a figure
  Shared shared = {};
};

/// Second less first, where `shared` is what both means vary together by; degrees of freedom are those of the wave that has fewer. As
/// Welch's where nobody stands in both.
std::optional<MeanDifference> panel_difference(const Moments& first, const Moments& second, const Shared& shared);

/// Second less first in points; the interval and p go by both `with_ends`, the interval is cut at the scale's range. Nothing where a spread
/// is unknown.
std::optional<Difference> mean_change(const Measurement& first, const Measurement& second, const ChangeTest& test);

}  // namespace mot
