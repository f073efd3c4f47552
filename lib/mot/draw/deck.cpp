#include "mot/draw/deck.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <utility>

#include "mot/draw/draw.h"
#include "mot/draw/graphviz/markup.h"
#include "mot/draw/pptx/company_base.h"
#include "mot/draw/pptx/deck_base.h"
#include "mot/draw/pptx/page_scene.h"
#include "mot/draw/pptx/slide_shapes.h"
#include "mot/picture/media.h"
#include "mot/picture/theme.h"
#include "mot/typesetting/plain_text.h"

namespace mot {
namespace pptx {
namespace {

constexpr std::size_t first_slide_id = 256;  // the least that PowerPoint takes
constexpr std::string_view namespaces = R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" )"
                                        R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" )"
                                        R"(xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main")";

/// A picture as large as a slide is, in its middle.
Scene on_slide(const Scene& scene, const DeckBase& base) {
  const double scale = std::min(base.width / scene.width, base.height / scene.height);
  const Point moved{(base.width - scene.width * scale) / 2, (base.height - scene.height * scale) / 2};
  constexpr double exact = 1e-4;
  const bool is_as_large = std::abs(scale - 1) < exact && std::abs(moved.x) < exact && std::abs(moved.y) < exact;
  return is_as_large ? scene : scaled(scene, scale, moved);
}

std::string slide_xml(const Scene& scene, std::string_view shapes, const Colours& colours, const Theme& theme) {
  // Where the page is the theme's, so is the slide's: a company's ground with its logo stays.
  const std::string ground =
      scene.page == theme.page ? "" : "<p:bg><p:bgPr>" + fill_of(colours, scene.page) + "<a:effectLst/></p:bgPr></p:bg>";
  return fmt::format("{}<p:sld {}><p:cSld>{}{}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>", xml_head, namespaces,
                     ground, shapes);
}

std::string notes_xml(std::string_view notes) {
  std::string paragraphs;
  for (std::size_t begin = 0; begin <= notes.size();) {
    const std::size_t end = std::min(notes.find('\n', begin), notes.size());
    paragraphs += "<a:p><a:r><a:rPr dirty=\"0\"/><a:t>" + xml_escaped(drawable(notes.substr(begin, end - begin))) + "</a:t></a:r></a:p>";
    begin = end + 1;
  }
  return fmt::format(
      R"({}<p:notes {}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>)"
      R"(<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>)"
      R"(<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>)"
      R"(<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/>)"
      R"(</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr>)"
      R"(<a:masterClrMapping/></p:clrMapOvr></p:notes>)",
      xml_head, namespaces, paragraphs);
}

/// Parts of one slide, and what leads to it.
class Deck {
 public:
  Deck(DeckBase base, const Colours& colours, const Theme& theme) : base_(std::move(base)), colours_(colours), theme_(theme) {}

  void add(const Slide& slide) {
    const std::size_t number = ++count_;
    const std::string name = fmt::format("ppt/slides/slide{}.xml", number);
    std::vector<Relationship> relationships = {{"rId1", office_type("slideLayout"), "/" + base_.layout}};
    if (!slide.notes.empty()) {
      const std::string notes = fmt::format("ppt/notesSlides/notesSlide{}.xml", number);
      relationships.push_back({"rId2", office_type("notesSlide"), "/" + notes});
      put(notes, notes_xml(slide.notes), presentation_type("notesSlide"),
          {{"rId1", office_type("notesMaster"), "/" + base_.notes_master}, {"rId2", office_type("slide"), "/" + name}});
    }
    const Scene scene = on_slide(slide.scene, base_);
    const SlideShapes shapes = slide_shapes(scene, {colours_, base_.layout_has_title, relationships.size() + 1});
    for (const std::string& link : shapes.links)
      relationships.push_back({fmt::format("rId{}", relationships.size() + 1), office_type("hyperlink"), link, true});
    for (const std::string& image : shapes.images) {
      const std::string media = fmt::format("ppt/media/mot-image{}.png", ++images_);
      put(media, image, "image/png");
      relationships.push_back({fmt::format("rId{}", relationships.size() + 1), office_type("image"), "/" + media});
    }
    put(name, slide_xml(scene, shapes.markup, colours_, theme_), presentation_type("slide"), relationships);
    const std::string id = fmt::format("rIdSlide{}", number);
    base_.of_presentation.push_back({id, office_type("slide"), "/" + name});
    slides_ += fmt::format(R"(<p:sldId id="{}" r:id="{}"/>)", first_slide_id + number, id);
  }

