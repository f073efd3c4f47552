#include "mot/import/into_workspace.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mot/evidence/cells/number.h"
#include "mot/import/channels_in_cells.h"
#include "mot/import/headings.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/touchpoint_match.h"
#include "mot/import/table_scores.h"
#include "mot/load/fields/name_ids.h"
#include "mot/text/alike.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

std::string normal_name(std::string_view name) {
  return folded(as_seen(plain_line(name)));
}

/// The id of what is called so, or has this id.
template <typename Things>
std::optional<std::string> id_called(const Things& things, const std::string& name) {
  for (const auto& thing : things) {
    if (thing.id.value == name || normal_name(thing.name.value) == normal_name(name)) return thing.id.value;
  }
  return std::nullopt;
}

class Fitter {
 public:
  Fitter(const mot::Workspace& home, Imported& imported) : home_(home), imported_(imported), workspace_(imported.workspace) {}

  void fit_known_scale() {
    if (workspace_.is_scale_known) fit_scores();
  }

  void fit() {
    workspace_.language = language_of(home_);
    workspace_.standing.emplace();
    fit_scores();
    fit_actors();
    fit_touchpoints();
    fit_names();
  }

 private:
  void note(Fate fate, std::string text) { imported_.notes.push_back({fate, std::move(text)}); }

  template <typename Change>
  void for_each_score(const Change& change) {
    for (Touchpoint& touchpoint : workspace_.touchpoints) {
      for (const Facet facet : score_facets) {
        const auto found = touchpoint.facets.find(facet);
        if (found == touchpoint.facets.end()) continue;
        if (const auto score = evidence::number_from(found->second)) change(found->second, *score);
      }
      for (PersonaWish& wish : touchpoint.wishes) {
        if (const auto score = evidence::number_from(wish.score)) change(wish.score, *score);
      }
    }
  }

  void fit_scores() {
    const Scale& to = home_.project.scale;
    if (!workspace_.scale || (workspace_.scale->min == to.min && workspace_.scale->max == to.max)) return;
    const Scale from = *workspace_.scale;
    bool are_on_it = !workspace_.is_scale_known;
    for_each_score([&](const std::string&, double score) { are_on_it = are_on_it && score >= to.min && score <= to.max; });
    if (are_on_it) {
      const std::string guess = fmt::format("the scale {} to {}; correct it", from.min, from.max);
      std::erase_if(imported_.notes, [&](const Note& told) { return told.text.find(guess) != std::string::npos; });
      note(Fate::converted, fmt::format("scores are taken to be on the scale of the workspace, {} to {}", to.min, to.max));
      return;
    }
    for_each_score([&](std::string& text, double score) { text = fmt::format("{}", rescaled(score, from, to)); });
    workspace_.rescaled =
        fmt::format("scores from {0} to {1} are put on the scale of the workspace, {2} to {3}: {0} is {2}, {4} is {5}, {1} is {3}",
                    from.min, from.max, to.min, to.max, (from.min + from.max) / 2, rescaled((from.min + from.max) / 2, from, to));
    note(Fate::converted, workspace_.rescaled);
  }

  /// To two decimals, which is more than anybody judges.
  static double rescaled(double score, const Scale& from, const Scale& to) {
    constexpr double hundredths = 100;
    return std::round((to.min + (score - from.min) * to.range() / from.range()) * hundredths) / hundredths;
  }

  void fit_touchpoints() {
    std::string used, nearly;
    std::vector<std::string> left_out;
    std::map<std::string, std::vector<std::string>> known_words;
    for (const mot::Touchpoint& known : home_.touchpoints) {
      workspace_.standing->touchpoint_ids.insert(known.id.value);
      known_words.emplace(known.id.value, telling_words(known.name.value));
    }
    for (Touchpoint& touchpoint : workspace_.touchpoints) {
      const auto wished = touchpoint.facets.find(Facet::id);
      auto id = touchpoint_called_like(touchpoint);
      if (!id && wished != touchpoint.facets.end() && workspace_.standing->touchpoint_ids.contains(wished->second)) id = wished->second;
      if (id) {
        used += fmt::format("{}{} ({})", used.empty() ? "" : ", ", in_quotes(touchpoint.name), *id);
        std::erase_if(touchpoint.facets, [](const auto& facet) { return facet.first == Facet::id; });
        if (std::string said = what_is_said_of(touchpoint); !said.empty()) left_out.push_back(std::move(said));
        touchpoint.standing_id = *id;
        continue;
      }
      const std::vector<std::string> words = telling_words(touchpoint.name);
      const auto is_like = [&](const mot::Touchpoint& known) {
        return are_nearly_alike(known.name.value, touchpoint.name) || say_the_same(words, known_words[known.id.value]);
      };
      const auto like = std::ranges::find_if(home_.touchpoints, is_like);
      if (like != home_.touchpoints.end())
        nearly += fmt::format("{}{} is nearly {} ({})", nearly.empty() ? "" : ", ", in_quotes(touchpoint.name), in_quotes(like->name.value),
                              like->id.value);
    }
    if (!used.empty()) note(Fate::converted, "touchpoints that stand in the workspace: used as they are: " + used);
    if (!nearly.empty()) note(Fate::converted, "a new touchpoint; name it alike if it is the same: " + nearly);
    if (!left_out.empty())
      note(Fate::dropped,
           fmt::format("what is said of touchpoints that stand in the workspace: {}; 'mot import --update' fills in a table where "
                       "they say nothing",
                       fmt::join(left_out, "; ")));
  }

