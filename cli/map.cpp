#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "filter_options.h"
#include "mot/analysis/analysis.h"
#include "mot/draw/draw.h"
#include "mot/picture/canvas.h"
#include "mot/text/utf8.h"
#include "paper_options.h"
#include "pictures.h"
#include "table_of_commands.h"
#include "theme_option.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr double least_dpi = 10, most_dpi = 2400;
constexpr double margin_on_paper = 4;  // points around a story, which has the margin of its sheet beside

constexpr Option first_options[] = {
    {"--view", "", "VIEW", "what to draw", {}, names_in<picture_views>},
    {"--journey", "", "ID", "the journey to draw, else the first; of views of the whole workspace: only what stands on it"},
};

constexpr Option look_options[] = {theme_option};

constexpr Option last_options[] = {
    format_option<picture_formats>,
    output_option,
    {"--dpi", "", "NUMBER", "dots per inch of a PNG", "96"},
    {"--keep-going", "", "", "draw what could be read, past errors of form and links; the exit code is 1 then"},
    today_option,
    stdin_filename_option,
};

constexpr auto options = options_from(first_options, picture_options, narrowing_options, look_options, printing_options, last_options);

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
  std::optional<Printing> printing;
  const Medium* medium = nullptr;  ///< null: a screen
  std::string date;                ///< for the foot of pages

  Scene scene_of(std::size_t journey, double width) const {
    PictureOptions asked = options;
    asked.journey = journey;
    asked.width = width;
    return view.draw(input, asked);
  }
};

/// A picture as a file, and what there is to say of it.
struct Drawn {
  std::string bytes;
  std::optional<std::string> advice;
};

Drawn drawn_on_paper(const Easel& easel, std::size_t journey, const PictureFormat& format) {
  const bool may_choose_width = easel.view.takes(&PictureOptions::width) && easel.options.width == 0;
  const auto draw_as_wide = [&](double width) { return easel.scene_of(journey, width); };
  Imposed imposed;
  if (may_choose_width) {
    imposed = fitted(draw_as_wide, *easel.printing);
  } else {
    imposed.scene = draw_as_wide(easel.options.width);
    imposed.imposition = imposition_of(imposed.scene, *easel.printing);
  }
  const Imposition imposition = imposition_or_advice(imposed.imposition, *easel.printing);
  const std::string project = easel.input.workspace.project.name ? easel.input.workspace.project.name->value : "";
  const auto pages = pages_of(imposed.scene, imposition, {project, easel.date}, easel.input.theme, easel.input.typesetter);
  DrawOptions drawing = easel.drawing;
  drawing.pages = pages;
  return {format.draw(imposed.scene, drawing), advice_for(imposed.scene, imposition, *easel.printing)};
}

bool is_story(const Easel& easel) {
  return easel.view.takes(&PictureOptions::layout) && !easel.options.blank && easel.options.layout.value_or(Layout::story) == Layout::story;
}

/// A slide is drawn as large as it is.
MadeForMedium slide_of(const Easel& easel, std::size_t journey) {
  PictureOptions asked = easel.options;
  asked.journey = journey;
  asked.is_slide = true;
  const bool is_upright = easel.printing->orientation == Orientation::portrait;
  const Paper& paper = easel.printing->paper;
  asked.width = is_upright ? paper.width : paper.height;
  asked.height = is_upright ? paper.height : paper.width;
  return {easel.view.draw(easel.input, asked), std::nullopt, 0};
}

MadeForMedium made_for_medium(const Easel& easel, std::size_t journey) {
  if (!is_story(easel)) {
    const auto draw_as_wide = [&](double width) { return easel.scene_of(journey, width); };
    const Printing printing = printing_for(*easel.medium, *easel.printing);
    if (easel.view.takes(&PictureOptions::width)) {
      Imposed imposed = fitted(draw_as_wide, printing);
      return {std::move(imposed.scene), std::move(imposed.imposition), 0};
    }
    Scene scene = draw_as_wide(0);
    auto imposition = imposition_of(scene, printing);
    return {std::move(scene), std::move(imposition), 0};
  }
  return made_for(*easel.medium, *easel.printing, story_parts().size(), [&](const Fit& fit) {
    PictureOptions asked = easel.options;
    asked.journey = journey;
    asked.width = fit.width, asked.height = fit.height, asked.columns = fit.columns, asked.left_out = fit.left_out;
    asked.margin = margin_on_paper;
    return easel.view.draw(easel.input, asked);
  });
}

/// As large as it is on paper; on one sheet with its foot.
Scene on_its_sheet(const MadeForMedium& made, std::span<const Page> pages) {
  if (pages.size() != 1) return scaled(made.scene, made.imposition->scale);
  const Page& page = pages.front();
  Scene scene = scaled(made.scene, page.scale, {page.window.left - page.from.x * page.scale, page.window.top - page.from.y * page.scale});
  scene.width = page.frame.width, scene.height = page.frame.height;
  scene.items.insert(scene.items.end(), page.frame.items.begin(), page.frame.items.end());
  return scene;
}

Drawn drawn_for_medium(const Easel& easel, std::size_t journey, const PictureFormat& format) {
  const bool is_slide = is_story(easel) && easel.medium->most_pages == 1 && easel.medium->name == "slide";
  MadeForMedium made = is_slide ? slide_of(easel, journey) : made_for_medium(easel, journey);
  const std::string text = medium_text(*easel.medium, *easel.printing, made, story_parts());
  DrawOptions drawing = easel.drawing;
  if (!made.imposition) return {format.draw(made.scene, drawing), text};
  const std::string project = easel.input.workspace.project.name ? easel.input.workspace.project.name->value : "";
  const auto pages = pages_of(made.scene, *made.imposition, {project, easel.date}, easel.input.theme, easel.input.typesetter);
  if (!has_pages(format)) return {format.draw(on_its_sheet(made, pages), drawing), text};
  drawing.pages = pages;
  return {format.draw(made.scene, drawing), text};
}

