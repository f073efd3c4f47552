#include "deck.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

#include "mot/draw/deck.h"
#include "mot/load/files/files.h"
#include "mot/picture/signs.h"
#include "mot/tables/speaker_notes.h"
#include "mot/text/utf8.h"
#include "mot/view/title/title_slide.h"
#include "paper_options.h"

namespace mot {
namespace {

constexpr std::string_view deck_format = "pptx";
constexpr std::string_view slide_medium = "slide";
constexpr std::size_t most_bytes = std::size_t{200} << 20;  // of a template
constexpr std::size_t most_named = 4;                       // of slides whose letters are small

/// As the run, on slides where nothing else is asked.
MapRun on_slides(MapRun run) {
  if (run.medium || run.printing) return run;
  run.medium = &*std::ranges::find(media(), slide_medium, &Medium::name);
  run.printing = Printing{*std::ranges::find(papers(), run.medium->paper, &Paper::name)};
  if (run.drawing.company.empty()) return run;
  const SlideSize size = slide_size_of(run.drawing.company);
  run.printing->paper = {"the template's slide", std::min(size.width, size.height), std::max(size.width, size.height)};
  run.printing->orientation = size.width >= size.height ? Orientation::landscape : Orientation::portrait;
  return run;
}

bool heeds_options(const PictureView& view, const Arguments& arguments) {
  return std::ranges::all_of(picture_option_entries, [&](const PictureOptionEntry& entry) {
    return !arguments.has(entry.option.long_name) || entry.option.long_name == "--department" || heeds(view, entry, arguments);
  });
}

std::vector<const PictureView*> views_of(const Arguments& arguments) {
  if (arguments.has("--view")) return {&view_of(arguments)};
  std::vector<const PictureView*> views;
  for (const PictureView& view : picture_views()) {
    if (heeds_options(view, arguments)) views.push_back(&view);
  }
  return views;
}

/// Slides, those whose letters are small, and views that have nothing to show yet.
class Collector {
 public:
  explicit Collector(const MapRun& run) : run_(run) {}

  void add(const PictureView& view, const PictureFile& file) {
    const Easel easel(view, run_);
    const std::size_t journeys = easel.workspace().journeys.size();
    if (view.subject == PictureSubject::workspace) {
      if (!file.is_of_one_journey || run_.session.arguments.has("--view") || run_.session.arguments.has("--journey")) add(easel, 0);
      return;
    }
    for (std::size_t i = 0; i < journeys; ++i) {
      if (!file.is_of_one_journey || i == file.journey) add(easel, i);
    }
  }

  /// In front of several slides: of what they are, for whom, and of when.
  void begin_with_title(const PictureFile& file) {
    if (slides_.size() < 2 || !run_.medium || run_.medium->name != slide_medium) return;
    const Easel easel(picture_views().front(), run_);
    title::TitleSlide asked{{}, 0, 0, run_.date};
    for (std::size_t i = 0; i < easel.workspace().journeys.size(); ++i)
      if (!file.is_of_one_journey || i == file.journey) asked.journeys.push_back(i);
    const Sheet sheet = sheets_for(printing_for(*run_.medium, *run_.printing)).front();
    asked.width = sheet.width, asked.height = sheet.height;
    Scene scene = title::title_slide(easel.input(), asked);
    std::string notes = scene.description;
    slides_.insert(slides_.begin(), {std::move(scene), std::move(notes)});
  }

  DrawnDeck drawn() && {
    if (slides_.empty()) throw std::runtime_error("there is nothing to make slides of");
    std::string advice = fmt::format("{} slide{}", slides_.size(), slides_.size() == 1 ? "" : "s");
    if (smallest_ > 0) advice += fmt::format("; the smallest letters have {:.1f} points", smallest_);
    for (std::size_t i = 0; i < small_.size() && i < most_named; ++i) advice += (i == 0 ? ", on " : ", ") + small_[i];
    if (small_.size() > most_named) advice += fmt::format(" and {} more", small_.size() - most_named);
    if (!small_.empty()) advice += fmt::format(" fewer than the {} that a slide takes", run_.medium->least_letters);
    if (!empty_.empty()) advice += fmt::format("; nothing is written yet for {}, by --view it has a slide", fmt::join(empty_, ", "));
    const DeckOptions options{.theme = &run_.theme, .source_date = run_.drawing.source_date, .company = run_.drawing.company};
    return {deck_of(slides_, options), std::move(advice)};
  }