  /// Of several of one name that of the department it names, else the first.
  std::optional<std::string> touchpoint_called_like(const Touchpoint& touchpoint) const {
    const std::string& named = facet_of(touchpoint, Facet::department);
    const auto department = named.empty() ? std::nullopt : id_called(home_.departments, named);
    for (const mot::Touchpoint& known : home_.touchpoints) {
      const bool is_of_it = department && known.department.value == *department;
      if (is_of_it && normal_name(known.name.value) == normal_name(touchpoint.name)) return known.id.value;
    }
    return id_called(home_.touchpoints, touchpoint.name);
  }

  /// `'Report a theft' (actual: 2, x-actors: Rider)`; empty where nothing is said of it.
  static std::string what_is_said_of(const Touchpoint& touchpoint) {
    std::vector<std::string> said = touchpoint.comments;
    for (const auto& [key, value] : touchpoint.left_alone) said.insert(said.begin(), fmt::format("{}: {}", key, plain_line(value)));
    for (const auto& [facet, value] : touchpoint.facets)
      said.insert(said.begin(), fmt::format("{}: {}", facet_name(facet), plain_line(value)));
    return said.empty() ? "" : fmt::format("{} ({})", in_quotes(touchpoint.name), fmt::join(said, ", "));
  }

  /// What was told before the departments were known.
  void tell_personas_alone() {
    constexpr std::string_view told = "actors: personas of the journey (";
    std::erase_if(imported_.notes, [&](Note& note) {
      if (!note.text.starts_with(told)) return false;
      const std::vector<std::string>& personas = workspace_.journeys.front().personas;
      note.text = fmt::format("{}{}{}", told, fmt::join(personas, ", "), note.text.substr(note.text.find(')', told.size())));
      return personas.empty();
    });
  }

  /// Who takes part in a diagram's tasks may be a department of ours, and no customer whose journey it is.
  void fit_actors() {
    std::vector<std::string> ours;
    for (Journey& journey : workspace_.journeys) {
      std::erase_if(journey.personas, [&](const std::string& actor) {
        const bool is_ours = id_called(home_.departments, actor) && !id_called(home_.personas, actor);
        if (is_ours && std::ranges::count(ours, actor) == 0) ours.push_back(actor);
        return is_ours;
      });
    }
    if (ours.empty()) return;
    tell_personas_alone();
    for (Touchpoint& touchpoint : workspace_.touchpoints) {
      const auto actors = std::ranges::find(touchpoint.left_alone, "x-actors", &std::pair<std::string, std::string>::first);
      if (actors == touchpoint.left_alone.end() || touchpoint.facets.contains(Facet::department)) continue;
      const std::string all = ", " + actors->second + ", ";
      const auto stands_first = [&](const std::string& one, const std::string& other) {
        return all.find(", " + one + ", ") < all.find(", " + other + ", ");
      };
      const auto first = std::ranges::min_element(ours, stands_first);
      if (all.find(", " + *first + ", ") != std::string::npos) touchpoint.facets[Facet::department] = *first;
    }
    note(Fate::converted,
         fmt::format("actors that are departments of the workspace: {}: the tasks that they take part in are theirs, the first "
                     "one's where several do",
                     fmt::join(ours, ", ")));
  }

  void fit_names() {
    for (const mot::Department& known : home_.departments) workspace_.standing->department_ids.insert(known.id.value);
    for (const mot::Persona& known : home_.personas) workspace_.standing->persona_ids.insert(known.id.value);
    for (const mot::Journey& known : home_.journeys) workspace_.standing->journey_ids.insert(known.id.value);
    for (Touchpoint& touchpoint : workspace_.touchpoints) {
      take_standing(touchpoint.facets, Facet::department, workspace_.standing->departments,
                    [&](const std::string& name) { return id_called(home_.departments, name); });
      const auto named = touchpoint.facets.find(Facet::channel);
      for (const std::string& name : channels_in(named == touchpoint.facets.end() ? std::string() : named->second)) {
        if (const auto id = channel(name)) workspace_.standing->channels[name] = *id;
      }
    }
    for (const Journey& journey : workspace_.journeys) {
      for (const std::string& persona : journey.personas) {
        if (const auto id = id_called(home_.personas, persona)) workspace_.standing->personas[persona] = *id;
      }
      if (const auto id = id_called(home_.journeys, journey.name))
        note(Fate::converted, fmt::format("the journey {}: the workspace has one that is called so ('{}'); this is another one",
                                          in_quotes(journey.name), *id));
    }
  }

  template <typename IdOf>
  static void take_standing(const std::map<Facet, std::string>& facets, Facet facet, std::map<std::string, std::string>& standing,
                            const IdOf& id_of) {
    const auto named = facets.find(facet);
    if (named == facets.end()) return;
    if (const auto id = id_of(named->second)) standing[named->second] = *id;
  }

  std::optional<std::string> channel(const std::string& name) const {
    for (const Channel& known : home_.channels) {
      const bool is_named = known.name && normal_name(known.name->value) == normal_name(name);
      if (is_named || normal_name(known.id.value) == normal_name(name)) return known.id.value;
    }
    return std::nullopt;
  }

  const mot::Workspace& home_;
  Imported& imported_;
  Workspace& workspace_;
};

}  // namespace

void fit_into(const mot::Workspace& workspace, Imported& imported) {
  Fitter(workspace, imported).fit();
}

void put_on_scale_of(const mot::Workspace& workspace, Imported& imported) {
  Fitter(workspace, imported).fit_known_scale();
}

}  // namespace mot::importing
