// The text of the presentation's own part is cut, not read into a tree: what stands in it beside slides goes into the new one as it is.
#include "mot/draw/pptx/company_base.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>

#include "mot/evidence/sheets/sheet_fault.h"
#include "mot/evidence/sheets/xml_events.h"
#include "mot/evidence/sheets/zip_archive.h"
#include "mot/model/colour.h"
#include "mot/text/memory_stream.h"

namespace mot::pptx {
namespace {

using evidence::XmlAttributes;
using evidence::ZipArchive;

constexpr double emu_a_point = 12'700;

[[noreturn]] void refuse(std::string_view why) {
  throw std::runtime_error(fmt::format("{}; save it from PowerPoint as .pptx or .potx", why));
}

/// Calls a function at every element.
class EachElement : public evidence::XmlListener {
 public:
  using Take = std::function<void(std::string_view element, const XmlAttributes& attributes)>;
  explicit EachElement(Take take) : take_(std::move(take)) {}
  void open(std::string_view element, const XmlAttributes& attributes) override { take_(element, attributes); }

 private:
  Take take_;
};

void for_each_element(std::string_view xml, EachElement::Take take) {
  MemoryStream bytes(xml);
  EachElement listener(std::move(take));
  evidence::read_xml(bytes, listener);
}

std::string text_of(ZipArchive& archive, const std::string& name) {
  if (!archive.has(name)) refuse(fmt::format("is no whole presentation: it lacks its part '{}'", name));
  std::string text;
  const auto stream = archive.open(name);
  std::array<char, 65'536> buffer;
  for (std::size_t count = 1; count > 0;) {
    count = stream->read(buffer).value_or(0);
    text.append(buffer.data(), count);
  }
  return text;
}

std::vector<Relationship> relationships_of(ZipArchive& archive, const std::string& part) {
  std::vector<Relationship> found;
  const std::string name = relationships_name(part);
  if (!archive.has(name)) return found;
  for_each_element(text_of(archive, name), [&](std::string_view element, const XmlAttributes& attributes) {
    if (element != "Relationship") return;
    found.push_back({std::string(attributes.text("Id")), std::string(attributes.text("Type")), std::string(attributes.text("Target")),
                     attributes.text("TargetMode") == "External"});
  });
  return found;
}

bool is_of(const Relationship& relationship, std::string_view kind) {
  return relationship.type.ends_with("/" + std::string(kind));
}

/// `../theme/theme1.xml` seen from a part, as a name from the root.
std::string resolved(const std::string& part, const std::string& target) {
  if (target.starts_with('/')) return target.substr(1);
  std::vector<std::string> steps;
  const auto go = [&](std::string_view path) {
    while (!path.empty()) {
      const std::size_t end = std::min(path.find('/'), path.size());
      const std::string_view step = path.substr(0, end);
      if (step == ".." && !steps.empty()) steps.pop_back();
      if (step != ".." && step != ".") steps.emplace_back(step);
      path.remove_prefix(std::min(end + 1, path.size()));
    }
  };
  const std::size_t slash = part.rfind('/');
  if (slash != std::string::npos) go(std::string_view(part).substr(0, slash));
  go(target);
  return fmt::format("{}", fmt::join(steps, "/"));
}

/// Media types of parts: by their names, else by their extensions.
class MediaTypes {
 public:
  explicit MediaTypes(ZipArchive& archive) {
    for_each_element(text_of(archive, "[Content_Types].xml"), [&](std::string_view element, const XmlAttributes& attributes) {
      const std::string type(attributes.text("ContentType"));
      if (element == "Override") by_name_[std::string(attributes.text("PartName"))] = type;
      if (element == "Default") by_extension_[std::string(attributes.text("Extension"))] = type;
    });
  }
  std::string of(const std::string& part) const {
    if (const auto found = by_name_.find("/" + part); found != by_name_.end()) return found->second;
    const auto found = by_extension_.find(part.substr(part.rfind('.') + 1));
    return found == by_extension_.end() ? "application/octet-stream" : found->second;
  }

