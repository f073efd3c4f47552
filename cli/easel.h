// What the pictures of one view are drawn from and with, and how they lie on what they are read on.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "filter_options.h"
#include "mot/draw/draw.h"
#include "mot/picture/canvas.h"
#include "mot/picture/media.h"
#include "mot/view/views.h"
#include "workspace_inputs.h"

namespace mot {

/// What all pictures of one run share. Points to what the command holds.
struct MapRun {
  const Session& session;
  const PictureRead& read;
  const Analysis& analysis;  ///< of the whole workspace
  const Typesetter& typesetter;
  const Theme& theme;
  PictureOptions options;
  DrawOptions drawing;
  std::optional<Printing> printing;
  const Medium* medium = nullptr;  ///< null: a screen
  std::string date;                ///< for the foot of pages
  std::optional<Date> today = {};  ///< what is due before it is overdue
};

/// A picture, the pages it is on, and what there is to say of that. Without pages it is as large as it is meant to be.
struct Laid {
  Scene scene;
  std::vector<Page> pages;
  std::optional<std::string> advice;
  double least_letters = 0;  ///< points of its smallest letters where it is read
};

/// A stretch of a path: from one stop to before another.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A view, and the part of the workspace that it is narrowed to.
class Easel {
 public:
  Easel(const PictureView& view, const MapRun& run);

  const PictureView& view() const { return view_; }
  const Workspace& workspace() const { return part_ ? part_->workspace : run_.read.loaded.workspace; }
  const PictureInput& input() const { return *input_; }

  /// As wide as it comes, or as the options say.
  Scene scene_of(std::size_t journey) const { return scene_of(journey, run_.options.width); }
  /// Made for the medium.
  Laid made_for_medium(std::size_t journey) const;
  /// Whether a presentation has several slides of it, one after another, rather than one that leaves most of it out.
  bool goes_over_slides() const;
  /// As many columns of the path a slide as letters can be read of, in path order.
  std::vector<Laid> over_slides(std::size_t journey) const;
  /// On paper.
  Laid on_paper(std::size_t journey) const;

 private:
  Scene scene_of(std::size_t journey, double width) const;
  std::vector<Page> pages_of(const Scene& scene, const Imposition& imposition) const;
  bool is_story() const;
  /// A scene as large as a slide, and the points of its smallest letters there.
  struct Slide {
    Scene scene;
    double letters = 0;
  };
  bool is_read(const Slide& slide) const { return slide.letters >= run_.medium->least_letters - 1e-6; }
  Slide on_slide(const PictureInput& input, PictureOptions asked, double enlarged) const;
  Slide stops_on_slide(std::size_t journey, Stretch stops, double enlarged) const;
  void fill(Slide& slide, const PictureOptions& asked) const;
  /// With letters as large as there is room for.
  Laid filled_slide(std::size_t journey, Stretch stops) const;
  MadeForMedium slide_of(std::size_t journey) const;
  MadeForMedium view_on_slide(std::size_t journey) const;
  /// As it is asked for, as large as the slide.
  PictureOptions options_of_slide(std::size_t journey) const;
  MadeForMedium whole_view(std::size_t journey, const Printing& printing) const;
  MadeForMedium filling_its_sheet(std::size_t journey, MadeForMedium whole) const;
  MadeForMedium blank_over_pages(std::size_t journey, MadeForMedium on_one) const;
  MadeForMedium view_on_paper(std::size_t journey) const;
  MadeForMedium in_rows(std::size_t journey) const;
  MadeForMedium fitted_to_medium(std::size_t journey) const;

  const PictureView& view_;
  const MapRun& run_;
  std::unique_ptr<WorkspacePart> part_;
  std::unique_ptr<PictureInput> input_;
};

/// A picture as it is on its paper: on one sheet with its foot, else all of it.
Scene on_its_sheet(const Laid& laid);

}  // namespace mot
