#include "mot/typesetting/typesetter.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "mot/typesetting/hyphenation.h"
#include "mot/typesetting/measure.h"
#include "mot/typesetting/plain_letters.h"
#include "mot/typesetting/plain_text.h"
#include "mot/typesetting/syllables.h"

namespace mot {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::string_view soft_hyphen = "\u00ad";

/// Of ordinary text, in sizes of the font: more than Graphviz's 1.1, so that a card can be read.
constexpr double leading = 1.25;

/// Up to here, in sizes of the font, ink may reach into the neighbouring lines, which leave that much room.
constexpr double still_usual = 1.4;

/// Less of a cut line may not be filled for the sake of whole words.
constexpr double least_filled = 0.7;

/// How full a line has to stay that ends early so that a compound, or a word and its figure, stay together.
constexpr double filled_before_compound = 0.7, filled_before_figure = 0.3;
constexpr std::size_t longest_figure = 5;  // characters

std::string without_soft_hyphens(std::string_view text) {
  std::string rest(text);
  for (auto at = rest.find(soft_hyphen); at != std::string::npos; at = rest.find(soft_hyphen, at)) rest.erase(at, soft_hyphen.size());
  return rest;
}

/// Without blanks and marks that no ellipsis should follow.
std::string without_end_marks(std::string text) {
  while (!text.empty() && std::string_view(" ,;:.-").find(text.back()) != std::string_view::npos) text.pop_back();
  return text;
}

/// A text, and where it may be broken.
struct BreakableText {
  std::string text;
  std::vector<Character> characters;
  using Starts = std::vector<std::size_t> (*)(std::string_view text, const Hyphenation* language);
  std::map<Starts, std::vector<std::size_t>> syllables = {};  ///< offsets at which they start; found out where a word has to be parted

  const std::vector<std::size_t>& starts_by(Starts rule, const std::string& language) {
    const auto known = syllables.find(rule);
    return known != syllables.end() ? known->second : syllables.emplace(rule, rule(text, hyphenation_of(language))).first->second;
  }
};

/// The last few texts that were broken: a card is tried in several widths, one after the other.
class RecentTexts {
 public:
  /// Lives until some more have been asked for.
  BreakableText& of(std::string_view text) {
    const auto known = std::ranges::find(texts_, text, &BreakableText::text);
    if (known != texts_.end()) return *known;
    if (texts_.size() < most) return texts_.emplace_back(broken(text));
    BreakableText& oldest = texts_[oldest_];
    oldest_ = (oldest_ + 1) % most;
    return oldest = broken(text);
  }

 private:
  static constexpr std::size_t most = 16;
  static BreakableText broken(std::string_view text) { return {std::string(text), characters_of(text)}; }

  std::deque<BreakableText> texts_;
  std::size_t oldest_ = 0;
};

/// Breaks one text into lines, the longest first line first. Places are indices of characters.
class LineBreaker {
 public:
  LineBreaker(Pango::Measure& measure, BreakableText& text, const std::string& language, double width)
      : measure_(measure), breakable_(text), text_(text.text), characters_(text.characters), language_(language), width_(width) {}

  Wrapped lines(std::size_t most_lines) {
    Wrapped wrapped;
    for (std::size_t begin = 0; begin < end_of_text();) {
      const std::size_t end = end_of_line(begin);
      if (most_lines != 0 && wrapped.lines.size() + 1 == most_lines && past_blanks(end) < end_of_text()) {
        wrapped.lines.push_back(cut_line(begin));
        wrapped.is_cut = true;
        break;
      }
      wrapped.lines.push_back(line(begin, end));
      begin = past_blanks(end);
    }
    return wrapped;
  }

 private:
  std::size_t end_of_text() const { return characters_.size() - 1; }

  std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(characters_[begin].offset, characters_[end].offset - characters_[begin].offset);
  }

  std::size_t past_blanks(std::size_t at) const {
    while (at < end_of_text() && characters_[at].is_blank) ++at;
    return at;
  }

  std::size_t before_blanks(std::size_t begin, std::size_t end) const {
    while (end > begin && characters_[end - 1].is_blank) --end;
    return end;
  }

  /// Inside a word, between two of its syllables.
  bool parts_syllables(std::size_t at, BreakableText::Starts rule) const {
    return at < end_of_text() && !characters_[at].may_start_line &&
           std::ranges::binary_search(breakable_.starts_by(rule, language_), characters_[at].offset);
  }

  /// Inside a word, between two letters of a script that parts words by a hyphen.
  bool parts_word(std::size_t at) const {
    return at > 0 && at < end_of_text() && !characters_[at].may_start_line && stands_between_letters(text_, characters_[at].offset);
  }

