#include "mot/import/workspace_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "mot/evidence/cells/number.h"
#include "mot/import/cell_texts.h"
#include "mot/import/channels_in_cells.h"
#include "mot/import/plain_line.h"
#include "mot/load/fields/codecs.h"
#include "mot/load/fields/name_ids.h"
#include "mot/text/utf8.h"
#include "mot/yaml/number_words.h"

namespace mot::importing {
namespace {

/// Ids of one kind, each given once.
class Ids {
 public:
  /// None of those that are taken is given.
  Ids(std::string otherwise, std::string language, std::set<std::string> taken = {})
      : otherwise_(std::move(otherwise)), language_(std::move(language)), taken_(std::move(taken)) {}

  /// The id made of a name, or the one that is wished if it is one; with a number where it is taken.
  std::string of(const std::string& name, const std::string& wished = {}) {
    std::string id = is_id(wished) ? wished : id_of_name(name, language_).substr(0, longest);
    while (id.ends_with('-')) id.pop_back();
    const std::string stem = id.empty() ? otherwise_ : id;
    id = stem;
    std::size_t& number = numbers_[stem];
    while (!taken_.insert(id).second) id = fmt::format("{}-{}", stem, ++number + 1);
    return id;
  }

 private:
  static constexpr std::size_t longest = 60;
  std::string otherwise_, language_;
  std::set<std::string> taken_;
  std::map<std::string, std::size_t> numbers_;
};

/// Names of one kind that stand for the same thing wherever they stand, in the order they are met, and their ids.
class Names {
 public:
  Names(const std::string& otherwise, const std::string& language, std::map<std::string, std::string> standing = {},
        std::set<std::string> taken = {})
      : ids_(otherwise, language, std::move(taken)), id_of_(std::move(standing)) {}
  void add(const std::string& name) {
    if (!name.empty() && id_of_.emplace(name, "").second) {
      id_of_[name] = ids_.of(name);
      names_.push_back(name);
    }
  }
  const std::string& id_of(const std::string& name) const { return id_of_.at(name); }
  const std::vector<std::string>& all() const { return names_; }

 private:
  Ids ids_;
  std::vector<std::string> names_;
  std::map<std::string, std::string> id_of_;
};

/// `{ experience: …, score: …, adequate: …, by: … }` of what is known; a score alone is short for it. Empty where nothing is known.
std::string experience(const std::string& text, const std::string& score, const std::string& adequate = {}, const std::string& by = {}) {
  if (text.empty() && adequate.empty() && by.empty()) return score;
  std::string inner;
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) inner += fmt::format("{}{}: {}", inner.empty() ? "" : ", ", key, value);
  };
  add("experience", text.empty() ? "" : yaml_text(text));
  add("score", score);
  add("adequate", adequate);
  add("by", by);
  return fmt::format("{{ {} }}", inner);
}

/// A text, or a list of several.
std::string text_or_list(const std::string& lines) {
  const std::vector<std::string> items = listed_items(lines);
  if (items.size() == 1) return yaml_text(items.front());
  std::string list;
  for (const std::string& item : items) list += (list.empty() ? "" : ", ") + yaml_text(item);
  return fmt::format("[{}]", list);
}

/// A text of several lines as it is read best.
std::string block_text(const std::string& text, std::string_view indent) {
  if (text.find('\n') == std::string::npos) return yaml_text(text);
  std::string block = "|-\n" + std::string(text.front() == '\n' ? "" : indent);
  for (std::size_t at = 0; at < text.size(); ++at) {
    block += text[at];
    if (text[at] == '\n' && text[at + 1] != '\n') block += indent;
  }
  return block;
}

constexpr std::string_view questions =
    "# What no such file holds, asked of each touchpoint. Leave out what nobody knows yet: it is shown as unknown, never as 0.\n"
    "#   importance: 4              1 (hardly matters) to 5 (decides), to the customer\n"
    "#   moment_of_truth: true      is it one of the few that decide?\n"
    "#   desired:                   how is it to go?\n"
    "#     company: { experience: …, score: … }                               as we want it\n"
    "#     customer: { experience: …, score: …, adequate: …, heard: […] }     as customers say they want it; ask them\n"
    "#   empowerment: { may: […], limit: …, knows: […], asks: … }             what may the frontline decide?\n"
    "#   recovery: …                which touchpoint takes over when it goes wrong?\n";

