// The pictures that a command line names: their view, their journeys, and the files they go to.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "outputs.h"
#include "picture_options.h"

namespace mot {

/// In the name of a file it stands for the journey's id, and for a picture of every journey.
inline constexpr std::string_view journey_placeholder = "{journey}";

/// The name with an id wherever the placeholder stands in it.
std::string with_id(std::string file, std::string_view placeholder, std::string_view id);

/// A picture to be made: of which journey, as what, and where to.
struct PictureFile {
  std::string file;
  std::size_t format = 0;
  std::size_t journey = 0;
  bool is_of_one_journey = false;  ///< by --journey or by its name; else a presentation shows them all
};

/// What --view names.
const PictureView& view_of(const Arguments& arguments);

/// Throws std::runtime_error, with what a journey looks like, where the workspace has none.
void require_journey(const Workspace& workspace);

/// What the help says of every view: what it shows, and which options it takes.
std::vector<std::pair<std::string, std::string>> what_views_show();

/// Refuses what the view does not heed: a journey, or an option of pictures. Throws UsageError.
void refuse_what_is_not_heeded(const PictureView& view, const Arguments& arguments);

/// One picture for every destination, for every journey where its name asks for that. Without -o it is named after what it shows.
std::vector<PictureFile> pictures_of(const std::vector<Destination>& destinations, const PictureView& view, const Arguments& arguments,
                                     const Workspace& workspace);

}  // namespace mot
