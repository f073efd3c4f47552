#include "mot/serve/editor.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "mot/edit/text_merge.h"
#include "mot/load/files/overlay_files.h"
#include "mot/serve/edit_form.h"
#include "mot/serve/json_text.h"
#include "mot/text/utf8.h"
#include "mot/write/edited_files.h"

namespace mot::serve {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_bytes = 8u << 20;  // of texts that are kept to undo by; the last step is kept whatever it takes
constexpr std::size_t most_lines = 200;       // of the log that a page shows
constexpr int most_tries = 5;                 // where others write the same file

/// `departments/reservations.yaml:99`: the first line that an edit changes.
std::string place_of(const edit::EditedFile& file) {
  const std::size_t least = std::min(file.before.size(), file.after.size());
  const auto differs =
      std::mismatch(file.after.begin(), file.after.begin() + static_cast<std::ptrdiff_t>(least), file.before.begin()).first;
  return fmt::format("{}:{}", printable(file.name), 1 + std::count(file.after.begin(), differs, '\n'));
}

std::string places_of(const std::vector<edit::EditedFile>& files) {
  std::string places;
  for (const edit::EditedFile& file : files) places += (places.empty() ? "" : ", ") + place_of(file);
  return places;
}

/// Does something to a draft of what the files say now, and saves it; again where a file changed while that was done.
template <class Act>
std::vector<edit::EditedFile> saved(const Inputs& inputs, const Act& act) {
  for (int tries = 1;; ++tries) {
    edit::Draft draft(inputs, edit::FileNames::in_workspace);
    act(draft);
    std::vector<edit::EditedFile> files = draft.edited_files();
    try {
      save_edited(files);
      return files;
    } catch (const ChangedMeanwhile&) {
      if (tries == most_tries) throw;
    }
  }
}

/// The file of a draft that an edit changed before.
std::uint32_t file_in(const edit::Draft& draft, const edit::EditedFile& edited) {
  const Sources& sources = draft.loaded().sources;
  for (std::uint32_t file = 0; file < sources.size(); ++file) {
    if (overlay_path(sources[file].name) == edited.path) return file;
  }
  throw edit::Refused(fmt::format("'{}' is not part of the workspace any more", printable(edited.name)));
}

/// Makes each file say again what it said before an edit; what else changed in it since then stays.
void take_back(edit::Draft& draft, const std::vector<edit::EditedFile>& files) {
  std::map<std::uint32_t, std::string> texts;
  for (const edit::EditedFile& edited : files) {
    const std::uint32_t file = file_in(draft, edited);
    const std::string& now = draft.loaded().sources[file].text;
    const auto merged = now == edited.after ? std::optional(edited.before) : edit::merged(edited.after, edited.before, now);
    if (!merged)
      throw edit::Refused(fmt::format("the same lines of '{}' changed meanwhile, and were left alone; change them by hand", edited.name));
    texts[file] = *merged;
  }
  draft.change(texts);
}

}  // namespace

Posts Editor::posts() {
  const auto does = [this](Act act) { return [this, act](const std::string& body) { return guarded(body, act); }; };
  return {{"/edit", does(&Editor::change)}, {"/undo", does(&Editor::undo)}, {"/redo", does(&Editor::redo)}, {"/log", does(&Editor::log)}};
}

Questions Editor::questions() {
  return {{"/fields", [this](const std::string& of) { return form(of); }}};
}

Json Editor::answer(const std::string& by, bool is_ok, const std::string& message) const {
  const auto has_some = [&](const std::vector<Done>& steps) {
    return std::ranges::any_of(steps, [&](const Done& step) { return step.by == by; });
  };
  return {{"ok", is_ok}, {"message", message}, {"can_undo", has_some(done_)}, {"can_redo", has_some(undone_)}, {"log", log_}};
}

std::string Editor::guarded(const std::string& body, Act act) {
  const std::lock_guard lock(mutex_);
  Sent sent{"", Json::parse(body, nullptr, false)};
  if (sent.request.is_object()) sent.by = sent.request.value("by", Json()).is_string() ? sent.request["by"].get<std::string>() : "";
  try {
    return (this->*act)(sent);
  } catch (const ChangedElsewhere& changed) {
    Json refused = answer(sent.by, false, changed.what());
    refused["theirs"] = changed.now;
    return as_text(refused);
  } catch (const std::exception& error) {
    return as_text(answer(sent.by, false, error.what()));
  }
}

void Editor::note(const std::string& line) {
  log_.push_back(line);
  if (log_.size() > most_lines) log_.pop_front();
  if (tell_) tell_(line);
}

void Editor::keep(std::vector<Done>& steps, Done step) {
  steps.push_back(std::move(step));
  std::size_t bytes = 0, first = steps.size();
  while (first > 0 && (bytes <= most_bytes || first == steps.size())) {
    for (const edit::EditedFile& file : steps[--first].files) bytes += file.before.size() + file.after.size();
  }
  const bool is_too_much = bytes > most_bytes && first + 1 < steps.size();
  steps.erase(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(is_too_much ? first + 1 : first));
}

std::string Editor::change(const Sent& sent) {
  EditDone done;
  std::vector<edit::EditedFile> files = saved(inputs_, [&](edit::Draft& draft) { done = apply(draft, sent.request); });
  if (files.empty()) return as_text(answer(sent.by, true, "the files say so already"));
  note(fmt::format("{} ({})", done.what, places_of(files)));
  std::erase_if(undone_, [&](const Done& step) { return step.by == sent.by; });
  keep(done_, {sent.by, done.what, std::move(files)});
  Json told = answer(sent.by, true, log_.back());
  told["added"] = done.added;
  return as_text(told);
}

std::string Editor::reverse(const Sent& sent, std::vector<Done>& from, std::vector<Done>& to, const char* verb) {
  const auto is_next = [&](const Done& step) { return step.by == sent.by && !step.was_refused; };
  auto last = std::find_if(from.rbegin(), from.rend(), is_next);
  if (last == from.rend()) {
    for (Done& step : from) step.was_refused = step.was_refused && step.by != sent.by;
    last = std::find_if(from.rbegin(), from.rend(), is_next);
  }
  if (last == from.rend()) return as_text(answer(sent.by, true, fmt::format("nothing to {}", verb)));
  const Done step = *last;
  std::vector<edit::EditedFile> files;
  try {
    files = saved(inputs_, [&](edit::Draft& draft) { take_back(draft, step.files); });
  } catch (const edit::Refused& refused) {
    last->was_refused = true;
    const bool has_others = std::ranges::any_of(from, is_next);
    throw edit::Refused(fmt::format("no {} of {}: {}; it stays, and is tried again{}", verb, step.what, refused.what(),
                                    has_others ? " after those before it" : ""));
  }
  from.erase(std::next(last).base());
  note(fmt::format("{}: {} ({})", verb, step.what, places_of(files)));
  keep(to, {sent.by, step.what, std::move(files)});
  return as_text(answer(sent.by, true, log_.back()));
}

std::string Editor::log(const Sent& sent) {
  return as_text(answer(sent.by, true, log_.empty() ? "" : log_.back()));
}

std::string Editor::form(const std::string& touchpoint) {
  const std::lock_guard lock(mutex_);
  try {
    return as_text(form_of(load(inputs_), touchpoint));
  } catch (const std::exception& error) {
    return as_text({{"fields", Json::array()}, {"stages", Json::array()}, {"waits", ""}, {"why", error.what()}});
  }
}

}  // namespace mot::serve
