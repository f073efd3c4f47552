// The table of pictures: the choices of --view, their help, how each is drawn, and what may be asked of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mot/picture/options.h"
#include "mot/picture/scene.h"

namespace mot {

struct PictureInput;
struct Workspace;

/// An option of pictures is a member of PictureOptions. Each view lists those it heeds; cli/picture_options.h says how they are typed.
using PictureOption =
    std::variant<std::optional<std::size_t> PictureOptions::*, bool PictureOptions::*, std::optional<Blank> PictureOptions::*,
                 double PictureOptions::*, std::optional<Layout> PictureOptions::*, std::vector<std::string> PictureOptions::*,
                 std::vector<std::size_t> PictureOptions::*, std::optional<OtherState> PictureOptions::*>;

enum class PictureSubject : std::uint8_t { journey, workspace };

struct PictureView {
  std::string_view name;
  std::string_view shows;
  PictureSubject subject;
  Scene (*framed)(const PictureView& view, const PictureInput& input, const PictureOptions& asked);
  std::span<const PictureOption> options = {};

  bool takes(const PictureOption& option) const;
  /// In the theme of the input and the brand of its project. Where the journey, or the workspace, is named in a script that runs from the
  /// right, the whole picture does.
  Scene draw(const PictureInput& input, const PictureOptions& asked) const;
};

/// The default one stands first. Pictures of a journey need one in the workspace; those of a workspace need nothing in it.
std::span<const PictureView> picture_views();

/// Whether what is about the whole workspace is read from the right: by the script of its name, without one by those of most journeys.
bool runs_from_right(const Workspace& workspace);

}  // namespace mot
