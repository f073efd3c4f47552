// The workspace is gone through as it is written, key by key, so that a key that is new tomorrow is told as well.
#include "mot/write/exports/left_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "mot/import/plain_line.h"
#include "mot/load/fields/codecs.h"
#include "mot/write/exports/model_json.h"

namespace mot {
namespace {

using Json = nlohmann::ordered_json;

std::size_t count_of(const Json& value) {
  return value.is_array() ? value.size() : 1;
}

/// Counts by kind of thing and key, both in the order they are met.
class Counts {
 public:
  void add(std::string_view kind, std::string_view key, std::size_t count) {
    if (count == 0) return;
    auto at = std::ranges::find(kinds_, kind, &Kind::name);
    if (at == kinds_.end()) at = kinds_.insert(at, {std::string(kind), {}});
    auto key_at = std::ranges::find(at->keys, key, &std::pair<std::string, std::size_t>::first);
    if (key_at == at->keys.end()) key_at = at->keys.insert(key_at, {std::string(key), 0});
    key_at->second += count;
  }
  std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    for (const Kind& kind : kinds_) {
      std::string list;
      for (const auto& [key, count] : kind.keys) list += fmt::format("{}{} {}", list.empty() ? "" : ", ", key, count);
      lines.push_back(kind.name.empty() ? list : fmt::format("{}: {}", kind.name, list));
    }
    return lines;
  }

 private:
  struct Kind {
    std::string name;
    std::vector<std::pair<std::string, std::size_t>> keys;
  };
  std::vector<Kind> kinds_;
};

/// Ids of what stands on a journey, or on any.
struct OnJourneys {
  std::set<std::string, std::less<>> touchpoints, personas;
};

OnJourneys on_journeys(const Workspace& workspace, std::optional<std::size_t> journey) {
  OnJourneys on;
  for (std::size_t i = 0; i < workspace.journeys.size(); ++i) {
    if (journey && *journey != i) continue;
    for (const Link<Persona>& persona : workspace.journeys[i].personas) on.personas.insert(persona.value);
    for (const Stage& stage : workspace.journeys[i].stages)
      for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) { on.touchpoints.insert(link.value); });
  }
  return on;
}

class Walk {
 public:
  Walk(const Carried& carried, const Workspace& workspace, std::optional<std::size_t> journey)
      : carried_(carried), workspace_(workspace), journey_(journey), on_(on_journeys(workspace, journey)) {}

  std::vector<std::string> lines(const Json& model) {
    for (const auto& [section, value] : model.items()) {
      if (section != "mot") take_section(section, value);
    }
    const bool is_part_of_it = workspace_.touchpoints.size() < touchpoints_met_;
    if (!is_part_of_it) count_those_without_a_place();  // else it is the filter that took their places
    return counts_.lines();
  }

 private:
  bool is_whole(std::string_view path) const { return std::ranges::find(carried_.keys, path) != carried_.keys.end(); }
  bool is_part(std::string_view path) const {
    return std::ranges::any_of(carried_.keys, [path](std::string_view key) {
      return key.size() > path.size() && key.starts_with(path) && key[path.size()] == '.';
    });
  }

  void take_section(const std::string& section, const Json& value) {
    if (!is_part(section)) {
      counts_.add("", section, value.is_object() ? value.size() : count_of(value));
      if (section == "departments") take_touchpoints_in(value);
      return;
    }
    if (value.is_object()) return take_thing(section, value);
    for (const Json& thing : value) {
      touchpoints_met_ += section == "touchpoints";
      if (is_asked_for(section, thing)) take_thing(section, thing);
    }
  }

  /// Of departments that their touchpoints stand below.
  void take_touchpoints_in(const Json& departments) {
    for (const Json& department : departments) {
      if (department.is_object() && department.contains("touchpoints")) take_section("touchpoints", department["touchpoints"]);
    }
  }

  template <class Things>
  static bool has(const Things& things, std::string_view id) {
    return std::ranges::any_of(things, [id](const auto& thing) { return thing.id.value == id; });
  }

  /// What a filter lets not through, and where one journey is asked for others and what is not on it, are no loss.
  bool is_asked_for(std::string_view section, const Json& thing) const {
    const std::string id = id_of(thing);
    if (section == "journeys") return journey_ ? id == workspace_.journeys[*journey_].id.value : has(workspace_.journeys, id);
    if (section == "touchpoints") return has(workspace_.touchpoints, id) && (!journey_ || on_.touchpoints.contains(id));
    return section != "personas" || !journey_ || on_.personas.contains(id);
  }

  void take_thing(const std::string& kind, const Json& thing) {
    if (!thing.is_object()) return;
    for (const auto& [key, value] : thing.items()) {
      if (key == "id")
        take_id(kind, thing);
      else if (kind == "departments" && key == "touchpoints")
        take_section("touchpoints", value);
      else if (kind == "journeys" && key == "stages")
        take_things("stages", value);
      else if (kind == "stages" && key == "touchpoints")
        take_steps(value);
      else if (kind == "touchpoints" && key == "evidence" && is_part("touchpoints.evidence"))
        take_evidence(value);
      else
        take_value(kind, key, value);
    }
  }
  void take_things(const std::string& kind, const Json& things) {
    for (const Json& thing : things) take_thing(kind, thing);
  }

