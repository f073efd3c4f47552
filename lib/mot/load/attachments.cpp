#include "mot/load/attachments.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>

#include "mot/text/errors.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_photo = 2 * 1024 * 1024;  // bytes
constexpr std::uint32_t widest_photo = 8192;            // pixels, either way: decoded, that is a quarter of a GiB

bool is_elsewhere(std::string_view url) {
  return url.starts_with("https:") || url.starts_with("mailto:");
}

// Pictures

/// Bytes of a big-endian number.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + length; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

struct Extent {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

constexpr std::string_view png_start = "\x89PNG\r\n\x1a\n";
constexpr std::string_view jpeg_start = "\xff\xd8\xff";

/// A PNG is a row of chunks, the first of which says how large it is and the last of which is empty.
std::optional<Extent> extent_of_png(std::string_view bytes) {
  constexpr std::size_t around_data = 12;  // length, name and checksum of a chunk
  const std::size_t first = png_start.size();
  if (bytes.size() < first + around_data + 13 || bytes.substr(first + 4, 4) != "IHDR") return std::nullopt;
  for (std::size_t at = first; at + around_data <= bytes.size();) {
    if (bytes.substr(at + 4, 4) == "IEND") return Extent{number_at(bytes, first + 8, 4), number_at(bytes, first + 12, 4)};
    at += around_data + number_at(bytes, at, 4);
  }
  return std::nullopt;
}

bool begins_frame(unsigned char marker) {
  const bool is_table = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
  return marker >= 0xc0 && marker <= 0xcf && !is_table;
}

/// A JPEG is a row of segments; the one that begins the frame says how large it is.
std::optional<Extent> extent_of_jpeg(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && bytes[at] == '\xff') {
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xff) {
      ++at;  // padding
      continue;
    }
    const std::size_t length = number_at(bytes, at + 2, 2);
    const bool is_whole = at + 9 <= bytes.size() && bytes.find("\xff\xd9", at) != std::string_view::npos;
    if (begins_frame(marker))
      return is_whole ? std::optional(Extent{number_at(bytes, at + 7, 2), number_at(bytes, at + 5, 2)}) : std::nullopt;
    if (length < 2) return std::nullopt;
    at += 2 + length;
  }
  return std::nullopt;
}

std::optional<Extent> extent_of(std::string_view bytes) {
  return bytes.starts_with(png_start) ? extent_of_png(bytes) : extent_of_jpeg(bytes);
}

// Files

/// A path of the workspace on its way to be looked up.
class Lookup {
 public:
  Lookup(const Files& files, const fs::path& root, Findings& findings) : files_(files), root_(root), findings_(findings) {}

  /// Where the path leads; reports where that is nowhere or outside, and gives nothing then.
  std::optional<fs::path> find(const Text& written, std::string_view path) {
    if (!stays_inside(path)) {
      findings_.report("bad-value", written.span, fmt::format("'{}' leads out of the workspace; files lie inside it", shown(path)));
      return std::nullopt;
    }
    const fs::path place = root_ / path;
    const FileKind kind = files_.kind_of(place);
    const bool is_there = kind == FileKind::file || kind == FileKind::folder || kind == FileKind::linked_folder;
    if (is_there && is_below(files_.without_links(place).path, files_.without_links(root_).path)) return place;
    auto& finding = findings_.report("unknown-file", written.span, fmt::format("there is no file '{}' below the workspace", shown(path)));
    finding.subjects = {std::string(path)};
    return std::nullopt;
  }

  void check(const std::vector<Reference>& links) {
    for (const Reference& link : links) {
      const std::string_view url = link.url.value;
      if (url.empty() || is_elsewhere(url)) continue;
      find(link.url, url.substr(0, url.find('#')));
    }
  }

  /// The picture that is named there; reports what can't be shown, and gives nothing then.
  std::optional<ImageFile> image(const std::optional<Text>& named, const std::string& subject) {
    if (!named) return std::nullopt;
    const auto place = find(*named, named->value);
    if (!place) return std::nullopt;
    ImageFile image;
    const std::string fault = read(*place, image);
    if (fault.empty()) return image;
    auto& finding = findings_.report("bad-photo", named->span, fmt::format("'{}' {}", shown(named->value), fault));
    finding.subjects = {subject};
    return std::nullopt;
  }

 private:
  /// Why it can't be shown; empty where it can.
  std::string read(const fs::path& place, ImageFile& image) const {
    if (files_.kind_of(place) != FileKind::file) return "is a folder";
    try {
      image.bytes = files_.read(place, largest_photo);
    } catch (const Unreadable& error) {
      return fmt::format("can't be read: {}", error.what());
    }
    const std::string fault = photo_fault(image.bytes);
    if (fault.empty()) {
      const Extent extent = *extent_of(image.bytes);
      image.width = extent.width, image.height = extent.height;
    }
    return fault;
  }

  const Files& files_;
  const fs::path& root_;
  Findings& findings_;
};

}  // namespace

std::string photo_fault(std::string_view bytes) {
  if (bytes.size() > largest_photo) return fmt::format("is larger than {} MiB; make it smaller", largest_photo / 1024 / 1024);
  const bool is_png = bytes.starts_with(png_start), is_jpeg = bytes.starts_with(jpeg_start);
  if (!is_png && !is_jpeg) return "is no PNG or JPEG, whatever its name says";
  const auto extent = extent_of(bytes);
  if (!extent) return fmt::format("is a {} that is not whole", is_png ? "PNG" : "JPEG");
  if (extent->width == 0 || extent->height == 0) return "is a picture without any extent";
  if (extent->width <= widest_photo && extent->height <= widest_photo) return "";
  return fmt::format("is {} by {} pixels; a photo has at most {} either way", extent->width, extent->height, widest_photo);
}

void read_attachments(const Files& files, const fs::path& root, Workspace& workspace, Findings& findings) {
  Lookup lookup(files, root, findings);
  lookup.check(workspace.project.links);
  if (auto& brand = workspace.project.brand) brand->logo_file = lookup.image(brand->logo, "brand");
  for (const Channel& channel : workspace.channels) lookup.check(channel.links);
  for (const Department& department : workspace.departments) lookup.check(department.links);
  for (const Touchpoint& touchpoint : workspace.touchpoints) lookup.check(touchpoint.links);
  for (const Action& action : workspace.actions) lookup.check(action.links);
  for (const SurveySource& source : workspace.sources) lookup.check(source.links);
  for (Persona& persona : workspace.personas) {
    lookup.check(persona.links);
    persona.photo_file = lookup.image(persona.photo, persona.id.value);
  }
  for (const Journey& journey : workspace.journeys) {
    lookup.check(journey.links);
    for (const Stage& stage : journey.stages) lookup.check(stage.links);
  }
}

}  // namespace mot
