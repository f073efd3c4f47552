#include "mot/import/headings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "mot/evidence/cells/number.h"
#include "mot/import/plain_line.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

struct FacetWords {
  Facet facet;
  std::string_view name;
  std::string_view phrases;  ///< with `|` between them; small letters, no accents
};

// A heading that holds several phrases is of the longest, then of the first in this order.
// clang-format off
constexpr FacetWords facets[] = {
    {Facet::name, "name", "touchpoint|touch point|touchpoint name|moment|moment name|step|step name|task|activity|interaction|contact point|name|title|"
                          "kontaktpunkt|beruhrungspunkt|schritt|bezeichnung|aktivitat|titel|"
                          "point de contact|moment de contact|nom|activite|titre|"
                          "punto de contacto|momento|paso|nombre|actividad|interaccion|titulo|"
                          "ponto de contato|ponto de contacto|passo|nome|atividade|interacao"},
    {Facet::id, "id", "id|key|kennung|schlussel|identifiant|identificador"},
    {Facet::department, "department", "department|dept|team|unit|division|area|"
                                      "abteilung|bereich|ressort|departement|service|equipe|departamento|equipo|setor|"
                                      "responsible team|responsible department|responsible unit|responsible area|responsible service|"
                                      "accountable team|accountable department|owning team|owning department|owner team|owner department|"
                                      "team responsible|department responsible|"
                                      "verantwortliche abteilung|verantwortlicher bereich|verantwortliches team|verantwortliches ressort|"
                                      "zustandige abteilung|zustandiger bereich|zustandiges team|"
                                      "service responsable|equipe responsable|departement responsable|direction responsable|"
                                      "departamento responsable|equipo responsable|area responsable|unidad responsable|"
                                      "departamento responsavel|equipe responsavel|setor responsavel|area responsavel|unidade responsavel"},
    {Facet::journey, "journey", "journey|customer journey|path|reise|kundenreise|parcours|parcours client|viaje|recorrido|jornada|percurso"},
    {Facet::stage, "stage", "stage|phase|section|journey stage|journey phase|stufe|abschnitt|etappe|etape|etapa|fase"},
    {Facet::persona, "persona", "persona|personas|customer type|actor|kundentyp|kundengruppe|profil client|tipo de cliente"},
    {Facet::channel, "channel", "channel|medium|kanal|canal"},
    {Facet::moment_of_truth, "moment_of_truth", "moment of truth|mot|key moment|decisive|critical moment|moment der wahrheit|schlusselmoment|entscheidend|"
                                                "moment de verite|moment cle|decisif|momento de la verdad|momento clave|decisivo|"
                                                "momento da verdade|momento chave"},
    {Facet::importance, "importance", "importance|importance to customer|importance to the customer|wichtigkeit|bedeutung|wichtig|importancia|relevancia"},
    {Facet::owner, "owner", "owner|responsible|accountable|verantwortlich|verantwortliche|verantwortlicher|zustandig|"
                            "team owner|department owner|service owner|team lead|department head|head of department|teamleitung|"
                            "leitung der abteilung|responsable de l equipe|responsable du service|chef de service|chef d equipe|"
                            "responsable del equipo|responsable del departamento|responsavel da equipe|responsavel do setor|"
                            "responsable|proprietaire|responsavel|dono"},
    {Facet::role, "role", "role|frontline role|staff|rolle|funktion|fonction|rol|funcion|papel|funcao"},
    {Facet::customer_does, "customer_does", "customer does|customer action|customer actions|action|actions|what the customer does|description|"
                                            "kunde tut|kundenaktion|was der kunde tut|handlung|beschreibung|"
                                            "action du client|actions du client|ce que fait le client|"
                                            "accion del cliente|acciones del cliente|descripcion|acao do cliente|acoes do cliente|descricao"},
    {Facet::when, "when", "when|condition|only if|bedingung|nur wenn|si|condicion|solo si|condicao|somente se"},
    {Facet::company, "desired.company", "desired|desired experience|target|target experience|we want|our picture|company desired|company|to be|"
                                        "soll|wunschbild|zielbild|gewunscht|wir wollen|souhaite|experience souhaitee|cible|nous voulons|"
                                        "deseado|experiencia deseada|objetivo|queremos|desejado|experiencia desejada|meta"},
    {Facet::customer, "desired.customer", "customer wish|customer wants|customer expectation|customer expectations|expectation|expectations|customer need|"
                                          "customer needs|need|needs|customer desired|wish|"
                                          "kundenwunsch|kunde will|kundenerwartung|erwartung|bedurfnis|wunsch|"
                                          "attente|attentes|attente client|attentes du client|besoin|le client veut|"
                                          "deseo del cliente|expectativa|expectativas|necesidad|desejo do cliente|necessidade"},
    {Facet::adequate, "desired.customer.adequate", "adequate|minimum|least acceptable|acceptable|mindestens|akzeptabel|minimum acceptable|minimo|minimo aceptable|"
                                                   "aceptable|minimo aceitavel|aceitavel"},
    {Facet::standard, "standard", "standard|service standard|norm|norme|estandar|padrao"},
    {Facet::promise, "promise", "promise|versprechen|promesse|promesa|promessa"},
    {Facet::actual, "actual", "actual|actual experience|current|current experience|today|as is|lived|experience|score|rating|satisfaction|"
                              "ist|heute|erlebt|erlebnis|zufriedenheit|bewertung|actuel|experience actuelle|vecu|aujourd hui|note|"
                              "experiencia actual|hoy|vivido|satisfaccion|puntuacion|atual|experiencia atual|hoje|satisfacao|pontuacao|nota"},
    {Facet::quote, "evidence.quote", "quote|customer quote|customer comment|customer feedback|voice of the customer|verbatim|zitat|kundenzitat|"
                                     "kundenkommentar|kundenstimme|citation|commentaire client|cita|comentario del cliente|citacao|comentario do cliente"},
    {Facet::thinks, "customer_thinks", "customer thinks|thinks|thoughts|thinking|mindset|kunde denkt|gedanken|pensees|ce que pense le client|piensa|"
                                       "pensamientos|pensa|pensamentos"},
    {Facet::feels, "customer_feels", "customer feels|feels|feelings|feeling|emotion|emotions|kunde fuhlt|gefuhl|gefuhle|emotionen|ressenti|"
                                     "siente|emociones|emocion|sente|emocoes|emocao"},
    {Facet::pains, "pains", "pain|pains|pain point|pain points|painpoints|problem|problems|issues|frictions|schmerzpunkt|schmerzpunkte|probleme|"
                            "point de douleur|points de douleur|irritants|punto de dolor|puntos de dolor|problemas|ponto de dor|pontos de dor|dores"},
    {Facet::gains, "gains", "gain|gains|delight|delights|delighters|highlights|begeisterung|freude|lichtblicke|benefices|points forts|"
                            "ganancias|puntos fuertes|ganhos|pontos fortes"},
    {Facet::takes, "takes", "takes|duration|processing time|dauer|bearbeitungszeit|duree|duracion|duracao"},
    {Facet::waits, "waits", "waits|wait|waiting time|wait time|wartezeit|temps d attente|tiempo de espera|tempo de espera"},
    {Facet::tags, "tags", "tag|tags|labels|stichworte|schlagworte|mots cles|etiquetas"},
    {Facet::notes, "notes", "notes|comment|comments|remark|remarks|kommentar|kommentare|bemerkung|bemerkungen|anmerkung|anmerkungen|notizen|"
                            "commentaire|commentaires|remarque|remarques|comentario|comentarios|observaciones|observacoes"},
};

