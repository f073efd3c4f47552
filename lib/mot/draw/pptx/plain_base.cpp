#include <fmt/format.h>

#include <iterator>

#include "mot/draw/pptx/deck_base.h"
#include "mot/draw/pptx/lengths.h"

namespace mot::pptx {
namespace {

constexpr std::string_view namespaces = R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" )"
                                        R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" )"
                                        R"(xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main")";

constexpr std::string_view no_group = R"(<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>)";

constexpr std::string_view colour_map =
    R"(bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" )"
    R"(accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink")";

/// Fills, lines and effects that a theme has to have three of each.
constexpr std::string_view formats =
    R"(<a:fmtScheme name="mot"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/>)"
    R"(</a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst>)"
    R"(<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/>)"
    R"(</a:solidFill></a:ln><a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst>)"
    R"(<a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>)"
    R"(</a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/>)"
    R"(</a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>)";

constexpr std::string_view usual_typeface = "Open Sans";
constexpr double title_size = 23, body_size = 12;
constexpr double notes_width = 540, notes_height = 720;

std::string theme_xml(const Colours& colours, std::string_view typeface) {
  std::string xml = fmt::format(R"({}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="mot"><a:themeElements>)"
                                R"(<a:clrScheme name="mot">)",
                                xml_head);
  for (const ThemeColour& colour : colours.of_theme())
    fmt::format_to(std::back_inserter(xml), R"(<a:{0}><a:srgbClr val="{1}"/></a:{0}>)", colour.slot, digits(colour.colour));
  fmt::format_to(
      std::back_inserter(xml),
      R"(</a:clrScheme><a:fontScheme name="mot"><a:majorFont><a:latin typeface="{0}"/><a:ea typeface=""/><a:cs typeface=""/>)"
      R"(</a:majorFont><a:minorFont><a:latin typeface="{0}"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>{1})"
      R"(</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>)",
      typeface, formats);
  return xml;
}

std::string level_style(std::string_view tag, double size, std::string_view font, std::string_view more) {
  return fmt::format(R"(<a:{0} algn="l"><a:buNone/><a:defRPr sz="{1}"{2}><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>)"
                     R"(<a:latin typeface="{3}"/></a:defRPr></a:{0}>)",
                     tag, std::lround(size * 100), more, font);
}

std::string title_place(const Box& box) {
  return fmt::format(
      R"(<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/>)"
      R"(</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/></a:xfrm>)"
      R"(<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>)"
      R"(<a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>)",
      emu(box.left), emu(box.top), emu(box.width), emu(box.height));
}

std::string master_xml(double width, double height) {
  const Box title{width * 0.03, height * 0.05, width * 0.94, height * 0.14};
  return fmt::format(
      R"({}<p:sldMaster {}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>)"
      R"(<p:spTree>{}{}</p:spTree></p:cSld><p:clrMap {}/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/>)"
      R"(</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{}</p:titleStyle><p:bodyStyle>{}</p:bodyStyle><p:otherStyle>{}</p:otherStyle>)"
      R"(</p:txStyles></p:sldMaster>)",
      xml_head, namespaces, no_group, title_place(title), colour_map, level_style("lvl1pPr", title_size, "+mj-lt", R"( b="1")"),
      level_style("lvl1pPr", body_size, "+mn-lt", ""), level_style("lvl1pPr", body_size, "+mn-lt", ""));
}

std::string layout_xml() {
  return fmt::format(
      R"({}<p:sldLayout {} type="titleOnly" preserve="1"><p:cSld name="Title only"><p:spTree>{})"
      R"(<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/>)"
      R"(</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>)"
      R"(</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>)",
      xml_head, namespaces, no_group);
}

