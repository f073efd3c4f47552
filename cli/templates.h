// What `mot init --template` makes: moments of a trade and the questions to ask about them, in the language that is asked for. What
// customers want and live is left out, for nobody has asked them yet.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "mot/model/vocabulary.h"

namespace mot {

/// A moment of a template, and what to ask customers about it.
struct TemplateMoment {
  std::string_view name;
  std::string_view question;
};

/// What a template says in one language.
struct TemplateTexts {
  std::string_view project;
  std::string_view company;
  std::string_view customer;
  std::string_view journey;
  std::array<std::string_view, 3> departments;
  std::array<std::string_view, 2> channels;
  std::array<std::string_view, 3> stages;
  std::array<TemplateMoment, 6> moments;
};

/// What all templates of one language say.
struct TemplateFrame {
  std::array<std::string_view, 2> opening;
  std::string_view quiet;                   ///< over the rules that are silent at first
  std::array<std::string_view, 6> reasons;  ///< of each of them what step it belongs to
  std::string_view lead;                    ///< `Head of {}`
  std::string_view ask;                     ///< before a question
  std::string_view truth;                   ///< beside a moment of truth
  std::span<const TemplateTexts> texts;     ///< in the order of templates()
};

const TemplateFrame& english_templates();
const TemplateFrame& german_templates();
const TemplateFrame& french_templates();
const TemplateFrame& spanish_templates();
const TemplateFrame& portuguese_templates();

/// A trade, and where its moments stand.
struct TradeTemplate {
  struct Place {
    std::size_t department;
    std::size_t stage;
    std::size_t channel;
    bool is_truth;
  };

  std::string_view name;
  std::array<Place, 6> places;
};

std::span<const TradeTemplate> templates();

/// The whole workspace of it, as one file.
std::string template_file(const TradeTemplate& of, Language language);

}  // namespace mot
