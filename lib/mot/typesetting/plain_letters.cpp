#include "mot/typesetting/plain_letters.h"

#include <algorithm>

#include "mot/text/standard_error.h"
#include "mot/text/utf8.h"

namespace mot {

namespace {

struct Range {
  unsigned first;
  unsigned last;
};

// Letters and signs that Open Sans has itself, so that no blank between them comes from another font.
constexpr Range plain_ranges[] = {{0x20, 0x7e},     {0xa0, 0xac},     {0xae, 0x17f},    {0x391, 0x3a1},
                                  {0x3a3, 0x3ce},   {0x410, 0x45f},   {0x2013, 0x2014}, {0x2018, 0x201a},
                                  {0x201c, 0x201e}, {0x2020, 0x2022}, {0x2026, 0x2026}, {0x20ac, 0x20ac}};

// Arrows, mathematical and geometric signs, dingbats: of no script, and none that joins what stands beside it.
constexpr Range signs[] = {{0x203c, 0x203c}, {0x2190, 0x27bf}};

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

template <class Ranges>
bool is_in(const Ranges& ranges, unsigned code) {
  const auto* range = std::ranges::lower_bound(ranges, code, {}, &Range::last);
  return range != std::end(ranges) && code >= range->first;
}

/// Bytes of the plain letters that a text begins with.
std::size_t count_plain(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] >= ' ' && text[i] <= '~') {  // the first range, which most letters are of
      ++i;
      continue;
    }
    const std::size_t length = character_length(text, i);
    if (!is_in(plain_ranges, short_code(text.substr(i, length)))) return i;
    i += length;
  }
  return text.size();
}

/// The font that fontconfig finds first.
FontPattern first_font_of(std::string_view families) {
  const FontPattern wanted(pango().FcPatternCreate());
  while (!families.empty()) {
    const std::size_t end = std::min(families.find(','), families.size());
    const std::string family(families.substr(0, end));
    pango().FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
    families.remove_prefix(std::min(end + 1, families.size()));
  }
  pango().FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  pango().FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultNoMatch;
  return FontPattern(pango().FcFontMatch(nullptr, wanted.get(), &result));
}

bool has_plain_letters(const FcPattern* font) {
  FcCharSet* letters = nullptr;
  if (pango().FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) != FcResultMatch) return false;
  return std::ranges::all_of(plain_ranges, [&](const Range& range) {
    for (unsigned code = range.first; code <= range.last; ++code) {
      if (pango().FcCharSetHasChar(letters, code) != FcTrue) return false;
    }
    return true;
  });
}

/// fontconfig's settings that reject all fonts but those that bear a name of this one's family; empty where it has none that XML takes.
std::string settings_for(const FcPattern* font) {
  std::string accepted;
  FcChar8* name = nullptr;
  for (int i = 0; pango().FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; ++i) {
    const std::string family(reinterpret_cast<const char*>(name));
    if (family.find_first_of("<&") != std::string::npos) return {};
    accepted += "<pattern><patelt name=\"family\"><string>" + family + "</string></patelt></pattern>";
  }
  if (accepted.empty()) return {};
  return "<fontconfig><selectfont><acceptfont>" + accepted + "</acceptfont><rejectfont><pattern/></rejectfont></selectfont></fontconfig>";
}

}  // namespace

bool is_plain(std::string_view text) {
  return count_plain(text) == text.size();
}

std::size_t length_of_inseparable(std::string_view text) {
  std::size_t end = 0;  // of the last sign
  for (std::size_t at = count_plain(text); at < text.size(); at = end + count_plain(text.substr(end))) {
    end = at + character_length(text, at);
    if (!is_in(signs, short_code(text.substr(at, end - at)))) return text.size();
  }
  if (end == 0) return 0;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto letter = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(), is_letter);
  return static_cast<std::size_t>(std::find(letter, text.end(), ' ') - text.begin());
}

std::unique_ptr<FcConfig, ConfigRelease> fonts_of_plain_letters(std::string_view families) {
  StandardErrorTaken heard;  // what there is to say of the settings was said when they were read first
  const FontPattern font = first_font_of(families);
  const std::string settings = font && has_plain_letters(font.get()) ? settings_for(font.get()) : std::string();
  if (settings.empty()) return nullptr;
  std::unique_ptr<FcConfig, ConfigRelease> config(pango().FcInitLoadConfig());
  const auto* bytes = reinterpret_cast<const FcChar8*>(settings.c_str());
  if (!config || pango().FcConfigParseAndLoadFromMemory(config.get(), bytes, FcFalse) != FcTrue) return nullptr;
  if (pango().FcConfigBuildFonts(config.get()) != FcTrue) return nullptr;
  return config;
}

}  // namespace mot