std::string notes_place(std::size_t id, std::string_view name, std::string_view kind, const Box& box, std::string_view text) {
  return fmt::format(
      R"(<p:sp><p:nvSpPr><p:cNvPr id="{}" name="{}"/><p:cNvSpPr><a:spLocks noGrp="1"{}/></p:cNvSpPr><p:nvPr><p:ph {}/></p:nvPr>)"
      R"(</p:nvSpPr><p:spPr><a:xfrm><a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>)"
      R"(</a:prstGeom></p:spPr>{}</p:sp>)",
      id, name, text.empty() ? R"( noRot="1" noChangeAspect="1")" : "", kind, emu(box.left), emu(box.top), emu(box.width), emu(box.height),
      text);
}

std::string notes_master_xml() {
  const Box picture{70, 54, 400, 225}, text{54, 300, 432, 380};
  return fmt::format(
      R"({}<p:notesMaster {}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>)"
      R"(<p:spTree>{}{}{}</p:spTree></p:cSld><p:clrMap {}/><p:notesStyle>)"
      R"(<a:lvl1pPr algn="l"><a:defRPr sz="1200"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="+mn-lt"/>)"
      R"(</a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>)",
      xml_head, namespaces, no_group, notes_place(2, "Slide", R"(type="sldImg" idx="2")", picture, ""),
      notes_place(3, "Notes", R"(type="body" sz="quarter" idx="3")", text,
                  R"(<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>)"),
      colour_map);
}

void add(DeckBase& base, std::string name, std::string bytes, std::string type) {
  base.parts.push_back({{std::move(name), std::move(bytes)}, std::move(type)});
}

void add_with_relationships(DeckBase& base, const std::string& name, std::string bytes, std::string type,
                            const std::vector<Relationship>& relationships) {
  add(base, name, std::move(bytes), std::move(type));
  add(base, relationships_name(name), relationships_xml(relationships), std::string(relationships_media_type));
}

const std::string theme_type = "application/vnd.openxmlformats-officedocument.theme+xml";

}  // namespace

void add_notes_master(DeckBase& base, const Colours& colours, const std::string& relationship, std::string_view font) {
  add(base, "ppt/theme/theme-of-notes.xml", theme_xml(colours, font.empty() ? usual_typeface : font), theme_type);
  base.notes_master = "ppt/notesMasters/notesMaster-mot.xml";
  base.notes_master_id = relationship;
  add_with_relationships(base, base.notes_master, notes_master_xml(), presentation_type("notesMaster"),
                         {{"rId1", office_type("theme"), "../theme/theme-of-notes.xml"}});
  base.of_presentation.push_back({relationship, office_type("notesMaster"), "notesMasters/notesMaster-mot.xml"});
}

DeckBase plain_base(const Colours& colours, double width, double height, std::string_view font) {
  DeckBase base{.width = width, .height = height};
  base.layout = "ppt/slideLayouts/slideLayout1.xml";
  add(base, "ppt/theme/theme1.xml", theme_xml(colours, font.empty() ? usual_typeface : font), theme_type);
  add_with_relationships(base, base.layout, layout_xml(), presentation_type("slideLayout"),
                         {{"rId1", office_type("slideMaster"), "../slideMasters/slideMaster1.xml"}});
  add_with_relationships(
      base, "ppt/slideMasters/slideMaster1.xml", master_xml(width, height), presentation_type("slideMaster"),
      {{"rId1", office_type("slideLayout"), "../slideLayouts/slideLayout1.xml"}, {"rId2", office_type("theme"), "../theme/theme1.xml"}});
  base.of_presentation = {{"rId1", office_type("slideMaster"), "slideMasters/slideMaster1.xml"},
                          {"rId2", office_type("theme"), "theme/theme1.xml"}};
  base.opening_tag = fmt::format("<p:presentation {}>", namespaces);
  base.masters = R"(<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>)";
  base.sizes = fmt::format(R"(<p:sldSz cx="{}" cy="{}"/><p:notesSz cx="{}" cy="{}"/>)", emu(width), emu(height), emu(notes_width),
                           emu(notes_height));
  add_notes_master(base, colours, "rId3", font);
  return base;
}

}  // namespace mot::pptx
