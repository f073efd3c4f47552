#include "mot/typesetting/measure.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "mot/text/errors.h"
#include "mot/text/standard_error.h"
#include "mot/text/utf8.h"
#include "mot/typesetting/pango_library.h"
#include "mot/typesetting/plain_letters.h"

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

constexpr std::string_view no_break_space = "\u00a0";

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

namespace {

/// Fonts, ready to set text in.
struct Contexts {
  /// All that are installed, or those of a config.
  explicit Contexts(FcConfig* config) : fonts(pango().pango_cairo_font_map_new()) {
    if (config != nullptr) pango().pango_fc_font_map_set_config(reinterpret_cast<PangoFcFontMap*>(fonts.get()), config);
    on_grid = make_context(fonts.get(), Letters::on_grid);
    natural = make_context(fonts.get(), Letters::natural);
  }
  Owned<PangoFontMap> fonts;
  Owned<PangoContext> on_grid;
  Owned<PangoContext> natural;
};

}  // namespace

struct Pango::Setup {
  explicit Setup(std::string wanted) : families(std::move(wanted)) {}
  std::string families;
  Contexts plain{fonts_of_plain_letters(families).get()};
  Contexts any{nullptr};
};

struct Pango::Measure::Layouts {
  Layouts(const Contexts& contexts, const std::string& families, const Font& font)
      : on_grid(make_layout(contexts.on_grid.get(), families, font)), natural(make_layout(contexts.natural.get(), families, font)) {}
  Owned<PangoLayout> on_grid;
  Owned<PangoLayout> natural;
};

Pango::Pango(std::string families) {
  // Without any font Pango and Graphviz fail with pages about themselves. Asked first: Pango begins to look for fonts in a thread.
  if (!is_any_font_installed())
    throw DrawingFailed("no font is installed, and a picture needs one; on Debian: apt-get install fonts-open-sans");
  setup_ = std::make_unique<Setup>(std::move(families));
}
Pango::~Pango() = default;

Pango::Measure::Measure(const Pango& pango, const Font& font)
    : plain_(std::make_unique<Layouts>(pango.setup_->plain, pango.setup_->families, font)),
      any_(std::make_unique<Layouts>(pango.setup_->any, pango.setup_->families, font)) {}
Pango::Measure::~Measure() = default;

Advance Pango::Measure::measured(std::string_view text) const {
  const Layouts& layouts = is_plain(text) ? *plain_ : *any_;
  return {width_in(layouts.on_grid.get(), text), width_in(layouts.natural.get(), text)};
}

namespace {

/// What is remembered of a text, by what measures it where nothing is yet.
template <class Memory, class Measured>
const auto& remembered_in(Memory& memory, std::string_view text, Measured measured) {
  if (const auto found = memory.find(text); found != memory.end()) return found->second;
  if (memory.size() >= most_remembered) memory.clear();
  return memory.emplace(std::string(text), measured(text)).first->second;
}

}  // namespace

const Advance& Pango::Measure::remembered(std::string_view text) {
  return remembered_in(advances_, text, [this](std::string_view part) { return measured(part); });
}

Advance Pango::Measure::advance_of(std::string_view text) {
  const std::size_t whole = length_of_inseparable(text);
  Advance sum = whole > 0 ? remembered(text.substr(0, whole)) : Advance();
  text.remove_prefix(whole);
  while (!text.empty()) {
    const std::size_t word = std::min({text.find(' '), text.find(no_break_space), text.size()});
    const std::size_t part = word > 0 ? word : character_length(text, 0);
    sum += remembered(text.substr(0, part));
    text.remove_prefix(part);
  }
  return sum;
}

InkReach Pango::Measure::ink_of(std::string_view text) {
  return remembered_in(inks_, text.substr(0, length_of_inseparable(text)), [this](std::string_view part) { return measured_ink(part); });
}

InkReach Pango::Measure::measured_ink(std::string_view text) const {
  PangoLayout* layout = any_->natural.get();
  pango().pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  PangoRectangle ink;
  pango().pango_layout_get_extents(layout, &ink, nullptr);
  const int baseline = pango().pango_layout_get_baseline(layout);
  return {(baseline - ink.y) * points_per_unit, (ink.y + ink.height - baseline) * points_per_unit};
}

}  // namespace mot
