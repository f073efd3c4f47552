#include "pictures.h"

#include <fmt/format.h>

#include <stdexcept>

#include "mot/draw/draw.h"

namespace mot {
namespace {

/// What the names of files ask of a view of the whole workspace, which draws no journey.
void refuse_journeys(const PictureView& view, const Arguments& arguments) {
  bool is_asked = false;
  for (const std::string& file : arguments.all("--output")) is_asked |= file.find(journey_placeholder) != std::string::npos;
  if (is_asked) {
    throw UsageError(fmt::format("the view '{}' shows the whole workspace, not a journey", view.name), arguments.command);
  }
}

/// Of a picture that was given none: `visit` as its journey, `blueprint-visit` in another view of it, `matrix` for the whole workspace,
/// and what else makes it another picture: `visit-ines-blank-customer`.
std::string own_name(const PictureView& view, const Arguments& arguments, std::string_view journey) {
  if (const auto saved = arguments.text("--saved")) return *saved;
  std::vector<std::string> parts;
  const bool is_of_journey = view.subject == PictureSubject::journey;
  if (!is_of_journey || view.name != picture_views().front().name) parts.emplace_back(view.name);
  if (is_of_journey || arguments.has("--journey")) parts.emplace_back(is_of_journey ? journey : arguments.text_of("--journey"));
  for (std::string& part : parts_of_file_name(arguments)) parts.push_back(std::move(part));
  return fmt::format("{}", fmt::join(parts, "-"));
}

}  // namespace

std::string with_id(std::string file, std::string_view placeholder, std::string_view id) {
  for (std::size_t at = 0; (at = file.find(placeholder, at)) != std::string::npos; at += id.size()) {
    file.replace(at, placeholder.size(), id);
  }
  return file;
}

const PictureView& view_of(const Arguments& arguments) {
  return chosen_in<picture_views>(arguments, "--view");
}

void require_journey(const Workspace& workspace) {
  if (!workspace.journeys.empty()) return;
  throw std::runtime_error(
      "there is no journey to draw; a journey is a path through touchpoints, such as\n"
      "  journey: { id: visit, name: A visit, stages: [{ id: come, name: Come, touchpoints: [greeting] }] }");
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
  refuse_options_that_are_not_heeded(view, arguments);
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
      pictures.push_back({name + std::string(picture_formats()[format].extension), format, chosen, asked.has_value()});
    } else if (file.find(journey_placeholder) == std::string::npos) {
      pictures.push_back({file, format, chosen, asked.has_value()});
    } else {
      for (std::size_t i = 0; i < ids.size(); ++i) {
        if (!asked || *asked == i) pictures.push_back({with_id(file, journey_placeholder, ids[i]), format, i, true});
      }
    }
  }
  return pictures;
}

}  // namespace mot
