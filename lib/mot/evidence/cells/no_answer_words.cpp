#include "mot/evidence/cells/no_answer_words.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "mot/text/utf8.h"

namespace mot::evidence {
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
    "nicht zutreffend", "trifft nicht zu", "trifft nicht auf mich zu", "betrifft mich nicht", "nicht relevant", "ne s'applique pas",
    "no procede", "keine angaben", "ubersprungen", "je ne sais pas", "ne sait pas", "sans objet", "non repondu", "no respondio",
    "sin opinion", "no aplica", "nao sei", "nao respondida",
};
// clang-format on

}  // namespace

bool is_no_answer(std::string_view text) {
  std::string plain = folded(without_accents(text));
  constexpr std::string_view typographic = "\u2019";
  for (std::size_t at = plain.find(typographic); at != std::string::npos; at = plain.find(typographic))
    plain.replace(at, typographic.size(), "'");
  return std::ranges::find(words_of_no_answer, plain) != std::end(words_of_no_answer);
}

}  // namespace mot::evidence
