#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <ctime>

#include "mot/draw/graphviz/graph.h"
#include "mot/draw/graphviz/svg_element.h"
#include "mot/text/utf8.h"
#include "mot/typesetting/measure.h"
#include "mot/typesetting/plain_letters.h"
#include "mot/typesetting/plain_text.h"
#include "mot/typesetting/syllables.h"
#include "mot/typesetting/typesetter.h"
#include "support/pictures.h"

using namespace mot;
using namespace mot::testing;

namespace {

const Typesetter typesetter;

const char* const scripts[] = {
    "One call, one person, no penalty for honest mistakes – “well-known” at 10 € or 20 %",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Der Flughafenmitarbeiter grüßt: Straßenbahnhaltestellenüberdachungskonstruktion, täglich",
    "Служба поддержки отвечает в течение минуты и ничего не обещает",
    "Η εξυπηρέτηση πελατών απαντά μέσα σε ένα λεπτό",
    "旅客は搭乗前に手続きを済ませておきたいと考えている。二分以内に、お願いします。",
    "顾客不想在柜台前等待超过一分钟，而且希望有人主动问候。",
    "승객은 기다리지 않고 수하물을 찾고 싶어합니다",
    "مرحبا بالعالم السفر جميل جدا هذا اليوم والرحلة مريحة ومريحة",
    "שלום עולם, הנוסע רוצה לדעת מה יקרה עכשיו",
    "यात्री का अनुभव अच्छा होना चाहिए और समय पर जानकारी",
    "ยินดีต้อนรับสู่ประเทศไทยและขอให้เดินทางปลอดภัย",
    "မြန်မာနိုင်ငံသို့ ကြိုဆိုပါသည်",
    "Việt Nam: Ổn định, Ệ, hành khách muốn biết điều gì sẽ xảy ra",
    "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧 family 😀😀 on ✈️ 🇵🇹🇪🇸",
    "★ ▲ ▼ ✓ ‼ ✕ mixed 旅客 and مرحبا in one",
    "a",
    "e\u0301\u0301\u0301e\u0301 combining",
};

std::string joined(const Wrapped& wrapped) {
  std::string text;
  for (const std::string& line : wrapped.lines) text += (text.empty() ? "" : "|") + line;
  return text;
}

/// Without blanks, ends of lines and hyphens.
std::string bare(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '|' || c == '-'; });
  return text;
}

std::size_t count_graphemes(std::string_view text) {
  const auto characters = characters_of(text);
  return static_cast<std::size_t>(std::ranges::count_if(characters, &Character::starts_grapheme)) - 1;
}

/// The room that Graphviz itself gives to a text, in points: from its beginning to that of another after it.
double width_by_graphviz(const std::string& text, const Font& font) {
  Scene scene = empty_scene(2000, 100);
  std::vector<Run> runs = {{text, font, ink}, {"|", {10}, red}};
  if (reads_right_to_left(text)) std::ranges::reverse(runs);  // the text stands at the left again
  scene.items = {label_of("label", {0, 0, 2000, 50}, {line_of(runs, 50)})};
  const std::string svg = render(graph_of(scene, Target::png, 72), "nop2", "svg");
  std::vector<double> begins;
  for (auto at = svg.find("<text "); at != std::string::npos; at = svg.find("<text ", at + 1))
    if (!std::string_view(svg).substr(svg.find('>', at)).starts_with("> </text>"))
      begins.push_back(points_of(attribute_of(std::string_view(svg).substr(at), "x")));
  REQUIRE(begins.size() == 2);
  return begins[1] - begins[0];
}

}  // namespace

