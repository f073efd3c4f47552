// Parts of a presentation as a package: what each is, and what it leads to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/draw/pptx/zip_writer.h"

namespace mot::pptx {

/// A part, and its media type.
struct TypedPart {
  Part part;
  std::string type;
};

/// What a part leads to.
struct Relationship {
  std::string id;
  std::string type;  ///< in full
  std::string target;
  bool is_external = false;
};

/// The full type of a relationship of Office's: `slide`.
std::string office_type(std::string_view name);
/// The full media type of a part of presentations: `slide`.
std::string presentation_type(std::string_view name);

/// Where a part's relationships stand: `ppt/_rels/presentation.xml.rels`.
std::string relationships_name(std::string_view part);
std::string relationships_xml(const std::vector<Relationship>& relationships);
/// `[Content_Types].xml` of all parts.
Part content_types(const std::vector<TypedPart>& parts);

inline constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr std::string_view relationships_media_type = "application/vnd.openxmlformats-package.relationships+xml";

}  // namespace mot::pptx
