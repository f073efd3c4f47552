#include "mot/typesetting/measure.h"

#include <algorithm>
#include <cmath>

#include "mot/text/errors.h"
#include "mot/text/standard_error.h"
#include "mot/text/utf8.h"
#include "mot/typesetting/pango_library.h"

namespace mot {

namespace {

struct Release {
  void operator()(gpointer object) const { pango().g_object_unref(object); }
  void operator()(PangoFontDescription* font) const { pango().pango_font_description_free(font); }
  void operator()(cairo_font_options_t* options) const { pango().cairo_font_options_destroy(options); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

// As in Graphviz's Pango plugin (gvtextlayout_pango.c).
constexpr double dots_per_inch = 96;
constexpr double points_per_inch = 72;
constexpr double points_per_unit = points_per_inch / (dots_per_inch * PANGO_SCALE * drawing_scale);

// Beyond that the words of a font are forgotten: a bound on memory, far above what one workspace says.
constexpr std::size_t most_remembered = 200'000;

enum class Letters { on_grid, natural };

Owned<PangoContext> make_context(PangoFontMap* fonts, Letters letters) {
  const bool on_grid = letters == Letters::on_grid;
  const Owned<cairo_font_options_t> options(pango().cairo_font_options_create());
  pango().cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  pango().cairo_font_options_set_hint_style(options.get(), on_grid ? CAIRO_HINT_STYLE_FULL : CAIRO_HINT_STYLE_NONE);
  pango().cairo_font_options_set_hint_metrics(options.get(), on_grid ? CAIRO_HINT_METRICS_ON : CAIRO_HINT_METRICS_OFF);
  Owned<PangoContext> context(pango().pango_font_map_create_context(fonts));
  pango().pango_cairo_context_set_font_options(context.get(), options.get());
  pango().pango_cairo_context_set_resolution(context.get(), dots_per_inch);
  pango().pango_context_set_round_glyph_positions(context.get(), on_grid);
  return context;
}

Owned<PangoLayout> make_layout(PangoContext* context, const std::string& families, const Font& font) {
  const Owned<PangoFontDescription> description(pango().pango_font_description_from_string(families.c_str()));
  pango().pango_font_description_set_size(description.get(), static_cast<gint>(drawn_size(font.size) * drawing_scale * PANGO_SCALE));
  if (font.weight == Weight::bold) pango().pango_font_description_set_weight(description.get(), PANGO_WEIGHT_BOLD);
  if (font.slant == Slant::italic) pango().pango_font_description_set_style(description.get(), PANGO_STYLE_ITALIC);
  Owned<PangoLayout> layout(pango().pango_layout_new(context));
  pango().pango_layout_set_font_description(layout.get(), description.get());
  return layout;
}

int width_in(PangoLayout* layout, std::string_view text) {
  pango().pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  PangoRectangle logical;
  pango().pango_layout_get_extents(layout, nullptr, &logical);
  return logical.width;
}

struct Range {
  unsigned first;
  unsigned last;
};

// Letters and signs that Open Sans has itself, so that no blank between them comes from another font.
constexpr Range plain_ranges[] = {{0x20, 0x7e},     {0xa1, 0xac},     {0xae, 0x17f},    {0x391, 0x3ce},   {0x410, 0x45f},  {0x2013, 0x2014},
                                  {0x2018, 0x201a}, {0x201c, 0x201e}, {0x2020, 0x2022}, {0x2026, 0x2026}, {0x20ac, 0x20ac}};

/// The code of a character of at most three bytes, else 0.
unsigned short_code(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(character[i])); };
  switch (character.size()) {
    case 1:
      return byte(0);
    case 2:
      return (byte(0) & 0x1f) << 6 | (byte(1) & 0x3f);
    case 3:
      return (byte(0) & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
    default:
      return 0;
  }
}

}  // namespace

Advance& Advance::operator+=(const Advance& other) {
  on_grid += other.on_grid;
  natural += other.natural;
  return *this;
}

Advance& Advance::operator-=(const Advance& other) {
  on_grid -= other.on_grid;
  natural -= other.natural;
  return *this;
}

double points_of(const Advance& advance) {
  const int widest = std::max(advance.on_grid, advance.natural);
  if (widest == 0) return 0;
  return (std::floor(widest * points_per_unit * drawing_scale) + 1) / drawing_scale;
}

std::vector<Character> characters_of(std::string_view text) {
  std::vector<PangoLogAttr> attributes(count_characters(text) + 1);
  pango().pango_get_log_attrs(text.data(), static_cast<int>(text.size()), -1, pango().pango_language_get_default(), attributes.data(),
                              static_cast<int>(attributes.size()));
  std::vector<Character> characters;
  characters.reserve(attributes.size());
  std::size_t offset = 0;
  for (const PangoLogAttr& attribute : attributes) {
    characters.push_back({offset, attribute.is_line_break != 0, attribute.is_cursor_position != 0, attribute.is_white != 0});
    if (offset < text.size()) offset += character_length(text, offset);
  }
  return characters;
}

bool is_plain(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] >= ' ' && text[i] <= '~') {  // the first range, which most letters are of
      ++i;
      continue;
    }
    const std::size_t length = character_length(text, i);
    const unsigned code = short_code(text.substr(i, length));
    const auto* range = std::ranges::lower_bound(plain_ranges, code, {}, &Range::last);
    if (range == std::end(plain_ranges) || code < range->first) return false;
    i += length;
  }
  return true;
}

