#include "mot/import/survey/heading_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

#include "mot/import/survey/touchpoint_match.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// `anywhere`: its words stand in the heading in a row; `begins`: a word of the heading begins so (verbs have many forms);
/// `ends`: a word ends so; `alone`: the heading says nothing else that tells; `first`: the heading begins with these words.
enum class Where : std::uint8_t { anywhere, begins, ends, alone, first };

struct KnownWords {
  HeadingWord word;
  Where where;
  std::string_view phrases;  ///< in small letters, without accents, with `|` between
};

// clang-format off
constexpr KnownWords words_of_headings[] = {
    {HeadingWord::weight, Where::anywhere, "weight|weights|wt|wgt|weighting|gewicht|gewichtung|poids|ponderation|peso|ponderacion|ponderacao|w8|gew|pond|finalwt"},
    {HeadingWord::weight, Where::begins, "gewichtung|weight1|weight2|wtfinal|pesofin|ponderac|wgt"},
    {HeadingWord::weight, Where::ends, "wgt|finalwt"},
    {HeadingWord::recommendation, Where::begins, "nps|netpro|recommend|recommand|recomend|recomiend|weiterempf|empfehl|indicaria"},
    {HeadingWord::recommendation, Where::anywhere, "net promoter|ltr"},
    {HeadingWord::overall, Where::anywhere, "overall|all things considered|taking everything into account|everything considered|in general|insgesamt|alles in allem|globalement|dans l'ensemble|en general|no geral|em geral|satisfaction globale|note globale|impression globale|experience globale|satisfaccion global|satisfaccion general|valoracion global|valoracion general|satisfacao geral|avaliacao geral|general satisfaction|total satisfaction"},
    {HeadingWord::overall, Where::alone, "all|total|global|general|gesamt|geral"},
    {HeadingWord::overall, Where::begins, "gesamtzufrieden|gesamteindruck|gesamtbewertung|gesamtnote|gesamturteil|gesamterlebnis"},
    {HeadingWord::date, Where::anywhere, "date|datum|fecha|data|timestamp|zeitstempel|submitted|completed|marca temporal|horodateur|carimbo de data hora|enddate|submitdate|startdate|when|wann|tag|abgegeben|zeit|time|heure|hora"},
    {HeadingWord::submitted, Where::anywhere, "submitted|submitdate|submit|completed|completion|completion time|end date|enddate|recorded date|recordeddate|timestamp|zeitstempel|abgegeben|abgeschlossen|gesendet|horodateur|marca temporal|carimbo de data hora|datestamp|response date|datum|date"},
    {HeadingWord::started, Where::anywhere, "start|started|start date|startdate|begin|begonnen|beginn|visit|besuch|check in|arrival|admission|discharge|debut|inicio|purchase|order|expiry|expires|valid|due|created"},
    {HeadingWord::birth, Where::anywhere, "birth|birthday|birthdate|dob|geburt|geboren|naissance|nacimiento|nascimento|born"},
    {HeadingWord::birth, Where::begins, "geburts|birth"},
    {HeadingWord::segment, Where::anywhere, "segment|persona|type|customer type|group|kundengruppe|kundentyp|segmento|profil|perfil|tipo|purpose|class|klasse"},
    {HeadingWord::respondent, Where::alone, "age|alter|altersgruppe|altersklasse|edad|idade|gender|sex|geschlecht|sexe|genre|sexo|genero|region|bundesland|education|edu|bildung|schulabschluss|bildungsabschluss|escolaridad|escolaridade|store|branch|filiale|markt|magasin|boutique|agence|tienda|sucursal|loja|agencia|children|kinder|enfants|hijos|filhos|visits|besuche|visites|visitas|day|weekday|wochentag|tag|jour|dia|agent|clerk|income|einkommen|revenu|ingresos|renda|zip|plz|postcode|postal|country|land|pays|pais|city|stadt|ville|ciudad|cidade|state|occupation|job|beruf|profession|profesion|profissao|department|abteilung|service department|departement|channel|kanal|canal|language|sprache|langue|idioma|lang|collector|wave|welle|year|jahr|annee|ano|month|monat|mois|mes|ward|nationality|marital|status|household|haushalt|device|browser|quota|stratum|race|ethnicity"},
    {HeadingWord::respondent, Where::first, "number of|how many|how old|how often|how long have you|which|what is your age|what is your gender|where do you live|wie viele|wie oft|wie alt|anzahl|welche|welches|welcher|nombre de|combien|quel age|numero de|cuantos|cuantas|quantos|quantas|numero do"},
    {HeadingWord::person, Where::alone, "mail|name|first name|last name|vorname|nachname|ip|phone|telefon|telephone|telefono|telefone|token|seed|nombre|nom|prenom|nome|correo|correo electronico|caseid|respnum|antwortid|progress|fortschritt|duration|duration in seconds|dauer|last page|lastpage|letzte seite|user language|startlanguage|start sprache|distribution channel|zufallsstartwert|external data reference|status|interviewer|interview"},
    {HeadingWord::person, Where::anywhere, "id|email|e mail|ip address"},
    {HeadingWord::comment, Where::anywhere, "comment|comments|kommentar|kommentare|feedback|remark|remarks|anmerkung|anmerkungen|bemerkung|bemerkungen|suggestion|suggestions|anregung|anregungen|why|warum|weshalb|pourquoi|por que|commentaire|commentaires|remarques|comentario|comentarios|sugerencias|sugestoes|observaciones|observacoes|anything else|in your own words|what could we|what can we|was konnen wir|was konnten wir|besser machen|do better|improve|verbessern|ameliorer|mejorar|melhorar|tell us|reason for|open ended response|freitext|verbatim"},
    {HeadingWord::importance, Where::anywhere, "importance|important|wichtig|wichtigkeit|importancia|importante|importantes"},
    {HeadingWord::expectation, Where::anywhere, "expected|expectation|expectations|expect|erwartet|erwartung|erwartungen|attendu|attendue|attente|attentes|esperado|esperada|expectativa|expectativas|desired|wished|gewunscht|wunsch|souhaite|deseado|desejado"},
    {HeadingWord::met, Where::anywhere, "meet|met|meets|exceed|exceeded|compared|fulfilled|erfullt|ubertroffen|repond|repondu|cumplio|cumplieron|superou|atendeu"},
    {HeadingWord::asks_for_score, Where::begins, "satisf|zufrieden|rate|rating|bewert|beurteil|evalu|calif|valor|avali|experience|erlebnis|quality|qualitat|qualite|calidad|qualidade|happy|score|punkte|stars|sterne"},
    {HeadingWord::asks_for_score, Where::first, "how was|how were|how did you find|how did you like|how would you|how do you|wie war|wie waren|wie fanden|wie gefiel|comment avez|comment etait|como fue|como estuvo|como foi|que tal|que te parecio|o que achou"},
    {HeadingWord::badness, Where::begins, "problem|difficult|dissatisf|unsatisf|annoy|complain|frustrat|disappoint|schwierig|unzufrieden|arger|beschwerd|enttausch|insatisf|mecontent|difficil|dificult|dificil|deception|queja|molest|reclamac|insatisfe"},
    {HeadingWord::goodness, Where::begins, "satisf|zufrieden|easy|ease|easily|leicht|einfach|facil|contento|content|happy"},
    {HeadingWord::amount, Where::anywhere, "minutes|minuten|hours|stunden|seconds|sekunden|rank|ranking|rang|rangfolge|number of|anzahl|how many|how many times|wie viele|combien de|cuantas|cuantos|quantas|quantos|wartezeit in|minutos|heures"},
    {HeadingWord::grade, Where::anywhere, "note|noten|grade|grades|nota|notas|zensur"},
    {HeadingWord::grade, Where::ends, "note|noten"},
    {HeadingWord::school_grade, Where::begins, "schulnote|schulbenotung|zensur"},
    {HeadingWord::mean, Where::alone, "mean|average|avg|mean score|average score|mean rating|average rating|mittelwert|mittel|durchschnitt|schnitt|durchschnittsnote|moyenne|note moyenne|score moyen|media|nota media|valor medio|valoracion media|promedio|pontuacao media"},
    {HeadingWord::spread, Where::alone, "s|sd|std|std dev|stddev|stdev|std deviation|standard deviation|standardabweichung|stabw|ecart type|desviacion estandar|desviacion tipica|desvio padrao|desvio estandar"},
    {HeadingWord::answers, Where::alone, "n|base|answers|responses|respondents|count|number answers|number responses|number respondents|sample|sample size|anzahl|antworten|anzahl antworten|stichprobe|fallzahl|basis|befragte|effectif|effectifs|reponses|nombre reponses|nombre repondants|respuestas|numero respuestas|encuestados|muestra|respostas|numero respostas|amostra|inquiridos|respondentes"},
    {HeadingWord::preview, Where::alone, "survey preview|preview|survey test|umfragevorschau|vorschau|apercu de l'enquete|vista previa de la encuesta|previa da pesquisa"},
    {HeadingWord::end, Where::anywhere, "finished|abgeschlossen|beendet|fertig|termine|finalizado|terminado|concluido"},
};

