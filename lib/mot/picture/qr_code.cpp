#include "mot/picture/qr_code.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>

#include "mot/picture/text_layout.h"
#include "mot/text/errors.h"
#include "mot/text/isolates.h"
#include "mot/text/late_library.h"
#include "mot/text/platform.h"

namespace mot {

namespace {

// Every function that is used: the only list.
#define MOT_QRENCODE_FUNCTIONS(each) each(QRcode_encodeString8bit) each(QRcode_free)

/// libqrencode, bound when a code is drawn first.
struct QrencodeLibrary {
  MOT_QRENCODE_FUNCTIONS(MOT_LATE_MEMBER)
};

const QrencodeLibrary& qrencode() {
  static const QrencodeLibrary bound = [] {
    const Binder<DrawingFailed> bind(
        {.file = library_name("libqrencode", "4"), .does = "QR codes are made by libqrencode", .package = "libqrencode4"});
    QrencodeLibrary library;
    MOT_QRENCODE_FUNCTIONS(MOT_LATE_BIND)
    return library;
  }();
  return bound;
}

struct CodeRelease {
  void operator()(QRcode* code) const { qrencode().QRcode_free(code); }
};

constexpr std::size_t quiet_fields = 4;  // of light ground around it, as the standard asks
constexpr Colour black{0x000000};

/// All dark fields as one shape, so that no seam shows between them: rectangle after rectangle, each reached from the corner and back.
std::vector<Point> outline_of(const QrCode& code, Point corner, double field) {
  std::vector<Point> outline;
  for (std::size_t y = 0; y < code.side; ++y) {
    for (std::size_t x = 0; x < code.side;) {
      const std::size_t begin = x;
      while (x < code.side && code.is_dark[y * code.side + x]) ++x;
      if (x == begin) {
        ++x;
        continue;
      }
      const auto at = [&](std::size_t column, std::size_t row) {
        return Point{corner.x + static_cast<double>(column) * field, corner.y + static_cast<double>(row) * field};
      };
      outline.insert(outline.end(), {corner, at(begin, y), at(x, y), at(x, y + 1), at(begin, y + 1), at(begin, y), corner});
    }
  }
  return outline;
}

}  // namespace

QrCode qr_code(std::string_view text) {
  constexpr int smallest = 0;  // version: the smallest that holds the text
  const std::unique_ptr<QRcode, CodeRelease> code(qrencode().QRcode_encodeString8bit(std::string(text).c_str(), smallest, QR_ECLEVEL_M));
  if (!code) throw DrawingFailed("a QR code holds no text as long as that");
  QrCode made{static_cast<std::size_t>(code->width), {}};
  constexpr unsigned char dark = 1;
  std::transform(code->data, code->data + made.side * made.side, std::back_inserter(made.is_dark),
                 [](unsigned char field) { return (field & dark) != 0; });
  return made;
}

Box put_qr_code(Canvas& canvas, std::string_view link, Point right_top, double side) {
  if (link.empty()) return {right_top.x, right_top.y, 0, 0};
  const QrCode code = qr_code(link);
  const Box box{right_top.x - side, right_top.y, side, side};
  const double field = side / static_cast<double>(code.side + 2 * quiet_fields), quiet = field * static_cast<double>(quiet_fields);
  canvas.scene.panels.push_back({{canvas.ids.use("qr-code"), "qr-code", std::string(link), std::string(link)}, box, pure_white, {}});
  canvas.scene.ground.push_back(Area{outline_of(code, {box.left + quiet, box.top + quiet}, field), black, std::nullopt});
  return box;
}

std::string caption_of(const Typesetter& typesetter, std::string_view link, const Font& font, double width) {
  for (const std::string_view begin : {"https://", "http://"}) {
    if (link.starts_with(begin)) link.remove_prefix(begin.size());
  }
  if (link.ends_with('/')) link.remove_suffix(1);
  std::string text(link);
  const auto is_inside_character = [&](std::size_t at) {
    return at < link.size() && (static_cast<unsigned char>(link[at]) & 0xC0) == 0x80;
  };
  for (std::size_t kept = link.size(); kept > 1 && typesetter.width_of(text, font) > width; --kept) {
    std::size_t front = (kept + 1) / 2, back = link.size() - kept / 2;
    while (is_inside_character(front)) --front;
    while (is_inside_character(back)) ++back;
    text = fmt::format("{}…{}", link.substr(0, front), link.substr(back));
  }
  return text;
}

Box put_captioned_code(Canvas& canvas, std::string_view link, Point right_top, double side, double width) {
  Box box = put_qr_code(canvas, link, right_top, side);
  if (link.empty()) return box;
  const TextStyle& style = canvas.theme().small_print;
  constexpr double inset = 1;  // for what rounding adds to a width
  const std::string caption = caption_of(canvas.typesetter(), link, style.font, width - inset);
  const TextPlace place{{box.right() - width, box.bottom() + 1}, width, Align::right};
  const Box text = put_text(canvas, {"qr-caption", "qr-caption", std::string(link), ""}, place,
                            {single_line(canvas.typesetter(), isolated(caption), style)});
  box.height = text.bottom() - box.top;
  return box;
}

std::string_view link_of(const Project& project) {
  const auto leads_to_a_page = [](const Reference& link) {
    return link.url.value.starts_with("https:") || link.url.value.starts_with("http:");
  };
  const auto found = std::ranges::find_if(project.links, leads_to_a_page);
  return found == project.links.end() || found->url.value.size() > longest_link ? std::string_view() : std::string_view(found->url.value);
}

}  // namespace mot