/// What turns a text's heading into that of its score: `desired score`.
constexpr std::string_view score_words[] = {"score", "rating", "value", "points", "wert", "punkte", "bewertung", "note", "points", "valeur",
                                            "puntuacion", "valor", "puntos", "pontuacao", "pontos", "nota"};

constexpr std::pair<Facet, Facet> scores_of[] = {
    {Facet::company, Facet::company_score}, {Facet::customer, Facet::customer_score}, {Facet::actual, Facet::actual_score}};
// clang-format on

/// Words that name anything.
constexpr std::string_view common_names[] = {"name",   "title",  "bezeichnung", "titel",    "nom", "titre",
                                             "nombre", "titulo", "nome",        "activity", "task"};

/// What tables of other things have as well, surveys for instance.
constexpr Facet common_facets[] = {Facet::id,   Facet::actual,        Facet::actual_score, Facet::quote,  Facet::notes,
                                   Facet::tags, Facet::customer_does, Facet::department,   Facet::channel};

std::string joined(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string normal(std::string_view heading) {
  std::string text = without_accents(heading);
  for (char& c : text) {
    if (c == '_' || c == '.' || c == '\'' || c == '-') c = ' ';
  }
  return joined(words_of(text));
}

/// Whether a phrase's words stand in a text in a row.
bool holds(std::string_view text, std::string_view phrase) {
  return (" " + std::string(text) + " ").find(" " + std::string(phrase) + " ") != std::string::npos;
}

struct Match {
  Facet facet = Facet::name;
  std::string_view phrase = {};
};

void match(std::string_view text, const FacetWords& words, Match& best) {
  for (std::size_t begin = 0; begin <= words.phrases.size();) {
    const std::size_t end = std::min(words.phrases.find('|', begin), words.phrases.size());
    const std::string_view phrase = words.phrases.substr(begin, end - begin);
    if (phrase.size() > best.phrase.size() && holds(text, phrase)) best = {words.facet, phrase};
    begin = end + 1;
  }
}

Match best_match(std::string_view text) {
  Match best;
  for (const FacetWords& words : facets) match(text, words, best);
  return best;
}

/// `desired score`: the facet of the score whose text the rest of the heading names.
std::optional<Facet> score_facet(std::string_view text) {
  const std::size_t cut = text.rfind(' ');
  if (cut == std::string_view::npos || std::ranges::find(score_words, text.substr(cut + 1)) == std::end(score_words)) return std::nullopt;
  const Match rest = best_match(text.substr(0, cut));
  const auto* const found = std::ranges::find(scores_of, rest.facet, &std::pair<Facet, Facet>::first);
  return !rest.phrase.empty() && found != std::end(scores_of) ? std::optional(found->second) : std::nullopt;
}

/// Takes `… 0 to 10`, `… 1-5`, `… 0 bis 10` off the end of a heading.
std::optional<Scale> take_scale(std::string& text) {
  constexpr std::string_view words_between[] = {"to", "bis", "a", "ate", "hasta"};
  const std::vector<std::string> words = words_of(text);
  const bool has_word = words.size() > 3 && std::ranges::find(words_between, words[words.size() - 2]) != std::end(words_between);
  const std::size_t taken = has_word ? 3 : 2;
  if (words.size() <= taken) return std::nullopt;
  const auto min = evidence::number_from(words[words.size() - taken]), max = evidence::number_from(words.back());
  constexpr double highest_least = 1;  // without a word between: other numbers are years, waves, …
  if (!min || !max || !(*min < *max) || (!has_word && *min > highest_least)) return std::nullopt;
  text = joined(std::span(words).first(words.size() - taken));
  return Scale{*min, *max};
}

Heading heading_of(std::string_view cell) {
  std::string text = normal(cell);
  const auto scale = take_scale(text);
  if (const auto score = score_facet(text)) return {cell, score, true, score == Facet::actual_score, scale};
  const Match best = best_match(text);
  if (best.phrase.empty()) return {cell, std::nullopt, false};
  const bool is_common = best.facet == Facet::name ? std::ranges::find(common_names, best.phrase) != std::end(common_names)
                                                   : std::ranges::find(common_facets, best.facet) != std::end(common_facets);
  return {cell, best.facet, best.phrase == text, is_common, scale};
}

}  // namespace

