#include "pictures.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/draw/draw.h"

namespace mot {
namespace {

constexpr double least_width = 400, most_width = 100'000;  // points

constexpr PictureOption all_picture_options[] = {PictureOption::persona, PictureOption::department, PictureOption::after_actions,
                                                 PictureOption::blank, PictureOption::width};
static_assert(std::size(all_picture_options) == names_of<PictureOption>.size() &&
              std::size(picture_options) == names_of<PictureOption>.size());

std::string option_name(PictureOption option) {
  return fmt::format("--{}", name_of(option));
}

std::string options_of(const PictureView& view) {
  std::vector<std::string> names;
  for (const PictureOption option : view.options) names.push_back(option_name(option));
  return fmt::format("{}", fmt::join(names, ", "));
}

std::vector<std::string_view> views_that_take(PictureOption option) {
  std::vector<std::string_view> names;
  for (const PictureView& view : picture_views()) {
    if (view.takes(option)) names.push_back(view.name);
  }
  return names;
}

/// What the names of files and the choice of a journey ask of a view of the whole workspace, which has neither.
void refuse_journeys(const PictureView& view, const Arguments& arguments) {
  bool is_asked = arguments.has("--journey");
  for (const std::string& file : arguments.all("--output")) is_asked |= file.find(journey_placeholder) != std::string::npos;
  if (is_asked) {
    throw UsageError(fmt::format("the view '{}' shows the whole workspace, not a journey", view.name), arguments.command);
  }
}

std::string filled_in(std::string file, std::string_view id) {
  for (std::size_t at = 0; (at = file.find(journey_placeholder, at)) != std::string::npos; at += id.size()) {
    file.replace(at, journey_placeholder.size(), id);
  }
  return file;
}

/// Of a picture that was given none: `visit` as its journey, `blueprint-visit` in another view of it, `matrix` for the whole workspace,
/// and what else makes it another picture: `visit-ines-blank-customer`.
std::string own_name(const PictureView& view, const Arguments& arguments, std::string_view journey) {
  std::vector<std::string> parts;
  const bool is_of_journey = view.subject == PictureSubject::journey;
  if (!is_of_journey || view.name != picture_views().front().name) parts.emplace_back(view.name);
  if (is_of_journey) parts.emplace_back(journey);
  for (const std::string_view option : {"--persona", "--department"}) {
    if (const auto id = arguments.text(option)) parts.push_back(*id);
  }
  if (arguments.has("--after-actions")) parts.emplace_back("after-actions");
  if (const auto blank = arguments.text("--blank")) parts.push_back("blank-" + *blank);
  return fmt::format("{}", fmt::join(parts, "-"));
}

/// What is lived after the actions starts from what is lived today.
void refuse_contradictions(const Arguments& arguments) {
  if (!arguments.has("--after-actions") || !arguments.has("--blank")) return;
  throw UsageError("--after-actions builds on what is lived, and --blank leaves that empty; use one of them", arguments.command);
}

}  // namespace

const PictureView& view_of(const Arguments& arguments) {
  const auto name = arguments.text("--view");
  for (const PictureView& view : picture_views()) {
    if (view.name == name) return view;
  }
  return picture_views().front();
}

std::vector<std::pair<std::string, std::string>> what_views_show() {
  std::vector<std::pair<std::string, std::string>> list;
  for (const PictureView& view : picture_views()) {
    const std::string options = options_of(view);
    list.emplace_back(view.name, options.empty() ? std::string(view.shows) : fmt::format("{}; takes {}", view.shows, options));
  }
  return list;
}

void refuse_what_is_not_heeded(const PictureView& view, const Arguments& arguments) {
  if (view.subject == PictureSubject::workspace) refuse_journeys(view, arguments);
  refuse_contradictions(arguments);
  for (const PictureOption option : all_picture_options) {
    const std::string name = option_name(option);
    if (!arguments.has(name) || view.takes(option)) continue;
    throw UsageError(fmt::format("the view '{}' takes no {}; these do: {}", view.name, name, fmt::join(views_that_take(option), ", ")),
                     arguments.command);
  }
}

PictureOptions picture_options_of(const Arguments& arguments, const Workspace& workspace) {
  PictureOptions options;
  options.department = department_of(arguments, workspace);
  options.after_actions = arguments.has("--after-actions");
  if (const auto blank = arguments.text("--blank")) options.blank = word_from<Blank>(*blank);
  if (arguments.has("--width")) options.width = number_of(arguments, "--width", least_width, most_width);
  return options;
}

std::vector<PictureFile> pictures_of(const std::vector<Destination>& destinations, const PictureView& view, const Arguments& arguments,
                                     const Workspace& workspace) {
  const auto ids = ids_of(workspace.journeys);
  const auto asked = journey_of(arguments, workspace);
  const std::size_t chosen = asked.value_or(0);
  std::vector<PictureFile> pictures;
  for (const auto& [file, format] : destinations) {
    if (file.empty()) {
      const std::string name = own_name(view, arguments, ids.empty() ? "" : ids[chosen]);
      pictures.push_back({name + std::string(picture_formats()[format].extension), format, chosen});
    } else if (file.find(journey_placeholder) == std::string::npos) {
      pictures.push_back({file, format, chosen});
    } else {
      for (std::size_t i = 0; i < ids.size(); ++i) {
        if (!asked || *asked == i) pictures.push_back({filled_in(file, ids[i]), format, i});
      }
    }
  }
  return pictures;
}

}  // namespace mot