  std::string packed(std::string_view title, std::int64_t date) && {
    put("ppt/presentation.xml", presentation_xml(), presentation_type("presentation.main"), base_.of_presentation);
    put_properties(title, date);
    base_.parts.push_back({{"_rels/.rels", relationships_xml({{"rId1", office_type("officeDocument"), "ppt/presentation.xml"},
                                                              {"rId2",
                                                               "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                                                               "core-properties",
                                                               "docProps/core.xml"},
                                                              {"rId3", office_type("extended-properties"), "docProps/app.xml"}})},
                           std::string(relationships_media_type)});
    std::vector<Part> parts = {content_types(base_.parts)};
    for (TypedPart& part : base_.parts) parts.push_back(std::move(part.part));
    return zipped(parts);
  }

 private:
  void put(const std::string& name, std::string bytes, std::string type, const std::vector<Relationship>& relationships = {}) {
    base_.parts.push_back({{name, std::move(bytes)}, std::move(type)});
    if (relationships.empty()) return;
    base_.parts.push_back({{relationships_name(name), relationships_xml(relationships)}, std::string(relationships_media_type)});
  }

  std::string presentation_xml() const {
    return fmt::format(
        R"({}{}{}<p:notesMasterIdLst><p:notesMasterId r:id="{}"/></p:notesMasterIdLst><p:sldIdLst>{}</p:sldIdLst>{}{}</p:presentation>)",
        xml_head, base_.opening_tag, base_.masters, base_.notes_master_id, slides_, base_.sizes, base_.text_style);
  }

  void put_properties(std::string_view title, std::int64_t date) {
    const std::time_t seconds = date;
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    const std::string made = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                                         utc.tm_hour, utc.tm_min, utc.tm_sec);
    put("docProps/core.xml",
        fmt::format(R"({}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
                    R"(xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" )"
                    R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:creator>mot</dc:creator>)"
                    R"(<dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created></cp:coreProperties>)",
                    xml_head, xml_escaped(drawable(title)), made),
        "application/vnd.openxmlformats-package.core-properties+xml");
    put("docProps/app.xml",
        fmt::format(R"({}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Slides>{}</Slides>)"
                    R"(<Application>mot</Application></Properties>)",
                    xml_head, count_),
        "application/vnd.openxmlformats-officedocument.extended-properties+xml");
  }

  DeckBase base_;
  const Colours& colours_;
  const Theme& theme_;
  std::size_t count_ = 0;
  std::size_t images_ = 0;
  std::string slides_;
};

}  // namespace
}  // namespace pptx

std::string deck_of(std::span<const Slide> slides, const DeckOptions& options) {
  const Theme& theme = options.theme ? *options.theme : light_theme();
  pptx::Colours colours(theme);
  pptx::DeckBase base = options.company.empty()
                            ? pptx::plain_base(colours, slides.front().scene.width, slides.front().scene.height, slides.front().scene.font)
                            : pptx::company_base(options.company, colours);
  pptx::Deck deck(std::move(base), colours, theme);
  for (const Slide& slide : slides) deck.add(slide);
  return std::move(deck).packed(slides.front().scene.title, options.source_date.value_or(fixed_date));
}

SlideSize slide_size_of(std::string_view company) {
  pptx::Colours colours(light_theme());
  const pptx::DeckBase base = pptx::company_base(company, colours);
  return {base.width, base.height};
}

std::vector<Scene> scenes_of(const Scene& scene, std::span<const Page> pages) {
  if (pages.empty()) return {scene};
  std::vector<Scene> scenes;
  for (const Page& page : pages) scenes.push_back(pptx::page_scene(scene, page));
  return scenes;
}

}  // namespace mot