  /// An id that is made of the name comes back by itself.
  void take_id(const std::string& kind, const Json& thing) {
    const bool is_own = text_at(thing, "id") != yaml::id_like(text_at(thing, "name"));
    if (is_own && !is_whole(kind + ".id")) counts_.add(kind, "ids not made of names", 1);
  }

  void take_value(const std::string& kind, const std::string& key, const Json& value) {
    const std::string path = fmt::format("{}.{}", kind, key == "persona" ? "personas" : key);
    if (is_whole(path)) return count_silent(kind, key, value);
    if (!is_part(path)) return counts_.add(kind, key, count_of(value));
    if (value.is_array()) return take_values(kind, key, value);
    if (!value.is_object()) return count_silent(kind, key, value);  // short for what is carried
    for (const auto& [part, inner] : value.items()) take_value(kind, fmt::format("{}.{}", key, part), inner);
  }

  /// A table has a blank cell for what says nothing, and a text such as `TBD` is read as one.
  void count_silent(const std::string& kind, const std::string& key, const Json& value) {
    if (carried_.anchor != Anchor::rows || key == "id") return;
    if (value.is_array() || value.is_object()) {
      for (const Json& item : value) count_silent(kind, key, item);
    } else if (value.is_string() && !importing::says_something(value.get<std::string>())) {
      counts_.add(kind, fmt::format("{} {} (read as a blank cell)", key, importing::in_quotes(value.get<std::string>())), 1);
    }
  }

  void take_values(const std::string& kind, const std::string& key, const Json& list) {
    for (const Json& item : list) {
      item.is_object() ? take_value(kind, key, item) : count_silent(kind, key, item);
    }
  }

  /// The path is carried as the row of its touchpoints, main path and branches alike.
  void take_steps(const Json& steps) {
    if (!steps.is_array()) return;
    for (const Json& step : steps) {
      if (!step.is_object()) continue;
      for (const auto& [key, value] : step.items()) {
        if (key == "touchpoints")
          take_steps(value);
        else if (key != "touchpoint")
          counts_.add("branches and journeys inside others", key, 1);
      }
    }
  }

  /// The first quote of a touchpoint is carried, and nothing else of what was heard.
  void take_evidence(const Json& evidence) {
    bool is_quoted = false;
    const auto take = [&](const Json& item) {
      const bool is_first_quote = !is_quoted && item.is_object() && item.contains("quote");
      if (!is_first_quote) return counts_.add("touchpoints", "evidence", 1);
      is_quoted = true;
      for (const auto& [key, value] : item.items()) take_value("touchpoints", "evidence." + key, value);
    };
    if (!evidence.is_array()) return take(evidence);
    for (const Json& item : evidence) take(item);
  }

  void count_those_without_a_place() { carried_.anchor == Anchor::rows ? count_those_without_a_row() : count_those_on_no_path(); }

  void count_those_on_no_path() {
    if (journey_) return;
    for (const Touchpoint& touchpoint : workspace_.touchpoints)
      counts_.add("touchpoints", "on no journey", on_.touchpoints.contains(touchpoint.id.value) ? 0 : 1);
    if (!is_part("personas")) return;
    for (const Persona& persona : workspace_.personas)
      counts_.add("personas", "on no journey", on_.personas.contains(persona.id.value) ? 0 : 1);
  }

  void count_those_without_a_row() {
    std::set<std::string, std::less<>> departments, channels;
    for (const Touchpoint& touchpoint : workspace_.touchpoints) {
      departments.insert(touchpoint.department.value);
      for (const Link<Channel>& channel : touchpoint.channels) channels.insert(channel.value);
    }
    for (const Department& department : workspace_.departments)
      counts_.add("departments", "without touchpoints", departments.contains(department.id.value) ? 0 : 1);
    for (const Channel& channel : workspace_.channels)
      counts_.add("channels", "of no touchpoint", channels.contains(channel.id.value) ? 0 : 1);
    for (const Persona& persona : workspace_.personas)
      counts_.add("personas", "on no journey", on_.personas.contains(persona.id.value) ? 0 : 1);
    for (const Journey& journey : workspace_.journeys) {
      std::size_t rows = 0;
      for (const Stage& stage : journey.stages) {
        const std::size_t before = rows;
        for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>&) { ++rows; });
        counts_.add("stages", "without touchpoints", rows == before ? 1 : 0);
      }
      counts_.add("journeys", "without touchpoints", rows == 0 ? 1 : 0);
      counts_.add("journeys", "personas beyond their rows", journey.personas.size() > rows ? journey.personas.size() - rows : 0);
    }
  }

  const Carried& carried_;
  const Workspace& workspace_;
  std::optional<std::size_t> journey_;
  OnJourneys on_;
  Counts counts_;
  std::size_t touchpoints_met_ = 0;
};

}  // namespace

std::vector<std::string> left_out(const Workspace& workspace, const Sources& sources, const Carried& carried,
                                  std::optional<std::size_t> journey) {
  return Walk(carried, workspace, journey).lines(Json::parse(model_json(sources)));
}

}  // namespace mot
