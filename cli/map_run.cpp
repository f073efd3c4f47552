#include "map_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "apart.h"
#include "compared_states.h"
#include "deck.h"
#include "easel.h"
#include "mot/analysis/analysis.h"
#include "mot/load/workspace_revision.h"
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

Drawn drawn_as(const MapRun& run, const Easel& easel, const PictureFile& picture, std::optional<Scene>& scene) {
  const PictureFormat& format = picture_formats()[picture.format];
  if (is_deck(format)) {
    DrawnDeck deck = drawn_deck(run, picture);
    return {std::move(deck.bytes), std::move(deck.advice)};
  }
  const bool is_for_medium = run.medium && (format.has_pages || run.session.arguments.has("--for"));
  if (is_for_medium) return drawn_on_pages(run, easel.made_for_medium(picture.journey), format);
  if (run.printing && format.has_pages) return drawn_on_pages(run, easel.on_paper(picture.journey), format);
  if (!scene) scene = easel.scene_of(picture.journey);
  return {format.draw(*scene, run.drawing), {}};
}

/// Those pictures, in their order. A scene that several formats show is made once.
std::vector<Drawn> drawn_by(const MapRun& run, const Easel& easel, const std::vector<const PictureFile*>& pictures) {
  std::map<std::size_t, std::optional<Scene>> scenes;
  std::vector<Drawn> drawn;
  for (const PictureFile* picture : pictures) drawn.push_back(drawn_as(run, easel, *picture, scenes[picture->journey]));
  return drawn;
}

void pack(std::string_view bytes, std::ostream& out) {
  out << bytes.size() << ' ' << bytes;
}

std::string unpacked(std::istream& in) {
  std::size_t size = 0;
  in >> size;
  in.get();
  std::string bytes(size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  return bytes;
}

/// The pictures in as many parts as can be drawn side by side, those of a journey in one.
std::vector<std::vector<const PictureFile*>> parts_of(const std::vector<PictureFile>& pictures) {
  std::map<std::size_t, std::size_t> place_of;
  for (const PictureFile& picture : pictures) place_of.try_emplace(picture.journey, place_of.size());
  const std::size_t most = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::vector<const PictureFile*>> parts(std::min(most, place_of.size()));
  for (const PictureFile& picture : pictures) parts[place_of[picture.journey] % parts.size()].push_back(&picture);
  return parts;
}

/// All pictures, in their order. Several journeys are drawn side by side, since what paints them knows one thread.
std::vector<Drawn> drawn_by(const MapRun& run, const Easel& easel, const std::vector<PictureFile>& pictures) {
  const auto parts = parts_of(pictures);
  if (parts.size() == 1) return drawn_by(run, easel, parts.front());
  const auto work = [&](std::size_t i, std::ostream& packed) {
    for (const Drawn& drawn : drawn_by(run, easel, parts[i])) {
      pack(drawn.bytes, packed);
      pack(drawn.advice ? "+" + *drawn.advice : "", packed);
    }
    return 0;
  };
  std::vector<Drawn> drawn(pictures.size());
  std::string failure;
  do_apart(parts.size(), work, [&](std::size_t i, const Ended& ended) {
    if (failure.empty()) failure = ended.failure;
    if (!ended.failure.empty()) return;
    std::istringstream packed(ended.said);
    for (const PictureFile* picture : parts[i]) {
      Drawn& of = drawn[static_cast<std::size_t>(picture - pictures.data())];
      of.bytes = unpacked(packed);
      if (const std::string advice = unpacked(packed); !advice.empty()) of.advice = advice.substr(1);
    }
  });
  if (!failure.empty()) throw std::runtime_error(failure);
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

/// `7f3a2c1  ·  28 November 2026`: which version of the workspace the foot of a page is of, where git knows one, and of which day.
std::string foot_of(const Loaded& loaded, bool has_pages, Date today) {
  const Wording wording(loaded.workspace.project);
  const std::string day = wording.date(today);
  const auto revision = has_pages ? revision_of(loaded) : std::nullopt;
  if (!revision) return day;
  const std::string name = revision->is_changed ? wording("{revision}, changed since", {{"revision", revision->name}}) : revision->name;
  return fmt::format("{}  ·  {}", name, day);
}

bool holds_slides(const PictureRequest& request) {
  return std::ranges::any_of(request.destinations,
                             [](const Destination& destination) { return is_deck(picture_formats()[destination.format]); });
}

/// A lane a department is higher than a slide, whose letters would have 3 points.
void refuse_lanes_on_slides(const PictureRequest& request, const Arguments& arguments) {
  const Medium* const medium = medium_of(arguments);
  const bool is_on_slide = medium ? medium->name == "slide" : holds_slides(request) && !request.printing;
  if (!is_on_slide || !arguments.has("--layout") || word_of<Layout>(arguments, "--layout") != Layout::lanes) return;
  throw UsageError(
      "option '--layout': lanes have no room on a slide; leave it out for the story, which is made for slides, or take "
      "--for hand, where lanes go over pages",
      arguments.command);
}

/// Pages have one, and the title of a presentation.
bool has_foot(const PictureRequest& request) {
  return request.printing.has_value() || holds_slides(request);
}

}  // namespace

PictureRequest map_request_of(const Session& session) {
  const Arguments& arguments = session.arguments;
  PictureRequest request{.view = &view_of(arguments), .destinations = picture_destinations(arguments), .printing = {}, .company = {}};
  request.printing = printing_of(arguments, request.destinations);
  request.company = company_of(session, request.destinations);
  request.drawing = {
      .dpi = number_of(arguments, "--dpi", least_dpi, most_dpi), .source_date = source_date_of(session), .company = request.company};
  refuse_what_is_not_heeded(*request.view, arguments);
  refuse_lanes_on_slides(request, arguments);
  return request;
}

int draw_map(const Session& session, const PictureRequest& request, const PictureRead& read) {
  const Arguments& arguments = session.arguments;
  const PictureView& view = *request.view;
  const Workspace& whole = read.loaded.workspace;
  if (view.subject == PictureSubject::journey) require_journey(whole);
  PictureOptions picture = picture_options_of(arguments, whole);
  picture.link = link_for(arguments, whole);
  const Analysis of_whole = analyse(whole, read.answers, {.persona = picture.persona});
  if (picture.other_state) picture.other_state = lived_at(session, picture.other_state->name, read, of_whole);
  const Typesetter typesetter = typesetter_of(whole.project);
  const Theme theme = branded(theme_of(arguments), whole.project.brand);
  DrawOptions drawing = request.drawing;
  drawing.company = request.company;
  const Date today = today_of(session).date;
  const MapRun run{session, read,    of_whole,         typesetter,           theme,
                   picture, drawing, request.printing, medium_of(arguments), foot_of(read.loaded, has_foot(request), today),
                   today};
  const Easel easel(view, run);
  const auto pictures = pictures_of(request.destinations, view, arguments, easel.workspace());
  draw(run, easel, pictures);
  if (view.subject == PictureSubject::journey) name_the_others(session, pictures, easel.workspace());
  return read.is_whole ? 0 : 1;
}

}  // namespace mot