 private:
  std::map<std::string, std::string> by_name_, by_extension_;
};

/// From `<p:name` to its end, as it stands there; empty where there is none.
std::string element_text(std::string_view xml, std::string_view name) {
  const std::string opening = fmt::format("<p:{}", name), closing = fmt::format("</p:{}>", name);
  std::size_t begin = xml.find(opening);
  while (begin != std::string_view::npos && std::string_view(" />\t\r\n").find(xml[begin + opening.size()]) == std::string_view::npos)
    begin = xml.find(opening, begin + 1);
  if (begin == std::string_view::npos) return {};
  const std::size_t tag_end = xml.find('>', begin);
  if (tag_end == std::string_view::npos) return {};
  if (xml[tag_end - 1] == '/') return std::string(xml.substr(begin, tag_end + 1 - begin));
  const std::size_t end = xml.find(closing, tag_end);
  return end == std::string_view::npos ? std::string() : std::string(xml.substr(begin, end + closing.size() - begin));
}

std::string opening_tag_of(std::string_view xml) {
  const std::size_t begin = xml.find("<p:presentation");
  const std::size_t end = begin == std::string_view::npos ? begin : xml.find('>', begin);
  if (end == std::string_view::npos) refuse("is no presentation as PowerPoint writes it");
  return std::string(xml.substr(begin, end + 1 - begin));
}

/// Copies a part and all it leads to, without what belongs to single slides.
class Copier {
 public:
  Copier(ZipArchive& archive, DeckBase& base) : archive_(archive), types_(archive), base_(base) {}

  void copy(const std::string& part) {
    if (!copied_.insert(part).second) return;
    base_.parts.push_back({{part, text_of(archive_, part)}, types_.of(part)});
    std::vector<Relationship> kept;
    for (const Relationship& relationship : relationships_of(archive_, part)) {
      if (is_of(relationship, "slide") || is_of(relationship, "notesSlide")) continue;
      kept.push_back(relationship);
      if (!relationship.is_external) copy(resolved(part, relationship.target));
    }
    if (!kept.empty()) base_.parts.push_back({{relationships_name(part), relationships_xml(kept)}, std::string(relationships_media_type)});
  }

 private:
  ZipArchive& archive_;
  MediaTypes types_;
  DeckBase& base_;
  std::set<std::string> copied_;
};

/// How well a layout suits a picture with a title; the least is the best.
int rank_of_layout(std::string_view type) {
  constexpr std::string_view by_fitness[] = {"titleOnly", "blank", "obj"};
  const auto found = std::ranges::find(by_fitness, type);
  return static_cast<int>(found - std::begin(by_fitness));
}

void choose_layout(ZipArchive& archive, const std::string& master, DeckBase& base) {
  int best = 1'000;
  for (const Relationship& relationship : relationships_of(archive, master)) {
    if (!is_of(relationship, "slideLayout")) continue;
    const std::string part = resolved(master, relationship.target);
    std::string type;
    bool has_title = false;
    for_each_element(text_of(archive, part), [&](std::string_view element, const XmlAttributes& attributes) {
      if (element == "sldLayout") type = attributes.text("type");
      has_title |= element == "ph" && attributes.text("type") == "title";
    });
    if (rank_of_layout(type) >= best) continue;
    best = rank_of_layout(type);
    base.layout = part, base.layout_has_title = has_title;
  }
  if (base.layout.empty()) refuse("has no layout of slides");
}

std::optional<Colour> colour_from(std::string_view digits) {
  std::uint32_t rgb = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), rgb, 16);
  if (fault != std::errc() || digits.size() != 6 || end != digits.data() + digits.size()) return std::nullopt;
  return Colour{rgb};
}