/// Words that say nothing of their own beside those that stand alone.
constexpr std::string_view fillers[] = {"your", "you", "the", "of", "group", "band", "bracket", "range", "class", "code", "category", "in", "years", "highest", "level", "ihr", "ihre", "gruppe", "in", "jahren", "votre", "de", "tu", "su", "sua", "seu", "faixa", "rango", "tranche", "d'age", "etaria", "q", "please", "and"};

struct LanguageWords {
  std::string_view language;
  std::string_view words;  ///< that no other of these languages has
};
constexpr LanguageWords words_by_language[] = {
    {"en", " the your you how was were with our would did what which overall please rate of satisfied "},
    {"de", " wie sie der das wurden zur zum zu ich vom beim nach mit ihre ihr unsere unser und waren zufrieden bei den dem ist uns datum zeitstempel gesamtzufriedenheit insgesamt kommentar bewertung geschlecht alter filiale "},
    {"fr", " vous votre vos les avec chez une pour dans ma mon est etes nous quelle quel notre des sur horodateur accueil commentaire satisfaction-globale chambre "},
    {"es", " como usted su los las con mi el del nuestro nuestra que tan esta fue del fecha temporal comentario comentarios habitacion satisfecho edad "},
    {"pt", " voce seu sua meu minha uma nosso nossa foi com dos das em avalia qual carimbo comentario-geral satisfeito nao ao idade quarto "},
};
// clang-format on