/// Facets whose values stand as they are, by their keys, in the order they are written.
constexpr std::pair<Facet, std::string_view> plain_facets[] = {{Facet::channel, "channel"},
                                                               {Facet::owner, "owner"},
                                                               {Facet::role, "role"},
                                                               {Facet::customer_does, "customer_does"},
                                                               {Facet::when, "when"},
                                                               {Facet::standard, "standard"},
                                                               {Facet::promise, "promise"},
                                                               {Facet::thinks, "customer_thinks"},
                                                               {Facet::feels, "customer_feels"},
                                                               {Facet::pains, "pains"},
                                                               {Facet::gains, "gains"},
                                                               {Facet::takes, "takes"},
                                                               {Facet::waits, "waits"},
                                                               {Facet::tags, "tags"},
                                                               {Facet::notes, "notes"}};

/// Of these a number alone is a score and no text: `standard: 95%`.
bool may_be_score(Facet facet) {
  return facet == Facet::standard || facet == Facet::promise;
}

bool looks_like_number(std::string_view text) {
  return yaml::is_number_in_words(text) || evidence::number_from(text, evidence::DecimalMark::point_or_comma);
}

class Writer {
 public:
  explicit Writer(const Workspace& workspace) : workspace_(workspace) {
    Ids ids("moment", workspace.language, standing_.touchpoint_ids);
    for (const Touchpoint& touchpoint : workspace.touchpoints) {
      const bool stands = !touchpoint.standing_id.empty();
      ids_.push_back(stands ? touchpoint.standing_id : ids.of(touchpoint.name, facet_of(touchpoint, Facet::id)));
      if (stands) continue;
      departments_.add(facet_of(touchpoint, Facet::department));
      for (const std::string& channel : channels_in(facet_of(touchpoint, Facet::channel))) channels_.add(channel);
    }
    for (const Journey& journey : workspace.journeys) {
      for (const std::string& persona : journey.personas) personas_.add(persona);
      journey_ids_.push_back(journey_names_.of(journey.name));
    }
    for (const Touchpoint& touchpoint : workspace.touchpoints) {
      for (const PersonaWish& wish : touchpoint.wishes) personas_.add(wish.persona);
    }
  }

  std::string one_file() const {
    std::string text = head("") + "\n";
    if (!departments_.all().empty()) text += "departments:\n";
    for (const std::string& department : departments_.all()) {
      text += fmt::format("  - {{ id: {}, name: {} }}\n", yaml_text(departments_.id_of(department)), yaml_text(department));
    }
    if (!departments_.all().empty()) text += "\n";
    std::string touchpoints;
    for (std::size_t i = 0; i < ids_.size(); ++i) touchpoints += workspace_.touchpoints[i].standing_id.empty() ? touchpoint(i, true) : "";
    if (!touchpoints.empty() || !workspace_.standing)
      text += fmt::format("{}touchpoints:\n{}\n", questions, touchpoints.empty() ? "  []\n" : touchpoints);
    text += "journeys:\n";
    for (std::size_t i = 0; i < journey_ids_.size(); ++i) text += journey(i, "  - ", "    ");
    if (journey_ids_.empty()) text += "  []\n";
    return text;
  }

  std::vector<WorkspaceFile> files() const {
    std::string include = "\"*.yaml\"";
    std::vector<WorkspaceFile> files;
    for (const std::string& department : departments_.all()) files.push_back(department_file(department));
    include += files_of("departments", files);
    if (const std::string text = touchpoints_of(""); !text.empty()) {
      files.push_back({"touchpoints.yaml",
                       fmt::format("# Whose are these? Move each to its department's file.\n{}\ntouchpoints:\n{}", questions, text)});
    }
    std::vector<WorkspaceFile> journeys;
    for (std::size_t i = 0; i < journey_ids_.size(); ++i) {
      journeys.push_back({fmt::format("journeys/{}.yaml", journey_ids_[i]), "journey:\n" + journey(i, "  ", "  ")});
    }
    include += files_of("journeys", journeys);
    files.insert(files.end(), journeys.begin(), journeys.end());
    files.insert(files.begin(), WorkspaceFile{"mot.yaml", head(fmt::format("\ninclude: [{}]\n", include))});
    return files;
  }

 private:
  /// The files of a folder as `include` names them: all of them at once, after those by name that come in another order than by name.
  static std::string files_of(std::string_view folder, const std::vector<WorkspaceFile>& files) {
    std::string text;
    if (!std::ranges::is_sorted(files, {}, &WorkspaceFile::path)) {
      for (const WorkspaceFile& file : files) text += ", " + file.path;
    }
    return files.empty() ? text : fmt::format("{}, {}/*.yaml", text, folder);
  }