/// The colours of a theme by their slots.
std::map<std::string, Colour, std::less<>> colours_of_theme(std::string_view xml) {
  std::map<std::string, Colour, std::less<>> colours;
  std::string slot;
  bool is_scheme = false;
  for_each_element(xml, [&](std::string_view element, const XmlAttributes& attributes) {
    if (element == "clrScheme" || element == "fontScheme") is_scheme = element == "clrScheme";
    if (!is_scheme) return;
    const auto colour = colour_from(element == "srgbClr" ? attributes.text("val") : element == "sysClr" ? attributes.text("lastClr") : "");
    if (colour) colours.emplace(slot, *colour);
    if (element != "srgbClr" && element != "sysClr") slot = element;
  });
  return colours;
}

/// What stands on what: the names of both.
struct Readable {
  std::string_view text, ground;
};

void keep_what_could_not_be_read(Colours& colours, const std::map<std::string, Colour, std::less<>>& theirs) {
  const auto their = [&](std::string_view name) -> Colour {
    for (const ThemeColour& own : colours.of_theme()) {
      if (own.name != name) continue;
      const auto found = theirs.find(own.slot);
      return found == theirs.end() ? own.colour : found->second;
    }
    return {};
  };
  constexpr Readable pairs[] = {{"tx1", "bg1"}, {"accent1", "bg1"}, {"bg1", "tx2"}, {"tx1", "bg2"}};
  std::vector<std::string_view> kept;
  for (const auto& [text, ground] : pairs) {
    if (contrast(their(text), their(ground)) >= least_contrast) continue;
    kept.push_back(ground == "bg1" ? text : ground);
  }
  for (const std::string_view name : kept) colours.keep(name);
}

void read_sizes(std::string_view xml, DeckBase& base) {
  base.sizes = element_text(xml, "sldSz") + element_text(xml, "notesSz");
  for_each_element(xml, [&](std::string_view element, const XmlAttributes& attributes) {
    if (element != "sldSz") return;
    base.width = static_cast<double>(attributes.number("cx", 0)) / emu_a_point;
    base.height = static_cast<double>(attributes.number("cy", 0)) / emu_a_point;
  });
  if (base.width <= 0 || base.height <= 0) refuse("is no presentation as PowerPoint writes it");
}

DeckBase read_base(std::string_view presentation, Colours& colours) {
  ZipArchive archive(presentation);
  std::string main_part;
  for (const Relationship& relationship : relationships_of(archive, "")) {
    if (is_of(relationship, "officeDocument")) main_part = resolved("", relationship.target);
  }
  const std::string xml = text_of(archive, main_part.empty() ? "ppt/presentation.xml" : main_part);
  DeckBase base;
  base.opening_tag = opening_tag_of(xml);
  base.masters = element_text(xml, "sldMasterIdLst");
  base.text_style = element_text(xml, "defaultTextStyle");
  read_sizes(xml, base);
  Copier copier(archive, base);
  constexpr std::string_view kept[] = {"slideMaster", "theme", "notesMaster", "presProps", "tableStyles"};
  for (const Relationship& relationship : relationships_of(archive, main_part)) {
    if (std::ranges::none_of(kept, [&](std::string_view kind) { return is_of(relationship, kind); })) continue;
    const std::string part = resolved(main_part, relationship.target);
    copier.copy(part);
    base.of_presentation.push_back({relationship.id, relationship.type, "/" + part});
    if (is_of(relationship, "notesMaster")) base.notes_master = part, base.notes_master_id = relationship.id;
    if (is_of(relationship, "slideMaster") && base.layout.empty()) choose_layout(archive, part, base);
    if (is_of(relationship, "theme")) keep_what_could_not_be_read(colours, colours_of_theme(text_of(archive, part)));
  }
  if (base.masters.empty() || base.layout.empty()) refuse("has no master of slides");
  if (base.notes_master.empty()) add_notes_master(base, colours, "rIdOfNotes");
  return base;
}

}  // namespace

DeckBase company_base(std::string_view presentation, Colours& colours) {
  try {
    return read_base(presentation, colours);
  } catch (const evidence::SheetFault&) {
    refuse("is no presentation, or is damaged");
  }
}

}  // namespace mot::pptx
