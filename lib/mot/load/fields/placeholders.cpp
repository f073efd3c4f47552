#include "mot/load/fields/placeholders.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>

#include "mot/text/utf8.h"

namespace mot {
namespace {

// In small letters, without what stands around them. A word that can be an answer (nothing, open, nada) is none of them.
// clang-format off
constexpr std::string_view placeholder_words[] = {
    // English
    "tbd", "tba", "tbc", "tbs", "todo", "to do", "to-do", "to be done", "to be defined", "to be determined", "to be decided", "to be confirmed",
    "to be announced", "to be added", "n/a", "n.a", "n. a", "na", "not applicable", "not available", "not known", "not yet known", "not yet",
    "none", "unknown", "don't know", "dont know", "no idea", "nil", "null", "undefined", "placeholder", "fixme", "fill in", "fill me in",
    "coming soon", "lorem ipsum", "to follow", "to come", "will follow", "follows later", "not decided", "not decided yet", "not yet decided",
    "yet to be decided", "yet to be defined", "to be clarified", "to be agreed", "to be found", "to be named", "to be filled in", "to be written",
    // German
    "unbekannt", "nicht bekannt", "noch nicht bekannt", "k.a", "k. a", "k/a", "keine angabe", "keine angaben", "keine", "keiner", "keines",
    "wird noch geklärt", "wird geklärt", "wird noch festgelegt", "wird festgelegt", "wird noch ergänzt", "wird ergänzt", "wird nachgereicht",
    "wird nachgetragen", "noch zu definieren", "zu definieren", "noch festzulegen", "noch unklar", "noch ungeklärt", "ungeklärt", "folgt noch",
    "folgt später", "steht noch aus", "steht noch nicht fest", "noch nicht festgelegt", "noch nicht geklärt", "in klärung", "noch offen", "noch zu klären", "zu klären", "noch zu tun", "weiß nicht", "weiss nicht", "entfällt", "nicht zutreffend",
    // French
    "inconnu", "inconnue", "aucun", "aucune", "à définir", "à déterminer", "à compléter", "à préciser", "à faire", "s.o", "s. o", "sans objet",
    "à venir", "à confirmer", "à décider", "à renseigner", "pas encore défini", "pas encore connu", "pas encore décidé", "reste à définir",
    "en cours de définition", "n.d", "n/d", "non défini", "non connu", "ne sait pas", "je ne sais pas",
    // Spanish
    "desconocido", "desconocida", "ninguno", "ninguna", "por definir", "por determinar", "por hacer", "pendiente", "no aplica", "no disponible",
    "por confirmar", "a confirmar", "por decidir", "por concretar", "por completar", "aún por definir", "está por definir", "próximamente",
    "se definirá", "sin confirmar", "no se sabe", "s/d", "sin definir",
    // Portuguese
    "desconhecido", "desconhecida", "nenhum", "nenhuma", "a definir", "a determinar", "a fazer", "por preencher", "pendente", "não aplicável",
    "por confirmar", "por decidir", "a decidir", "a preencher", "ainda por definir", "ainda não definido", "em breve", "a anunciar",
    "não disponível", "não se sabe", "não sei",
};
// Who answers for something, and what is lived or wanted, is told by none of these; a tag, a name or an id may be one.
constexpr std::string_view words_behind[] = {
    "later", "open", "pending", "undecided", "vacant", "soon", "offen", "folgt", "später", "unklar", "vakant", "n.n", "n. n", "nn", "en attente", "plus tard", "à voir",
    "bientôt", "vacant", "más tarde", "más adelante", "por ver", "abierto", "mais tarde", "a ver", "aberto",
};
constexpr std::string_view keys_of_such[] = {"owner", "lead", "actual", "company", "customer", "experience", "role", "standard", "promise"};
// clang-format on

// By length first, which tells most words apart.
constexpr bool is_before(std::string_view one, std::string_view other) {
  return one.size() != other.size() ? one.size() < other.size() : one < other;
}

template <std::size_t count>
constexpr auto sorted(const std::string_view (&list)[count]) {
  std::array<std::string_view, count> table{};
  std::ranges::copy(list, table.begin());
  std::ranges::sort(table, is_before);
  return table;
}

constexpr auto sorted_words = sorted(placeholder_words);
constexpr auto sorted_words_behind = sorted(words_behind);

constexpr std::string_view marks = "?-_.…–—#=";  // no sign of a glob
constexpr std::string_view around_placeholders = " <>()[]{}\"'.:!?…*_";

std::string_view without_what_is_around(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(around_placeholders);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(around_placeholders) + 1 - begin);
}

bool is_made_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

}  // namespace

bool is_placeholder(std::string_view text) {
  return is_placeholder_behind(text, {});
}

bool is_placeholder_behind(std::string_view text, std::string_view key) {
  constexpr std::size_t longest = 32;
  if (text.empty() || text.size() > longest) return false;
  if (is_made_of(text, marks)) return true;
  const std::string lower = folded(text);
  const std::string_view word = without_what_is_around(lower);
  const auto is_among = [&](const auto& table) { return std::ranges::binary_search(table, word, is_before); };
  const bool is_crossed_out = word.size() > 1 && is_made_of(word, "x");
  const bool is_such_key = std::find(std::begin(keys_of_such), std::end(keys_of_such), key) != std::end(keys_of_such);
  return is_crossed_out || is_among(sorted_words) || (is_such_key && is_among(sorted_words_behind));
}

}  // namespace mot