 private:
  std::vector<Laid> laid_out(const Easel& easel, std::size_t journey) const {
    if (easel.goes_over_slides())
      if (std::vector<Laid> slides = easel.over_slides(journey); !slides.empty()) return slides;
    return {run_.medium ? easel.made_for_medium(journey) : easel.on_paper(journey)};
  }

  void add(const Easel& easel, std::size_t journey) {
    const bool is_of_journey = easel.view().subject == PictureSubject::journey;
    const Workspace& workspace = easel.workspace();
    const std::string name =
        is_of_journey ? fmt::format("{} of {}", easel.view().name, workspace.journeys[journey].id.value) : std::string(easel.view().name);
    std::string figures;
    if (is_of_journey) figures = speaker_notes(workspace, easel.input().analysis, easel.input().answers, workspace.journeys[journey]);
    for (const Laid& laid : laid_out(easel, journey)) {
      if (laid.scene.is_empty && !run_.session.arguments.has("--view")) return empty_.push_back(name);
      add(laid, name, Wording(workspace.project), figures);
      figures.clear();
    }
  }

  /// `figures` stand in the notes of the first of its slides.
  void add(const Laid& laid, const std::string& name, const Wording& wording, const std::string& figures) {
    if (laid.least_letters > 0) smallest_ = smallest_ == 0 ? laid.least_letters : std::min(smallest_, laid.least_letters);
    const bool is_small = run_.medium && laid.least_letters > 0 && laid.least_letters < run_.medium->least_letters - 0.05;
    if (is_small && (small_.empty() || small_.back() != name)) small_.push_back(name);
    std::string notes = laid.scene.description;
    if (const LeftOut& left_out = laid.scene.left_out; left_out.any())
      notes += "\n" + wording("left out for larger letters: {parts}", {{"parts", left_out_text(wording, left_out, std::string::npos)}});
    if (!figures.empty()) notes += "\n" + figures;
    for (Scene& scene : scenes_of(laid.scene, laid.pages)) {
      slides_.push_back({std::move(scene), std::move(notes)});
      notes.clear();
    }
  }

  const MapRun& run_;
  std::vector<Slide> slides_;
  std::vector<std::string> small_, empty_;
  double smallest_ = 0;
};

}  // namespace

bool is_deck(const PictureFormat& format) {
  return format.name == deck_format;
}

std::string company_of(const Session& session, const std::vector<Destination>& destinations) {
  const Arguments& arguments = session.arguments;
  if (!arguments.has("--template")) return {};
  const bool makes_slides =
      std::ranges::any_of(destinations, [](const Destination& destination) { return is_deck(picture_formats()[destination.format]); });
  if (!makes_slides)
    throw UsageError("option '--template': only slides have one; name a presentation, such as -o deck.pptx", arguments.command);
  const std::string file = arguments.text_of("--template");
  std::string bytes = read_input(session, file, most_bytes);
  try {
    slide_size_of(bytes);
  } catch (const std::runtime_error& fault) {
    throw std::runtime_error(fmt::format("'{}' {}", printable(file), fault.what()));
  }
  return bytes;
}

DrawnDeck drawn_deck(const MapRun& run, const PictureFile& file) {
  const MapRun slides = on_slides(run);
  Collector collector(slides);
  for (const PictureView* view : views_of(run.session.arguments)) collector.add(*view, file);
  collector.begin_with_title(file);
  return std::move(collector).drawn();
}

}  // namespace mot
