#include "mot/typesetting/parts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>

#include "mot/text/standard_error.h"

namespace mot {
namespace {

struct PatternRelease {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
struct SetRelease {
  void operator()(FcFontSet* set) const { FcFontSetDestroy(set); }
};
struct ObjectsRelease {
  void operator()(FcObjectSet* set) const { FcObjectSetDestroy(set); }
};

/// The first family, by name, of the fonts that match a pattern in fontconfig's own notation; empty where none does.
std::string family_of(const char* wanted) {
  const std::unique_ptr<FcPattern, PatternRelease> pattern(FcNameParse(reinterpret_cast<const FcChar8*>(wanted)));
  const std::unique_ptr<FcObjectSet, ObjectsRelease> objects(FcObjectSetBuild(FC_FAMILY, static_cast<char*>(nullptr)));
  const std::unique_ptr<FcFontSet, SetRelease> fonts(FcFontList(nullptr, pattern.get(), objects.get()));
  std::string first;
  for (int i = 0; fonts && i < fonts->nfont; ++i) {
    FcChar8* family = nullptr;
    if (FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &family) != FcResultMatch) continue;
    const std::string name(reinterpret_cast<const char*>(family));
    if (first.empty() || name < first) first = name;
  }
  return first;
}

struct Script {
  std::string_view name;
  const char* pattern;
};

// By languages that take the script whole.
constexpr Script scripts[] = {
    {"a font for Chinese", ":lang=zh-cn"}, {"a font for Japanese", ":lang=ja"},    {"a font for Korean", ":lang=ko"},
    {"a font for Arabic", ":lang=ar"},     {"a font for Hebrew", ":lang=he"},      {"a font for Devanagari", ":lang=hi"},
    {"a font for Thai", ":lang=th"},       {"a font for emoji", ":lang=und-zsye"},
};

}  // namespace

std::vector<Part> typesetting_parts() {
  StandardErrorTaken heard;
  std::vector<Part> parts = {
      {"Pango", pango_version_string(), "no picture can be drawn"},
      {"Open Sans", family_of("Open Sans"), "pictures are drawn in another font, and texts break elsewhere (Debian's fonts-open-sans)"}};
  for (const Script& script : scripts) {
    parts.push_back(
        {std::string(script.name), family_of(script.pattern), "its letters are boxes in PNG and PDF; SVG leaves them to the browser"});
  }
  return parts;
}

}  // namespace mot
