#include "mot/import/table_scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "mot/evidence/cells/number.h"
#include "mot/import/import.h"
#include "mot/import/plain_line.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// Facets whose cell may be a text or a score, and where the score goes.
constexpr std::pair<Facet, Facet> text_or_score[] = {
    {Facet::company, Facet::company_score}, {Facet::customer, Facet::customer_score}, {Facet::actual, Facet::actual_score}};

/// Scales that scores are taken to be on, the narrowest that holds them all first.
constexpr Scale usual_scales[] = {{1, 5}, {0, 10}, {0, 100}};

class TableScores {
 public:
  TableScores(std::span<const Heading> headings, const std::string& file, const std::optional<Scale>& written,
              std::vector<Touchpoint>& touchpoints, Imported& imported)
      : headings_(headings), file_(file), written_(written), touchpoints_(touchpoints), imported_(imported) {}

  /// All tables that are imported together are on one scale.
  void settle() {
    std::optional<double> lowest, highest;
    find_ends(touchpoints_, lowest, highest);
    if (!lowest) return;
    if (const auto declared = declared_scale()) return settle_on_declared(*declared);
    if (is_scale_declared()) return drop_scores_off(*imported_.workspace.scale);
    if (imported_.workspace.home_scale) return settle_at_home(*lowest, *highest);
    if (written_ && !imported_.workspace.scale) return settle_on_written();
    find_ends(imported_.workspace.touchpoints, lowest, highest);
    const auto* const scale =
        std::ranges::find_if(usual_scales, [&](const Scale& usual) { return *lowest >= usual.min && *highest <= usual.max; });
    if (scale == std::end(usual_scales)) return drop_scores(*lowest, *highest);
    imported_.workspace.scale = *scale;
    imported_.workspace.ground_of_scale = fmt::format("its scores are {} to {}", *lowest, *highest);
    note(Fate::converted,
         fmt::format("scores from {} to {}: the scale {} to {}; correct it if it is another", *lowest, *highest, scale->min, scale->max));
  }

 private:
  void note(Fate fate, std::string text) { imported_.notes.push_back({fate, std::move(text)}); }

  static constexpr std::string_view declared_ground = "its headings say so";
  static constexpr std::string_view home_ground = "the workspace says so";
  bool is_at_home() const { return imported_.workspace.scale && imported_.workspace.ground_of_scale == home_ground; }
  bool is_scale_declared() const { return imported_.workspace.scale && imported_.workspace.ground_of_scale == declared_ground; }

  void settle_on_declared(const Scale& declared) {
    std::optional<double> lowest, highest;
    find_ends(imported_.workspace.touchpoints, lowest, highest);
    const bool is_other = (is_scale_declared() || is_at_home()) && imported_.workspace.scale != declared;
    if (is_other || (!is_at_home() && lowest && (*lowest < declared.min || *highest > declared.max)))
      throw CannotImport(fmt::format("'{}' has tables on several scales, {} to {} in one of them; import each by itself", printable(file_),
                                     declared.min, declared.max));
    drop_scores_off(declared);
    imported_.workspace.scale = declared;
    imported_.workspace.is_scale_known = true;
    imported_.workspace.ground_of_scale = declared_ground;
    note(Fate::kept, fmt::format("the scale {} to {}, as the headings say", declared.min, declared.max));
  }

  void settle_on_written() {
    imported_.workspace.scale = *written_;
    imported_.workspace.ground_of_scale = "its scores are written on it";
    note(Fate::converted,
         fmt::format("the scale {} to {}, as the scores are written; correct it if it is another", written_->min, written_->max));
  }

  /// Nothing is guessed where a workspace has a scale; that numbers look like those of another one is told.
  void settle_at_home(double lowest, double highest) {
    const Scale& home = *imported_.workspace.home_scale;
    imported_.workspace.scale = home;
    imported_.workspace.ground_of_scale = home_ground;
    imported_.workspace.is_scale_known = true;
    constexpr Scale five{1, 5};
    const bool look_smaller = home.max > five.max && highest <= five.max && lowest >= five.min;
    imported_.notes.push_back(
        {Fate::converted,
         fmt::format("scores without a scale in their heading: on that of the workspace, {} to {}{}", home.min, home.max,
                     look_smaller ? "; all lie from 1 to 5: if that is theirs, write '(1 to 5)' into the heading" : ""),
         true});
  }

