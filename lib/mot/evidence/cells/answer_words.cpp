#include "mot/evidence/cells/answer_words.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "mot/evidence/cells/number.h"
#include "mot/text/alike.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

// clang-format off
constexpr WordScale scales[] = {
    {"English", "agreement", "strongly disagree/completely disagree/totally disagree|disagree|neutral/neither agree nor disagree/undecided/neither|agree|strongly agree/completely agree/totally agree"},
    {"English", "agreement", "strongly disagree|disagree|slightly disagree/somewhat disagree|neutral/neither agree nor disagree|slightly agree/somewhat agree|agree|strongly agree"},
    {"English", "satisfaction", "very dissatisfied/very unsatisfied/extremely dissatisfied|dissatisfied/unsatisfied/somewhat dissatisfied/fairly dissatisfied|neutral/neither satisfied nor dissatisfied/neither|satisfied/somewhat satisfied/fairly satisfied|very satisfied/extremely satisfied"},
    {"English", "quality", "very poor/very bad/terrible|poor/bad|fair/average/ok/okay/acceptable/neutral|good|very good/excellent"},
    {"English", "quality", "poor|fair|good|very good|excellent"},
    {"English", "satisfaction", "extremely dissatisfied/very dissatisfied|moderately dissatisfied/dissatisfied|slightly dissatisfied/somewhat dissatisfied|neutral/neither satisfied nor dissatisfied/neither|slightly satisfied/somewhat satisfied|moderately satisfied/satisfied|extremely satisfied/very satisfied"},
    {"English", "likelihood", "very unlikely|unlikely|neutral/neither likely nor unlikely|likely|very likely"},
    {"English", "likelihood", "very unlikely/extremely unlikely/not at all likely|unlikely/somewhat unlikely/not so likely|neutral/neither likely nor unlikely/somewhat likely|likely/very likely|extremely likely"},
    {"English", "quality", "very poor|fairly poor/poor|neither good nor poor/neither|fairly good/good|very good"},
    {"English", "satisfaction", "very unsatisfied/very dissatisfied|somewhat unsatisfied/somewhat dissatisfied|neither satisfied nor unsatisfied/neither satisfied nor dissatisfied/neutral|somewhat satisfied|very satisfied"},
    {"English", "ease", "very difficult/very hard|difficult/hard/somewhat difficult|neutral/neither/neither easy nor difficult|easy/somewhat easy|very easy"},
    {"English", "expectation", "much worse than expected/far below expectations/well below expectations|worse than expected/below expectations/did not meet expectations|as expected/met expectations/meets expectations|better than expected/above expectations/exceeded expectations/exceeds expectations|much better than expected/far exceeded expectations/far above expectations/well above expectations"},
    {"English", "extent", "no|yes, to some extent/to some extent/yes, somewhat|yes, definitely/yes, completely/definitely"},
    {"English", "probability", "definitely no/definitely not|probably no/probably not|probably yes|definitely yes"},
    {"German", "agreement", "stimme uberhaupt nicht zu/stimme gar nicht zu/trifft uberhaupt nicht zu/trifft gar nicht zu|stimme nicht zu/stimme eher nicht zu/trifft eher nicht zu/trifft nicht zu|teils teils/teils-teils/teils, teils/weder noch/neutral/unentschieden|stimme zu/stimme eher zu/trifft eher zu/trifft zu|stimme voll zu/stimme voll und ganz zu/stimme vollkommen zu/trifft voll zu/trifft voll und ganz zu"},
    {"German", "satisfaction", "sehr unzufrieden|unzufrieden/eher unzufrieden|teils teils/teils-teils/weder noch/neutral/weder zufrieden noch unzufrieden|zufrieden/eher zufrieden|sehr zufrieden"},
    {"German", "satisfaction", "sehr unzufrieden/ausserst unzufrieden|etwas unzufrieden/eher unzufrieden|weder zufrieden noch unzufrieden/weder noch/neutral|etwas zufrieden/eher zufrieden|sehr zufrieden/ausserst zufrieden"},
    {"German", "satisfaction", "ausserst unzufrieden|eher unzufrieden/etwas unzufrieden|weder zufrieden noch unzufrieden|eher zufrieden/etwas zufrieden|ausserst zufrieden"},
    {"German", "quality", "sehr schlecht/ungenugend|schlecht/mangelhaft|mittel/mittelmassig/befriedigend/ausreichend/neutral|gut|sehr gut/ausgezeichnet"},
    {"German", "quality", "ungenugend|mangelhaft|ausreichend|befriedigend|gut|sehr gut"},
    {"French", "agreement", "pas du tout d'accord/tout a fait en desaccord|pas d'accord/plutot pas d'accord/en desaccord|neutre/ni d'accord ni pas d'accord|d'accord/plutot d'accord|tout a fait d'accord"},
    {"French", "satisfaction", "tres insatisfait/tres insatisfaite/pas du tout satisfait/tres mecontent|insatisfait/insatisfaite/plutot insatisfait/peu satisfait/mecontent|neutre/ni satisfait ni insatisfait|satisfait/satisfaite/plutot satisfait|tres satisfait/tres satisfaite"},
    {"French", "satisfaction", "extremement insatisfait/extremement mecontent/tres insatisfait|plutot insatisfait/assez insatisfait/insatisfait/plutot mecontent|ni satisfait ni insatisfait/neutre|plutot satisfait/assez satisfait/satisfait|extremement satisfait/tres satisfait"},
    {"French", "quality", "tres mauvais/tres mauvaise|mauvais/mauvaise|moyen/moyenne/passable/correct|bon/bonne|tres bon/tres bonne/excellent/excellente"},
    {"Spanish", "agreement", "totalmente en desacuerdo/muy en desacuerdo|en desacuerdo|neutral/ni de acuerdo ni en desacuerdo|de acuerdo|totalmente de acuerdo/muy de acuerdo"},
    {"Spanish", "satisfaction", "muy insatisfecho/muy insatisfecha/nada satisfecho|insatisfecho/insatisfecha/poco satisfecho|neutral/neutro/ni satisfecho ni insatisfecho|satisfecho/satisfecha|muy satisfecho/muy satisfecha"},
    {"Spanish", "quality", "muy malo/muy mala/pesimo|malo/mala|regular/normal|bueno/buena|muy bueno/muy buena/excelente"},
    {"Portuguese", "agreement", "discordo totalmente|discordo/discordo parcialmente|neutro/indiferente/nem concordo nem discordo/nao concordo nem discordo|concordo/concordo parcialmente|concordo totalmente"},
    {"Portuguese", "satisfaction", "muito insatisfeito/muito insatisfeita|insatisfeito/insatisfeita|neutro/indiferente/nem satisfeito nem insatisfeito|satisfeito/satisfeita|muito satisfeito/muito satisfeita"},
    {"Portuguese", "satisfaction", "extremamente insatisfeito/muito insatisfeito|um pouco insatisfeito/insatisfeito|nem satisfeito nem insatisfeito|um pouco satisfeito/satisfeito|extremamente satisfeito/muito satisfeito"},
    {"Portuguese", "quality", "muito ruim/pessimo/muito mau|ruim/mau|regular/razoavel/medio|bom/boa|muito bom/muito boa/otimo/excelente"},
    {"", "faces", "\U0001F621/\U0001F620/\U0001F62D|\U0001F641/\u2639/\U0001F61E/\U0001F61F|\U0001F610/\U0001F611/\U0001F636|\U0001F642/\u263A/\U0001F600/\U0001F60A|\U0001F60D/\U0001F929/\U0001F604/\U0001F601"},
    // Where words of the ones above count the same, or the others were not offered.
    {"English", "quality", "very poor/very bad/terrible|poor/bad|fair/average/ok/okay/acceptable/neutral|good|very good|excellent/outstanding"},
    {"English", "quality", "very poor/very bad/terrible|poor/bad|fair|average/ok/okay/acceptable/neutral|good|very good|excellent/outstanding"},
    {"English", "frequency", "never|rarely/seldom|sometimes/occasionally|often/usually/frequently/most of the time|always"},
    {"English", "frequency", "never|sometimes|usually|always"},
    {"English", "frequency", "never or sometimes/sometimes or never/never sometimes/sometimes never/never or rarely/rarely or never|usually|always"},
    {"English", "satisfaction", "not at all satisfied/very dissatisfied|not very satisfied|fairly satisfied/somewhat satisfied|very satisfied"},
    {"English", "satisfaction", "not at all satisfied|slightly satisfied/not very satisfied|moderately satisfied/somewhat satisfied|very satisfied|extremely satisfied/completely satisfied"},
    {"English", "quality", "poor|fair|good|excellent"},
    {"English", "quality", "poor/bad|fair/average/ok/okay|good|very good"},
    {"English", "quality", "bad/poor|average/ok/okay/fair|good"},
    {"English", "satisfaction", "not at all satisfied|not so satisfied|somewhat satisfied|very satisfied|extremely satisfied"},
    {"English", "satisfaction", "not satisfied|somewhat satisfied|very satisfied"},
    {"English", "satisfaction", "completely dissatisfied|mostly dissatisfied|somewhat dissatisfied|neither satisfied nor dissatisfied/neutral|somewhat satisfied|mostly satisfied|completely satisfied"},
    {"English", "expectation", "did not meet expectations/below expectations|met expectations/as expected|exceeded expectations/above expectations"},
    {"English", "frequency", "never|almost never|rarely|sometimes|often|almost always|always"},
    {"German", "agreement", "stimme uberhaupt nicht zu/stimme gar nicht zu|stimme nicht zu|stimme eher nicht zu|teils teils/teils-teils/teils, teils/weder noch/neutral/unentschieden|stimme eher zu|stimme zu|stimme voll zu/stimme voll und ganz zu/stimme vollkommen zu"},
    {"German", "agreement", "trifft nicht zu|trifft eher nicht zu|teils teils/teils-teils/teils, teils/weder noch/neutral|trifft eher zu|trifft zu"},
    {"German", "agreement", "trifft uberhaupt nicht zu/trifft gar nicht zu|trifft nicht zu|trifft eher nicht zu|teils teils/teils-teils/teils, teils/weder noch/neutral/unentschieden|trifft eher zu|trifft zu|trifft voll zu/trifft voll und ganz zu"},
    {"German", "frequency", "nie/niemals|selten|manchmal/gelegentlich|oft/haufig/meistens|immer"},
    {"German", "satisfaction", "sehr unzufrieden|unzufrieden|eher unzufrieden|teils teils/teils-teils/weder noch/neutral/weder zufrieden noch unzufrieden|eher zufrieden|zufrieden|sehr zufrieden"},
    {"German", "quality", "sehr schlecht|schlecht|eher schlecht|mittel/mittelmassig/weder noch/teils teils/neutral|eher gut|gut|sehr gut"},
    {"German", "quality", "schlecht|mittel/mittelmassig|gut|sehr gut"},
    {"German", "satisfaction", "unzufrieden|weniger zufrieden|zufrieden|sehr zufrieden|vollkommen zufrieden"},
    {"German", "satisfaction", "gar nicht zufrieden/uberhaupt nicht zufrieden|weniger zufrieden|zufrieden|sehr zufrieden"},
    {"German", "likelihood", "sehr unwahrscheinlich|eher unwahrscheinlich|neutral/teils teils/weder noch|eher wahrscheinlich|sehr wahrscheinlich"},
    {"French", "agreement", "pas du tout d'accord/tout a fait en desaccord|pas d'accord/en desaccord|plutot pas d'accord|neutre/ni d'accord ni pas d'accord|plutot d'accord|d'accord|tout a fait d'accord"},
    {"French", "frequency", "jamais|rarement|parfois/de temps en temps|souvent/la plupart du temps|toujours"},
    {"French", "satisfaction", "pas du tout satisfait/pas du tout satisfaite|peu satisfait/peu satisfaite/plutot pas satisfait|plutot satisfait/plutot satisfaite/assez satisfait|tout a fait satisfait/tout a fait satisfaite/tres satisfait/tres satisfaite"},
    {"French", "satisfaction", "tres insatisfait/tres insatisfaite|insatisfait/insatisfaite|plutot insatisfait/plutot insatisfaite|neutre/ni satisfait ni insatisfait|plutot satisfait/plutot satisfaite|satisfait/satisfaite|tres satisfait/tres satisfaite"},
    {"French", "quality", "mauvais/mauvaise|moyen/moyenne|bon/bonne|tres bon/tres bonne"},
    {"French", "quality", "pas du tout satisfaisant|peu satisfaisant|satisfaisant/assez satisfaisant|tres satisfaisant"},
    {"Spanish", "frequency", "nunca|rara vez/casi nunca|a veces/algunas veces|a menudo/casi siempre/frecuentemente|siempre"},
    {"Spanish", "satisfaction", "nada satisfecho/nada satisfecha|poco satisfecho/poco satisfecha|algo satisfecho/algo satisfecha/neutral|satisfecho/satisfecha/bastante satisfecho/bastante satisfecha|muy satisfecho/muy satisfecha"},
    {"Spanish", "quality", "malo/mala|regular/normal|bueno/buena|muy bueno/muy buena"},
    {"Portuguese", "agreement", "discordo totalmente|discordo|discordo parcialmente|neutro/indiferente/nem concordo nem discordo/nao concordo nem discordo|concordo parcialmente|concordo|concordo totalmente"},
    {"Portuguese", "agreement", "discordo totalmente|discordo parcialmente|neutro/indiferente/nem concordo nem discordo/nao concordo nem discordo|concordo parcialmente|concordo totalmente"},
    {"Portuguese", "frequency", "nunca|raramente/quase nunca|as vezes|frequentemente/quase sempre|sempre"},
    {"Portuguese", "quality", "ruim/mau|regular/razoavel|bom/boa|muito bom/muito boa/otimo"},
    {"Portuguese", "satisfaction", "nada satisfeito/nada satisfeita|pouco satisfeito/pouco satisfeita|satisfeito/satisfeita|muito satisfeito/muito satisfeita"},
    {"", "faces", "\U0001F621/\U0001F620/\U0001F62D/\U0001F622/\U0001F61E/\U0001F623/\U0001F92C|\U0001F641/\u2639/\U0001F61F/\U0001F615|\U0001F610/\U0001F611/\U0001F636|\U0001F642/\u263A/\U0001F60C|\U0001F600/\U0001F603/\U0001F604/\U0001F601/\U0001F60A/\U0001F60D/\U0001F929"},
    {"", "faces", "\U0001F621/\U0001F620/\U0001F92C|\U0001F61E/\U0001F622/\U0001F62D|\U0001F641/\u2639/\U0001F61F/\U0001F615|\U0001F610/\U0001F611/\U0001F636|\U0001F642/\u263A/\U0001F60C|\U0001F600/\U0001F603/\U0001F604/\U0001F60A|\U0001F60D/\U0001F929/\U0001F601"},
};

