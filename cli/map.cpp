#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "compared_states.h"
#include "deck.h"
#include "easel.h"
#include "filter_options.h"
#include "mot/analysis/analysis.h"
#include "mot/draw/draw.h"
#include "mot/picture/qr_code.h"
#include "mot/text/utf8.h"
#include "paper_options.h"
#include "pictures.h"
#include "progress.h"
#include "table_of_commands.h"
#include "theme_option.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr double least_dpi = 10, most_dpi = 2400;

constexpr Option first_options[] = {
    {"--view", "", "VIEW", "what to draw", {}, names_in<picture_views>},
    {"--journey", "", "ID", "the journey to draw, else the first; of views of the whole workspace: only what stands on it"},
};

constexpr Option look_options[] = {
    theme_option,
    {"--qr", "", "URL", "a link at the head as a QR code; on a wall and in the hand the project's first link if left out"},
};

/// What the picture leads to: what is asked, else what the project says on paper that hangs or is handed round.
std::string link_for(const Arguments& arguments, const Workspace& workspace) {
  if (!arguments.has("--qr")) {
    const Medium* const medium = medium_of(arguments);
    return medium && (medium->name == "wall" || medium->name == "hand") ? std::string(link_of(workspace.project)) : "";
  }
  std::string link = arguments.text_of("--qr");
  if (link.empty() || link.size() > longest_link)
    throw UsageError(fmt::format("option '--qr': a link has 1 to {} bytes, so that a phone can read it", longest_link), arguments.command);
  return link;
}

constexpr Option last_options[] = {
    format_option<picture_formats>,
    output_option,
    {"--dpi", "", "NUMBER", "dots per inch of a PNG", "96"},
    company_option,
    {"--keep-going", "", "", "draw what could be read, past errors of form and links; the exit code is 1 then"},
    today_option,
    stdin_filename_option,
};

constexpr auto options = options_from(first_options, picture_options, narrowing_options, look_options, printing_options, last_options);

/// A reader who named no journey learns which others there are.
void name_the_others(const Session& session, const std::vector<PictureFile>& pictures, const Workspace& workspace) {
  if (workspace.journeys.size() < 2 || session.arguments.has("--journey")) return;
  for (const PictureFile& picture : pictures) {
    if (picture.journey != 0 || is_deck(picture_formats()[picture.format])) return;
  }
  auto ids = ids_of(workspace.journeys);
  const std::string first(ids.front());
  ids.erase(ids.begin());
  say(session, fmt::format("this is the journey '{}'; --journey draws another ({}), -o '{}.svg' all of them", first, fmt::join(ids, ", "),
                           journey_placeholder));
}

/// A picture as a file, and what there is to say of it.
struct Drawn {
  std::string bytes;
  std::optional<std::string> advice;
};

Drawn drawn_on_pages(const MapRun& run, Laid laid, const PictureFormat& format) {
  DrawOptions drawing = run.drawing;
  if (!format.has_pages) return {format.draw(on_its_sheet(laid), drawing), std::move(laid.advice)};
  drawing.pages = laid.pages;
  return {format.draw(laid.scene, drawing), std::move(laid.advice)};
}

/// All pictures, in their order. A scene that several formats show is made once.
std::vector<Drawn> drawn_by(const MapRun& run, const Easel& easel, const std::vector<PictureFile>& pictures) {
  std::map<std::size_t, Scene> scenes;
  std::vector<Drawn> drawn;
  for (const PictureFile& picture : pictures) {
    const PictureFormat& format = picture_formats()[picture.format];
    if (is_deck(format)) {
      DrawnDeck deck = drawn_deck(run, picture);
      drawn.push_back({std::move(deck.bytes), std::move(deck.advice)});
    } else if (run.medium) {
      drawn.push_back(drawn_on_pages(run, easel.made_for_medium(picture.journey), format));
    } else if (run.printing && format.has_pages) {
      drawn.push_back(drawn_on_pages(run, easel.on_paper(picture.journey), format));
    } else {
      const auto [scene, is_new] = scenes.try_emplace(picture.journey);
      if (is_new) scene->second = easel.scene_of(picture.journey);
      drawn.push_back({format.draw(scene->second, run.drawing), {}});
    }
  }
  return drawn;
}

/// All bytes are made before the first file is written.
void draw(const MapRun& run, const Easel& easel, const std::vector<PictureFile>& pictures) {
  const Session& session = run.session;
  const std::vector<Drawn> drawn = [&] {
    const Progress progress(session, "drawing");
    return drawn_by(run, easel, pictures);
  }();
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

int map(const Session& session) {
  const Arguments& arguments = session.arguments;
  const PictureView& view = view_of(arguments);
  const auto destinations = picture_destinations(arguments);
  const auto printing = printing_of(arguments, destinations);
  const std::string company = company_of(session, destinations);
  const DrawOptions drawing = {
      .dpi = number_of(arguments, "--dpi", least_dpi, most_dpi), .source_date = source_date_of(session), .company = company};
  refuse_what_is_not_heeded(view, arguments);
  const PictureRead read = read_for_pictures(session);
  const Workspace& whole = read.loaded.workspace;
  if (view.subject == PictureSubject::journey) require_journey(whole);
  PictureOptions picture = picture_options_of(arguments, whole);
  picture.link = link_for(arguments, whole);
  const Analysis of_whole = analyse(whole, read.answers, {.persona = picture.persona});
  if (picture.other_state) picture.other_state = lived_at(session, picture.other_state->name, read, of_whole);
  const Typesetter typesetter;
  const Date today = today_of(session).date;
  const MapRun run{session, read,    of_whole, typesetter,           theme_of(arguments),
                   picture, drawing, printing, medium_of(arguments), Wording(whole.project).date(today),
                   today};
  const Easel easel(view, run);
  const auto pictures = pictures_of(destinations, view, arguments, easel.workspace());
  draw(run, easel, pictures);
  if (view.subject == PictureSubject::journey) name_the_others(session, pictures, easel.workspace());
  return read.is_whole ? 0 : 1;
}

}  // namespace

constinit const Command map_command = {
    .name = "map",
    .does = "draw what is wanted, what is lived and by whom, in several views",
    .details =
        "Without -o the picture is written to a file named after what it shows, such as same-day-trip.svg. {journey} in the name of a "
        "file stands for the id of the journey, and draws every one. A presentation (.pptx) has a slide for every view and journey that no "
        "option chooses among, of shapes that can be edited. A channel or a persona that nobody listed is drawn as it is written, "
        "with "
        "a question mark.",
    .examples =
        "  mot map\n"
        "  mot map --journey same-day-trip -o trip.svg -o trip.png --dpi 200\n"
        "  mot map -o 'maps/{journey}.pdf'\n"
        "  mot map --view priorities -o what-to-do-first.svg\n"
        "  mot map --persona ines --after-actions\n"
        "  mot map --persona ines --persona jonas --faces\n"
        "  mot map --compare main\n"
        "  mot map --view matrix --tag baggage\n"
        "  mot map --blank customer --paper a1\n"
        "  mot map --theme print --paper a4 -o handout.pdf\n"
        "  mot map --template corporate.potx -o deck.pptx\n"
        "  mot map trip.yaml -o - > trip.svg\n",
    .options = options,
    .operand = workspace_operand,
    .run = map,
    .glossary = {.heading = "Views", .entries = what_views_show},
};

}  // namespace mot
