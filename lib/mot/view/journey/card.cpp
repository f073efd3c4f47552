// What a card says: name, the experience wanted in words, the score, and what stands in the way.
#include <fmt/format.h>

#include "mot/view/journey/drawing.h"
#include "mot/view/numbers.h"

namespace mot::journey {

namespace {

constexpr std::size_t most_name_lines = 3;
constexpr std::size_t most_word_lines = 4;
constexpr std::size_t most_flags = 2;

/// Nobody has asked customers, and nobody says where the wish was heard.
bool is_assumed(const Touchpoint& touchpoint, const Figures& figures) {
  return touchpoint.desired && touchpoint.desired->customer && touchpoint.desired->customer->heard.empty() && !figures.wish;
}

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

/// A rule that protects the company, without exceptions, where nobody at the front may bend it.
bool has_policy_without_latitude(const Touchpoint& touchpoint) {
  if (!touchpoint.policy || !touchpoint.policy->exceptions.empty()) return false;
  if (touchpoint.empowerment && !touchpoint.empowerment->may.empty()) return false;
  for (const Placed<Party>& party : touchpoint.policy->protects) {
    if (party.value == Party::company) return true;
  }
  return false;
}

std::vector<std::string> flags_of(const Touchpoint& touchpoint, const Figures& figures) {
  std::vector<std::string> flags;
  if (figures.zone == Zone::below) flags.emplace_back("below adequate");
  if (has_policy_without_latitude(touchpoint)) flags.emplace_back("policy, no latitude");
  if (figures.promise_kept) flags.push_back(fmt::format("promise {} kept", percent_text(100 * figures.promise_kept->value)));
  if (touchpoint.empowerment && !touchpoint.empowerment->may.empty()) flags.emplace_back("may decide");
  if (flags.size() > most_flags) flags.resize(most_flags);
  return flags;
}

/// What the score rests on.
std::optional<std::string> basis_of(const Figures& figures, Shown& shown) {
  if (!figures.actual) return "not measured";
  if (figures.actual_kind == ActualKind::judged) return "judged";
  if (figures.actual_kind != ActualKind::measured || !figures.measurement) return std::nullopt;
  shown.answers = true;
  return fmt::format("n {}{}", figures.measurement->n, figures.has_few_answers ? ", few" : "");
}

/// `4 of 9`: lived of wanted. What nobody knows is a question mark, never a 0.
std::string score_text(const Figures& figures) {
  const std::string lived = figures.actual ? points_text(*figures.actual) : "?";
  return figures.target ? fmt::format("{} of {}", lived, points_text(*figures.target)) : lived;
}

std::vector<Run> score_runs(const Subject& subject, const Visit& visit, Shown& shown) {
  const Theme& theme = subject.theme;
  const Figures& figures = subject.figures_of(visit);
  const Tone& tone = theme.tone_of(figures.gap_class);
  std::vector<Run> runs = {{score_text(figures), theme.name.font, tone.text}};
  const TextStyle& small = theme.small_print;
  if (const auto basis = basis_of(figures, shown)) runs.push_back({*basis, small.font, small.colour});
  return runs;
}

std::vector<Line> wish_lines(const Subject& subject, const Visit& visit, double width) {
  const Touchpoint& touchpoint = subject.touchpoint_of(visit);
  const Figures& figures = subject.figures_of(visit);
  const Experience* words = wanted_words(touchpoint, figures);
  if (!words) return {};
  const bool assumed = words == customers(touchpoint) && is_assumed(touchpoint, figures);
  const TextStyle& style = assumed ? subject.theme.assumed : subject.theme.body;
  return set_text(subject.typesetter, words->experience->value, style, width, most_word_lines).lines;
}

std::vector<Run> flag_runs(const Subject& subject, const Visit& visit, Shown& shown) {
  const Touchpoint& touchpoint = subject.touchpoint_of(visit);
  const Figures& figures = subject.figures_of(visit);
  const TextStyle& small = subject.theme.small_print;
  std::vector<Run> runs;
  if (rests_on_customer(touchpoint, figures) && is_assumed(touchpoint, figures)) {
    runs.push_back({"wish assumed", {small.font.size, Weight::regular, Slant::italic}, small.colour});
    shown.assumed = true;
  }
  for (std::string& flag : flags_of(touchpoint, figures)) runs.push_back({std::move(flag), small.font, small.colour});
  return runs;
}

void add_wish(std::string& text, std::string_view whose, const Experience& wish, std::string_view remark) {
  text += fmt::format("\nWanted by {}: ", whose);
  if (wish.experience) text += "“" + wish.experience->value + "”";
  if (wish.experience && wish.score) text += ", ";
  if (wish.score) text += points_text(wish.score->value);
  text += remark;
}

void add_wishes(std::string& text, const Subject& subject, const Touchpoint& touchpoint, const Figures& figures) {
  if (!touchpoint.desired) return;
  const Words& words = subject.workspace.project.words;
  if (touchpoint.desired->company) add_wish(text, words.company, *touchpoint.desired->company, "");
  if (touchpoint.desired->customer)
    add_wish(text, "the " + words.customer, *touchpoint.desired->customer, is_assumed(touchpoint, figures) ? ", assumed" : "");
}

void add_lived(std::string& text, const Figures& figures) {
  text += "\nLived: " + (figures.actual ? score_text(figures) : "not measured");
  if (figures.actual_kind) text += fmt::format(", {}", name_of(*figures.actual_kind));
  if (!figures.measurement) return;
  text += fmt::format(", n {}", figures.measurement->n);
  if (const auto& interval = figures.measurement->interval)
    text += fmt::format(", 95 % interval {} to {}", points_text(interval->low), points_text(interval->high));
}

}  // namespace

CardText card_text(const Subject& subject, const Visit& visit, double width, Shown& shown) {
  const Touchpoint& touchpoint = subject.touchpoint_of(visit);
  const std::string name = (touchpoint.moment_of_truth.value ? "★\u00a0" : "") + touchpoint.name.value;
  CardText text;
  text.wanted = set_text(subject.typesetter, name, subject.theme.name, width, most_name_lines).lines;
  append(text.wanted, wish_lines(subject, visit, width), 2);
  const TextStyle& small = subject.theme.small_print;
  text.lived = set_in_turn(subject.typesetter, score_runs(subject, visit, shown), small, width);
  append(text.lived, set_in_turn(subject.typesetter, flag_runs(subject, visit, shown), small, width), 1);
  shown.moment_of_truth |= touchpoint.moment_of_truth.value;
  return text;
}

std::string card_tooltip(const Subject& subject, const Visit& visit) {
  const Touchpoint& touchpoint = subject.touchpoint_of(visit);
  std::string text = touchpoint.name.value;
  if (touchpoint.moment_of_truth.value) {
    text += "\nMoment of truth";
    if (touchpoint.moment_of_truth.why) text += ": " + touchpoint.moment_of_truth.why->value;
  }
  if (visit.department) text += "\n" + subject.workspace.departments[*visit.department].name.value;
  if (touchpoint.when) text += "\nWhen " + touchpoint.when->value;
  add_wishes(text, subject, touchpoint, subject.figures_of(visit));
  add_lived(text, subject.figures_of(visit));
  if (touchpoint.actual && touchpoint.actual->experience) text += "\n" + touchpoint.actual->experience->value;
  if (touchpoint.policy) text += "\nPolicy: " + touchpoint.policy->rule.value;
  return text;
}

std::string card_classes(const Subject& subject, const Visit& visit) {
  const Figures& figures = subject.figures_of(visit);
  std::string classes = "touchpoint";
  if (subject.touchpoint_of(visit).moment_of_truth.value) classes += " moment-of-truth";
  if (!figures.actual) classes += " unmeasured";
  if (visit.is_aside) classes += " conditional";
  return classes + " " + std::string(name_of(figures.gap_class));
}

}  // namespace mot::journey
