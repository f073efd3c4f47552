#include "picture_options.h"

#include <fmt/format.h>

#include <algorithm>

#include "filter_options.h"
#include "mot/load/fields/codecs.h"
#include "mot/picture/told_rows.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"
#include "paper_options.h"

namespace mot {
namespace {

std::vector<std::string_view> views_that_heed(const PictureOptionEntry& entry, const Arguments& arguments) {
  std::vector<std::string_view> names;
  for (const PictureView& view : picture_views()) {
    if (heeds(view, entry, arguments)) names.push_back(view.name);
  }
  return names;
}

bool has_several_personas(const Arguments& arguments) {
  return arguments.has("--persona") && arguments.all("--persona").size() > 1;
}

/// What is drawn on the curve of a story has no place in lanes.
void refuse_in_lanes(const Arguments& arguments) {
  const bool are_lanes = (arguments.has("--layout") && word_of<Layout>(arguments, "--layout") == Layout::lanes) || arguments.has("--blank");
  if (!are_lanes) return;
  for (const std::string_view option : {"--compare", "--faces"}) {
    if (arguments.has(option))
      throw UsageError(fmt::format("{} draws on the curve of a story; leave --layout lanes and --blank out", option), arguments.command);
  }
  if (has_several_personas(arguments))
    throw UsageError("several personas have lines on the curve of a story; leave --layout lanes and --blank out", arguments.command);
}

/// What is lived after the actions starts from what is lived today, and a story has no room for pens.
void refuse_contradictions(const Arguments& arguments) {
  refuse_in_lanes(arguments);
  const bool is_story = arguments.has("--layout") && word_of<Layout>(arguments, "--layout") == Layout::story;
  if (is_story && arguments.has("--blank")) {
    throw UsageError("--blank leaves room to write in lanes; leave --layout out, or ask for lanes", arguments.command);
  }
  if (!arguments.has("--after-actions") || !arguments.has("--blank")) return;
  throw UsageError("--after-actions builds on what is lived, and --blank leaves that empty; use one of them", arguments.command);
}

}  // namespace

std::vector<std::string> rows_of(std::string_view option, const Arguments& arguments, const Workspace& workspace) {
  const std::vector<std::string_view> known = told_row_keys(workspace);
  for (const std::string& row : arguments.all(option)) {
    if (std::ranges::find(known, row) != known.end()) continue;
    const std::string near = did_you_mean(row, known);
    throw UsageError(fmt::format("option '{}': there is no row '{}'{}", option, printable(row),
                                 near.empty() ? "; it may be " + alternatives(known) : near),
                     arguments.command);
  }
  return arguments.all(option);
}

void read_personas(std::string_view, const Arguments& arguments, const Workspace& workspace, PictureOptions& options) {
  std::vector<std::size_t> personas = personas_of(arguments, workspace);
  if (personas.size() == 1)
    options.persona = personas.front();
  else
    options.personas = std::move(personas);
}

void read_other_state(std::string_view option, const Arguments& arguments, const Workspace&, PictureOptions& options) {
  if (const auto name = arguments.text(option)) options.other_state = OtherState{*name, {}, {}, {}, {}};
}

bool heeds(const PictureView& view, const PictureOptionEntry& entry, const Arguments& arguments) {
  const bool is_several = entry.reader.member == PictureOption(&PictureOptions::persona) && has_several_personas(arguments);
  return view.takes(is_several ? PictureOption(&PictureOptions::personas) : entry.reader.member);
}

std::string options_of(const PictureView& view) {
  std::vector<std::string_view> names;
  for (const PictureOptionEntry& entry : picture_option_entries) {
    if (view.takes(entry.reader.member)) names.push_back(entry.option.long_name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

void refuse_options_that_are_not_heeded(const PictureView& view, const Arguments& arguments) {
  refuse_contradictions(arguments);
  for (const PictureOptionEntry& entry : picture_option_entries) {
    const Option& option = entry.option;
    const bool is_filter = option.long_name == "--department";
    if (!arguments.has(option.long_name) || heeds(view, entry, arguments) || is_filter) continue;
    const std::string_view what = view.takes(entry.reader.member) ? "only one" : "no";
    throw UsageError(fmt::format("the view '{}' takes {} {}; these {}: {}", view.name, what, option.long_name,
                                 what == "no" ? "do" : "take several", fmt::join(views_that_heed(entry, arguments), ", ")),
                     arguments.command);
  }
}

PictureOptions picture_options_of(const Arguments& arguments, const Workspace& workspace) {
  PictureOptions options;
  for (const auto& [option, reader, in_file_name] : picture_option_entries) reader.read(option.long_name, arguments, workspace, options);
  return options;
}

std::vector<std::string> parts_of_file_name(const Arguments& arguments) {
  std::vector<std::string> parts;
  for (const auto& [option, reader, in_file_name] : picture_option_entries) {
    if (!arguments.has(option.long_name)) continue;
    const std::string_view name = option.long_name.substr(2);
    switch (in_file_name) {
      case InFileName::nothing:
        break;
      case InFileName::name:
        parts.emplace_back(name);
        break;
      case InFileName::value:
        for (const std::string& value : arguments.all(option.long_name)) parts.push_back(value);
        break;
      case InFileName::name_and_value:
        parts.push_back(fmt::format("{}-{}", name, arguments.text_of(option.long_name)));
        break;
    }
  }
  for (const Option& option : narrowing_options) {
    if (!arguments.has(option.long_name)) continue;
    const bool is_switch = option.value.empty();
    parts.push_back(yaml::id_like(is_switch ? option.long_name : arguments.text_of(option.long_name)));
  }
  for (const Option& option : printing_options) {
    if (!arguments.has(option.long_name)) continue;
    const std::string value = arguments.text_of(option.long_name);
    parts.push_back(option.long_name == "--sheets" ? fmt::format("{}-sheets", value) : value);
  }
  return parts;
}

}  // namespace mot
