#include "mot/load/fields/placeholders.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "mot/text/utf8.h"

namespace mot {
namespace {

// In small letters, without what stands around them. A word that can be an answer (nothing, open, nada) is none of them.
// clang-format off
constexpr std::string_view words[] = {
    // English
    "tbd", "tba", "tbc", "tbs", "todo", "to do", "to-do", "to be done", "to be defined", "to be determined", "to be decided", "to be confirmed",
    "to be announced", "to be added", "n/a", "n.a", "n. a", "na", "not applicable", "not available", "not known", "not yet known", "not yet",
    "none", "unknown", "don't know", "dont know", "no idea", "nil", "null", "undefined", "placeholder", "fixme", "fill in", "fill me in",
    "coming soon", "lorem ipsum",
    // German
    "unbekannt", "nicht bekannt", "noch nicht bekannt", "k.a", "k. a", "k/a", "keine angabe", "keine angaben", "keine", "keiner", "keines",
    "noch offen", "noch zu klären", "zu klären", "noch zu tun", "weiß nicht", "weiss nicht", "entfällt", "nicht zutreffend",
    // French
    "inconnu", "inconnue", "aucun", "aucune", "à définir", "à déterminer", "à compléter", "à préciser", "à faire", "s.o", "s. o", "sans objet",
    "n.d", "n/d", "non défini", "non connu", "ne sait pas", "je ne sais pas",
    // Spanish
    "desconocido", "desconocida", "ninguno", "ninguna", "por definir", "por determinar", "por hacer", "pendiente", "no aplica", "no disponible",
    "no se sabe", "s/d", "sin definir",
    // Portuguese
    "desconhecido", "desconhecida", "nenhum", "nenhuma", "a definir", "a determinar", "a fazer", "por preencher", "pendente", "não aplicável",
    "não disponível", "não se sabe", "não sei",
};
// clang-format on

constexpr std::string_view marks = "?-_.…–—#=";  // no sign of a glob
constexpr std::string_view around = " <>()[]{}\"'.:!?…*_";

std::string_view without_what_is_around(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(around);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(around) + 1 - begin);
}

bool is_made_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

}  // namespace

bool is_placeholder(std::string_view text) {
  constexpr std::size_t longest = 32;
  if (text.empty() || text.size() > longest) return false;
  if (is_made_of(text, marks)) return true;
  const std::string lower = folded(text);
  const std::string_view word = without_what_is_around(lower);
  const bool is_crossed_out = word.size() > 1 && is_made_of(word, "x");
  return is_crossed_out || std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace mot
