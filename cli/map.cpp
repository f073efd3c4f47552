#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "looks.h"
#include "mot/draw/draw.h"
#include "mot/text/utf8.h"
#include "mot/view/sheet.h"
#include "pictures.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr double least_dpi = 10, most_dpi = 2400;

constexpr Option first_options[] = {
    {"--view", "", "VIEW", "what to draw", {}, names_in<picture_views>},
    {"--journey", "", "ID", "the journey to draw, else the first"},
};

constexpr Option last_options[] = {
    theme_option, format_option<picture_formats>, output_option, {"--dpi", "", "NUMBER", "dots per inch of a PNG", "96"},
    today_option, stdin_filename_option,
};

constexpr auto options = options_from(first_options, picture_options, last_options);

/// A reader who named no journey learns which others there are.
void name_the_others(const Session& session, const std::vector<PictureFile>& pictures, const Workspace& workspace) {
  if (workspace.journeys.size() < 2 || session.arguments.has("--journey")) return;
  for (const PictureFile& picture : pictures) {
    if (picture.journey != 0) return;
  }
  auto ids = ids_of(workspace.journeys);
  const std::string first(ids.front());
  ids.erase(ids.begin());
  say(session, fmt::format("this is the journey '{}'; --journey draws another ({}), -o '{}.svg' all of them", first, fmt::join(ids, ", "),
                           journey_placeholder));
}

/// What every picture of one run is drawn from and with.
struct Easel {
  const PictureView& view;
  PictureInput input;
  PictureOptions options;
  DrawOptions drawing;
};

/// All bytes are made before the first file is written.
void draw(const Session& session, const Easel& easel, const std::vector<PictureFile>& pictures) {
  std::map<std::size_t, Scene> scenes;
  std::vector<std::string> bytes;
  for (const PictureFile& picture : pictures) {
    const auto [scene, is_new] = scenes.try_emplace(picture.journey);
    if (is_new) {
      PictureOptions asked = easel.options;
      asked.journey = picture.journey;
      scene->second = easel.view.draw(easel.input, asked);
    }
    bytes.push_back(picture_formats()[picture.format].draw(scene->second, easel.drawing));
    const bool is_binary = bytes.back().find('\0') != std::string::npos;
    if (picture.file == "-" && is_binary && session.streams.out_is_terminal) {
      throw std::runtime_error(fmt::format("{} is nothing for a terminal; name a file with -o", picture_formats()[picture.format].name));
    }
  }
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    deliver(session, pictures[i].file, bytes[i]);
    const auto& named = session.arguments.all("--output");
    const bool is_named = std::find(named.begin(), named.end(), pictures[i].file) != named.end();
    if (!is_named) say(session, fmt::format("wrote {}", printable(pictures[i].file)));
  }
}

int map(const Session& session) {
  const Arguments& arguments = session.arguments;
  const PictureView& view = view_of(arguments);
  const auto destinations = destinations_in<picture_formats>(arguments, "");
  const DrawOptions drawing = {.dpi = number_of(arguments, "--dpi", least_dpi, most_dpi), .source_date = source_date_of(session)};
  refuse_what_is_not_heeded(view, arguments);
  const WorkspaceRead read = read_for_figures(session);
  const Workspace& workspace = read.loaded.workspace;
  if (view.subject == PictureSubject::journey && workspace.journeys.empty()) {
    throw std::runtime_error(
        "there is no journey to draw; a journey is a path through touchpoints, such as\n"
        "  journey: { id: visit, name: A visit, stages: [{ id: come, name: Come, touchpoints: [greeting] }] }");
  }
  const auto pictures = pictures_of(destinations, view, arguments, workspace);
  const Typesetter typesetter;
  std::optional<Analysis> of_persona;
  if (const auto persona = persona_of(arguments, workspace)) of_persona = analyse(workspace, read.review.answers, {.persona = persona});
  const PictureInput input{workspace, of_persona ? *of_persona : read.review.analysis, read.review.answers, theme_of(arguments),
                           typesetter};
  draw(session, {view, input, picture_options_of(arguments, workspace), drawing}, pictures);
  if (view.subject == PictureSubject::journey) name_the_others(session, pictures, workspace);
  return 0;
}

}  // namespace

constinit const Command map_command = {
    .name = "map",
    .does = "draw what is wanted, what is lived and by whom, in several views",
    .details =
        "Without -o the picture is written to a file named after what it shows, such as same-day-trip.svg. {journey} in the name of a "
        "file stands for the id of the journey, and draws every one.",
    .examples =
        "  mot map\n"
        "  mot map --journey same-day-trip -o trip.svg -o trip.png --dpi 200\n"
        "  mot map -o 'maps/{journey}.pdf'\n"
        "  mot map --view priorities -o what-to-do-first.svg\n"
        "  mot map --persona ines --after-actions\n"
        "  mot map --blank customer -o poster.pdf\n"
        "  mot map trip.yaml -o - > trip.svg\n",
    .options = options,
    .operand = workspace_operand,
    .run = map,
    .glossary = {.heading = "Views", .entries = what_views_show},
};

}  // namespace mot
