#include "mot/write/explain/explanation_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "mot/text/utf8.h"
#include "mot/words/figures.h"
#include "mot/words/wording.h"
#include "mot/write/explain/wrapped_text.h"

namespace mot {
namespace {

constexpr std::string_view indent = "  ";
constexpr std::string_view deeper = "      ";

std::string place_text(Span place, const Sources& sources) {
  return fmt::format("{}:{}", printable(sources[place.file].name), sources.begin_of(place).line);
}

/// What stands behind the value: why, and where it was written.
std::string aside(const Step& step, const Sources& sources) {
  std::vector<std::string> places;
  for (const Span& place : step.places) places.push_back(place_text(place, sources));
  const std::string where = fmt::format("{}", fmt::join(places, ", "));
  if (step.remark.empty()) return where;
  return printable(step.remark) + (where.empty() ? "" : "; " + where);
}

/// The ends of an interval each on a line of its own.
std::string numbers_text(const Step& step, const TableSpeech& speech) {
  const auto ends = std::holds_alternative<Interval>(step.value) ? step.numbers.find(between_ends) : std::string::npos;
  if (ends == std::string::npos) return wrapped_text("= " + printable(step.numbers), deeper);
  const std::string second = step.numbers.substr(ends + between_ends.size());
  const std::string to = filled(speech.interval, {{"low", ""}, {"high", second}});
  return wrapped_text("= " + step.numbers.substr(0, ends), deeper) +
         wrapped_text(to.substr(std::min(to.find_first_not_of(' '), to.size())), deeper);
}

std::string step_text(const Step& step, const TableSpeech& speech, const Sources& sources) {
  const std::string value = printable(value_text(step, speech)), beside = aside(step, sources);
  std::string line = fmt::format("{}{} = {}", indent, printable(step.name), value);
  if (step.numbers.empty()) {
    if (beside.empty()) return line + "\n";
    const std::string whole = fmt::format("{}  ({})", line, beside);
    return display_width(whole) <= line_width ? whole + "\n" : line + "\n" + wrapped_text("(" + beside + ")", deeper);
  }
  std::string whole =
      fmt::format("{}{} = {} = {} = {}", indent, printable(step.name), printable(step.formula), printable(numbers_of(step, speech)), value);
  if (display_width(whole) > line_width) {
    whole = line + "\n" + wrapped_text("= " + printable(step.formula), deeper) + numbers_text(step, speech);
    whole.pop_back();
  }
  return whole + "\n" + (beside.empty() ? "" : wrapped_text("(" + beside + ")", deeper));
}

}  // namespace

std::string explanation_text(const Explanation& explanation, const Sources& sources) {
  std::string text = fmt::format("{}: {}", explanation.id, printable(explanation.name));
  if (!explanation.about.empty()) text += fmt::format(" ({})", printable(explanation.about));
  text += fmt::format("\n{}\n", place_text(explanation.place, sources));
  for (const ExplanationPart& part : explanation.parts) {
    text += fmt::format("\n{}\n\n", printable(part.title));
    for (const Step& step : part.steps) text += step_text(step, explanation.speech, sources);
  }
  return text;
}

}  // namespace mot