/// Words that say at which end of a scale a number stands, and are no answers themselves.
constexpr std::string_view words_of_best[] = {"best", "the best", "fully agree", "totally agree", "fully satisfied", "totally satisfied", "super", "am besten", "beste", "beste note", "meilleur", "le meilleur", "mejor", "lo mejor", "melhor", "o melhor", "extremely satisfied", "outstanding", "perfect", "perfekt", "extremely likely", "completely satisfied", "parfait", "perfecto", "perfeito", "love it", "excelent"};
constexpr std::string_view words_of_worst[] = {"worst", "the worst", "not at all", "do not agree at all", "fully disagree", "uberhaupt nicht", "gar nicht", "pas du tout", "nada", "awful", "am schlechtesten", "schlechteste", "schlechteste note", "pire", "le pire", "peor", "lo peor", "pior", "o pior", "not at all satisfied", "unacceptable", "unzureichend", "not at all likely", "completely dissatisfied", "horrible", "katastrophal", "inakzeptabel", "unsatisfactory", "hate it", "nul"};
// clang-format on

std::string normal(std::string_view word) {
  std::string text = folded(as_seen(without_accents(word)));
  const auto typographic = text.find("\u2019");
  if (typographic != std::string::npos) text.replace(typographic, 3, "'");
  constexpr std::string_view endings[] = {"(e)", "(a)", "(o)", "(s)", "/a", "/o", "/e", "\uFE0F"};  // `satisfait(e)`, `satisfecho/a`
  for (const std::string_view ending : endings) {
    const std::size_t at = text.rfind(ending);
    if (at != std::string::npos && at > 0 && at + ending.size() == text.size()) text.erase(at);
  }
  std::ranges::replace(text, '/', ' ');
  return text;
}

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = std::min(text.find(by), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

/// The point of a scale that a word stands for, from 1; 0 where it stands for none.
std::size_t point_of(std::string_view word, std::span<const std::string_view> points) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto known = split(points[i], '/');
    if (std::ranges::find(known, word) != known.end()) return i + 1;
  }
  return 0;
}

