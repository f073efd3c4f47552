#include "mot/edit/draft.h"

#include <fmt/format.h>

#include <set>

#include "mot/load/file_names.h"
#include "mot/load/files/overlay_files.h"
#include "mot/text/utf8.h"

namespace mot::edit {
namespace {

bool is_serious(const Finding& finding) {
  return finding.severity == Severity::error && finding.rule.rule().stops_figures();
}

/// What tells an error from others whatever lines moved.
std::string key_of(const Finding& finding, const Sources& sources) {
  return fmt::format("{}\n{}\n{}", sources[finding.span.file].name, finding.rule.id(), finding.message);
}

/// The first error that was not there before.
const Finding* new_error(const Loaded& before, const Loaded& after) {
  std::multiset<std::string> known;
  for (const Finding& finding : before.findings) known.insert(key_of(finding, before.sources));
  for (const Finding& finding : after.findings) {
    if (!is_serious(finding)) continue;
    const auto twin = known.find(key_of(finding, after.sources));
    if (twin == known.end()) return &finding;
    known.erase(twin);
  }
  return nullptr;
}

}  // namespace

Draft::Draft(const Inputs& inputs, FileNames names)
    : inputs_(inputs), names_(names), overlay_(std::make_unique<OverlayFiles>(*inputs.files)) {
  inputs_.files = overlay_.get();
  loaded_ = load(inputs_);
}

Draft::~Draft() = default;

std::string Draft::name_of(const Loaded& loaded, std::uint32_t file) const {
  const std::string& name = loaded.sources[file].name;
  return names_ == FileNames::in_workspace ? name_in_workspace(loaded, name) : name;
}

YamlText Draft::text_of(std::uint32_t file) const {
  return YamlText(name_of(loaded_, file), loaded_.sources[file].text);
}

void Draft::change(const std::map<std::uint32_t, std::string>& texts) {
  const auto kept = overlay_->texts;
  for (const auto& [file, text] : texts) overlay_->texts[overlay_path(loaded_.sources[file].name)] = text;
  Loaded after = load(inputs_);
  if (const Finding* error = new_error(loaded_, after)) {
    const Position at = after.sources.begin_of(error->span);
    const std::string why =
        fmt::format("nothing was changed, for {}:{} would say: {}", printable(name_of(after, error->span.file)), at.line, error->message);
    overlay_->texts = kept;
    throw Refused(why);
  }
  for (const auto& [file, text] : texts) before_.try_emplace(file, loaded_.sources[file].text);
  loaded_ = std::move(after);
}

std::vector<EditedFile> Draft::edited_files() const {
  std::vector<EditedFile> files;
  for (const auto& [file, before] : before_) {
    const Source& source = loaded_.sources[file];
    if (source.text != before) files.push_back({overlay_path(source.name), name_of(loaded_, file), before, source.text});
  }
  return files;
}

}  // namespace mot::edit
