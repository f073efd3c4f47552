#include "mot/write/explain/explanation_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "mot/text/utf8.h"
#include "mot/words/figures.h"
#include "mot/words/wording.h"

namespace mot {
namespace {

constexpr std::size_t columns = 100;
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

/// Words on lines of at most `columns`, led by `deeper`.
std::string wrapped(std::string_view text) {
  std::string all, line(deeper);
  bool is_begun = false;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (is_begun && display_width(line) + 1 + display_width(word) > columns) {
      all += line + "\n";
      line = deeper;
      is_begun = false;
    }
    line.append(is_begun ? " " : "").append(word);
    is_begun = true;
  }
  return all + line + "\n";
}

/// The ends of an interval each on a line of its own.
std::string numbers_text(const Step& step, const TableSpeech& speech) {
  const auto ends = std::holds_alternative<Interval>(step.value) ? step.numbers.find(between_ends) : std::string::npos;
  if (ends == std::string::npos) return wrapped("= " + printable(step.numbers));
  const std::string second = step.numbers.substr(ends + between_ends.size());
  const std::string to = filled(speech.interval, {{"low", ""}, {"high", second}});
  return wrapped("= " + step.numbers.substr(0, ends)) + wrapped(to.substr(std::min(to.find_first_not_of(' '), to.size())));
}

std::string step_text(const Step& step, const TableSpeech& speech, const Sources& sources) {
  const std::string value = printable(value_text(step, speech)), beside = aside(step, sources);
  std::string line = fmt::format("{}{} = {}", indent, printable(step.name), value);
  if (step.numbers.empty()) {
    if (beside.empty()) return line + "\n";
    const std::string whole = fmt::format("{}  ({})", line, beside);
    return display_width(whole) <= columns ? whole + "\n" : line + "\n" + wrapped("(" + beside + ")");
  }
  std::string whole =
      fmt::format("{}{} = {} = {} = {}", indent, printable(step.name), printable(step.formula), printable(numbers_of(step, speech)), value);
  if (display_width(whole) > columns) {
    whole = line + "\n" + wrapped("= " + printable(step.formula)) + numbers_text(step, speech);
    whole.pop_back();
  }
  return whole + "\n" + (beside.empty() ? "" : wrapped("(" + beside + ")"));
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