/// Asked of fontconfig itself: Pango always names families, and without a font to draw them with measures nonsense.
bool is_any_font_installed() {
  StandardErrorTaken heard;  // that there is nowhere to keep a cache makes it no less able to find fonts
  if (pango().FcInit() != FcTrue) return false;
  for (const FcSetName set : {FcSetSystem, FcSetApplication}) {
    const FcFontSet* fonts = pango().FcConfigGetFonts(nullptr, set);
    if (fonts != nullptr && fonts->nfont > 0) return true;
  }
  return false;
}

struct Pango::Setup {
  std::string families;
  Owned<PangoFontMap> fonts{pango().pango_cairo_font_map_new()};
  Owned<PangoContext> on_grid = make_context(fonts.get(), Letters::on_grid);
  Owned<PangoContext> natural = make_context(fonts.get(), Letters::natural);
};

struct Pango::Measure::Layouts {
  Owned<PangoLayout> on_grid;
  Owned<PangoLayout> natural;
};

Pango::Pango(std::string families) {
  // Without any font Pango and Graphviz fail with pages about themselves. Asked first: Pango begins to look for fonts in a thread.
  if (!is_any_font_installed())
    throw DrawingFailed("no font is installed, and a picture needs one; on Debian: apt-get install fonts-open-sans");
  setup_ = std::make_unique<Setup>();
  setup_->families = std::move(families);
}
Pango::~Pango() = default;

Pango::Measure::Measure(const Pango& pango, const Font& font)
    : layouts_(std::make_unique<Layouts>(Layouts{make_layout(pango.setup_->on_grid.get(), pango.setup_->families, font),
                                                 make_layout(pango.setup_->natural.get(), pango.setup_->families, font)})) {}
Pango::Measure::~Measure() = default;

Advance Pango::Measure::measured(std::string_view text) const {
  return {width_in(layouts_->on_grid.get(), text), width_in(layouts_->natural.get(), text)};
}

const Advance& Pango::Measure::remembered(std::string_view text) {
  if (const auto found = advances_.find(text); found != advances_.end()) return found->second;
  if (advances_.size() >= most_remembered) advances_.clear();
  return advances_.emplace(std::string(text), measured(text)).first->second;
}

Advance Pango::Measure::advance_of(std::string_view text) {
  if (text.find(' ') == std::string_view::npos || !is_plain(text)) return text.empty() ? Advance() : remembered(text);
  Advance sum;
  while (!text.empty()) {
    const std::size_t end = text[0] == ' ' ? 1 : std::min(text.find(' '), text.size());
    sum += remembered(text.substr(0, end));
    text.remove_prefix(end);
  }
  return sum;
}

Ink Pango::Measure::ink_of(std::string_view text) const {
  PangoLayout* layout = layouts_->natural.get();
  pango().pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  PangoRectangle ink;
  pango().pango_layout_get_extents(layout, &ink, nullptr);
  const int baseline = pango().pango_layout_get_baseline(layout);
  return {(baseline - ink.y) * points_per_unit, (ink.y + ink.height - baseline) * points_per_unit};
}

}  // namespace mot
