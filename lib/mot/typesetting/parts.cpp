#include "mot/typesetting/parts.h"

#include <memory>
#include <string>
#include <string_view>

#include "mot/text/errors.h"
#include "mot/text/standard_error.h"
#include "mot/typesetting/hyphenation.h"
#include "mot/typesetting/pango_library.h"

namespace mot {
namespace {

struct SetRelease {
  void operator()(FcFontSet* set) const { pango().FcFontSetDestroy(set); }
};
struct ObjectsRelease {
  void operator()(FcObjectSet* set) const { pango().FcObjectSetDestroy(set); }
};

bool is_pango_installed() {
  try {
    pango();
    return true;
  } catch (const DrawingFailed&) {
    return false;
  }
}

/// The first family, by name, of the fonts that match a pattern in fontconfig's own notation; empty where none does.
std::string family_of(const char* wanted) {
  const FontPattern pattern(pango().FcNameParse(reinterpret_cast<const FcChar8*>(wanted)));
  const std::unique_ptr<FcObjectSet, ObjectsRelease> objects(pango().FcObjectSetBuild(FC_FAMILY, static_cast<char*>(nullptr)));
  const std::unique_ptr<FcFontSet, SetRelease> fonts(pango().FcFontList(nullptr, pattern.get(), objects.get()));
  std::string first;
  for (int i = 0; fonts && i < fonts->nfont; ++i) {
    FcChar8* family = nullptr;
    if (pango().FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &family) != FcResultMatch) continue;
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
  const bool is_installed = is_pango_installed();  // without it there is nobody to ask for fonts
  const auto family = [&](const char* pattern) { return is_installed ? family_of(pattern) : std::string(); };
  std::vector<Part> parts = {
      {"Pango", is_installed ? pango().pango_version_string() : "", "no picture can be drawn; Debian's libpangocairo-1.0-0"},
      {"a font", family(":"), "no picture can be drawn at all; Debian's fonts-open-sans"},
      {"Open Sans", family("Open Sans"), "pictures are drawn in another font, and texts break elsewhere (Debian's fonts-open-sans)"}};
  parts.push_back({"hyphenation", languages_with_hyphenation(),
                   "long words are parted by rules that fit most languages, not by their own (Debian's hyphen-en-us, hyphen-de, …)"});
  for (const Script& script : scripts) {
    parts.push_back(
        {std::string(script.name), family(script.pattern), "its letters are boxes in PNG and PDF; SVG leaves them to the browser"});
  }
  return parts;
}

}  // namespace mot