std::string_view facet_name(Facet facet) {
  const auto* const found = std::ranges::find(facets, facet, &FacetWords::facet);
  if (found != std::end(facets)) return found->name;
  return facet == Facet::company_score    ? "desired.company.score"
         : facet == Facet::customer_score ? "desired.customer.score"
                                          : "actual.score";
}

std::vector<Heading> headings_of(std::span<const std::string_view> cells) {
  std::vector<Heading> headings;
  for (const std::string_view cell : cells) headings.push_back(heading_of(cell));
  for (Heading& heading : headings) {
    const auto takes_it = [&](const Heading& other) {
      const bool is_better = other.is_exact != heading.is_exact ? other.is_exact : &other < &heading;
      return &other != &heading && other.facet == heading.facet && is_better;
    };
    if (heading.facet && std::ranges::any_of(headings, takes_it)) heading.facet.reset();
  }
  return headings;
}

bool are_of_touchpoints(std::span<const Heading> headings) {
  const auto name = std::ranges::find_if(headings, [](const Heading& heading) { return heading.facet == Facet::name; });
  if (name == headings.end() || (name->is_common && !name->is_exact)) return false;
  return std::ranges::any_of(headings, [&](const Heading& heading) {
    const bool is_other = heading.facet && *heading.facet != Facet::name && *heading.facet != Facet::id;
    return is_other && (!name->is_common || !heading.is_common);
  });
}

}  // namespace mot::importing
