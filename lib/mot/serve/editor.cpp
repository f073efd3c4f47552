#include "mot/serve/editor.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "mot/text/utf8.h"
#include "mot/write/edited_files.h"

namespace mot::serve {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_steps = 1000;  // that can be undone

std::string as_text(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string text_in(const Json& json, const char* key) {
  const auto found = json.is_object() ? json.find(key) : json.end();
  if (found == json.end() || !found->is_string()) throw edit::Refused(fmt::format("the page did not say '{}'", key));
  return found->get<std::string>();
}

/// What a form shows of a touchpoint.
class Form {
 public:
  explicit Form(const Scale& scale) : scale_(scale) {}

  void text(const char* label, const std::string& field, const std::optional<Text>& value) {
    fields_.push_back({{"label", label}, {"field", field}, {"kind", "text"}, {"value", value ? value->value : ""}});
  }
  void score(const char* label, const std::string& field, const std::optional<Number>& value) {
    number(label, field, value, {scale_.min, scale_.max});
  }
  void number(const char* label, const std::string& field, const std::optional<Number>& value, std::pair<double, double> range) {
    fields_.push_back({{"label", label},
                       {"field", field},
                       {"kind", "number"},
                       {"value", value ? fmt::format("{}", value->value) : ""},
                       {"min", range.first},
                       {"max", range.second},
                       {"step", "any"}});
  }
  Json fields() && { return std::move(fields_); }

 private:
  Scale scale_;
  Json fields_ = Json::array();
};

Json fields_of_touchpoint(const Workspace& workspace, const Touchpoint& touchpoint) {
  Form form(workspace.project.scale);
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
  for (std::size_t i = 0; i < touchpoint.evidence.size(); ++i) {
    if (touchpoint.evidence[i].quote) form.text("Quote", fmt::format("evidence.{}.quote", i + 1), touchpoint.evidence[i].quote);
  }
  for (std::size_t i = 0; i < touchpoint.pains.size(); ++i)
    form.text("What hurts", fmt::format("pains.{}.text", i + 1), touchpoint.pains[i].text);
  return std::move(form).fields();
}

/// The stages it stands in, as `journey/stage`.
Json stages_of(const Workspace& workspace, const std::string& touchpoint) {
  Json stages = Json::array();
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      const bool stands =
          std::any_of(stage.steps.begin(), stage.steps.end(), [&](const PathStep& step) { return step.touchpoint.value == touchpoint; });
      if (stands) stages.push_back(journey.id.value + "/" + stage.id.value);
    }
  }
  return stages;
}

/// What is to be done, done to a draft; gives what the log says.
std::string applied(edit::Draft& draft, const Json& request) {
  const std::string touchpoint = text_in(request, "touchpoint");
  if (text_in(request, "do") == "set") {
    const std::string field = text_in(request, "field"), value = text_in(request, "value");
    set_field(draft, edit::thing_called(draft.workspace(), touchpoint, ThingKind::touchpoint), {field, value});
    return fmt::format("{}: {} is now {}", touchpoint, field, value.empty() ? "left out" : "'" + shortened(printable(value), 40) + "'");
  }
  if (text_in(request, "do") == "add") {
    const edit::StagePlace place{.stage = text_in(request, "stage"), .before = "", .after = touchpoint};
    return fmt::format("added {} behind {}", add_touchpoint(draft, text_in(request, "name"), {}, place), touchpoint);
  }
  throw edit::Refused("the page asked for something that is not known");
}

}  // namespace

Posts Editor::posts() {
  return {{"/edit", [this](const std::string& body) { return guarded([&] { return change(body); }); }},
          {"/undo", [this](const std::string&) { return guarded([&] { return undo(); }); }},
          {"/redo", [this](const std::string&) { return guarded([&] { return redo(); }); }},
          {"/log",
           [this](const std::string&) { return guarded([&] { return answer(true, done_.empty() ? "Editing" : done_.back().what); }); }}};
}

Questions Editor::questions() {
  return {{"/fields", [this](const std::string& of) { return guarded([&] { return fields_of(of); }); }}};
}

std::string Editor::answer(bool is_ok, const std::string& message) const {
  return as_text({{"ok", is_ok}, {"message", message}, {"can_undo", !done_.empty()}, {"can_redo", !undone_.empty()}});
}

std::string Editor::guarded(const std::function<std::string()>& act) {
  const std::lock_guard lock(mutex_);
  try {
    return act();
  } catch (const std::exception& error) {
    return answer(false, error.what());
  }
}

std::string Editor::change(const std::string& body) {
  const Json request = Json::parse(body, nullptr, false);
  edit::Draft draft(inputs_);
  std::string what = applied(draft, request);
  Done done{std::move(what), draft.edited_files()};
  if (done.files.empty()) return answer(true, "the files say so already");
  save_edited(done.files);
  undone_.clear();
  return made(std::move(done));
}

std::string Editor::made(Done done) {
  const std::string message = fmt::format("{} ({})", done.what, done.files.front().name);
  done_.push_back(std::move(done));
  if (done_.size() > most_steps) done_.erase(done_.begin());
  return answer(true, message);
}

std::string Editor::undo() {
  if (done_.empty()) return answer(true, "nothing to undo");
  std::vector<edit::EditedFile> files = done_.back().files;
  for (edit::EditedFile& file : files) std::swap(file.before, file.after);
  save_edited(files);
  undone_.push_back(std::move(done_.back()));
  done_.pop_back();
  return answer(true, "undone: " + undone_.back().what);
}

std::string Editor::redo() {
  if (undone_.empty()) return answer(true, "nothing to redo");
  Done again = std::move(undone_.back());
  undone_.pop_back();
  try {
    save_edited(again.files);
  } catch (const std::exception&) {
    undone_.push_back(std::move(again));
    throw;
  }
  return made(std::move(again));
}

std::string Editor::fields_of(const std::string& id) {
  const Loaded loaded = load(inputs_);
  const auto& touchpoints = loaded.workspace.touchpoints;
  const auto found =
      std::find_if(touchpoints.begin(), touchpoints.end(), [&](const Touchpoint& touchpoint) { return touchpoint.id.value == id; });
  if (found == touchpoints.end()) return as_text({{"fields", Json::array()}, {"stages", Json::array()}});
  return as_text({{"fields", fields_of_touchpoint(loaded.workspace, *found)}, {"stages", stages_of(loaded.workspace, id)}});
}

}  // namespace mot::serve
