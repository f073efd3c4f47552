// Notes, text boxes and links stand inside the cells that they hang on, drawings that hang on a page beside the rows.
#include <algorithm>
#include <iterator>

#include "mot/evidence/sheets/number_format.h"
#include "mot/evidence/sheets/sheet_asides.h"
#include "mot/evidence/sheets/sheet_rows.h"
#include "mot/evidence/sheets/xml_events.h"

namespace mot::evidence {
namespace {

class AsidesListener : public XmlListener {
 public:
  explicit AsidesListener(std::size_t sheet) : sheet_(sheet) {}

  void open(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "table" && ++depth_ == 1) is_wanted_ = met_++ == sheet_;
    if (!is_wanted_ || depth_ != 1) return;
    if (element == "table-row") {
      column_ = 0;
      row_repeats_ = repeats_in(attributes, "number-rows-repeated");
    } else if (element == "table-cell" || element == "covered-table-cell") {
      open_cell(attributes);
    } else if (element == "a" && around_ == 0 && attributes.find("href")) {
      add(AsideKind::link, std::string(attributes.text("href")));
    } else if (element == "annotation" || is_drawn_over_cells(element)) {
      if (around_++ == 0) said_.clear(), is_picture_ = false, is_note_ = element == "annotation";
    } else if (around_ > 0) {
      is_picture_ |= element == "image" || element == "object";
      if (element == "p" && !said_.empty()) said_ += '\n';
      is_in_paragraph_ |= element == "p";
    }
  }
  void close(std::string_view element) override {
    if (element == "table" && --depth_ == 0) is_done_ = is_wanted_;
    if (!is_wanted_ || depth_ != 1) return;
    if (element == "p") is_in_paragraph_ = false;
    if ((element == "annotation" || is_drawn_over_cells(element)) && around_ > 0 && --around_ == 0) close_aside();
    if (element == "table-cell" || element == "covered-table-cell") {
      column_ += repeats_;
      is_in_cell_ = false;
    }
    if (element == "table-row") row_ += row_repeats_;
  }
  void text(std::string_view part) override {
    if (is_in_paragraph_ && around_ > 0 && said_.size() + part.size() <= most_aside_bytes) said_.append(part);
  }
  bool is_done() const override { return is_done_ || found.asides.size() >= most_asides; }

  SheetAsides found;

 private:
  static std::size_t repeats_in(const XmlAttributes& attributes, std::string_view name) {
    return std::clamp<std::size_t>(attributes.number(name, 1), 1, most_sheet_rows);
  }

  void open_cell(const XmlAttributes& attributes) {
    is_in_cell_ = true;
    repeats_ = repeats_in(attributes, "number-columns-repeated");
    const std::size_t down = repeats_in(attributes, "number-rows-spanned");
    if (down > 1 && found.merged.size() < most_asides) found.merged.push_back({column_, row_ + 1, row_ + down});
  }

  void close_aside() {
    if (is_note_ || !said_.empty()) add(is_note_ ? AsideKind::comment : AsideKind::text_box, said_);
    if (is_picture_) add(AsideKind::picture, {});
  }

  void add(AsideKind kind, std::string text) {
    const std::size_t line = is_in_cell_ ? row_ + 1 : 0;
    found.asides.push_back({kind, is_in_cell_ ? cell_name(column_, line) : std::string(), line, std::move(text)});
  }

  std::size_t sheet_;
  std::size_t met_ = 0;     ///< tables so far
  std::size_t depth_ = 0;   ///< tables around
  std::size_t around_ = 0;  ///< notes and drawings around
  std::size_t row_ = 0, column_ = 0, row_repeats_ = 1, repeats_ = 1;
  std::string said_;
  bool is_wanted_ = false, is_done_ = false, is_in_cell_ = false, is_in_paragraph_ = false, is_note_ = false, is_picture_ = false;
};

}  // namespace

bool is_drawn_over_cells(std::string_view element) {
  constexpr std::string_view drawn[] = {"frame",     "custom-shape", "rect",    "ellipse",         "circle",
                                        "line",      "polyline",     "polygon", "regular-polygon", "path",
                                        "connector", "caption",      "measure", "control",         "g"};
  return std::ranges::find(drawn, element) != std::end(drawn);
}

SheetAsides ods_asides(ZipArchive& archive, std::size_t sheet) {
  AsidesListener listener(sheet);
  read_xml(*archive.open("content.xml"), listener);
  return std::move(listener.found);
}

}  // namespace mot::evidence
