#include "mot/serve/edit_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

#include "mot/edit/edits.h"
#include "mot/edit/stage_lists.h"
#include "mot/load/fields/placeholders.h"
#include "mot/load/file_names.h"
#include "mot/text/utf8.h"
#include "mot/words/wording.h"

namespace mot::serve {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_told = 40;  // characters of a value in the log

/// A list of a touchpoint as its file has it: what says nothing, such as `TBD`, is an item there too, and counts.
class FileList {
 public:
  FileList(const edit::YamlText& file, const std::optional<edit::Path>& touchpoint, std::string_view key)
      : list_(touchpoint ? file.at(*touchpoint / edit::Step(key)) : std::nullopt), key_(key) {}

  std::string_view key() const { return key_; }
  /// The item, from `first` on, that has a text of this span: alone, or behind a key of its own.
  std::optional<std::size_t> index_of(Span text, std::string_view key, std::size_t first) const {
    if (!list_) return std::nullopt;
    if (list_->kind() != yaml::Kind::sequence) return first == 0 && has(*list_, text, key) ? std::optional(first) : std::nullopt;
    for (std::size_t i = first; i < list_->size(); ++i) {
      if (has(list_->item(i), text, key)) return i;
    }
    return std::nullopt;
  }

 private:
  static bool has(const yaml::Value& item, Span text, std::string_view key) {
    const auto said = item.kind() == yaml::Kind::mapping ? edit::value_of(item, key) : std::optional(item);
    return said && said->span().begin == text.begin && said->span().end == text.end;
  }

  std::optional<yaml::Value> list_;
  std::string_view key_;
};

/// What a form shows of a touchpoint.
class Form {
 public:
  explicit Form(const Project& project) : scale_(project.scale), wording_(project) {}

  void text(std::string_view label, const std::string& field, const std::optional<Text>& value) {
    fields_.push_back({{"label", wording_(label)}, {"field", field}, {"kind", "text"}, {"value", value ? value->value : ""}});
  }
  void score(std::string_view label, const std::string& field, const std::optional<Number>& value) {
    number(label, field, value, {scale_.min, scale_.max});
  }
  void number(std::string_view label, const std::string& field, const std::optional<Number>& value, std::pair<double, double> range) {
    fields_.push_back({{"label", wording_(label)},
                       {"field", field},
                       {"kind", "number"},
                       {"value", value ? fmt::format("{}", value->value) : ""},
                       {"min", range.first},
                       {"max", range.second},
                       {"step", "any"}});
  }
  /// Texts of the items of a list, by their numbers in the file.
  void items(std::string_view label, const FileList& list, std::string_view key, const std::vector<std::optional<Text>>& texts) {
    std::size_t next = 0;
    for (const std::optional<Text>& said : texts) {
      const auto index = said ? list.index_of(said->span, key, next) : std::nullopt;
      if (!index) continue;
      text(label, fmt::format("{}.{}.{}", list.key(), *index + 1, key), said);
      next = *index + 1;
    }
  }
  Json fields() && { return std::move(fields_); }

