#include "mot/typesetting/hyphenation.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

namespace mot {

namespace {

constexpr std::size_t least_letters_at_joint = 2;  // between two hyphens, one of which parts a compound

/// What lines that are no patterns begin with.
constexpr std::string_view other_lines[] = {
    "#", "%", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN", "NOHYPHEN"};
constexpr std::string_view next_level = "NEXTLEVEL";

/// The file of each language, as the packages hyphen-en-us, -de, -fr, -es and -pt-br call it.
constexpr struct {
  std::string_view language, file;
} files[] = {
    {"en", "hyph_en_US.dic"}, {"de", "hyph_de_DE.dic"}, {"fr", "hyph_fr.dic"}, {"es", "hyph_es_ES.dic"}, {"pt", "hyph_pt_BR.dic"},
};

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool is_inside_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

std::string utf8_of_latin1(std::string_view text) {
  std::string utf8;
  utf8.reserve(text.size() + text.size() / 16);
  for (const char letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if (code < 0x80)
      utf8 += letter;
    else
      utf8 += static_cast<char>(0xc0 | (code >> 6)), utf8 += static_cast<char>(0x80 | (code & 0x3f));
  }
  return utf8;
}

/// The next line, without its end, which is taken off the text.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t letters_in(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, is_inside_character));
}

/// Where the levels between the letters of a word let it be parted. `levels` has one more than the word has bytes.
std::vector<std::size_t> parts_by(std::string_view levels) {
  std::vector<std::size_t> parts;
  for (std::size_t i = 1; i + 1 < levels.size(); ++i) {
    if ((levels[i] - '0') % 2 != 0) parts.push_back(i);
  }
  return parts;
}

}  // namespace

Hyphenation::Hyphenation(std::string_view file) {
  const std::string_view encoding = take_line(file);
  if (encoding != "UTF-8" && encoding != "ISO8859-1") return;
  const std::string text = encoding == "UTF-8" ? std::string(file) : utf8_of_latin1(file);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    const auto is_line_of = [&](std::string_view start) { return line.starts_with(start); };
    if (line == next_level)
      compounds_ = std::exchange(words_, {});
    else if (!line.empty() && std::ranges::none_of(other_lines, is_line_of) && line.find('/') == std::string_view::npos)
      words_.add(line);
  }
  compounds_.sort();
  words_.sort();
}

void Hyphenation::Patterns::add(std::string_view line) {
  const std::size_t begin = text.size();
  std::string levels = "0";
  for (const char letter : line) {
    if (is_digit(letter))
      levels.back() = letter;
    else
      text += letter, levels += '0';
  }
  all.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size() - begin)});
  text += levels;
}

/// Of two with the same letters the later one counts.
void Hyphenation::Patterns::sort() {
  const auto letters = [this](const Pattern& pattern) { return letters_of(pattern); };
  std::ranges::stable_sort(all, {}, letters);
  std::ranges::reverse(all);
  const auto rest = std::ranges::unique(all, {}, letters);
  all.erase(rest.begin(), rest.end());
  std::ranges::reverse(all);
}

std::string Hyphenation::Patterns::levels_in(std::string_view word) const {
  const std::string edged = "." + std::string(word) + ".";
  const std::string_view seen = edged;
  std::string largest(edged.size() + 1, '0');
  std::size_t begin = 0;
  for (std::size_t end = 1; end <= edged.size(); ++end) {
    // The longest end of what was seen that a pattern begins with.
    auto first = all.end();
    for (; begin < end; ++begin) {
      const std::string_view started = seen.substr(begin, end - begin);
      first = std::ranges::lower_bound(all, started, {}, [this](const Pattern& pattern) { return letters_of(pattern); });
      if (first != all.end() && letters_of(*first).starts_with(started)) break;
    }
    if (begin == end || first->bytes != end - begin) continue;
    const std::string_view levels = levels_of(*first);
    for (std::size_t i = 0; i < levels.size(); ++i) largest[begin + i] = std::max(largest[begin + i], levels[i]);
  }
  return largest.substr(1, word.size() + 1);
}

std::vector<std::size_t> Hyphenation::parts_of(std::string_view word, std::size_t least) const {
  std::vector<std::size_t> joints = {0};
  for (const std::size_t joint : parts_by(compounds_.levels_in(word))) joints.push_back(joint);
  joints.push_back(word.size());
  std::vector<std::size_t> parts(joints.begin() + 1, joints.end() - 1);
  for (std::size_t i = 0; i + 1 < joints.size(); ++i) {
    const std::string_view piece = word.substr(joints[i], joints[i + 1] - joints[i]);
    for (const std::size_t part : parts_by(words_.levels_in(piece))) {
      const bool is_wide =
          letters_in(piece.substr(0, part)) >= least_letters_at_joint && letters_in(piece.substr(part)) >= least_letters_at_joint;
      if (is_wide) parts.push_back(joints[i] + part);
    }
  }
  std::ranges::sort(parts);
  std::erase_if(parts, [&](std::size_t part) { return letters_in(word.substr(0, part)) < least || letters_in(word.substr(part)) < least; });
  return parts;
}

std::string languages_with_hyphenation() {
  std::string codes;
  for (const auto& entry : files) {
    if (hyphenation_of(entry.language) != nullptr) codes += (codes.empty() ? "" : ", ") + std::string(entry.language);
  }
  return codes;
}

const Hyphenation* hyphenation_of(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<const Hyphenation>, std::less<>> known;
  const std::lock_guard lock(mutex);
  if (const auto found = known.find(language); found != known.end()) return found->second.get();
  const auto* const named = std::ranges::find(files, language, [](const auto& entry) { return entry.language; });
  std::unique_ptr<const Hyphenation> read;
  if (named != std::end(files)) {
    const char* const folder = std::getenv("MOT_HYPHENATION");
    std::ifstream file(std::string(folder != nullptr ? folder : "/usr/share/hyphen") + "/" + std::string(named->file), std::ios::binary);
    auto patterns = std::make_unique<const Hyphenation>(std::string(std::istreambuf_iterator<char>(file), {}));
    if (!patterns->is_empty()) read = std::move(patterns);
  }
  return known.emplace(language, std::move(read)).first->second.get();
}

}  // namespace mot