  std::string head(const std::string& include) const {
    if (workspace_.standing) return head_of_part() + lists();
    std::string text = "# Imported by mot: read it, correct it, answer the questions.\nmot: 1\n\nproject:\n";
    text += workspace_.has_title ? fmt::format("  name: {}\n", yaml_text(workspace_.name))
                                 : fmt::format("  # name: …{:28}# what is this called? pictures and the report say it\n", "");
    if (workspace_.scale) {
      text += fmt::format("  scale: {{ min: {}, max: {} }}{:12}# {}; every score in these files is on it\n", workspace_.scale->min,
                          workspace_.scale->max, "", workspace_.ground_of_scale);
    } else {
      text += "  scale: { min: 0, max: 10 }            # every score in these files\n";
    }
    if (!workspace_.language.empty() && workspace_.language != "en")
      text += fmt::format("  language: {}{:25}# of pictures, tables and the report\n", workspace_.language, "");
    return text + include + lists();
  }

  /// Of a file beside others: what the project is stands elsewhere.
  std::string head_of_part() const {
    std::string text = "# Imported by mot into the workspace: read it, correct it, answer the questions.\n";
    if (!workspace_.rescaled.empty()) text += fmt::format("# All {}.\n", printable(workspace_.rescaled));
    return text + "mot: 1\n";
  }

  std::string lists() const {
    std::string text;
    if (!channels_.all().empty()) {
      text += "\nchannels:                               # { id: web, self_service: true } where customers serve themselves\n";
      for (const std::string& channel : channels_.all()) text += fmt::format("  - {}\n", yaml_text(channel));
    }
    if (!personas_.all().empty()) text += "\npersonas:                               # who of these is a customer, and who is one of us?\n";
    for (const std::string& persona : personas_.all()) {
      text += fmt::format("  - id: {}\n    name: {}\n", yaml_text(personas_.id_of(persona)), yaml_text(persona));
      text += "    # needs: […]        flag: what makes them proud        advocate: who inside speaks for them\n";
    }
    return text;
  }

  WorkspaceFile department_file(const std::string& name) const {
    const std::string& id = departments_.id_of(name);
    return {fmt::format("departments/{}.yaml", id),
            fmt::format("department:\n  id: {}\n  name: {}\n  # lead: who answers for it\n\n{}\ntouchpoints:\n{}", yaml_text(id),
                        yaml_text(name), questions, touchpoints_of(name))};
  }