 private:
  Scale scale_;
  Wording wording_;
  Json fields_ = Json::array();
};

template <class Item, class TextOf>
std::vector<std::optional<Text>> texts_of(const std::vector<Item>& items, TextOf text_of) {
  std::vector<std::optional<Text>> texts;
  std::ranges::transform(items, std::back_inserter(texts), text_of);
  return texts;
}

Json fields_of(const Loaded& loaded, const Touchpoint& touchpoint) {
  Form form(loaded.workspace.project);
  const edit::YamlText file("", loaded.sources[touchpoint.span.file].text);
  const auto path = file.path_to({0, touchpoint.span.begin, touchpoint.span.end});
  const Desired desired = touchpoint.desired.value_or(Desired{});
  const Experience company = desired.company.value_or(Experience{});
  const CustomerWish customer = desired.customer.value_or(CustomerWish{});
  const Experience actual = touchpoint.actual.value_or(Experience{});
  form.text("Name", "name", touchpoint.name);
  form.text("What customers want", "desired.customer.experience", customer.experience);
  form.score("their score", "desired.customer.score", customer.score);
  form.score("least accepted", "desired.customer.adequate", customer.adequate);
  form.text("What we want", "desired.company.experience", company.experience);
  form.score("our score", "desired.company.score", company.score);
  form.text("What is lived, as we judge it", "actual.experience", actual.experience);
  form.score("judged score", "actual.score", actual.score);
  form.number("importance, 1 to 5", "importance", touchpoint.importance ? std::optional<Number>(*touchpoint.importance) : std::nullopt,
              {1, 5});
  form.items("Quote", {file, path, "evidence"}, "quote", texts_of(touchpoint.evidence, &Evidence::quote));
  form.items("What hurts", {file, path, "pains"}, "text", texts_of(touchpoint.pains, &Observation::text));
  form.items("What pleases", {file, path, "gains"}, "text", texts_of(touchpoint.gains, &Observation::text));
  return std::move(form).fields();
}

/// Which of the times that a touchpoint stands in a stage can be moved: those that are in no branch.
Json visits_in(const Stage& stage, const std::string& touchpoint) {
  Json numbers = Json::array();
  const auto visits = edit::visits_of(stage, touchpoint);
  for (std::size_t i = 0; i < visits.size(); ++i) {
    if (visits[i]) numbers.push_back(i);
  }
  return numbers;
}

/// The stages of the journeys it stands on, as `journey/stage`, with the visits it makes there.
Json stages_of(const Workspace& workspace, const std::string& touchpoint) {
  Json stages = Json::array();
  for (const Journey& journey : workspace.journeys) {
    const bool is_its = std::ranges::any_of(journey.stages, [&](const Stage& stage) { return !visits_in(stage, touchpoint).empty(); });
    for (const Stage& stage : journey.stages) {
      if (!is_its) break;
      stages.push_back({{"stage", journey.id.value + "/" + stage.id.value},
                        {"journey", journey.name.value},
                        {"name", stage.name.value},
                        {"visits", visits_in(stage, touchpoint)}});
    }
  }
  return stages;
}

std::string text_in(const Json& json, const char* key) {
  const auto found = json.is_object() ? json.find(key) : json.end();
  if (found == json.end() || !found->is_string()) throw edit::Refused(fmt::format("the page did not say '{}'", key));
  return found->get<std::string>();
}

std::string text_or_nothing_in(const Json& json, const char* key) {
  return json.contains(key) ? text_in(json, key) : "";
}

std::optional<std::size_t> number_in(const Json& json, const char* key) {
  const auto found = json.is_object() ? json.find(key) : json.end();
  return found != json.end() && found->is_number_unsigned() ? std::optional(found->get<std::size_t>()) : std::nullopt;
}

std::string told_in_log(const std::string& value) {
  return value.empty() ? "left out" : "'" + shortened(printable(value), longest_told) + "'";
}

const Touchpoint& touchpoint_in(const Workspace& workspace, const std::string& id) {
  const edit::Thing thing = edit::thing_called(workspace, id, ThingKind::touchpoint);
  return *std::ranges::find_if(workspace.touchpoints, [&](const Touchpoint& touchpoint) { return touchpoint.id.value == thing.id; });
}

/// A field as its form shows it; null where the form has none of that name.
Json field_in(const Loaded& loaded, const std::string& touchpoint, const std::string& field) {
  for (const Json& known : fields_of(loaded, touchpoint_in(loaded.workspace, touchpoint)))
    if (known["field"] == field) return known;
  return nullptr;
}

/// What the page may change, it shows.
void require_as_shown(const Json& request, const Json& known, const std::string& value) {
  if (!request.contains("was")) return;
  const std::string now = known.is_null() ? "" : known["value"].get<std::string>();
  if (now == text_in(request, "was") || now == value) return;
  throw ChangedElsewhere(
      fmt::format("{} was changed elsewhere meanwhile: it is {} now, and stays so", text_in(request, "field"), told_in_log(now)), now);
}

/// `0.5`; no exponent, and nothing beside it.
bool is_plain_number(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(number);
}

void require_number(const Json& known, const std::string& value) {
  const bool is_score = !known.is_null() && known["kind"] == "number";
  if (!is_score || value.empty() || is_plain_number(value)) return;
  throw edit::Refused(fmt::format("{} is not a number; write one as in 7 or 7.5", told_in_log(value)));
}

/// Nothing that was typed vanishes: what the files would not count is not written.
[[noreturn]] void refuse_placeholder(const std::string& value) {
  throw edit::Refused(fmt::format("{} says nothing, and would count as if it did not stand there; leave the field empty until it is known",
                                  told_in_log(value)));
}

void require_to_be_shown(const Json& known, const std::string& value) {
  const bool is_gone = known.is_null() || known["value"].get<std::string>().empty();
  if (is_gone && !value.empty()) refuse_placeholder(value);
}

EditDone set(edit::Draft& draft, const Json& request) {
  const std::string touchpoint = text_in(request, "touchpoint"), field = text_in(request, "field"), value = text_in(request, "value");
  const Json known = field_in(draft.loaded(), touchpoint, field);
  require_number(known, value);
  require_as_shown(request, known, value);
  set_field(draft, edit::thing_called(draft.workspace(), touchpoint, ThingKind::touchpoint), {field, value});
  if (!known.is_null()) require_to_be_shown(field_in(draft.loaded(), touchpoint, field), value);
  return {fmt::format("{}: {} is now {}", touchpoint, field, told_in_log(value))};
}

edit::StagePlace place_in(const Json& request) {
  return {text_in(request, "stage"), text_or_nothing_in(request, "before"), text_or_nothing_in(request, "after"),
          number_in(request, "beside")};
}

std::string told_in_log(const edit::StagePlace& place) {
  if (!place.before.empty()) return fmt::format("before {} in {}", place.before, place.stage);
  return place.after.empty() ? "at the end of " + place.stage : fmt::format("behind {} in {}", place.after, place.stage);
}

EditDone add(edit::Draft& draft, const Json& request) {
  const edit::StagePlace place = place_in(request);
  const std::string name = text_in(request, "name");
  const std::string id = add_touchpoint(draft, name, {{"id", edit::free_id(draft.workspace(), ThingKind::touchpoint, name)}}, place);
  return {fmt::format("{}: added {}", id, told_in_log(place)), id};
}

EditDone move(edit::Draft& draft, const Json& request) {
  const edit::StagePlace place = place_in(request);
  const std::string touchpoint = text_in(request, "touchpoint");
  move_touchpoint(draft, touchpoint, place, {text_or_nothing_in(request, "from"), number_in(request, "number")});
  return {fmt::format("{}: now stands {}", touchpoint, told_in_log(place))};
}

EditDone observe(edit::Draft& draft, const Json& request) {
  const std::string touchpoint = text_in(request, "touchpoint"), list = text_in(request, "list"), value = text_in(request, "value");
  if (list != "pains" && list != "gains") throw edit::Refused("what is added to is 'pains' or 'gains'");
  if (is_placeholder(value)) refuse_placeholder(value);
  add_observation(draft, touchpoint, list, value);
  return {fmt::format("{}: {} have {} too", touchpoint, list, told_in_log(value))};
}

EditDone quote(edit::Draft& draft, const Json& request) {
  const std::string touchpoint = text_in(request, "touchpoint"), value = text_in(request, "value");
  if (is_placeholder(value)) refuse_placeholder(value);
  add_evidence(draft, touchpoint, {{"voice", "customer"}, {"quote", value}});
  return {fmt::format("{}: heard {}", touchpoint, told_in_log(value))};
}

EditDone act(edit::Draft& draft, const Json& request) {
  const std::string touchpoint = text_in(request, "touchpoint"), name = text_in(request, "name");
  const std::string id = add_action(draft, name,
                                    {{"id", edit::free_id(draft.workspace(), ThingKind::action, name)},
                                     {"touchpoints", "[" + touchpoint_in(draft.workspace(), touchpoint).id.value + "]"},
                                     {"status", "proposed"}});
  return {fmt::format("{}: new action {}", touchpoint, id), id};
}

constexpr std::pair<std::string_view, EditDone (*)(edit::Draft&, const Json&)> requests[] = {
    {"set", set}, {"add", add}, {"move", move}, {"observe", observe}, {"quote", quote}, {"act", act},
};

/// The first file that is not sound YAML, of all or of one alone: half of what it holds may be missing.
std::optional<std::string> broken_file(const Loaded& loaded, std::optional<std::uint32_t> only) {
  for (const Finding& finding : loaded.findings) {
    const bool is_broken = finding.rule.id() == "yaml-syntax" && finding.severity == Severity::error;
    if (is_broken && finding.span.file == only.value_or(finding.span.file))
      return printable(name_in_workspace(loaded, loaded.sources[finding.span.file].name));
  }
  return std::nullopt;
}

}  // namespace

Json form_of(const Loaded& loaded, const std::string& touchpoint) {
  const Workspace& workspace = loaded.workspace;
  const auto found =
      std::ranges::find_if(workspace.touchpoints, [&](const Touchpoint& candidate) { return candidate.id.value == touchpoint; });
  if (found == workspace.touchpoints.end())
    return {{"fields", Json::array()}, {"stages", Json::array()}, {"waits", broken_file(loaded, std::nullopt).value_or("")}};
  Json form = {{"fields", fields_of(loaded, *found)}, {"stages", stages_of(workspace, touchpoint)}};
  if (const auto file = broken_file(loaded, found->span.file)) form["waits"] = *file;
  return form;
}

EditDone apply(edit::Draft& draft, const Json& request) {
  const std::string what = text_in(request, "do");
  const auto found = std::ranges::find(requests, what, &std::pair<std::string_view, EditDone (*)(edit::Draft&, const Json&)>::first);
  if (found == std::end(requests)) throw edit::Refused("the page asked for something that is not known");
  return found->second(draft, request);
}

}  // namespace mot::serve
