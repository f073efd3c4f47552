#include "paper_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "id_options.h"
#include "mot/draw/draw.h"
#include "mot/picture/signs.h"
#include "mot/text/isolates.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

constexpr double most_sheets_across = 100;
constexpr std::size_t most_said = 1200;  // letters of what is left out

bool is_paged(const Destination& destination) {
  return picture_formats()[destination.format].has_pages;
}

std::size_t sheets_of(const Arguments& arguments) {
  const double sheets = number_of(arguments, "--sheets", 1, most_sheets_across);
  if (sheets == std::floor(sheets)) return static_cast<std::size_t>(sheets);
  throw UsageError(fmt::format("option '--sheets': {} is not a whole number", sheets), arguments.command);
}

void refuse_without_paper(const Arguments& arguments) {
  for (const Option& option : printing_options) {
    if (!arguments.has(option.long_name) || option.long_name == "--for") continue;
    throw UsageError(fmt::format("option '{}' says how a picture lies on paper; add --paper", option.long_name), arguments.command);
  }
}

std::string size_on_paper(double points) {
  return fmt::format("{:.1f}", points);
}

}  // namespace

const Medium* medium_of(const Arguments& arguments) {
  const bool is_implied = !arguments.has("--for") && arguments.has("--paper") && !arguments.has("--sheets");
  const Medium& medium = is_implied ? *std::ranges::find(media(), chosen_in<papers>(arguments, "--paper").medium, &Medium::name)
                                    : chosen_in<media>(arguments, "--for");
  return medium.paper.empty() ? nullptr : &medium;
}

std::optional<Printing> printing_of(const Arguments& arguments, const std::vector<Destination>& destinations) {
  const Medium* medium = medium_of(arguments);
  if (!arguments.has("--paper") && !medium) {
    refuse_without_paper(arguments);
    return std::nullopt;
  }
  if (medium && medium->name == "slide" && arguments.has("--sheets"))
    throw UsageError("a slide is one, and --sheets says how many a poster has; use one of them", arguments.command);
  const bool is_for_files_with_pages = !medium || !arguments.has("--for");
  if (is_for_files_with_pages && std::none_of(destinations.begin(), destinations.end(), is_paged)) {
    throw UsageError(fmt::format("option '--paper': {} has no pages; name a PDF, such as -o picture.pdf",
                                 picture_formats()[destinations.front().format].name),
                     arguments.command);
  }
  Printing printing{arguments.has("--paper") ? chosen_in<papers>(arguments, "--paper")
                                             : *std::ranges::find(papers(), medium->paper, &Paper::name)};
  printing.orientation = word_of<Orientation>(arguments, "--orientation");
  if (arguments.has("--sheets")) (medium ? printing.most_pages : printing.sheets_across) = sheets_of(arguments);
  return printing;
}

std::vector<Destination> picture_destinations(const Arguments& arguments) {
  auto destinations = destinations_in<picture_formats>(arguments, "");
  if (!arguments.has("--paper") || arguments.has("--output") || arguments.has("--format")) return destinations;
  while (!is_paged(destinations.front())) ++destinations.front().format;
  return destinations;
}

Imposition imposition_or_advice(const std::optional<Imposition>& imposition, const Printing& printing) {
  if (imposition) return *imposition;
  throw std::runtime_error(
      fmt::format("the picture would take more than {} sheets of {}; take larger paper, or say with --sheets how many may "
                  "lie side by side",
                  most_sheets, printing.paper.name));
}

std::string medium_text(const Medium& medium, const Printing& printing, const MadeForMedium& made) {
  const double scale = made.imposition ? made.imposition->scale : 1;
  const double letters = std::floor(smallest_letters_of(made.scene) * scale * 10 + 1e-6) / 10;
  const std::size_t sheets = made.imposition ? made.imposition->sheets() : 1;
  std::string text = fmt::format("{}{}; the smallest letters have {} points and can be read from {:.1f} m",
                                 sheets > 1 ? fmt::format("{} sheets of ", sheets) : "", printing.paper.name, size_on_paper(letters),
                                 reading_distance(letters));
  if (printing.most_pages > 0 && sheets > printing.most_pages)
    text += fmt::format("; more sheets than the {} of --sheets, on which letters would have fewer than {} points or rows no room",
                        printing.most_pages, medium.least_letters);
  if (letters < medium.least_letters - 0.05)
    text += fmt::format(", fewer than the {} points for the {}; {}", medium.least_letters, medium.name, medium.way_out);
  if (made.whole_on > 0)
    text += fmt::format("; on {} sheets nothing is left out (--for {} --sheets {})", made.whole_on, medium.name, made.whole_on);
  if (made.scene.left_out.any()) text += "; left out: " + printable(without_isolates(left_out_text({}, made.scene.left_out, most_said)));
  return text;
}

std::optional<std::string> advice_for(const Scene& scene, const Imposition& imposition, const Printing& printing) {
  const double smallest = smallest_letters_of(scene) * imposition.scale;
  if (!imposition.strips.empty()) {
    return fmt::format("{} pages of {}; the smallest letters have {} points", imposition.sheets(), printing.paper.name,
                       size_on_paper(smallest));
  }
  if (imposition.sheets() > 1) {
    return fmt::format("{} sheets of {}, {} side by side, to be cut and glued along the marks; the smallest letters have {} points",
                       imposition.sheets(), printing.paper.name, imposition.across, size_on_paper(smallest));
  }
  // Sheets that are chosen by themselves have readable letters.
  if (smallest > least_readable - 0.05 || smallest == 0) return std::nullopt;
  return fmt::format("one sheet of {}, whose smallest letters have {} points; larger paper or more --sheets makes them readable",
                     printing.paper.name, size_on_paper(smallest));
}

}  // namespace mot