  static void find_ends(const std::vector<Touchpoint>& touchpoints, std::optional<double>& lowest, std::optional<double>& highest) {
    for (const Touchpoint& touchpoint : touchpoints) {
      for (const Facet facet : score_facets) {
        const auto found = touchpoint.facets.find(facet);
        if (found == touchpoint.facets.end()) continue;
        const double score = *evidence::number_from(found->second);
        lowest = std::min(lowest.value_or(score), score);
        highest = std::max(highest.value_or(score), score);
      }
    }
  }

  /// Of the headings that say one; all have to say the same.
  std::optional<Scale> declared_scale() const {
    const Heading* first = nullptr;
    for (const Heading& heading : headings_) {
      if (!heading.facet || !heading.scale || !may_be_score(*heading.facet)) continue;
      if (!first) first = &heading;
      if (first->scale != heading.scale)
        throw CannotImport(fmt::format("'{}' has scores on two scales, in {} and in {}; put them on one", printable(file_),
                                       in_quotes(first->text), in_quotes(heading.text)));
    }
    return first ? first->scale : std::nullopt;
  }

  static bool may_be_score(Facet facet) { return is_of_score(facet) || score_beside(facet); }

  void drop_scores_off(const Scale& scale) {
    drop_scores_if([&](const Touchpoint& touchpoint, Facet facet, double score) {
      if (score >= scale.min && score <= scale.max) return false;
      note(Fate::dropped, fmt::format("{}: {} {} is not on the scale {} to {} of the headings; it stands in a comment",
                                      in_quotes(touchpoint.name), facet_name(facet), score, scale.min, scale.max));
      return true;
    });
  }

  template <typename Condition>
  void drop_scores_if(const Condition& is_to_go) {
    for (Touchpoint& touchpoint : touchpoints_) {
      for (const Facet facet : score_facets) {
        const auto found = touchpoint.facets.find(facet);
        if (found == touchpoint.facets.end() || !is_to_go(touchpoint, facet, *evidence::number_from(found->second))) continue;
        touchpoint.comments.push_back(fmt::format("{} was {}", facet_name(facet), found->second));
        touchpoint.facets.erase(found);
      }
    }
  }

  void drop_scores(double lowest, double highest) {
    drop_scores_if([](const Touchpoint&, Facet, double) { return true; });
    note(Fate::dropped, fmt::format("all scores: from {} to {} they fit no usual scale; they stand in comments", lowest, highest));
  }

  std::span<const Heading> headings_;
  const std::string& file_;
  const std::optional<Scale>& written_;
  std::vector<Touchpoint>& touchpoints_;
  Imported& imported_;
};

}  // namespace

std::optional<Facet> score_beside(Facet facet) {
  const auto* const found = std::ranges::find(text_or_score, facet, &std::pair<Facet, Facet>::first);
  return found == std::end(text_or_score) ? std::nullopt : std::optional(found->second);
}

bool is_of_score(Facet facet) {
  return std::ranges::find(score_facets, facet) != std::end(score_facets);
}

bool may_hold_scores(const Heading& heading, std::span<const Heading> headings) {
  if (!heading.facet || is_of_score(*heading.facet)) return heading.facet.has_value();
  const auto score = score_beside(*heading.facet);
  return score && std::ranges::find(headings, score, &Heading::facet) == headings.end();
}

void settle_scores(std::span<const Heading> headings, const std::string& file, const std::optional<Scale>& written,
                   std::vector<Touchpoint>& touchpoints, Imported& imported) {
  TableScores(headings, file, written, touchpoints, imported).settle();
}

}  // namespace mot::importing