std::optional<WordScores> scores_on(const WordScale& scale, std::span<const std::string_view> words) {
  const auto points = split(scale.words, '|');
  WordScores scores{&scale, points.size(), {}};
  std::set<std::size_t> met;
  for (const std::string_view word : words) {
    const std::size_t point = point_of(normal(word), points);
    if (point == 0) return std::nullopt;
    met.insert(point);
    scores.values.emplace_back(word, static_cast<double>(point));
  }
  // A single word of quality is any column's: `good`, `normal`, `bom`; so are `no` and `easy`. `Never` and `always` may tell of habits.
  constexpr std::pair<std::string_view, std::size_t> least_met[] = {{"quality", 2}, {"extent", 2}, {"ease", 2}, {"frequency", 3}};
  const auto everyday = std::ranges::find(least_met, scale.kind, &std::pair<std::string_view, std::size_t>::first);
  if (met.size() < (everyday == std::end(least_met) ? 1 : everyday->second)) return std::nullopt;
  std::ranges::stable_sort(scores.values, {}, &std::pair<std::string, double>::second);
  return scores;
}

/// Words that are answers of one question stand for different points, as far as may be; of equal ones the scale all of whose points are
/// met is meant.
std::pair<std::size_t, bool> fit_of(const WordScores& scores) {
  const std::size_t met = scores.different_points();
  return {met, met == scores.points};
}

