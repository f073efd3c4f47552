#include "mot/draw/pptx/text_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include "mot/draw/graphviz/markup.h"
#include "mot/draw/pptx/lengths.h"

// Lines have an exact height, so that each baseline is where the picture has it: a line's descent stands above its lower edge, whatever
// program sets it.

namespace mot::pptx {
namespace {

constexpr double descent = 0.293;       // of Open Sans, in sizes
constexpr double usual_height = 1.36;   // of Open Sans, in sizes
constexpr double same_distance = 0.35;  // points by which distances within a paragraph may differ

std::string_view name_of(Align align) {
  switch (align) {
    case Align::left:
      return "l";
    case Align::center:
      return "ctr";
    case Align::right:
      return "r";
  }
  return "l";
}

std::string hundredths(double points) {
  return fmt::format("{}", std::max(0L, std::lround(points * 100)));
}

std::string run_properties(const Run& run, const Colours& colours, std::string_view tag, bool is_title) {
  return fmt::format(R"(<a:{} sz="{}" b="{}" i="{}" dirty="0">{}<a:latin typeface="{}"/></a:{}>)", tag, hundredths(run.font.size),
                     run.font.weight == Weight::bold ? 1 : 0, run.font.slant == Slant::italic ? 1 : 0, fill_of(colours, run.colour),
                     is_title ? "+mj-lt" : "+mn-lt", tag);
}

std::string markup_of(const Run& run, const Colours& colours, bool is_title) {
  return fmt::format("<a:r>{}<a:t>{}</a:t></a:r>", run_properties(run, colours, "rPr", is_title), xml_escaped(run.text));
}

/// Lines of one distance and one direction.
struct Paragraph {
  double space_before = 0;
  double height = 0;
  std::vector<const DrawnLine*> lines;
};

/// Whether a line goes on with a paragraph that it follows at a distance.
bool goes_on(const Paragraph& paragraph, const DrawnLine& line, const Line& as_set, double distance) {
  const DrawnLine& last = *paragraph.lines.back();
  if (as_set.space_above > 0 || last.size != line.size || last.reads_right_to_left != line.reads_right_to_left) return false;
  return paragraph.lines.size() == 1 || std::abs(distance - paragraph.height) < same_distance;
}

std::vector<Paragraph> paragraphs_of(const DrawnText& text, std::span<const Line> lines) {
  std::vector<Paragraph> paragraphs;
  double bottom = 0;  // of the line before
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    const DrawnLine& line = text.lines[i];
    if (line.runs.empty()) continue;
    const double own_bottom = line.baseline + descent * line.size, distance = own_bottom - bottom;
    if (!paragraphs.empty() && goes_on(paragraphs.back(), line, lines[i], distance)) {
      Paragraph& paragraph = paragraphs.back();
      if (paragraph.lines.size() == 1) paragraph.space_before += paragraph.height - distance, paragraph.height = distance;
      paragraph.lines.push_back(&line);
    } else {
      const double usual = usual_height * line.size, height = paragraphs.empty() ? usual : std::min(distance, usual);
      paragraphs.push_back({distance - height, height, {&line}});
    }
    bottom = own_bottom;
  }
  return paragraphs;
}

std::string markup_of(const Paragraph& paragraph, double space_before, Align align, const Colours& colours, bool is_title) {
  std::string markup =
      fmt::format(R"(<a:p><a:pPr algn="{}"{}><a:lnSpc><a:spcPts val="{}"/></a:lnSpc><a:spcBef><a:spcPts val="{}"/></a:spcBef>)"
                  R"(<a:spcAft><a:spcPts val="0"/></a:spcAft></a:pPr>)",
                  name_of(align), paragraph.lines.front()->reads_right_to_left ? R"( rtl="1")" : R"( rtl="0")",
                  hundredths(paragraph.height), hundredths(space_before));
  for (const DrawnLine* line : paragraph.lines) {
    if (line != paragraph.lines.front()) markup += "<a:br>" + run_properties(line->runs.front(), colours, "rPr", is_title) + "</a:br>";
    for (const Run& run : line->runs) markup += markup_of(run, colours, is_title);
  }
  return markup + "</a:p>";
}

std::string body_properties(double left, double top, double right, std::string_view anchor) {
  return fmt::format(
      R"(<a:bodyPr wrap="none" lIns="{}" tIns="{}" rIns="{}" bIns="0" rtlCol="0" anchor="{}"><a:noAutofit/></a:bodyPr><a:lstStyle/>)",
      emu(left), emu(top), emu(right), anchor);
}

std::string empty_body() {
  return R"(<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>)";
}

}  // namespace

std::string text_body(const DrawnText& text, std::span<const Line> lines, const TextPlace& place, const Colours& colours) {
  const std::vector<Paragraph> paragraphs = paragraphs_of(text, lines);
  if (paragraphs.empty()) return empty_body();
  // What stands above the first line is the shape's: programs do not agree on space before the first paragraph.
  const double top = text.box.top - place.shape.top + paragraphs.front().space_before;
  std::string body = "<p:txBody>" + body_properties(text.box.left - place.shape.left, top, place.shape.right() - text.box.right(), "t");
  for (const Paragraph& paragraph : paragraphs) {
    body += markup_of(paragraph, &paragraph == &paragraphs.front() ? 0 : paragraph.space_before, text.align, colours, place.is_title);
  }
  return body + "</p:txBody>";
}

std::string middle_text(const Marker& marker, const Colours& colours) {
  const DrawnText text = text_of(marker);
  if (text.lines.empty() || text.lines.front().runs.empty()) return empty_body();
  const DrawnLine& line = text.lines.front();
  const Paragraph paragraph{0, usual_height * line.size, {&line}};
  return "<p:txBody>" + body_properties(0, 0, 0, "ctr") + markup_of(paragraph, 0, Align::center, colours, false) + "</p:txBody>";
}

double room_above(const DrawnText& text, std::span<const Line> lines) {
  const std::vector<Paragraph> paragraphs = paragraphs_of(text, lines);
  return paragraphs.empty() ? 0 : std::max(0.0, -paragraphs.front().space_before);
}

}  // namespace mot::pptx
