#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "mot/draw/draw.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"
#include "mot/view/sheet.h"
#include "mot/view/views.h"
#include "outputs.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr double least_dpi = 10, most_dpi = 2400;

constexpr Option options[] = {
    {"--view", "", "VIEW", "what to draw", {}, names_in<picture_views>},
    {"--journey", "", "ID", "the journey to draw, else the first"},
    format_option<picture_formats>,
    output_option,
    {"--dpi", "", "NUMBER", "dots per inch of a PNG", "96"},
    today_option,
    stdin_filename_option,
};

/// In the name of a file it stands for the journey's id, and for a picture of every journey.
constexpr std::string_view journey_placeholder = "{journey}";

/// A picture to be made: of which journey, as what, and where to.
struct Picture {
  std::string file;
  std::size_t format = 0;
  std::size_t journey = 0;
};

const PictureView& view_of(const Arguments& arguments) {
  const auto name = arguments.text("--view");
  for (const PictureView& view : picture_views()) {
    if (view.name == name) return view;
  }
  return picture_views().front();
}

double dpi_of(const Arguments& arguments) {
  const std::string text = arguments.text_of("--dpi");
  double dpi = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), dpi);
  if (error == std::errc() && end == text.data() + text.size() && dpi >= least_dpi && dpi <= most_dpi) return dpi;
  throw UsageError(fmt::format("option '--dpi': '{}' is no number from {} to {}", printable(text), least_dpi, most_dpi), arguments.command);
}

std::vector<std::string_view> journey_ids(const Workspace& workspace) {
  std::vector<std::string_view> ids;
  for (const Journey& journey : workspace.journeys) ids.push_back(journey.id.value);
  return ids;
}

std::optional<std::size_t> journey_asked_for(const Arguments& arguments, const Workspace& workspace) {
  const auto id = arguments.text("--journey");
  if (!id) return std::nullopt;
  const auto known = journey_ids(workspace);
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (known[i] == *id) return i;
  }
  const std::string suggestion = did_you_mean(*id, known);
  throw UsageError(fmt::format("option '--journey': no journey has the id '{}'{}", printable(*id),
                               suggestion.empty() && !known.empty() ? "; it may be " + alternatives(known) : suggestion),
                   arguments.command);
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

/// Of a picture that was given none: `visit` as its journey, `blueprint-visit` in another view of it, `matrix` for the whole workspace.
std::string own_name(const PictureView& view, const std::vector<std::string_view>& ids, std::size_t journey) {
  if (view.subject == PictureSubject::workspace) return std::string(view.name);
  const bool is_default = view.name == picture_views().front().name;
  return fmt::format("{}{}{}", is_default ? "" : view.name, is_default ? "" : "-", ids[journey]);
}

std::vector<std::pair<std::string_view, std::string_view>> what_views_show() {
  std::vector<std::pair<std::string_view, std::string_view>> list;
  for (const PictureView& view : picture_views()) list.emplace_back(view.name, view.shows);
  return list;
}

/// One picture for every destination, for every journey where its name asks for that. Without -o it is named after what it shows.
std::vector<Picture> pictures_of(const std::vector<Destination>& destinations, const PictureView& view, const Arguments& arguments,
                                 const Workspace& workspace) {
  const auto ids = journey_ids(workspace);
  const auto asked = journey_asked_for(arguments, workspace);
  const std::size_t chosen = asked.value_or(0);
  std::vector<Picture> pictures;
  for (const auto& [file, format] : destinations) {
    if (file.empty()) {
      pictures.push_back({own_name(view, ids, chosen) + std::string(picture_formats()[format].extension), format, chosen});
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

/// A reader who named no journey learns which others there are.
void name_the_others(const Session& session, const std::vector<Picture>& pictures, const Workspace& workspace) {
  if (workspace.journeys.size() < 2 || session.arguments.has("--journey")) return;
  for (const Picture& picture : pictures) {
    if (picture.journey != 0) return;
  }
  auto ids = journey_ids(workspace);
  const std::string first(ids.front());
  ids.erase(ids.begin());
  say(session, fmt::format("this is the journey '{}'; --journey draws another ({}), -o '{}.svg' all of them", first, fmt::join(ids, ", "),
                           journey_placeholder));
}

/// All bytes are made before the first file is written.
void draw(const Session& session, const PictureView& view, const DrawOptions& drawing, const std::vector<Picture>& pictures,
          const WorkspaceRead& read) {
  const Typesetter typesetter;
  std::map<std::size_t, Scene> scenes;
  std::vector<std::string> bytes;
  for (const Picture& picture : pictures) {
    const auto [scene, is_new] = scenes.try_emplace(picture.journey);
    if (is_new) {
      scene->second = view.draw({read.loaded.workspace, read.review.analysis, read.review.answers, light_theme(), typesetter},
                                {.journey = picture.journey});
    }
    bytes.push_back(picture_formats()[picture.format].draw(scene->second, drawing));
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
  const DrawOptions drawing = {.dpi = dpi_of(arguments), .source_date = source_date_of(session)};
  if (view.subject == PictureSubject::workspace) refuse_journeys(view, arguments);
  const WorkspaceRead read = read_for_figures(session);
  const Workspace& workspace = read.loaded.workspace;
  if (view.subject == PictureSubject::journey && workspace.journeys.empty()) {
    throw std::runtime_error(
        "there is no journey to draw; a journey is a path through touchpoints, such as\n"
        "  journey: { id: visit, name: A visit, stages: [{ id: come, name: Come, touchpoints: [greeting] }] }");
  }
  const auto pictures = pictures_of(destinations, view, arguments, workspace);
  draw(session, view, drawing, pictures, read);
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
        "  mot map trip.yaml -o - > trip.svg\n",
    .options = options,
    .operand = workspace_operand,
    .run = map,
    .glossary = {.heading = "Views", .entries = what_views_show},
};

}  // namespace mot
