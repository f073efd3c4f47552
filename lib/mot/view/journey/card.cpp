// What a card says: name, the experience wanted in words, the score, and what stands in the way.
#include <algorithm>

#include "mot/analysis/latitude.h"
#include "mot/picture/branch_text.h"
#include "mot/picture/flown_flags.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/view/journey/drawing.h"

namespace mot::journey {

namespace {

constexpr std::size_t most_name_lines = 3;
constexpr std::size_t most_word_lines = 4;
constexpr std::size_t most_lived_lines = 3;
constexpr std::size_t most_flag_lines = 5;
constexpr std::size_t most_flags = 2;

const Experience* companys(const Touchpoint& touchpoint) {
  return touchpoint.desired && touchpoint.desired->company && touchpoint.desired->company->experience ? &*touchpoint.desired->company
                                                                                                      : nullptr;
}

const Experience* customers(const Touchpoint& touchpoint) {
  return touchpoint.desired && touchpoint.desired->customer && touchpoint.desired->customer->experience ? &*touchpoint.desired->customer
                                                                                                        : nullptr;
}

/// The wish of whoever wants more, the company's where both want as much.
const Experience* wanted_words(const Touchpoint& touchpoint, const Figures& figures) {
  const Experience* company = companys(touchpoint);
  const Experience* customer = customers(touchpoint);
  if (!company || !customer) return company ? company : customer;
  return figures.target_owner == TargetOwner::customer ? customer : company;
}

/// Whether the card's wish is the customer's, in words or in points.
bool rests_on_customer(const Touchpoint& touchpoint, const Figures& figures) {
  const Experience* words = wanted_words(touchpoint, figures);
  return figures.target_owner == TargetOwner::customer || (words && words == customers(touchpoint));
}

std::vector<std::string> flags_of(const Wording& wording, const Touchpoint& touchpoint, const Figures& figures) {
  std::vector<std::string> flags;
  if (touchpoint.visibility.value != Visibility::frontstage) flags.push_back(wording(name_of(touchpoint.visibility.value)));
  if (figures.promise_kept)
    flags.push_back(wording("promise {percent} kept", {{"percent", wording.percent(100 * figures.promise_kept->value)}}));
  if (may_decide(touchpoint)) flags.push_back(wording("may decide"));
  if (flags.size() > most_flags) flags.resize(most_flags);
  return flags;
}

/// Before the number of answers.
Sign<Run> answers(const Canvas& canvas) {
  const TextStyle& small = canvas.theme().small_print;
  return {legend_rank::marks + 2, "number of answers", 9, {canvas.wording("n"), small.font, small.colour}};
}

Sign<Run> assumed_wish(const Canvas& canvas) {
  const Wording& wording = canvas.wording;
  const TextStyle& small = canvas.theme().small_print;
  Run words{wording("wish assumed"), {small.font.size, Weight::regular, Slant::italic}, small.colour};
  const double width = std::max(64.0, canvas.typesetter().width_of(words.text, words.font));
  return {legend_rank::marks + 3, wording("no {customer} was heard to say so", {{"customer", wording.customer()}}), width,
          std::move(words)};
}

std::vector<Run> score_runs(JourneyDrawing& drawing, const Visit& visit) {
  const Theme& theme = drawing.theme();
  const Subject& subject = drawing.subject;
  const Figures& figures = subject.figures_of(visit);
  const Tone& tone = theme.tone_of(figures.gap_class);
  const TextStyle& small = theme.small_print;
  Run basis{"", small.font, small.colour};
  if (figures.actual_kind == ActualKind::measured) basis = explain(drawing, answers(drawing));
  basis.text = basis_text(subject.workspace, subject.analysis, subject.answers, visit.touchpoint);
  const std::string sign = figures.gap ? std::string(tone.glyph) + "\u00a0" : "";  // which its mark on the curve has no room for
  std::vector<Run> runs = {{sign + score_text(drawing.wording, figures), theme.name.font, tone.text}, std::move(basis)};
  if (const auto after = lifted(drawing, visit))
    runs.push_back({drawing.wording("{points} after actions", {{"points", drawing.wording.points(*after)}}), small.font, theme.up.text});
  return runs;
}

std::vector<Line> wish_lines(const Subject& subject, const Visit& visit, double width) {
  const Touchpoint& touchpoint = subject.touchpoint_of(visit);
  const Figures& figures = subject.figures_of(visit);
  const Experience* words = wanted_words(touchpoint, figures);
  if (!words) return {};
  const bool assumed = words == customers(touchpoint) && is_assumed(touchpoint, figures);
  const TextStyle& style = assumed ? subject.theme.assumed : subject.theme.body;
  return set_text(subject.typesetter, words->experience->value, style, width, subject.most_lines(most_word_lines)).lines;
}

std::vector<Run> flag_runs(JourneyDrawing& drawing, const Visit& visit) {
  const Subject& subject = drawing.subject;
  const Touchpoint& touchpoint = subject.touchpoint_of(visit);
  const Figures& figures = subject.figures_of(visit);
  const TextStyle& small = subject.theme.small_print;
  std::vector<Run> runs;
  if (rests_on_customer(touchpoint, figures) && is_assumed(touchpoint, figures)) runs.push_back(explain(drawing, assumed_wish(drawing)));
  if (!touchpoint.links.empty())
    runs.push_back({drawing.wording.count(touchpoint.links.size(), "{count} links"), small.font, small.colour});
  for (std::string& flag : flags_of(drawing.wording, touchpoint, figures)) runs.push_back({std::move(flag), small.font, small.colour});
  return runs;
}

/// What is lived, in words, whether or not somebody scored it.
std::vector<Line> lived_lines(const Subject& subject, const Visit& visit, double width) {
  const auto& actual = subject.touchpoint_of(visit).actual;
  if (!actual || !actual->experience) return {};
  const TextStyle style{subject.theme.small_print.font, subject.theme.ink};
  return set_text(subject.typesetter, actual->experience->value, style, width, subject.most_lines(most_lived_lines)).lines;
}

}  // namespace

std::optional<double> lifted(const JourneyDrawing& drawing, const Visit& visit) {
  if (drawing.after.empty()) return std::nullopt;
  const auto& after = drawing.after[visit.touchpoint];
  return after == drawing.subject.figures_of(visit).actual ? std::nullopt : after;
}

CardText card_text(JourneyDrawing& drawing, const Visit& visit, double width) {
  const Subject& subject = drawing.subject;
  const Touchpoint& touchpoint = subject.touchpoint_of(visit);
  CardText text;
  const std::string name = starred_name(drawing, touchpoint, truth_words);
  text.wanted = set_text(subject.typesetter, name, subject.theme.name, width, subject.most_lines(most_name_lines)).lines;
  append(text.wanted, wish_lines(subject, visit, width), 2);
  const TextStyle& small = subject.theme.small_print;
  if (subject.options.blank) {
    if (visit.department)
      append(text.wanted, set_text(subject.typesetter, subject.workspace.departments[*visit.department].name.value, small, width).lines, 1);
    // What is written on the wall by hand finds its way into the files by this.
    append(text.wanted, set_text(subject.typesetter, touchpoint.id.value, small, width).lines, 1);
  } else {
    text.lived = set_in_turn(subject.typesetter, score_runs(drawing, visit), small, width);
    append(text.lived, lived_lines(subject, visit, width), 1);
    append(text.lived, set_in_turn(subject.typesetter, flag_runs(drawing, visit), small, width), 1);
    const FlagBearers bearers{subject.journey(), subject.analysis.persona};
    append(text.lived, flown_flags(drawing, touchpoint, bearers, width, most_flag_lines), 1);
  }
  const std::string on = way_on_text(subject.workspace, drawing.plan, visit.stop);
  append(text.lived, set_text(subject.typesetter, on, small, width).lines, 1);
  for (const std::string& shortcut : shortcuts_from(subject.workspace, drawing.plan, visit.stop))
    append(text.lived, set_text(subject.typesetter, shortcut, small, width).lines, 1);
  return text;
}

}  // namespace mot::journey