/// How good an answer is, 0 to 1, and which kind of scale it is of.
struct Judgement {
  double goodness;
  std::string_view kind;
};

std::optional<Judgement> judgement_of(std::string_view text) {
  const std::string word = normal(text);
  if (std::ranges::find(words_of_best, word) != std::end(words_of_best)) return Judgement{1, "ends"};
  if (std::ranges::find(words_of_worst, word) != std::end(words_of_worst)) return Judgement{0, "ends"};
  for (const WordScale& scale : scales) {
    const auto points = split(scale.words, '|');
    const std::size_t point = point_of(word, points);
    if (point > 0) return Judgement{static_cast<double>(point - 1) / static_cast<double>(points.size() - 1), scale.kind};
  }
  return std::nullopt;
}

}  // namespace

std::size_t WordScores::different_points() const {
  std::set<double> met;
  for (const auto& [word, point] : values) met.insert(point);
  return met.size();
}

std::optional<WordScores> scores_among_words(std::span<const std::string_view> words) {
  std::optional<WordScores> best;
  for (const WordScale& scale : scales) {
    const auto points = split(scale.words, '|');
    std::vector<std::string_view> known;
    std::set<std::size_t> met;
    for (const std::string_view word : words) {
      const std::size_t point = point_of(normal(word), points);
      if (point > 0 && met.insert(point).second) known.push_back(word);
    }
    if (!best || known.size() > best->values.size()) best = scores_on(scale, known);
  }
  return best;
}