  /// What stands in the line: a soft hyphen shows only where the line ends at it, one inside a word only where it has room.
  std::string line(std::size_t begin, std::size_t end) const {
    const std::string_view shown = slice(begin, before_blanks(begin, end));
    const bool is_soft = shown.ends_with(soft_hyphen) && end < end_of_text();
    std::string text = without_soft_hyphens(shown);
    return is_soft || (parts_word(end) && fits(text + "-")) ? text + "-" : text;
  }

  bool fits(std::string_view text) const { return points_of(measure_.advance_of(text)) <= width_; }

  std::size_t next_break(std::size_t at) const {
    do ++at;
    while (at < end_of_text() && (!characters_[at].may_start_line || text_[characters_[at].offset] == '%'));  // `95-%-Intervall`
    return at;
  }

  /// Whether a piece is so much longer than a line that its beginning tells: to measure all of it for each of its lines would take the
  /// square of its length. Twice the width, since letters at the end of what is measured may take another shape than inside a word.
  bool is_far_too_wide(std::size_t begin, std::size_t end) const {
    constexpr std::size_t first_measured = 64;
    for (std::size_t measured = first_measured; begin + measured < end; measured *= 2) {
      if (points_of(measure_.advance_of(slice(begin, begin + measured))) > 2 * width_) return true;
    }
    return false;
  }

  std::size_t end_of_line(std::size_t begin) const {
    std::vector<std::size_t> ends;
    Advance sum;  // of the pieces between breaks: what they measure together differs at most by kerning
    for (std::size_t piece = begin; piece < end_of_text();) {
      const std::size_t end = next_break(piece);
      const std::size_t shown = before_blanks(piece, end);
      if (is_far_too_wide(piece, shown)) break;
      sum += measure_.advance_of(slice(piece, shown));
      if (points_of(sum) > width_) break;
      sum += measure_.advance_of(slice(shown, end));
      ends.push_back(end);
      piece = end;
    }
    while (!ends.empty() && !fits(line(begin, ends.back()))) ends.pop_back();
    return ends.empty() ? end_inside_word(begin) : best_of(begin, ends);
  }

  /// The last end, unless one before it reads better and leaves the line well filled.
  std::size_t best_of(std::size_t begin, const std::vector<std::size_t>& ends) const {
    if (ends.size() < 2 || ends.back() >= end_of_text()) return ends.back();
    const double filled = points_of(measure_.advance_of(slice(begin, before_blanks(begin, ends[ends.size() - 2])))) / width_;
    const bool is_better = leaves_few_letters(ends.back()) || (parts_compound(ends.back()) && filled > filled_before_compound) ||
                           (parts_figure(ends.back()) && filled > filled_before_figure);
    return is_better ? ends[ends.size() - 2] : ends.back();
  }

  /// Behind the hyphen of a compound: `Missed-` and `connection`.
  bool parts_compound(std::size_t at) const { return at > 0 && text_[characters_[at - 1].offset] == '-'; }

  /// Behind a hyphen that few letters follow: `check-` and `in`.
  bool leaves_few_letters(std::size_t at) const {
    constexpr std::size_t few = 3;
    if (!parts_compound(at)) return false;
    std::size_t end = at;
    while (end < end_of_text() && !characters_[end].is_blank && end - at <= few) ++end;
    return end - at <= few;
  }

  /// Between a word and the figure that closes what it says: `gap` and `7`, `at` and `4a,`.
  bool parts_figure(std::size_t at) const {
    std::size_t end = at;
    while (end < end_of_text() && !characters_[end].is_blank) ++end;
    const std::string_view word = slice(at, end);
    const bool is_figure = !word.empty() && word.size() <= longest_figure && word.front() >= '0' && word.front() <= '9';
    return is_figure && (past_blanks(end) >= end_of_text() || std::string_view(",;:.)").find(word.back()) != std::string_view::npos);
  }

  /// The last end of a grapheme from `known` on up to which `fits_up_to` holds; at least one grapheme after `begin`.
  template <class Fits>
  std::size_t last_fitting(std::size_t begin, std::size_t known, Fits fits_up_to) const {
    std::size_t best = known;
    for (std::size_t end = known + 1; end <= end_of_text(); ++end) {
      if (!characters_[end].starts_grapheme && end != end_of_text()) continue;
      if (best != begin && !fits_up_to(end)) break;
      best = end;
    }
    return best;
  }

