#include "mot/evidence/table_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "mot/text/digits.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

// clang-format off
/// In small letters, without accents, with `|` between.
constexpr std::pair<CodePart, std::string_view> words_of_parts[] = {
    {CodePart::name, "variable|variables|variable name|varname|var|question|questions|question id|question text|question no|question number|column|columns|column name|item|items|field|fields|field name|name|q|wording|variable label|statement|touchpoint|variablen|variablenname|frage|fragen|fragetext|fragenummer|spalte|spalten|spaltenname|merkmal|feld|aussage|kontaktpunkt|colonne|colonnes|nom de la variable|champ|intitule|pregunta|preguntas|nombre de la variable|columna|columnas|campo|enunciado|pergunta|perguntas|variavel|variaveis|nome da variavel|coluna|colunas|questao|questoes|id"},
    {CodePart::code, "value|values|code|codes|coding|coded value|numeric value|response code|answer code|score|scores|points|number|no|nr|wert|werte|kode|kodes|codewert|zahlenwert|antwortcode|codierung|kodierung|schlussel|zahl|punkte|valeur|valeurs|codage|score|valor|valores|codigo|codigos|puntos|pontos|note|nota|categories|categorias|auspragung|auspragungen"},
    {CodePart::meaning, "value label|value labels|meaning|answer|answers|answer text|answer option|response|responses|response option|response text|category|option|wertelabel|wertelabels|wertebezeichnung|bedeutung|antwort|antworten|antworttext|antwortoption|kategorie|signification|sens|reponse|reponses|modalite|modalites|libelle de valeur|significado|respuesta|respuestas|opcion|categoria|etiqueta de valor|resposta|respostas|opcao|rotulo de valor"},
    {CodePart::said, "label|labels|description|text|beschreibung|bezeichnung|beschriftung|libelle|libelles|etiqueta|etiquetas|descripcion|texto|texte|descricao|rotulo|rotulos"},
    {CodePart::missing, "missing|missing value|missing values|missing codes|fehlend|fehlende werte|valeurs manquantes|valores perdidos|valores ausentes|valores em falta"},
};

/// What tables of codes are called; a sheet of `Key figures` is none.
constexpr std::string_view words_of_tables[] = {"codebook", "code book", "codes", "code", "code list", "codelist", "coding", "labels", "value labels", "legend", "data dictionary", "dictionary", "variables", "variable list", "answer key", "response codes", "scale", "scales", "schlussel", "codierung", "kodierung", "codeplan", "kodeplan", "codebuch", "kodebuch", "codeliste", "legende", "legenden", "wertelabel", "wertelabels", "antwortcodes", "variablen", "variablenliste", "skala", "skalen", "codage", "dictionnaire", "libelles", "echelle", "echelles", "leyenda", "codigos", "codificacion", "diccionario", "diccionario de datos", "etiquetas", "escala", "escalas", "legenda", "codificacao", "dicionario", "dicionario de dados", "rotulos", "variaveis"};
constexpr std::string_view whole_names_of_tables[] = {"key", "keys", "clave", "claves", "chave", "cle", "cles"};

struct WordsOfStatistic {
  Statistic statistic;
  bool is_sure;
  std::string_view words;
};
/// The same; what is not sure may be the initials of a person, or a code.
constexpr WordsOfStatistic words_of_statistics[] = {
    {Statistic::mean, true, "average|avg|mean|means|mean value|mean score|average score|arithmetic mean|mittelwert|mittelwerte|mittel|schnitt|durchschnitt|durchschnittswert|arithmetisches mittel|moyenne|moyennes|note moyenne|media|media aritmetica|promedio|promedios"},
    {Statistic::mean, false, "m|mw|o"},
    {Statistic::median, true, "median|medianwert|zentralwert|mediane|mediana"},
    {Statistic::median, false, "md|mdn|med"},
    {Statistic::spread, true, "std dev|standard deviation|std deviation|stddev|stdev|stdev s|stdev p|variance|stabw|std abw|stand abw|standardabw|stdabw|standardabweichung|varianz|ecart type|desvio padrao|desviacion estandar|desviacion tipica|varianza|variancia"},
    {Statistic::spread, false, "sd|s|sa|et|de|dp|std|sigma|var"},
    {Statistic::highest, true, "maximum|maximalwert|hochstwert|hochster wert|highest|highest value|valeur maximale|maximo|valor maximo"},
    {Statistic::highest, false, "max"},
    {Statistic::lowest, true, "minimum|minimalwert|niedrigster wert|lowest|lowest value|valeur minimale|minimo|valor minimo"},
    {Statistic::lowest, false, "min"},
    {Statistic::count, true, "count|counts|responses|respondents|number of responses|number of answers|sample size|valid n|antworten|anzahl|anzahl antworten|anzahl gultig|anzahl gultige|gultige antworten|valid responses|anzahl der antworten|fallzahl|reponses|effectif|effectifs|nombre de reponses|respuestas|numero de respuestas|respostas|numero de respostas"},
    {Statistic::count, false, "n|nb|no|nombre|numero|number|cnt|anz|base|basis"},
    {Statistic::sum, true, "total|totals|grand total|subtotal|sum|sums|summe|summen|gesamt|gesamtsumme|zwischensumme|insgesamt|somme|sommes|suma|sumas|soma|somas|total general|total geral"},
    {Statistic::sum, false, "tot|sigma"},
};
// clang-format on