std::optional<WordScores> scores_of_words_but_one(std::span<const std::string_view> words) {
  constexpr std::size_t least_known = 2;
  if (words.size() <= least_known) return std::nullopt;
  for (std::size_t left_out = 0; left_out < words.size(); ++left_out) {
    std::vector<std::string_view> others(words.begin(), words.end());
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(left_out));
    if (auto scores = scores_of_words(others)) return scores;
  }
  return std::nullopt;
}

std::optional<double> goodness_of(std::string_view text) {
  const auto found = judgement_of(text);
  return found ? std::optional(found->goodness) : std::nullopt;
}

bool judges(std::string_view text) {
  constexpr std::string_view kinds[] = {"satisfaction", "quality", "faces", "ends"};
  const auto found = judgement_of(text);
  return found && std::ranges::find(kinds, found->kind) != std::end(kinds);
}

std::string words_of_label(std::string_view value) {
  constexpr std::string_view around = " \t0123456789-=:.,)([]+";
  while (!value.empty() && around.find(value.front()) != std::string_view::npos) value.remove_prefix(1);
  while (!value.empty() && around.find(value.back()) != std::string_view::npos) value.remove_suffix(1);
  for (const std::string_view dash : {"\u2013", "\u2014"}) {
    if (value.starts_with(dash)) value.remove_prefix(dash.size());
    if (value.ends_with(dash)) value.remove_suffix(dash.size());
  }
  return std::string(trimmed(value));
}

void Direction::add(double number, std::string_view words) {
  const auto goodness = goodness_of(words);
  if (!goodness) return;
  numbers_ += number;
  goodnesses_ += *goodness;
  products_ += number * *goodness;
  ++told_;
}

std::optional<bool> Direction::falls(double min, double max) const {
  if (told_ == 0) return std::nullopt;
  constexpr double middle = 0.5, tiny = 1e-9;
  const double covariance = products_ - numbers_ * goodnesses_ / told_;
  // Of a single word, or of words for one number: on which side of the scale's middle a good answer stands.
  const double sides = (numbers_ / told_ - (min + max) / 2) * (goodnesses_ / told_ - middle);
  const double found = covariance < -tiny || covariance > tiny ? covariance : sides;
  return found < -tiny || found > tiny ? std::optional(found < 0) : std::nullopt;
}

std::optional<WordScores> longer_scores_of_words(std::span<const std::string_view> words, const WordScores& than) {
  for (const WordScale& scale : scales) {
    auto scores = scores_on(scale, words);
    if (scores && scores->points > than.points && scores->different_points() == than.different_points()) return scores;
  }
  return std::nullopt;
}

std::optional<WordScores> scores_of_words(std::span<const std::string_view> words) {
  std::optional<WordScores> best;
  for (const WordScale& scale : scales) {
    auto scores = scores_on(scale, words);
    if (scores && (!best || fit_of(*scores) > fit_of(*best))) best = std::move(scores);
  }
  return best;
}

}  // namespace mot::evidence
