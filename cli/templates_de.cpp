// What the templates of `mot init` say in German.
#include "templates.h"

namespace mot {
namespace {

// A list reads better with a text a line.
// clang-format off
constexpr TemplateTexts german_texts[] = {
    {"Unsere Fluglinie", "die Fluglinie", "Fluggast", "Eine Reise",
     {"Web und App", "Bodenabfertigung", "Kabine"},
     {"App", "persönlich"},
     {"Buchen", "Am Flughafen", "An Bord und Ankunft"},
     {{
         {"Flug finden und buchen", "Was hat Sie sicher gemacht, dass es der richtige Flug zum richtigen Preis ist?"},
         {"Buchung ändern", "Was mussten Sie ändern, und wie lange hätte das dauern dürfen?"},
         {"Koffer aufgeben", "Was wollten Sie wissen, bevor Sie Ihren Koffer aus der Hand gaben?"},
         {"Von einer Verspätung erfahren", "Was wollten Sie zuerst wissen, und von wem?"},
         {"An Bord empfangen werden", "Wer oder was hat Ihnen gezeigt, dass man Sie erwartet?"},
         {"Koffer zurückbekommen", "Wie lange ist am Band zu lange, und was wollen Sie inzwischen hören?"},
     }}},
    {"Unsere Klinik", "die Klinik", "Patient", "Eine Behandlung",
     {"Empfang", "Ärzte", "Pflege"},
     {"Telefon", "persönlich"},
     {"Termin", "Behandlung", "Danach"},
     {{
         {"Termin bekommen", "Wie bald brauchten Sie einen Termin, und wie bald bekamen Sie ihn?"},
         {"Ankommen und warten", "Was hätte das Warten erträglich gemacht?"},
         {"Beschwerden schildern", "Konnten Sie alles sagen, was Ihnen Sorgen macht?"},
         {"Diagnose hören", "Was haben Sie verstanden, und was haben Sie sich nicht zu fragen getraut?"},
         {"Auf der Station versorgt werden", "Wann mussten Sie um etwas bitten, das von selbst hätte kommen sollen?"},
         {"Mit einem Plan nach Hause gehen", "Was wussten Sie zu Hause dann doch nicht?"},
     }}},
    {"Unsere Bank", "die Bank", "Kunde", "Vom Konto zum Vertrauen",
     {"Filiale", "App und Web", "Karten und Zahlungen"},
     {"App", "in der Filiale"},
     {"Kunde werden", "Im Alltag", "Wenn es darauf ankommt"},
     {{
         {"Konto eröffnen", "Welche Frage fanden Sie unnötig, und welche Antwort fehlte Ihnen?"},
         {"Sich zum ersten Mal anmelden", "Wo blieben Sie hängen, und wer hat geholfen?"},
         {"Rechnung bezahlen", "Wann sind Sie sicher, dass das Geld dort ist, wo es hin soll?"},
         {"Alle Konten auf einen Blick sehen", "Wonach schauen Sie zuerst, wenn Sie die App öffnen?"},
         {"Verlorene Karte melden", "Was brauchten Sie in der ersten Minute?"},
         {"Kredit anfragen", "Wie wollten Sie ein Nein hören, und wie ein Ja?"},
     }}},
    {"Unsere Software", "die Firma", "Nutzer", "Vom Test zur Gewohnheit",
     {"Vertrieb", "Produkt", "Support"},
     {"Web", "Chat"},
     {"Ausprobieren", "Nutzen", "Hilfe holen"},
     {{
         {"Preis verstehen", "Wofür, dachten Sie, ist zu zahlen, und was hat Sie überrascht?"},
         {"Test beginnen", "Was wollten Sie in den ersten fünf Minuten sehen?"},
         {"Erstes Ergebnis sehen", "Wann wussten Sie, dass es für Sie funktioniert?"},
         {"Team einladen", "Was haben Ihre Kollegen zuerst gefragt?"},
         {"Fehler melden", "Was wollten Sie darauf hören, und wann?"},
         {"Kündigen", "Was hätte Sie gehalten, und was machte das Gehen leicht oder schwer?"},
     }}},
    {"Unsere Stadt", "die Stadt", "Bürger", "Ein Antrag",
     {"Bürgerbüro", "Bauamt", "Online-Dienste"},
     {"online", "am Schalter"},
     {"Sich informieren", "Beantragen", "Bescheid bekommen"},
     {{
         {"Das richtige Formular finden", "Mit welchen Worten haben Sie danach gesucht?"},
         {"Termin vereinbaren", "Welcher Tag und welche Stunde hätten Ihnen gepasst?"},
         {"Antrag abgeben", "Was mussten Sie mitbringen, das die Stadt schon hatte?"},
         {"Nach einer fehlenden Unterlage gefragt werden", "Wie wollten Sie das erfahren, und wie oft?"},
         {"Hören, wie weit es ist", "Wann fragten Sie sich, ob überhaupt jemand daran arbeitet?"},
         {"Bescheid bekommen", "Haben Sie verstanden, warum so entschieden wurde?"},
     }}},
    {"Unser Laden", "der Laden", "Kunde", "Ein Einkauf",
     {"Verkauf", "Online-Shop", "Serviceschalter"},
     {"online", "im Laden"},
     {"Aussuchen", "Kaufen", "Danach"},
     {{
         {"Produkt finden", "Wonach haben Sie gesucht, und mit welchen Worten?"},
         {"Sich beraten lassen", "Was wollten Sie wissen, und wem haben Sie geglaubt?"},
         {"An der Kasse zahlen", "Was stand im Weg, als Sie zahlen wollten?"},
         {"Lieferung bekommen", "Wann wollten Sie wissen, wann sie kommt?"},
         {"Produkt zurückgeben", "Wovor hatten Sie Sorge, bevor Sie fragten?"},
         {"Nach der Garantie fragen", "Was mussten Sie beweisen, und wie hat sich das angefühlt?"},
     }}},
};

constexpr TemplateFrame german_frame = {
    {"Ein kleiner Anfang. Ersetzen Sie ihn durch Ihr Eigenes, eine Abteilung nach der anderen: Die Namen sind Vermutungen, und nichts ist bewertet.",
     "Was Kunden wünschen, steht hier nicht: Fragen Sie sie. Jeder Moment bringt eine Frage für den Anfang mit."},
    "Was noch niemand angesehen hat. Nehmen Sie eine Zeile heraus, wenn Sie den Schritt beginnen: `mot validate` nennt dann, wo es fehlt.",
    {"Schritt 1: Wie wollen wir jeden Moment? (desired.company)",
     "Schritt 2: Was wünschen Kunden? (desired.customer, heard)",
     "Schritt 3: Was erleben sie heute? (actual, evidence)",
     "Wie wichtig ist es ihnen, 1 bis 5? (importance)",
     "Wer übernimmt, wenn es schiefgeht? (recovery)",
     "Was darf entscheiden, wer vor dem Kunden steht? (empowerment)"},
    "Leitung {}", "Fragen Sie", "einer der wenigen, die entscheiden; sind es die richtigen?",
    german_texts,
};
// clang-format on

}  // namespace

const TemplateFrame& german_templates() {
  return german_frame;
}

}  // namespace mot
