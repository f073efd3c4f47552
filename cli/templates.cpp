#include "templates.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/load/fields/codecs.h"
#include "mot/load/fields/name_ids.h"

namespace mot {
namespace {

// clang-format off: a table reads better with a trade a line
constexpr TradeTemplate all[] = {
    {"airline", {{{0, 0, 0, false}, {0, 0, 0, false}, {1, 1, 1, false}, {1, 1, 1, true}, {2, 2, 1, false}, {1, 2, 1, true}}}},
    {"clinic", {{{0, 0, 0, false}, {0, 0, 1, false}, {1, 1, 1, false}, {1, 1, 1, true}, {2, 1, 1, false}, {1, 2, 1, true}}}},
    {"bank", {{{0, 0, 1, false}, {1, 0, 0, false}, {1, 1, 0, false}, {1, 1, 0, false}, {2, 2, 0, true}, {0, 2, 1, true}}}},
    {"software", {{{0, 0, 0, false}, {1, 0, 0, false}, {1, 1, 0, true}, {1, 1, 0, false}, {2, 2, 1, true}, {0, 2, 0, false}}}},
    {"council", {{{2, 0, 0, false}, {0, 0, 0, false}, {0, 1, 1, false}, {1, 1, 0, false}, {1, 2, 0, false}, {1, 2, 0, true}}}},
    {"retail", {{{1, 0, 0, false}, {0, 0, 1, true}, {0, 1, 1, false}, {1, 1, 0, false}, {2, 2, 1, true}, {2, 2, 1, false}}}},
};
// clang-format on

/// What a workspace of names alone lacks, step by step.
constexpr std::array<std::string_view, 6> silent_rules = {
    "missing-company-picture", "missing-customer-voice", "missing-actual", "missing-importance", "no-recovery", "no-empowerment"};

const TemplateFrame& frame_in(Language language) {
  switch (language) {
    case Language::en:
      return english_templates();
    case Language::de:
      return german_templates();
    case Language::fr:
      return french_templates();
    case Language::es:
      return spanish_templates();
    case Language::pt:
      return portuguese_templates();
  }
  return english_templates();
}

std::string head_of(const TemplateFrame& frame, const TemplateTexts& texts, Language language) {
  std::string text;
  for (const std::string_view line : frame.opening) text += fmt::format("# {}\n", line);
  text += fmt::format("mot: 1\n\nproject:\n  name: {}\n", texts.project);
  if (language != Language::en) text += fmt::format("  language: {}\n", name_of(language));
  text += fmt::format("  scale: {{ min: 0, max: 10 }}\n  words: {{ company: {}, customer: {} }}\n\n# {}\nrules:\n", texts.company,
                      texts.customer, frame.quiet);
  for (std::size_t i = 0; i < silent_rules.size(); ++i)
    text += fmt::format("  {:<33} # {}\n", fmt::format("{}: ignore", silent_rules[i]), frame.reasons[i]);
  return text;
}

std::string lists_of(const TemplateFrame& frame, const TemplateTexts& texts, Language language) {
  std::string text = fmt::format("\nchannels: [{}, {}]\n\ndepartments:\n", texts.channels[0], texts.channels[1]);
  for (const std::string_view department : texts.departments) {
    text += fmt::format("  - id: {}\n    name: {}\n    lead: {}\n", id_of_name(department, name_of(language)), department,
                        fmt::format(fmt::runtime(frame.lead), department));
  }
  return text;
}

std::string touchpoints_of(const TradeTemplate& of, const TemplateFrame& frame, const TemplateTexts& texts, Language language) {
  std::string text = "\ntouchpoints:\n";
  for (std::size_t i = 0; i < texts.moments.size(); ++i) {
    const auto& [name, question] = texts.moments[i];
    const TradeTemplate::Place& place = of.places[i];
    text += fmt::format("  - id: {}\n    name: {}\n    department: {}\n    channel: {}\n", id_of_name(name, name_of(language)), name,
                        id_of_name(texts.departments[place.department], name_of(language)), texts.channels[place.channel]);
    if (place.is_truth) text += fmt::format("    moment_of_truth: true  # {}\n", frame.truth);
    text += fmt::format("    # {}: {}\n", frame.ask, question);
  }
  return text;
}

std::string journey_of(const TradeTemplate& of, const TemplateTexts& texts, Language language) {
  std::string text =
      fmt::format("\njourneys:\n  - id: {}\n    name: {}\n    stages:\n", id_of_name(texts.journey, name_of(language)), texts.journey);
  for (std::size_t stage = 0; stage < texts.stages.size(); ++stage) {
    std::string ids;
    for (std::size_t i = 0; i < texts.moments.size(); ++i) {
      if (of.places[i].stage == stage) ids += (ids.empty() ? "" : ", ") + id_of_name(texts.moments[i].name, name_of(language));
    }
    text += fmt::format("      - {{ id: {}, name: {}, touchpoints: [{}] }}\n", id_of_name(texts.stages[stage], name_of(language)),
                        texts.stages[stage], ids);
  }
  return text;
}

}  // namespace

std::span<const TradeTemplate> templates() {
  return all;
}

std::string template_file(const TradeTemplate& of, Language language) {
  const TemplateFrame& frame = frame_in(language);
  const auto index = static_cast<std::size_t>(std::ranges::find(all, of.name, &TradeTemplate::name) - std::begin(all));
  const TemplateTexts& texts = frame.texts[index];
  return head_of(frame, texts, language) + lists_of(frame, texts, language) + touchpoints_of(of, frame, texts, language) +
         journey_of(of, texts, language);
}

}  // namespace mot