  std::string touchpoints_of(const std::string& department) const {
    std::string text;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      if (facet_of(workspace_.touchpoints[i], Facet::department) == department) text += touchpoint(i, false);
    }
    return text;
  }

  std::string touchpoint(std::size_t index, bool with_department) const {
    const Touchpoint& touchpoint = workspace_.touchpoints[index];
    std::string text = fmt::format("  - id: {}\n    name: {}\n", yaml_text(ids_[index]), yaml_text(touchpoint.name));
    const auto add = [&](std::string_view key, const std::string& value) {
      if (!value.empty()) text += fmt::format("    {}: {}\n", key, value);
    };
    const auto text_of = [&](Facet facet) {
      const std::string& said = facet_of(touchpoint, facet);
      return said.empty() ? "" : is_list(facet) ? text_or_list(said) : block_text(said, "      ");
    };
    const std::string& department = facet_of(touchpoint, Facet::department);
    if (with_department && !department.empty()) add("department", yaml_text(departments_.id_of(department)));
    const std::string& decides = facet_of(touchpoint, Facet::moment_of_truth);
    add("moment_of_truth", decides == "true" ? decides : text_of(Facet::moment_of_truth));
    add("importance", facet_of(touchpoint, Facet::importance));
    for (const auto& [facet, key] : plain_facets) {
      const bool reads_as_score = may_be_score(facet) && looks_like_number(facet_of(touchpoint, facet));
      const std::string value = facet == Facet::channel ? channel_of(touchpoint) : text_of(facet);
      add(key, reads_as_score ? fmt::format("{{ text: {} }}", value) : value);
    }
    add("desired", desired(touchpoint));
    add("actual", experience(facet_of(touchpoint, Facet::actual), facet_of(touchpoint, Facet::actual_score)));
    if (touchpoint.facets.contains(Facet::quote)) {
      add("evidence", fmt::format("[{{ from: {}, voice: customer, quote: {} }}]", yaml_text(plain_line(touchpoint.quoted_in)),
                                  yaml_text(facet_of(touchpoint, Facet::quote))));
    }
    for (const auto& [key, value] : touchpoint.left_alone) add(key, block_text(value, "      "));
    for (const std::string& comment : touchpoint.comments) text += fmt::format("    # {}\n", printable(comment));
    return text;
  }

  /// As the workspace that stands calls it, else as the table does.
  std::string channel_of(const Touchpoint& touchpoint) const {
    const auto names = channels_in(facet_of(touchpoint, Facet::channel));
    std::string text;
    for (const std::string& name : names) {
      const auto standing = standing_.channels.find(name);
      text += (text.empty() ? "" : ", ") + yaml_text(standing == standing_.channels.end() ? name : standing->second);
    }
    return names.size() > 1 ? fmt::format("[{}]", text) : text;
  }

  /// What single personas wish, by their ids.
  std::string wishes_of(const Touchpoint& touchpoint) const {
    std::string text;
    for (const PersonaWish& wish : touchpoint.wishes)
      text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", yaml_text(personas_.id_of(wish.persona)),
                          experience(wish.experience, wish.score));
    return text.empty() ? text : fmt::format("{{ {} }}", text);
  }

  std::string desired(const Touchpoint& touchpoint) const {
    const std::string company = experience(facet_of(touchpoint, Facet::company), facet_of(touchpoint, Facet::company_score));
    const std::string customer = experience(facet_of(touchpoint, Facet::customer), facet_of(touchpoint, Facet::customer_score),
                                            facet_of(touchpoint, Facet::adequate), wishes_of(touchpoint));
    if (company.empty() && customer.empty()) return {};
    if (customer.empty()) return fmt::format("{{ company: {} }}", company);
    return company.empty() ? fmt::format("{{ customer: {} }}", customer)
                           : fmt::format("{{ company: {}, customer: {} }}", company, customer);
  }

  static bool says_more(const Stage& stage) { return !stage.goal.empty() || !stage.facets.empty() || !stage.left_alone.empty(); }

  static std::string stage_in_lines(const Stage& stage, const std::string& id, const std::string& touchpoints, std::string_view indent) {
    std::string text = fmt::format("{0}  - id: {1}\n{0}    name: {2}\n", indent, id, yaml_text(stage.name));
    if (!stage.goal.empty()) text += fmt::format("{}    goal: {}\n", indent, yaml_text(stage.goal));
    for (const auto& [facet, key] : plain_facets) {
      const auto found = stage.facets.find(facet);
      if (found != stage.facets.end()) text += fmt::format("{}    {}: {}\n", indent, key, text_or_list(found->second));
    }
    for (const auto& [key, value] : stage.left_alone) text += fmt::format("{}    {}: {}\n", indent, key, text_or_list(value));
    return text + fmt::format("{}    touchpoints: [{}]\n", indent, touchpoints);
  }

  std::string journey(std::size_t index, std::string_view first, std::string_view indent) const {
    const Journey& journey = workspace_.journeys[index];
    std::string text;
    text += fmt::format("{}id: {}\n{}name: {}\n", first, yaml_text(journey_ids_[index]), indent, yaml_text(journey.name));
    std::string personas;
    for (const std::string& persona : journey.personas) personas += (personas.empty() ? "" : ", ") + yaml_text(personas_.id_of(persona));
    if (!personas.empty()) text += fmt::format("{}personas: [{}]\n", indent, personas);
    for (const std::string& comment : journey.comments) text += fmt::format("{}# {}\n", indent, printable(comment));
    text += fmt::format("{}stages:\n", indent);
    Ids ids("stage", workspace_.language);
    for (const Stage& stage : journey.stages) {
      std::string touchpoints;
      for (const std::size_t touchpoint : stage.touchpoints) touchpoints += (touchpoints.empty() ? "" : ", ") + yaml_text(ids_[touchpoint]);
      const std::string id = yaml_text(ids.of(stage.name));
      text += says_more(stage)
                  ? stage_in_lines(stage, id, touchpoints, indent)
                  : fmt::format("{}  - {{ id: {}, name: {}, touchpoints: [{}] }}\n", indent, id, yaml_text(stage.name), touchpoints);
    }
    if (journey.stages.empty()) text += fmt::format("{}  []\n", indent);
    return text;
  }

  const Workspace& workspace_;
  Standing standing_ = workspace_.standing.value_or(Standing());
  std::vector<std::string> ids_;  ///< of touchpoints
  std::vector<std::string> journey_ids_;
  Ids journey_names_{"journey", workspace_.language, standing_.journey_ids};
  Names departments_{"department", workspace_.language, standing_.departments, standing_.department_ids};
  Names channels_{"channel", workspace_.language, standing_.channels};
  Names personas_{"persona", workspace_.language, standing_.personas, standing_.persona_ids};
};

}  // namespace

std::string workspace_text(const Workspace& workspace) {
  return Writer(workspace).one_file();
}

std::vector<WorkspaceFile> workspace_files(const Workspace& workspace) {
  return Writer(workspace).files();
}

}  // namespace mot::importing