bool is_among(std::string_view phrases, std::string_view text) {
  for (std::size_t at = phrases.find(text); at != std::string_view::npos; at = phrases.find(text, at + 1)) {
    const std::size_t end = at + text.size();
    if ((at == 0 || phrases[at - 1] == '|') && (end == phrases.size() || phrases[end] == '|')) return true;
  }
  return false;
}

constexpr std::size_t letters = 26;
constexpr std::size_t longest_word = 24;  // bytes

constexpr std::size_t letter_of(char c) {
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'z' ? static_cast<std::size_t>(small - 'a') : letters;
}

/// Which letters words begin with, three of them; what is none stands for the end of a shorter word, and for a blank.
constexpr std::size_t beginning_of(std::string_view word) {
  std::size_t place = 0;
  for (std::size_t i = 0; i < 3; ++i) place = place * (letters + 1) + (i < word.size() ? letter_of(word[i]) : letters);
  return place;
}
constexpr auto beginnings_of_words() {
  std::array<bool, (letters + 1) * (letters + 1) * (letters + 1)> known{};
  for (const WordsOfStatistic& row : words_of_statistics) {
    for (std::size_t at = 0; at < row.words.size();) {
      const std::size_t end = std::min(row.words.find('|', at), row.words.size());
      known[beginning_of(row.words.substr(at, end - at))] = true;
      at = end + 1;
    }
  }
  return known;
}
constexpr auto beginnings = beginnings_of_words();

bool may_call_statistic(std::string_view cell) {
  if (cell.empty() || cell.size() > longest_word) return false;
  const auto is_foreign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  const std::string_view front = cell.substr(0, 3);
  if (std::ranges::any_of(front, is_digit)) return false;  // `N12` is nothing but somebody's number
  return std::ranges::any_of(front, is_foreign) || beginnings[beginning_of(cell)];
}

}  // namespace

CodePart code_part_called(std::string_view heading) {
  const std::string text = words_text(heading);
  if (text.empty()) return CodePart::other;
  const auto* const found = std::ranges::find_if(words_of_parts, [&](const auto& row) { return is_among(row.second, text); });
  return found == std::end(words_of_parts) ? CodePart::other : found->first;
}

bool is_called_table_of_codes(std::string_view name) {
  const std::string text = words_text(name);
  const auto stands_in = [&](std::string_view word) { return (" " + text + " ").find(" " + std::string(word) + " ") != std::string::npos; };
  return std::ranges::any_of(words_of_tables, stands_in) ||
         std::ranges::find(whole_names_of_tables, text) != std::end(whole_names_of_tables);
}

std::string_view name_of(Statistic statistic) {
  constexpr std::string_view names[] = {"mean", "median", "standard deviation", "highest value", "lowest value", "number of answers",
                                        "sum"};
  return names[static_cast<std::size_t>(statistic)];
}

std::optional<StatisticWord> statistic_called(std::string_view cell) {
  if (cell.starts_with('(')) cell.remove_prefix(1);  // `(n)`
  if (!may_call_statistic(cell)) return std::nullopt;
  const std::string text = words_text(cell);
  const bool is_letter = text == "o" && cell.size() == 1;  // and not the sign of a mean, which is one without its stroke
  if (text.empty() || is_letter) return std::nullopt;
  const auto* const found =
      std::ranges::find_if(words_of_statistics, [&](const WordsOfStatistic& row) { return is_among(row.words, text); });
  if (found == std::end(words_of_statistics)) return std::nullopt;
  return StatisticWord{found->statistic, found->is_sure};
}

std::string words_text(std::string_view text) {
  std::string words;
  for (const std::string& word : words_of(without_accents(text))) words += (words.empty() ? "" : " ") + word;
  return words;
}

}  // namespace mot::evidence
