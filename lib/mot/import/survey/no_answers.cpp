#include "mot/import/survey/no_answers.h"

#include <algorithm>
#include <iterator>

#include "mot/import/plain_line.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// In small letters, without accents.
// clang-format off
constexpr std::string_view words_of_no_answer[] = {
    "blank", "refused", "sans opinion", "never used", "did not visit", "not visited", "ohne meinung", "no answer", "not sure", "not used", "did not use", "prefer not to say", ".", "nicht genutzt", "nicht benutzt",
    "keine antwort", "sans reponse", "ne se prononce pas", "nsp", "non concerne", "no sabe", "no contesta", "ns/nc", "ns", "nc",
    "no utilizado", "no se aplica", "nao se aplica", "sem resposta", "nao utilizado", "nao respondeu", "ns/nr", "no opinion",
    "cannot say", "can't say", "can't rate", "cannot rate", "unable to rate", "does not apply", "have not used", "haven't used",
    "did not experience", "no experience", "decline to answer", "don't remember", "dk", "keine meinung", "kein urteil", "keine erfahrung",
    "nicht erlebt", "nicht beurteilbar", "kann ich nicht beurteilen", "kann nicht beurteilt werden", "trifft auf mich nicht zu",
    "mochte ich nicht sagen", "ohne angabe", "sans avis", "aucun avis", "pas d'avis", "pas de reponse", "pas concerne", "pas concernee",
    "pas utilise", "non utilise", "non applicable", "ne souhaite pas repondre", "prefere ne pas repondre", "no opina", "no lo se",
    "no se", "no lo he utilizado", "no lo use", "no corresponde", "sin respuesta", "prefiero no responder", "sem opiniao", "nao sabe",
    "nao usei", "nao utilizei", "nao aplicavel", "nao se lembra", "prefiro nao responder", "ns/na", "#null!", "#n/a", "#nv", "#value!",
    "#wert!", "#ref!", "nan", "sysmis", "system", "system missing", "missing", "(blank)", "(leer)", "(vide)", "(en blanco)", "(vazio)",
    "skip", "skipped", "unanswered", "not answered", "no response", "no reply", "no answer given", "n/r", "nr", "dk/na", "dk/nr", "dk/rf",
    "don't know", "dont know", "do not know", "don't know / n/a", "don't know/n/a", "don't know / not applicable",
    "don't know / can't say", "not applicable", "not relevant", "-oth-", "seen but not answered", "seen but unanswered", "i don't know",
    "i did not use this", "weiss nicht", "weiss ich nicht", "kann ich nicht sagen", "kann ich nicht beantworten", "nicht beantwortet",
    "nicht zutreffend", "keine angaben", "ubersprungen", "je ne sais pas", "ne sait pas", "sans objet", "non repondu", "no respondio",
    "sin opinion", "no aplica", "nao sei", "nao respondida",
};
// clang-format on

constexpr int any = 1000;  // how far a scale may reach

/// A code, and the scales beside which it is one, by their larger end.
struct Codes {
  int from;
  int to;
  int least_end;
  int most_end;
};
constexpr Codes usual_codes[] = {
    {-9, -5, 0, any},   {-2, -1, 0, any},     {-50, -50, 0, any},   {-66, -66, 0, any},   {-77, -77, 0, any},     {-88, -88, 0, any},
    {-99, -95, 0, any}, {-777, -777, 0, any}, {-888, -888, 0, any}, {-999, -995, 0, any}, {-9999, -9999, 0, any}, {0, 0, 3, 7},
    {6, 7, 5, 5},       {8, 9, 3, 7},         {11, 12, 10, 10},     {66, 66, 3, 10},      {77, 77, 3, 10},        {88, 88, 3, 10},
    {90, 90, 3, 10},    {95, 99, 3, 10},      {666, 666, 3, any},   {777, 777, 3, any},   {888, 888, 3, any},     {990, 990, 3, any},
    {995, 999, 3, any}, {9999, 9999, 3, any}};

}  // namespace

bool says_no_answer(std::string_view cell) {
  std::string text = folded(without_accents(cell));
  constexpr std::string_view typographic = "\u2019";
  for (std::size_t at = text.find(typographic); at != std::string::npos; at = text.find(typographic))
    text.replace(at, typographic.size(), "'");
  return !says_something(cell) || std::ranges::find(words_of_no_answer, text) != std::end(words_of_no_answer);
}

bool is_code_beside(int number, int min, int max) {
  if (number >= min && number <= max) return false;
  const int end = min < 0 ? max - min + 1 : max;  // -2 to 2 has as many answers as 1 to 5
  return std::ranges::any_of(usual_codes, [&](const Codes& code) {
    return number >= code.from && number <= code.to && end >= code.least_end && end <= code.most_end;
  });
}

}  // namespace mot::importing