/// All pictures, in their order. A scene that several formats show is made once.
std::vector<Drawn> drawn_by(const Easel& easel, const std::vector<PictureFile>& pictures) {
  std::map<std::size_t, Scene> scenes;
  std::vector<Drawn> drawn;
  for (const PictureFile& picture : pictures) {
    const PictureFormat& format = picture_formats()[picture.format];
    if (easel.medium) {
      drawn.push_back(drawn_for_medium(easel, picture.journey, format));
      continue;
    }
    if (easel.printing && has_pages(format)) {
      drawn.push_back(drawn_on_paper(easel, picture.journey, format));
      continue;
    }
    const auto [scene, is_new] = scenes.try_emplace(picture.journey);
    if (is_new) scene->second = easel.scene_of(picture.journey, easel.options.width);
    drawn.push_back({format.draw(scene->second, easel.drawing), {}});
  }
  return drawn;
}

/// All bytes are made before the first file is written.
void draw(const Session& session, const Easel& easel, const std::vector<PictureFile>& pictures) {
  const std::vector<Drawn> drawn = drawn_by(easel, pictures);
  const auto& named = session.arguments.all("--output");
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    const bool is_binary = drawn[i].bytes.find('\0') != std::string::npos;
    if (pictures[i].file == "-" && is_binary && session.streams.out_is_terminal) {
      throw std::runtime_error(
          fmt::format("{} is nothing for a terminal; name a file with -o", picture_formats()[pictures[i].format].name));
    }
  }
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    deliver(session, pictures[i].file, drawn[i].bytes);
    const bool is_named = std::find(named.begin(), named.end(), pictures[i].file) != named.end();
    if (!is_named) say(session, fmt::format("wrote {}", printable(pictures[i].file)));
    if (drawn[i].advice) say(session, fmt::format("{}: {}", printable(pictures[i].file), *drawn[i].advice));
  }
}

/// What the picture is narrowed to. A journey that is drawn, and a department beside which others fade, leave nothing out.
TouchpointFilter narrowing_of(const PictureView& view, const Arguments& arguments, const Workspace& workspace) {
  TouchpointFilter filter = filter_of(arguments, workspace);
  if (view.takes(&PictureOptions::department)) filter.department.reset();
  if (view.subject != PictureSubject::journey) return filter;
  const TouchpointFilter of_journey{.journey = filter.journey};
  return filter == of_journey ? TouchpointFilter{} : filter;
}

/// What the title says of it; of which journey it is, the title says anyway.
std::string words_of(TouchpointFilter filter, const PictureView& view, const Workspace& workspace) {
  if (view.subject == PictureSubject::journey) filter.journey.reset();
  return filter_text(filter, workspace);
}

int map(const Session& session) {
  const Arguments& arguments = session.arguments;
  const PictureView& view = view_of(arguments);
  const auto destinations = picture_destinations(arguments);
  const auto printing = printing_of(arguments, destinations);
  const DrawOptions drawing = {.dpi = number_of(arguments, "--dpi", least_dpi, most_dpi), .source_date = source_date_of(session)};
  refuse_what_is_not_heeded(view, arguments);
  const PictureRead read = read_for_pictures(session);
  const Workspace& whole = read.loaded.workspace;
  if (view.subject == PictureSubject::journey && whole.journeys.empty()) {
    throw std::runtime_error(
        "there is no journey to draw; a journey is a path through touchpoints, such as\n"
        "  journey: { id: visit, name: A visit, stages: [{ id: come, name: Come, touchpoints: [greeting] }] }");
  }
  const PictureOptions picture = picture_options_of(arguments, whole);
  const Analysis of_whole = analyse(whole, read.answers, {.persona = picture.persona});
  const TouchpointFilter narrowing = narrowing_of(view, arguments, whole);
  const auto part = selected_part(narrowing, arguments, whole, read.answers, of_whole);
  const Workspace& workspace = part ? part->workspace : whole;
  const auto pictures = pictures_of(destinations, view, arguments, workspace);
  const Typesetter typesetter;
  const PictureInput input{workspace,  part ? part->analysis : of_whole, part ? part->answers : read.answers, theme_of(arguments),
                           typesetter, words_of(narrowing, view, whole)};
  draw(session, {view, input, picture, drawing, printing, medium_of(arguments), to_string(today_of(session).date)}, pictures);
  if (view.subject == PictureSubject::journey) name_the_others(session, pictures, workspace);
  return read.is_whole ? 0 : 1;
}

}  // namespace

constinit const Command map_command = {
    .name = "map",
    .does = "draw what is wanted, what is lived and by whom, in several views",
    .details =
        "Without -o the picture is written to a file named after what it shows, such as same-day-trip.svg. {journey} in the name of a "
        "file stands for the id of the journey, and draws every one. A channel or a persona that nobody listed is drawn as it is written, "
        "with "
        "a question mark.",
    .examples =
        "  mot map\n"
        "  mot map --journey same-day-trip -o trip.svg -o trip.png --dpi 200\n"
        "  mot map -o 'maps/{journey}.pdf'\n"
        "  mot map --view priorities -o what-to-do-first.svg\n"
        "  mot map --persona ines --after-actions\n"
        "  mot map --view matrix --tag baggage\n"
        "  mot map --blank customer --paper a1\n"
        "  mot map --theme print --paper a4 -o handout.pdf\n"
        "  mot map trip.yaml -o - > trip.svg\n",
    .options = options,
    .operand = workspace_operand,
    .run = map,
    .glossary = {.heading = "Views", .entries = what_views_show},
};

}  // namespace mot
