#include "map_run.h"

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
#include "mot/analysis/analysis.h"
#include "mot/picture/brand.h"
#include "mot/picture/qr_code.h"
#include "mot/text/utf8.h"
#include "paper_options.h"
#include "progress.h"
#include "theme_option.h"

namespace mot {
namespace {

constexpr double least_dpi = 10, most_dpi = 2400;

/// A reader who named no journey learns which others there are.
void name_the_others(const Session& session, const std::vector<PictureFile>& pictures, const Workspace& workspace) {
  if (workspace.journeys.size() < 2 || session.arguments.has("--journey") || session.arguments.has("--saved")) return;
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

}  // namespace

MapRequest map_request_of(const Session& session) {
  const Arguments& arguments = session.arguments;
  MapRequest request{.view = &view_of(arguments), .destinations = picture_destinations(arguments), .printing = {}, .company = {}};
  request.printing = printing_of(arguments, request.destinations);
  request.company = company_of(session, request.destinations);
  request.drawing = {
      .dpi = number_of(arguments, "--dpi", least_dpi, most_dpi), .source_date = source_date_of(session), .company = request.company};
  refuse_what_is_not_heeded(*request.view, arguments);
  return request;
}

int draw_map(const Session& session, const MapRequest& request, const PictureRead& read) {
  const Arguments& arguments = session.arguments;
  const PictureView& view = *request.view;
  const Workspace& whole = read.loaded.workspace;
  if (view.subject == PictureSubject::journey) require_journey(whole);
  PictureOptions picture = picture_options_of(arguments, whole);
  picture.link = link_for(arguments, whole);
  const Analysis of_whole = analyse(whole, read.answers, {.persona = picture.persona});
  if (picture.other_state) picture.other_state = lived_at(session, picture.other_state->name, read, of_whole);
  const Typesetter typesetter(font_of(whole.project));
  const Theme theme = branded(theme_of(arguments), whole.project.brand);
  DrawOptions drawing = request.drawing;
  drawing.company = request.company;
  const Date today = today_of(session).date;
  const MapRun run{session, read,    of_whole,         typesetter,           theme,
                   picture, drawing, request.printing, medium_of(arguments), Wording(whole.project).date(today),
                   today};
  const Easel easel(view, run);
  const auto pictures = pictures_of(request.destinations, view, arguments, easel.workspace());
  draw(run, easel, pictures);
  if (view.subject == PictureSubject::journey) name_the_others(session, pictures, easel.workspace());
  return read.is_whole ? 0 : 1;
}

}  // namespace mot