  /// Where the language parts it, else between any syllables, else behind any letter with a hyphen, else after any grapheme.
  std::size_t end_inside_word(std::size_t begin) const {
    const std::size_t last = last_fitting(begin, begin, [&](std::size_t end) { return fits(slice(begin, end)); });
    for (const BreakableText::Starts rule : {&syllable_starts, &starts_in_need}) {
      for (std::size_t end = last; end > begin; --end) {
        if (parts_syllables(end, rule) && fits(without_soft_hyphens(slice(begin, end)) + "-")) return end;
      }
    }
    for (std::size_t end = last; end > begin; --end) {
      if (parts_word(end) && characters_[end].starts_grapheme && fits(without_soft_hyphens(slice(begin, end)) + "-")) return end;
    }
    return last_fitting(begin, begin, [&](std::size_t end) { return fits(line(begin, end)); });
  }

  /// Cut after a word; inside one only where that would leave much of the line empty.
  std::string cut_line(std::size_t begin) const {
    const auto with_ellipsis = [&](std::size_t end) {
      return without_end_marks(without_soft_hyphens(slice(begin, end))) + std::string(ellipsis);
    };
    const auto fits_cut = [&](std::size_t end) { return fits(with_ellipsis(end)); };
    std::size_t end = begin;
    for (std::size_t next = next_break(begin); next < end_of_text() && fits_cut(next); next = next_break(next)) end = next;
    if (end == begin || points_of(measure_.advance_of(with_ellipsis(end))) < least_filled * width_)
      end = last_fitting(begin, end, fits_cut);
    return fits_cut(end) ? with_ellipsis(end) : std::string(ellipsis);
  }

  Pango::Measure& measure_;
  BreakableText& breakable_;
  std::string_view text_;
  std::span<const Character> characters_;
  const std::string& language_;
  double width_;
};

}  // namespace

std::string font_stack_with(std::string_view family) {
  return family.empty() ? std::string(font_stack) : std::string(family) + "," + std::string(font_stack);
}

double drawn_size(double size) {
  constexpr double smallest = 2;
  constexpr double largest = 127.5;
  return std::isfinite(size) ? std::clamp(std::round(size * drawing_scale) / drawing_scale, smallest, largest) : smallest;
}

/// A text that was wrapped, and into what.
struct WrappedAs {
  std::string text;
  Font font;
  double width;
  std::size_t most_lines;
  bool operator==(const WrappedAs&) const = default;
};

/// By the text alone: few texts are wrapped into more than one width.
struct TextHash {
  std::size_t operator()(const WrappedAs& wrapped) const { return std::hash<std::string>()(wrapped.text); }
};

constexpr std::size_t most_wrapped = 100'000;

struct Typesetter::State {
  State(std::string families, std::string_view code) : pango(std::move(families)), language(code) {}

  Pango pango;
  std::string language;
  std::map<Font, Pango::Measure> measures;
  RecentTexts recent;
  std::unordered_map<WrappedAs, Wrapped, TextHash> wrapped;  ///< a picture in another theme, or drawn again, wraps the same texts

  Pango::Measure& measure_of(const Font& font) { return measures.try_emplace(font, pango, font).first->second; }
};

Typesetter::Typesetter(std::string_view family, std::string_view language)
    : state_(std::make_unique<State>(font_stack_with(family), language)) {}
Typesetter::~Typesetter() = default;
Typesetter::Typesetter(Typesetter&&) noexcept = default;
Typesetter& Typesetter::operator=(Typesetter&&) noexcept = default;

double Typesetter::width_of(std::string_view text, const Font& font) const {
  return points_of(state_->measure_of(font).advance_of(drawable(text)));
}

double Typesetter::line_height(std::string_view text, const Font& font) const {
  const double size = drawn_size(font.size);
  const double usual = leading * size;
  const std::string shown = drawable(text);
  if (is_plain(shown)) return usual;
  // High enough for the ink above and below a baseline that stands where it always stands.
  const InkReach ink = state_->measure_of(font).ink_of(shown);
  const double below_middle = baseline_below_middle * size;
  const double needed = 2 * std::max(ink.above - below_middle, ink.below + below_middle);
  return needed > still_usual * size ? needed : usual;
}

Wrapped Typesetter::wrap(std::string_view text, const Font& font, double width, std::size_t most_lines) const {
  const std::string shown = on_one_line(text);
  if (shown.empty()) return {};
  Pango::Measure& measure = state_->measure_of(font);
  const std::string whole = without_soft_hyphens(shown);
  if (points_of(measure.advance_of(whole)) <= width) return {{whole}, false};
  WrappedAs key{shown, font, width, most_lines};
  if (const auto known = state_->wrapped.find(key); known != state_->wrapped.end()) return known->second;
  if (state_->wrapped.size() >= most_wrapped) state_->wrapped.clear();
  return state_->wrapped.emplace(std::move(key), LineBreaker(measure, state_->recent.of(shown), state_->language, width).lines(most_lines))
      .first->second;
}

}  // namespace mot