TEST_CASE("what no font can draw is left out, and every break becomes a blank") {
  const struct {
    std::string_view text;
    std::string_view drawn;
    std::string_view on_one_line;
  } cases[] = {
      {"plain <&>\"'", "plain <&>\"'", "plain <&>\"'"},
      {" a \r\n\t b\x01\x1b\x7f ", " a     b ", "a b"},
      {"a\u2028b\u0085c\u2029d", "a b c d", "a b c d"},
      {"\uFEFFa\uFFFEb\uFFFF\uFDD0\U0001FFFE", "ab", "ab"},
      {"a\u202Eb\u202C\u200E", "ab\u200E", "ab\u200E"},
      {"a\xFF\xC3", "a\uFFFD\uFFFD", "a\uFFFD\uFFFD"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", "\uFFFD\uFFFD\uFFFD"},
      {"a\u00A0\u00A0b", "a\u00A0\u00A0b", "a\u00A0\u00A0b"},
      {" \n ", "   ", ""},
  };
  for (const auto& [text, shown, line] : cases) {
    CAPTURE(text);
    CHECK(drawable(text) == shown);
    CHECK(on_one_line(text) == line);
  }
}

TEST_CASE("text is broken where its script allows") {
  const struct {
    const char* text;
    double width;
    std::size_t most_lines;
    const char* lines;
  } cases[] = {
      {"", 90, 0, ""},
      {" \t\n", 90, 0, ""},
      {"  one\n\ntwo  ", 90, 0, "one two"},
      {"One call, one person", 65, 0, "One call, one|person"},
      {"One call, one person", 65, 2, "One call, one|person"},
      {"One call, one person", 65, 1, "One call…"},
      {"One call, one person, no penalty", 65, 2, "One call, one|person, no…"},
      {"Die Rindfleischetikettierung", 90, 0, "Die|Rindfleischetiket-|tierung"},
      {"Die Rindfleischetikettierung", 90, 1, "Die Rindfleischet…"},
      {"Die Rindfleischetikettierung", 90, 2, "Die|Rindfleischetiket…"},
      {"well-known", 40, 0, "well-|known"},
      {"Greeting at check-in", 95, 0, "Greeting at|check-in"},
      {"check-in", 35, 0, "check-|in"},
      {"旅客は搭乗前に手続きを済ませる。", 90, 0, "旅客は搭乗前に手|続きを済ませる。"},
      {"旅客は搭乗前に手続きを済ませる。", 90, 1, "旅客は搭乗前に…"},
      {"مرحبا بالعالم السفر جميل جدا", 90, 0, "مرحبا بالعالم السفر|جميل جدا"},
      {"यात्री का अनुभव अच्छा होना", 90, 0, "यात्री का अनुभव अच्छा|होना"},
      {"👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 30, 0, "👩‍👩‍👧👩‍👩‍👧|👩‍👩‍👧"},
      {"👩‍👩‍👧👩‍👩‍👧", 1, 0, "👩‍👩‍👧|👩‍👩‍👧"},
      {"Über\u00adraschungs\u00adeffekt", 80, 0, "Überraschungs-|effekt"},
      {"Über\u00adraschungs\u00adeffekt", 80, 1, "Überraschung…"},
      {"Über\u00adraschung", 80, 0, "Überraschung"},
      {"10\u00a0000 EUR", 40, 0, "10\u00a0000|EUR"},
      {"abc", -1, 0, "a|b|c"},
      {"abc", 1, 2, "a|…"},
  };
  for (const auto& [text, width, most_lines, lines] : cases) {
    CAPTURE(text);
    CAPTURE(width);
    CHECK(joined(typesetter.wrap(text, {10.5}, width, most_lines)) == lines);
    CHECK(typesetter.wrap(text, {10.5}, width, most_lines).is_cut == holds(lines, "…"));
  }
}

TEST_CASE("words are parted between syllables, with three letters on either side") {
  const struct {
    const char* word;
    const char* parted;
  } cases[] = {
      {"Schadensregulierungsabteilung", "Scha-dens-re-gu-lie-rungs-ab-tei-lung"},
      {"Reservations", "Reser-va-tions"},
      {"administration", "admi-nis-tra-tion"},
      {"Versicherung", "Ver-si-che-rung"},
      {"unterschreiben", "unter-schrei-ben"},
      {"Haftpflichtversicherung", "Haft-pflicht-ver-si-che-rung"},
      {"Επικοινωνία", "Επι-κοι-νω-νία"},
      {"обслуживание", "обс-лу-жи-ва-ние"},
      {"Bag drop, well-known", ""},
      {"旅客は搭乗前に", ""},
      {"", ""},
  };
  for (const auto& [word, parted] : cases) {
    CAPTURE(word);
    std::string with_hyphens = word;
    const auto starts = syllable_starts(word);
    for (auto start = starts.rbegin(); start != starts.rend(); ++start) with_hyphens.insert(*start, "-");
    if (*parted == '\0') CHECK(starts.empty());
    if (*parted != '\0') CHECK(with_hyphens == parted);
  }
}

TEST_CASE("no word is broken bare where a hyphen has room, and no per cent parted from its number") {
  for (const double width : {24.0, 31.0, 38.0, 52.0}) {
    for (const char* word : {"unterschreiben", "bcdfghjklmnpqrst", "Rechtsschutz", "цнтрлü"}) {
      CAPTURE(width);
      const Wrapped wrapped = typesetter.wrap(word, {8}, width);
      CAPTURE(joined(wrapped));
      for (std::size_t i = 0; i + 1 < wrapped.lines.size(); ++i) CHECK(wrapped.lines[i].ends_with('-'));
    }
  }
  for (const double width : {30.0, 50.0, 60.0, 70.0})
    CHECK(joined(typesetter.wrap("ein 95-%-Intervall", {8}, width)).find("95-|") == std::string::npos);
}

TEST_CASE("no line is wider than it may be, and nothing is lost") {
  const Font fonts[] = {{8}, {10.5}, {11.5, Weight::bold}, {10, Weight::regular, Slant::italic}};
  for (const char* text : scripts) {
    for (const Font& font : fonts) {
      for (const double width : {12.0, 47.5, 90.0, 130.0, 400.0}) {
        for (const std::size_t most_lines : {0, 1, 3}) {
          const Wrapped wrapped = typesetter.wrap(text, font, width, most_lines);
          CAPTURE(text);
          CAPTURE(width);
          CAPTURE(joined(wrapped));
          for (const std::string& line : wrapped.lines) CHECK((typesetter.width_of(line, font) <= width || count_graphemes(line) == 1));
          CHECK((most_lines == 0 || wrapped.lines.size() <= most_lines));
          CHECK(wrapped.is_cut == wrapped.lines.back().ends_with("…"));
          if (!wrapped.is_cut) CHECK(bare(joined(wrapped)) == bare(text));
        }
      }
    }
  }
}

TEST_CASE("Graphviz takes as much room for a text as the typesetter says") {
  const Font fonts[] = {
      {7}, {8.5}, {10}, {10.5}, {12.5}, {26}, {9.5, Weight::bold}, {11.5, Weight::bold}, {10, Weight::regular, Slant::italic}};
  for (const char* text : scripts) {
    for (const Font& font : fonts) {
      CAPTURE(text);
      CAPTURE(font.size);
      const double ours = typesetter.width_of(text, font);
      const double theirs = width_by_graphviz(text, font);
      CHECK(ours >= theirs);
      CHECK(ours <= theirs * 1.04 + 1);  // a browser, without a grid, may take more
    }
  }
  CHECK(width_by_graphviz("iiiiiiii", {8}) < 16);  // and a browser 16.2
  CHECK(typesetter.width_of("iiiiiiii", {8}) > 16.1);
}

TEST_CASE("the width of plain text is that of its words, and of the whole, among a few fonts as among all") {
  const char* const texts[] = {"Tagged and gone in two minutes", "AV To Te. W, Yo “T” – x", "Größe: 5\u00a0€ (täglich)", "Служба To Ага",
                               "Λεπτά, 4.2\u00a0%"};
  const Pango pango{std::string(font_stack)};
  for (const Font& font : {Font{8}, Font{10.5}, Font{12, Weight::bold}, Font{9, Weight::regular, Slant::italic}}) {
    for (const std::string text : texts) {
      CAPTURE(text);
      CHECK(is_plain(text));
      const std::string whole = text + "\u200b";  // takes no room, and is none of the plain letters
      CHECK_FALSE(is_plain(whole));
      Pango::Measure measure(pango, font);
      CHECK(measure.advance_of(text).on_grid == measure.advance_of(whole).on_grid);
      CHECK(measure.advance_of(text).natural == measure.advance_of(whole).natural);
    }
  }
}

TEST_CASE("signs before plain words are measured with the first, the others by themselves") {
  CHECK(length_of_inseparable("plain words") == 0);
  CHECK(length_of_inseparable("✓ done in time") == std::string_view("✓ done").size());
  CHECK(length_of_inseparable("✓ 5 minutes, ‼ 7 days late") == std::string_view("✓ 5 minutes, ‼ 7 days").size());
  CHECK(length_of_inseparable("✕ 5.2") == std::string_view("✕ 5.2").size());
  CHECK(length_of_inseparable("旅客 and more") == std::string_view("旅客 and more").size());
  const Pango pango{std::string(font_stack)};
  for (const Font& font : {Font{8}, Font{10.5}, Font{12, Weight::bold}, Font{9, Weight::regular, Slant::italic}}) {
    Pango::Measure measure(pango, font);
    for (const std::string text :
         {"✓ done in time", "● happens to them now", "○ I want 5 of 7", "★ AV To Te", "‼ late, ✕ not met at all"}) {
      CAPTURE(text);
      const std::string whole = text + "\u200b";  // takes no room, and is neither plain nor a sign
      CHECK(measure.advance_of(text).on_grid == measure.advance_of(whole).on_grid);
      CHECK(measure.advance_of(text).natural == measure.advance_of(whole).natural);
      CHECK(typesetter.line_height(text, font) == typesetter.line_height(whole, font));
    }
  }
}

TEST_CASE("plain letters are looked for among the fonts of one family, where it has them all") {
  const auto fonts = fonts_of_plain_letters(font_stack);
  REQUIRE(fonts);
  const FcFontSet* few = pango().FcConfigGetFonts(fonts.get(), FcSetSystem);
  REQUIRE(few->nfont > 1);
  CHECK(few->nfont < pango().FcConfigGetFonts(nullptr, FcSetSystem)->nfont);
  for (int i = 0; i < few->nfont; ++i) {
    FcChar8* family = nullptr;
    REQUIRE(pango().FcPatternGetString(few->fonts[i], FC_FAMILY, 0, &family) == FcResultMatch);
    CHECK(std::string(reinterpret_cast<const char*>(family)).starts_with("Open Sans"));
  }
  CHECK(fonts_of_plain_letters("There Is None,Open Sans"));
  CHECK_FALSE(fonts_of_plain_letters("Noto Sans Arabic"));
}

TEST_CASE("tall scripts get higher lines, so that ink stays in its own") {
  const Pango pango{std::string(font_stack)};
  for (const char* text : scripts) {
    const Font font{10};
    CAPTURE(text);
    const double height = typesetter.line_height(text, font);
    CHECK(height >= 12.5);
    const InkReach ink_of_text = Pango::Measure(pango, font).ink_of(text);
    const double baseline = height / 2 + baseline_below_middle * font.size;
    CHECK(ink_of_text.above <= baseline + 1);
    CHECK(ink_of_text.below <= height - baseline + 1);
  }
  CHECK(typesetter.line_height("Bags at the belt", {10}) == 12.5);
  CHECK(typesetter.line_height("旅客", {10}) == 12.5);
  CHECK(typesetter.line_height("བོད་སྐད་", {10}) > 14);
}

TEST_CASE("text is drawn in steps of half a point") {
  const struct {
    double size;
    double drawn;
  } cases[] = {{10, 10}, {10.3, 10.5}, {10.2, 10}, {0, 2}, {-5, 2}, {1e9, 127.5}, {std::nan(""), 2}};
  for (const auto& [size, drawn_at] : cases) {
    CHECK(drawn_size(size) == drawn_at);
    CHECK(typesetter.width_of("Width", {size}) == typesetter.width_of("Width", {drawn_at}));
  }
}

TEST_CASE("a word without end takes time by its length, and the same lines as a shorter one") {
  const auto wrapped = [](std::size_t letters, std::size_t most_lines) {
    return Typesetter().wrap(std::string(letters, 'x'), {10.5}, 120, most_lines);
  };
  const Wrapped some = wrapped(400, 0);
  const std::clock_t begin = std::clock();
  const Wrapped many = wrapped(40'000, 0);
  CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 10);  // seconds; measured anew for each line it took minutes
  REQUIRE(some.lines.size() > 10);
  for (std::size_t i = 0; i + 2 < some.lines.size(); ++i) CHECK(many.lines[i] == some.lines[i]);
  CHECK(many.lines.size() > 99 * (some.lines.size() - 1));
  CHECK(wrapped(40'000, 2).lines == wrapped(400, 2).lines);
}
