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

constexpr std::size_t languages = heading_languages.size();

struct FacetWords {
  Facet facet;
  std::string_view name;
  std::string_view phrases[languages];  ///< of each language, with `|` between them; small letters, no accents
};

// A heading that holds several phrases is of the longest, then of the first in this order. A word of several languages stands in each.
// clang-format off
constexpr FacetWords facet_words[] = {
    {Facet::name, "name",
     {"touchpoint|touch point|touchpoint name|moment|moment name|step|step name|task|activity|interaction|contact point|name|title",
      "kontaktpunkt|beruhrungspunkt|schritt|bezeichnung|aktivitat|titel|touchpoint|moment|augenblick|name",
      "point de contact|moment de contact|nom|activite|titre|moment",
      "punto de contacto|momento|paso|nombre|actividad|interaccion|titulo",
      "ponto de contato|ponto de contacto|momento|passo|nome|atividade|interacao|titulo"}},
    {Facet::id, "id", {"id|key", "id|kennung|schlussel", "id|identifiant", "id|identificador", "id|identificador"}},
    {Facet::department, "department",
     {"department|dept|team|unit|division|area|responsible team|responsible department|responsible unit|responsible area|responsible service|"
      "accountable team|accountable department|owning team|owning department|owner team|owner department|team responsible|department responsible|"
      "responsible function|accountable function|owning function|function responsible|business function",
      "abteilung|bereich|ressort|team|verantwortliche abteilung|verantwortlicher bereich|verantwortliches team|verantwortliches ressort|"
      "zustandige abteilung|zustandiger bereich|zustandiges team",
      "departement|service|equipe|service responsable|equipe responsable|departement responsable|direction responsable",
      "departamento|equipo|area|departamento responsable|equipo responsable|area responsable|unidad responsable",
      "departamento|setor|equipe|departamento responsavel|equipe responsavel|setor responsavel|area responsavel|unidade responsavel"}},
    {Facet::journey, "journey",
     {"journey|customer journey|path", "reise|kundenreise|journey", "parcours|parcours client", "viaje|recorrido", "jornada|percurso"}},
    {Facet::stage, "stage",
     {"stage|phase|section|journey stage|journey phase", "phase|stufe|abschnitt|etappe", "phase|etape|section", "etapa|fase", "etapa|fase"}},
    {Facet::persona, "persona",
     {"persona|personas|customer type|actor", "persona|personas|kundentyp|kundengruppe", "persona|personas|profil client",
      "persona|personas|tipo de cliente", "persona|personas|tipo de cliente"}},
    {Facet::channel, "channel", {"channel|medium", "kanal|medium", "canal", "canal", "canal"}},
    {Facet::moment_of_truth, "moment_of_truth",
     {"moment of truth|moments of truth|mot|key moment|key moments|decisive|decisive moment|critical moment|make or break|moment that matters",
      "moment der wahrheit|momente der wahrheit|augenblick der wahrheit|augenblicke der wahrheit|stunde der wahrheit|wahrheitsmoment|"
      "schlusselmoment|schlusselmomente|entscheidend|entscheidender moment|entscheidender augenblick|kritischer moment|moment of truth",
      "moment de verite|moments de verite|instant de verite|instants de verite|heure de verite|moment cle|moments cles|moment decisif|decisif|"
      "moment critique",
      "momento de la verdad|momentos de la verdad|momento de verdad|instante de la verdad|hora de la verdad|momento clave|momentos clave|"
      "momento decisivo|decisivo|momento critico",
      "momento da verdade|momentos da verdade|momento de verdade|hora da verdade|momento chave|momentos chave|momento decisivo|decisivo|"
      "momento critico"}},
    {Facet::importance, "importance",
     {"importance|importance to customer|importance to the customer", "wichtigkeit|bedeutung|wichtig", "importance|importance pour le client",
      "importancia|relevancia", "importancia|relevancia"}},
    {Facet::owner, "owner",
     {"owner|responsible|accountable|team owner|department owner|service owner|team lead|department head|head of department",
      "verantwortlich|verantwortliche|verantwortlicher|zustandig|teamleitung|leitung der abteilung",
      "responsable|proprietaire|responsable de l equipe|responsable du service|chef de service|chef d equipe",
      "responsable|responsable del equipo|responsable del departamento",
      "responsavel|dono|responsavel da equipe|responsavel do setor"}},
    {Facet::role, "role", {"role|frontline role|staff", "rolle|funktion", "role|fonction", "rol|funcion", "papel|funcao"}},
    {Facet::customer_does, "customer_does",
     {"customer does|customer action|customer actions|action|actions|what the customer does|description",
      "kunde tut|kundenaktion|was der kunde tut|handlung|beschreibung",
      "action du client|actions du client|ce que fait le client|description",
      "accion del cliente|acciones del cliente|descripcion", "acao do cliente|acoes do cliente|descricao"}},
    {Facet::when, "when", {"when|condition|only if", "bedingung|nur wenn", "si|condition", "condicion|solo si", "condicao|somente se"}},
    {Facet::company, "desired.company",
     {"desired|desired experience|target|target experience|we want|our picture|company desired|company|to be",
      "soll|wunschbild|zielbild|gewunscht|wir wollen", "souhaite|experience souhaitee|cible|nous voulons",
      "deseado|experiencia deseada|objetivo|queremos", "desejado|experiencia desejada|objetivo|meta|queremos"}},
    {Facet::customer, "desired.customer",
     {"customer wish|customer wants|customer expectation|customer expectations|expectation|expectations|customer need|customer needs|need|needs|"
      "customer desired|wish",
      "kundenwunsch|kunde will|kundenerwartung|erwartung|bedurfnis|wunsch|wunsch der kunden|wunsch des kunden",
      "attente|attentes|attente client|attentes du client|besoin|le client veut|souhait du client",
      "deseo del cliente|expectativa|expectativas|necesidad", "desejo do cliente|expectativa|expectativas|necessidade"}},
    {Facet::adequate, "desired.customer.adequate",
     {"adequate|minimum|least acceptable|acceptable|customer adequate|customer minimum", "mindestens|akzeptabel|minimum", "minimum acceptable|minimum|acceptable",
      "minimo|minimo aceptable|aceptable", "minimo|minimo aceitavel|aceitavel"}},
    {Facet::standard, "standard", {"standard|service standard|service level|service levels|sla|norm", "standard|norm|servicelevel", "standard|norme", "estandar", "padrao"}},
    {Facet::promise, "promise", {"promise", "versprechen", "promesse", "promesa", "promessa"}},
    {Facet::actual, "actual",
     {"actual|actual experience|current|current experience|today|as is|lived|experience|score|rating|satisfaction",
      "ist|heute|erlebt|erlebnis|zufriedenheit|bewertung", "actuel|experience actuelle|vecu|aujourd hui|note|satisfaction",
      "experiencia actual|hoy|vivido|satisfaccion|puntuacion", "atual|experiencia atual|hoje|vivido|satisfacao|pontuacao|nota"}},
    {Facet::quote, "evidence.quote",
     {"quote|customer quote|customer comment|customer feedback|voice of the customer|verbatim",
      "zitat|kundenzitat|kundenkommentar|kundenstimme", "citation|commentaire client|verbatim", "cita|comentario del cliente",
      "citacao|comentario do cliente"}},
    {Facet::thinks, "customer_thinks",
     {"customer thinks|thinks|thoughts|thinking|mindset", "kunde denkt|gedanken", "pensees|ce que pense le client", "piensa|pensamientos",
      "pensa|pensamentos"}},
    {Facet::feels, "customer_feels",
     {"customer feels|feels|feelings|feeling|emotion|emotions", "kunde fuhlt|gefuhl|gefuhle|emotion|emotionen", "ressenti|emotion|emotions",
      "siente|emociones|emocion", "sente|emocoes|emocao"}},
    {Facet::pains, "pains",
     {"pain|pains|pain point|pain points|painpoints|problem|problems|issues|frictions", "schmerzpunkt|schmerzpunkte|probleme|problem",
      "point de douleur|points de douleur|irritants", "punto de dolor|puntos de dolor|problemas", "ponto de dor|pontos de dor|dores|problemas"}},
    {Facet::gains, "gains",
     {"gain|gains|delight|delights|delighters|highlights", "begeisterung|freude|lichtblicke", "benefices|points forts", "ganancias|puntos fuertes",
      "ganhos|pontos fortes"}},
    {Facet::takes, "takes", {"takes|duration|processing time", "dauer|bearbeitungszeit", "duree", "duracion", "duracao"}},
    {Facet::waits, "waits",
     {"waits|wait|waiting time|wait time", "wartezeit|wartedauer|wartet", "temps d attente|delai d attente|duree d attente",
      "tiempo de espera|espera", "tempo de espera|espera"}},
    {Facet::tags, "tags", {"tag|tags|labels", "tags|stichworte|schlagworte", "tags|mots cles|etiquettes", "etiquetas", "etiquetas"}},
    {Facet::notes, "notes",
     {"notes|comment|comments|remark|remarks", "kommentar|kommentare|bemerkung|bemerkungen|anmerkung|anmerkungen|notizen",
      "commentaire|commentaires|remarque|remarques|notes", "comentario|comentarios|observaciones|notas", "comentario|comentarios|observacoes|notas"}},
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

/// Columns of a record of answers: who gave them, when and from where. What has one is no table of touchpoints.
constexpr std::string_view marks_of_answers[] = {"timestamp",
                                                 "time stamp",
                                                 "start time",
                                                 "completion time",
                                                 "start date",
                                                 "end date",
                                                 "submit date",
                                                 "submitted at",
                                                 "date submitted",
                                                 "respondent",
                                                 "respondent id",
                                                 "respondentid",
                                                 "response id",
                                                 "responseid",
                                                 "recorded date",
                                                 "recordeddate",
                                                 "collector id",
                                                 "collectorid",
                                                 "ip address",
                                                 "ipaddress",
                                                 "user id",
                                                 "email address",
                                                 "last page",
                                                 "lastpage",
                                                 "zeitstempel",
                                                 "startzeit",
                                                 "fertigstellungszeit",
                                                 "abschlusszeit",
                                                 "antwort id",
                                                 "teilnehmer",
                                                 "befragter",
                                                 "e mail adresse",
                                                 "horodateur",
                                                 "heure de debut",
                                                 "heure de fin",
                                                 "repondant",
                                                 "adresse e mail",
                                                 "marca temporal",
                                                 "hora de inicio",
                                                 "hora de finalizacion",
                                                 "encuestado",
                                                 "direccion de correo electronico",
                                                 "carimbo de data hora",
                                                 "hora de conclusao",
                                                 "respondente",
                                                 "endereco de e mail"};

/// What questions that are answered by a score begin with: of their words none says what a column is.
constexpr std::string_view beginnings_of_questions[] = {
    "how ",           "please ",       "rate ",        "to what ",   "overall how",     "do you ",    "did you ",   "would you ",
    "were you ",      "are you ",      "wie ",         "bitte ",     "wurden sie ",     "waren sie ", "haben sie ", "inwieweit ",
    "comment ",       "a quel ",       "dans quelle ", "etes vous ", "recommanderiez ", "que tan ",   "como ",      "cuan ",
    "en que medida ", "recomendaria ", "quao ",        "o quanto ",  "em que medida ",  "voce "};

/// What tables of other things have as well, surveys for instance.
constexpr Facet common_facets[] = {Facet::id,   Facet::actual,        Facet::actual_score, Facet::quote,  Facet::notes,
                                   Facet::tags, Facet::customer_does, Facet::department,   Facet::channel};

std::string joined(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string normal_heading(std::string_view heading) {
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

std::vector<std::string_view> parts_of(std::string_view phrases) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= phrases.size();) {
    const std::size_t end = std::min(phrases.find('|', begin), phrases.size());
    parts.push_back(phrases.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

void match(std::string_view text, const FacetWords& words, Match& best) {
  for (const std::string_view phrases : words.phrases) {
    for (const std::string_view phrase : parts_of(phrases)) {
      if (phrase.size() > best.phrase.size() && holds(text, phrase)) best = {words.facet, phrase};
    }
  }
}

/// The languages that a facet has a phrase in.
std::array<bool, languages> languages_of(const Match& match) {
  std::array<bool, languages> found{};
  const auto* const words = std::ranges::find(facet_words, match.facet, &FacetWords::facet);
  if (match.phrase.empty() || words == std::end(facet_words)) return found;
  for (std::size_t i = 0; i < languages; ++i) {
    const auto phrases = parts_of(words->phrases[i]);
    found.at(i) = std::ranges::find(phrases, match.phrase) != phrases.end();
  }
  return found;
}

Match best_match(std::string_view text) {
  Match best;
  for (const FacetWords& words : facet_words) match(text, words, best);
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

bool asks_for_score(std::string_view text) {
  const auto is_begun_by = [&](std::string_view beginning) { return text.starts_with(beginning); };
  return text.find('?') != std::string_view::npos || std::ranges::any_of(beginnings_of_questions, is_begun_by);
}

/// `Responsible dept.`: who answers for it is no person but the department that the rest of the heading names.
Match department_of_owner(std::string_view text, const Match& match) {
  if (match.facet != Facet::owner || match.phrase == text) return match;
  const std::size_t at = text.find(match.phrase);
  const std::string rest = normal_heading(std::string(text.substr(0, at)).append(text.substr(at + match.phrase.size())));
  const Match other = best_match(rest);
  return other.facet == Facet::department && other.phrase == rest ? other : match;
}

Heading heading_of(std::string_view cell) {
  std::string text = normal_heading(cell);
  const auto scale = take_scale(text);
  if (const auto score = score_facet(text)) return {cell, score, true, score == Facet::actual_score, scale};
  const Match best = department_of_owner(text, best_match(text));
  const bool is_exact = best.phrase == text;
  if (best.phrase.empty() || (!is_exact && asks_for_score(text))) return {cell, std::nullopt, false};
  const bool is_common = best.facet == Facet::name ? std::ranges::find(common_names, best.phrase) != std::end(common_names)
                                                   : std::ranges::find(common_facets, best.facet) != std::end(common_facets);
  return {cell, best.facet, is_exact, is_common, scale};
}

}  // namespace

std::string_view facet_name(Facet facet) {
  const auto* const found = std::ranges::find(facet_words, facet, &FacetWords::facet);
  if (found != std::end(facet_words)) return found->name;
  return facet == Facet::company_score    ? "desired.company.score"
         : facet == Facet::customer_score ? "desired.customer.score"
                                          : "actual.score";
}

namespace {

/// The year that a heading names, 0 where it names none: of `Actual 2025` and `Actual 2026` the later one holds.
int year_in(std::string_view heading) {
  constexpr double first = 1990, last = 2100;
  for (const std::string& word : words_of(heading)) {
    const auto number = evidence::number_from(word);
    if (number && *number >= first && *number < last && *number == static_cast<int>(*number)) return static_cast<int>(*number);
  }
  return 0;
}

}  // namespace

std::optional<Scale> scale_at_end(std::string_view text) {
  std::string heading = normal_heading(text);
  return take_scale(heading);
}

std::vector<Heading> headings_of(std::span<const std::string_view> cells) {
  std::vector<Heading> headings;
  for (const std::string_view cell : cells) headings.push_back(heading_of(cell));
  // A first column of moments of truth names them, where no other column does.
  if (std::ranges::find(headings, Facet::name, &Heading::facet) == headings.end() && !headings.empty() &&
      headings.front().facet == Facet::moment_of_truth)
    headings.front().facet = Facet::name;
  for (Heading& heading : headings) {
    const auto takes_it = [&](const Heading& other) {
      const int year = year_in(heading.text), other_year = year_in(other.text);
      const bool is_better = other.is_exact != heading.is_exact ? other.is_exact
                             : year != other_year               ? other_year > year
                                                                : &other < &heading;
      return &other != &heading && other.facet == heading.facet && is_better;
    };
    if (heading.facet && std::ranges::any_of(headings, takes_it)) heading.facet.reset();
  }
  return headings;
}

std::string_view language_of(std::span<const Heading> headings) {
  std::array<std::size_t, languages> votes{};
  for (const Heading& heading : headings) {
    if (!heading.facet) continue;
    std::string text = normal_heading(heading.text);
    take_scale(text);
    const auto found = languages_of(best_match(text));
    for (std::size_t i = 0; i < languages; ++i) votes.at(i) += found.at(i);
  }
  const auto most = std::ranges::max_element(votes);
  const bool is_clear = *most > 0 && std::ranges::count(votes, *most) == 1;
  return is_clear ? heading_languages.at(static_cast<std::size_t>(most - votes.begin())) : std::string_view();
}

std::vector<HeadingWords> known_headings_of_facets() {
  std::vector<HeadingWords> all;
  for (const FacetWords& words : facet_words) {
    HeadingWords& known = all.emplace_back(HeadingWords{words.name, {}});
    for (std::size_t i = 0; i < languages; ++i) known.phrases.at(i) = parts_of(words.phrases[i]);
  }
  return all;
}

namespace {

std::size_t known_among(const std::vector<std::string>& cells) {
  const std::vector<std::string_view> views(cells.begin(), cells.end());
  const std::vector<Heading> headings = headings_of(views);
  return static_cast<std::size_t>(std::ranges::count_if(headings, [](const Heading& heading) { return heading.facet.has_value(); }));
}

}  // namespace

std::optional<std::vector<std::string>> headings_in_two_rows(std::span<const std::string> above, std::span<const std::string> below) {
  std::vector<std::string> merged(std::max(above.size(), below.size()));
  std::string group;
  std::size_t items = 0, known = 0;
  const auto stands_twice = [&](const std::string& item) {
    return std::ranges::count_if(below, [&](const std::string& cell) { return normal_heading(cell) == normal_heading(item); }) > 1;
  };
  for (std::size_t i = 0; i < merged.size(); ++i) {
    const std::string over = i < above.size() ? plain_line(above[i]) : std::string(), item = i < below.size() ? plain_line(below[i]) : "";
    if (!over.empty()) group = over;
    merged[i] = item.empty() ? over : item;
    if (item.empty()) continue;
    const bool is_known = heading_of(item).facet.has_value();
    if (!is_known && !group.empty()) merged[i] = group + ": " + item;
    if (is_known && !group.empty() && stands_twice(item)) merged[i] = group + " " + item;  // `Customer` over `Desired`, `Adequate`
    ++items;
    known += is_known;
  }
  const std::vector<std::string_view> views(merged.begin(), merged.end());
  const std::vector<Heading> headings = headings_of(views);
  const auto name = std::ranges::find(headings, Facet::name, &Heading::facet);
  if (items == 0 || known * 2 < items || name == headings.end() || !are_of_touchpoints(headings)) return std::nullopt;
  const auto column = static_cast<std::size_t>(name - headings.begin());
  const bool is_named_below = column < below.size() && !plain_line(below[column]).empty();
  if (is_named_below || known_among(merged) <= known_among({above.begin(), above.end()})) return std::nullopt;
  return merged;
}

bool are_of_touchpoints(std::span<const Heading> headings) {
  const auto is_mark = [](const Heading& heading) {
    return std::ranges::find(marks_of_answers, normal_heading(heading.text)) != std::end(marks_of_answers);
  };
  if (std::ranges::any_of(headings, is_mark)) return false;
  const auto name = std::ranges::find_if(headings, [](const Heading& heading) { return heading.facet == Facet::name; });
  if (name == headings.end() || (name->is_common && !name->is_exact)) return false;
  return std::ranges::any_of(headings, [&](const Heading& heading) {
    const bool is_other = heading.facet && *heading.facet != Facet::name && *heading.facet != Facet::id;
    return is_other && (!name->is_common || !heading.is_common);
  });
}

}  // namespace mot::importing
