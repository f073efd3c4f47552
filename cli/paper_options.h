// The options of paper, and the sheets and advice that follow from them.
#pragma once

#include <optional>

#include "mot/picture/media.h"
#include "outputs.h"

namespace mot {

// What `printing_of` reads.
inline constexpr Option printing_options[] = {
    {"--for", "", "MEDIUM",
     "where it is read, which says how small letters may be: 8 points on a screen, 7 in the hand, 12 on a slide, 18 on a wall; what then "
     "has no room is left out, and said",
     "screen", names_in<media>},
    {"--paper",
     "",
     "SIZE",
     "a PDF for this paper, made for where it is read unless --for or --sheets says otherwise: A4, A3, letter and tabloid in the hand, A2 "
     "to "
     "A0 on a wall, 16:9 and 4:3 on a slide",
     {},
     names_in<papers>},
    {"--orientation", "", "HOW", "how the paper lies", "auto", words_of_vocabulary<Orientation>},
    {"--sheets", "", "NUMBER",
     "a poster of so many sheets side by side, with marks to cut and glue along; 1 for all on one sheet, however small; with --for as many "
     "sheets or pages as it may take before something is left out"},
};

/// What --for names, else what --paper without --sheets implies; null for a screen.
const Medium* medium_of(const Arguments& arguments);

/// Nothing without --paper and a medium that has its own. Throws UsageError where paper alone is asked of nothing that has pages.
std::optional<Printing> printing_of(const Arguments& arguments, const std::vector<Destination>& destinations);

/// Where to and in which format, as for any picture; without -o and --format, paper is PDF's.
std::vector<Destination> picture_destinations(const Arguments& arguments);

/// Pages for the picture, or throws std::runtime_error that says what would be fewer.
Imposition imposition_or_advice(const std::optional<Imposition>& imposition, const Printing& printing);

/// What is to be said of a picture made for a medium: its sheets, its smallest letters, from how far they can be read, what was left out.
std::string medium_text(const Medium& medium, const Printing& printing, const MadeForMedium& made);

/// What a reader has to know who is going to print it; nothing for one readable sheet.
std::optional<std::string> advice_for(const Scene& scene, const Imposition& imposition, const Printing& printing);

}  // namespace mot