std::vector<std::string_view> parts_of(std::string_view list) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    parts.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

/// Words as they are compared; Spanish marks at their front are none of them. `WT_TRIM` is one word.
std::vector<std::string> plain_words(std::string_view heading) {
  std::string plain = without_accents(heading);
  for (const std::string_view mark : {"\u00bf", "\u00a1"}) {
    for (std::size_t at = plain.find(mark); at != std::string::npos; at = plain.find(mark)) plain.replace(at, mark.size(), " ");
  }
  return words_of(plain);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text = " ";
  for (const std::string& word : words) text += word + " ";
  return text;
}

std::vector<std::string> telling(std::vector<std::string> words) {
  std::erase_if(words, [](const std::string& word) { return std::ranges::find(fillers, word) != std::end(fillers); });
  return words;
}

/// A heading prepared for comparison.
struct Prepared {
  std::string text;     ///< its words with blanks around each
  std::string telling;  ///< the same without fillers
};

bool holds(const Prepared& heading, Where where, std::string_view phrase) {
  const std::string inner = " " + std::string(phrase);
  switch (where) {
    case Where::anywhere:
      return heading.text.find(inner + " ") != std::string::npos;
    case Where::begins:
      return heading.text.find(inner) != std::string::npos;
    case Where::ends:
      return heading.text.find(std::string(phrase) + " ") != std::string::npos;
    case Where::alone:
      return heading.text == inner + " " || heading.telling == inner + " ";
    case Where::first:
      return heading.text.starts_with(inner + " ");
  }
  return false;
}

Prepared prepared(std::string_view heading) {
  const auto words = plain_words(heading);
  return {joined(words), joined(telling(words))};
}

}  // namespace

bool says(HeadingWord word, std::string_view heading) {
  const Prepared text = prepared(heading);
  return std::ranges::any_of(words_of_headings, [&](const KnownWords& words) {
    return words.word == word &&
           std::ranges::any_of(parts_of(words.phrases), [&](auto phrase) { return holds(text, words.where, phrase); });
  });
}

bool asks_about(HeadingWord word, std::string_view heading) {
  const std::string question = split_heading(heading).question;
  if (!question.empty() && says(word, question)) return true;
  const auto words = plain_words(heading);
  constexpr std::size_t words_of_a_beginning = 2;  // `How important`
  for (std::size_t i = 0; i < std::min(words_of_a_beginning, words.size()); ++i) {
    if (says(word, words[i])) return true;
  }
  return !words.empty() && says(word, words.back());
}

std::optional<int> worst_grade_in(std::string_view text) {
  std::optional<int> worst;
  for (const std::string& word : plain_words(text)) {
    if (word == "5" || word == "6") worst = std::max(worst.value_or(0), word == "5" ? 5 : 6);
  }
  return worst;
}

void HeadingLanguage::add(std::string_view heading) {
  for (const std::string& word : plain_words(heading)) {
    for (std::size_t i = 0; i < std::size(words_by_language); ++i)
      votes_[i] += words_by_language[i].words.find(" " + word + " ") != std::string_view::npos;
  }
}

std::string_view HeadingLanguage::language() const {
  const auto most = std::ranges::max_element(votes_);
  constexpr int least = 2;
  const bool is_clear =
      *most >= least && std::ranges::all_of(votes_, [&](const int& votes) { return &votes == most || votes * 2 <= *most; });
  return is_clear ? words_by_language[static_cast<std::size_t>(most - std::begin(votes_))].language : std::string_view();
}

}  // namespace mot::importing
