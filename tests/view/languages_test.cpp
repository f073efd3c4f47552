// Pictures in every language: no fixed word but those of the tables, and nothing overlaps or is cut off because words are longer.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "mot/words/phrases.h"
#include "support/analysed_workspace.h"
#include "support/brackets.h"
#include "support/scene_checks.h"
#include "support/view_options.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

const std::vector<std::string> greek_names = {"Άφιξη στο σταθμό",   "Αναμονή", "Ερώτηση και απάντηση", "Παραλαβή",
                                              "Το τέλος της μέρας", "Πληρωμή"};

/// Everything that the tables say stands between brackets.
Workspace with_brackets(Workspace workspace) {
  for (auto& [phrase, said] : bracketed_phrases()) workspace.project.words.phrases.push_back({{phrase, {}}, {said, {}}});
  return workspace;
}

std::string joined_lines(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) {
    for (const Run& run : line.runs) text += run.text;
    text += " ";
  }
  return text;
}

struct Reader {
  std::vector<std::string>& texts;

  void operator()(const Marker& marker) const {
    if (marker.text) texts.push_back(marker.text->text);
    texts.push_back(marker.identity.tooltip);
  }
  template <class Item>
  void operator()(const Item& item) const {
    texts.push_back(joined_lines(item.lines));
    texts.push_back(item.identity.tooltip);
  }
};

std::vector<std::string> texts_of(const Scene& scene) {
  std::vector<std::string> texts = {scene.title, scene.description};
  for (const Item& item : scene.items) std::visit(Reader{texts}, item);
  for (const Panel& panel : scene.panels) texts.push_back(panel.identity.tooltip);
  for (const Connector& connector : scene.connectors) texts.push_back(connector.identity.tooltip);
  return texts;
}

std::string greek(const Crowd& crowd) {
  std::string yaml = yaml_of(crowd);
  const std::string latin = "wait and ";
  for (std::size_t at = 0; (at = yaml.find(latin, at)) != std::string::npos;) yaml.replace(at, latin.size(), "περιμένει, ");
  return yaml;
}

}  // namespace

TEST_CASE("in every view every fixed word is one of the tables") {
  for (const std::string& yaml :
       {greek(Crowd{.names = greek_names}), greek(Crowd{.touchpoints = 0, .journeys = 0, .names = greek_names}),
        greek(Crowd{.touchpoints = 8, .departments = 0, .names = greek_names}), std::string("journey: {id: j, name: Ω}\n")}) {
    Figured figured(yaml);
    figured.workspace = with_brackets(std::move(figured.workspace));
    for (const PictureView& view : picture_views()) {
      if (!figured.can_be_drawn_by(view)) continue;
      for (const Asked& asked : few_combinations(view, figured.workspace)) {
        INFO(view.name, " ", asked.text);
        for (const std::string& text : texts_of(drawn_as_asked(figured, view, asked))) {
          if (has_fixed_word(text)) FAIL_CHECK(text);
        }
      }
    }
  }
}

TEST_CASE("in every language nothing overlaps, is cut off or leaves the page") {
  for (const std::string_view language : names_of<Language>) {
    for (const std::string& yaml :
         {yaml_of(Crowd{}), yaml_of(Crowd{.touchpoints = 14, .departments = 5, .scores = Crowd::Scores::unknown})}) {
      Figured figured(yaml);
      figured.workspace.project.language = Placed<Language>{*word_from<Language>(language), {}};
      for (const PictureView& view : picture_views()) {
        for (const Asked& asked : few_combinations(view, figured.workspace)) {
          INFO(language, " ", view.name, " ", asked.text);
          for (const std::string& fault : faults(drawn_as_asked(figured, view, asked), typesetter())) FAIL_CHECK(fault);
        }
      }
    }
  }
}
