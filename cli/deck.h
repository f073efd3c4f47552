// A presentation of all that is asked for: a slide a view and journey.
#pragma once

#include <optional>
#include <string>

#include "easel.h"
#include "pictures.h"

namespace mot {

inline constexpr Option company_option = {"--template", "", "FILE",
                                          "a presentation (.pptx, .potx) whose master, colours and fonts slides are to have"};

/// Whether files of this format hold several pictures.
bool is_deck(const PictureFormat& format);

/// The bytes of what --template names; empty without it. Throws UsageError where no presentation is made.
std::string company_of(const Session& session, const std::vector<Destination>& destinations);

struct DrawnDeck {
  std::string bytes;
  std::string advice;
};

/// Slides of every view that heeds the options and of every journey, as far as --view, --journey and the file's name do not choose. Without
/// another medium or paper they are as large as slides are, or as the template's.
DrawnDeck drawn_deck(const MapRun& run, const PictureFile& file);

}  // namespace mot
