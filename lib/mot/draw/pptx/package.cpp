#include "mot/draw/pptx/package.h"

#include <fmt/format.h>

#include <iterator>

#include "mot/draw/graphviz/markup.h"

namespace mot::pptx {

std::string office_type(std::string_view name) {
  return fmt::format("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}", name);
}

std::string presentation_type(std::string_view name) {
  return fmt::format("application/vnd.openxmlformats-officedocument.presentationml.{}+xml", name);
}

std::string relationships_name(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return fmt::format("{}_rels/{}.rels", part.substr(0, name), part.substr(name));
}

std::string relationships_xml(const std::vector<Relationship>& relationships) {
  std::string xml = std::string(xml_head) + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  for (const Relationship& relationship : relationships) {
    fmt::format_to(std::back_inserter(xml), R"(<Relationship Id="{}" Type="{}" Target="{}"{}/>)", xml_escaped(relationship.id),
                   xml_escaped(relationship.type), xml_escaped(relationship.target),
                   relationship.is_external ? R"( TargetMode="External")" : "");
  }
  return xml + "</Relationships>";
}

Part content_types(const std::vector<TypedPart>& parts) {
  std::string xml = std::string(xml_head) + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)";
  fmt::format_to(std::back_inserter(xml),
                 R"(<Default Extension="rels" ContentType="{}"/><Default Extension="xml" ContentType="application/xml"/>)",
                 relationships_media_type);
  for (const TypedPart& part : parts) {
    if (part.type == relationships_media_type) continue;
    fmt::format_to(std::back_inserter(xml), R"(<Override PartName="/{}" ContentType="{}"/>)", xml_escaped(part.part.name),
                   xml_escaped(part.type));
  }
  return {"[Content_Types].xml", xml + "</Types>"};
}

}  // namespace mot::pptx
