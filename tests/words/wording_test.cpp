#include "mot/words/wording.h"

#include <doctest/doctest.h>

#include "mot/model/workspace.h"

namespace {

using mot::Language;

mot::Project project_in(Language language) {
  mot::Project project;
  project.language = mot::Placed<Language>{language, {}};
  return project;
}

TEST_CASE("a phrase takes the form of its number as each language has it") {
  constexpr const char* phrase = "{points} points short";
  const struct {
    Language language;
    double points;
    const char* text;
  } cases[] = {
      {Language::en, 0, "0 points short"},    {Language::en, 1, "1 point short"},         {Language::en, 1.5, "1.5 points short"},
      {Language::de, 0, "0 Punkte zu wenig"}, {Language::de, 1, "1 Punkt zu wenig"},      {Language::de, 1.5, "1,5 Punkte zu wenig"},
      {Language::fr, 0, "il manque 0 point"}, {Language::fr, 1.5, "il manque 1,5 point"}, {Language::fr, 2, "il manque 2 points"},
      {Language::es, 1, "falta 1 punto"},     {Language::es, 0, "faltan 0 puntos"},       {Language::es, 1.5, "faltan 1,5 puntos"},
      {Language::pt, 1.04, "falta 1 ponto"},  {Language::pt, 0, "faltam 0 pontos"},       {Language::pt, -1.5, "faltam −1,5 pontos"},
  };
  for (const auto& [language, points, text] : cases) {
    const mot::Project project = project_in(language);
    const mot::Wording wording(project);
    CAPTURE(text);
    CHECK(wording.counted(points, phrase, {{"points", wording.points(points)}}) == text);
  }
}

TEST_CASE("a phrase with a count takes the form of its number by itself") {
  const struct {
    Language language;
    std::size_t count;
    const char* text;
  } cases[] = {{Language::en, 1, "1 judged"},    {Language::de, 1, "1 eingesch\u00e4tzt"}, {Language::fr, 0, "0 jug\u00e9"},
               {Language::fr, 1, "1 jug\u00e9"}, {Language::fr, 2, "2 jug\u00e9s"},        {Language::es, 1, "1 valorado"},
               {Language::es, 2, "2 valorados"}, {Language::pt, 1, "1 avaliado"}};
  for (const auto& [language, count, text] : cases) {
    const mot::Project project = project_in(language);
    const mot::Wording wording(project);
    CAPTURE(text);
    CHECK(wording("{count} judged", {{"count", count}}) == text);
  }
}

TEST_CASE("of two numbers a noun goes by the one that each language puts before it") {
  constexpr const char* phrase = "{met} of {all} KPIs with a target meet it";
  const struct {
    Language language;
    std::size_t met, all;
    const char* text;
  } cases[] = {
      {Language::en, 1, 3, "1 of 3 KPIs with a target meet it"},           {Language::fr, 1, 3, "1 indicateur avec cible sur 3 l’atteint"},
      {Language::fr, 2, 3, "2 indicateurs avec cible sur 3 l’atteignent"}, {Language::fr, 0, 1, "0 indicateur avec cible sur 1 l’atteint"},
      {Language::es, 1, 3, "1 de 3 indicadores con objetivo lo cumplen"},  {Language::es, 1, 1, "1 de 1 indicador con objetivo lo cumple"}};
  for (const auto& [language, met, all, text] : cases) {
    const mot::Project project = project_in(language);
    CAPTURE(text);
    CHECK(mot::Wording(project).counted(static_cast<double>(all), phrase, {{"met", met}, {"all", all}}) == text);
  }
  const mot::Project french = project_in(Language::fr);
  CHECK(mot::Wording(french)("the first {count} of {all} rows", {{"count", 1}, {"all", 30}}) == "la première ligne sur 30");
  CHECK(mot::Wording(french)("the first {count} of {all} rows", {{"count", 2}, {"all", 30}}) == "les 2 premières lignes sur 30");
}

TEST_CASE("days, lengths of time, quotations and lists stand as people write them") {
  const struct {
    Language language;
    const char* day;
    const char* time;
    const char* quoted;
    const char* list;
  } cases[] = {
      {Language::en, "2026-03-02", "4 days 3 h", "“a”", "a, b and c"},
      {Language::de, "02.03.2026", "4 Tage 3 h", "„a“", "a, b und c"},
      {Language::fr, "02/03/2026", "4 jours 3 h", "«\u00a0a\u00a0»", "a, b et c"},
      {Language::es, "02/03/2026", "4 días 3 h", "«a»", "a, b y c"},
      {Language::pt, "02/03/2026", "4 dias 3 h", "“a”", "a, b e c"},
  };
  const std::vector<std::string> names = {"a", "b", "c"};
  for (const auto& [language, day, time, quoted, list] : cases) {
    const mot::Project project = project_in(language);
    const mot::Wording wording(project);
    CAPTURE(day);
    CHECK(wording.date(*mot::date_from("2026-03-02")) == day);
    CHECK(wording.duration(*mot::duration_from("4 days 3 h")) == time);
    CHECK(wording.quoted("a") == quoted);
    CHECK(wording.listed(names) == list);
  }
}

TEST_CASE("a length of time of hours alone has no word to translate, and one day is singular") {
  const mot::Project project = project_in(Language::de);
  const mot::Wording wording(project);
  CHECK(wording.duration(*mot::duration_from("90 min")) == "1 h 30 min");
  CHECK(wording.duration(*mot::duration_from("1 day")) == "1 Tag");
}

TEST_CASE("what stands at a place is not looked through for places") {
  const mot::Wording wording;
  CHECK(wording("{worst}, {others}", {{"worst", "{others}"}, {"others", "b"}}) == "{others}, b");
}

TEST_CASE("the project's own words go over those of its language, in either number") {
  mot::Project project = project_in(Language::fr);
  project.words.phrases = {{{"moment of truth", {}}, {"instant clé", {}}},
                           {{"{count} moments", {}}, {"{count} instants", {}}},
                           {{"{count} moment", {}}, {"{count} instant", {}}}};
  const mot::Wording wording(project);
  CHECK(wording("moment of truth") == "instant clé");
  CHECK(wording.count(3, "{count} moments") == "3 instants");
  CHECK(wording.count(0, "{count} moments") == "0 instant");
  CHECK(wording("lived") == "vécu");
}

TEST_CASE("customers and the company are called as the project says, else by the language's words") {
  mot::Project project = project_in(Language::de);
  CHECK(mot::Wording(project).customer() == "Kunde");
  CHECK(mot::Wording(project).company() == "Unternehmen");
  project.words.customer = "Versicherte";
  CHECK(mot::Wording(project).customer() == "Versicherte");
  CHECK(mot::Wording().company() == "the company");
}

TEST_CASE("a customer's name that is read from the right is held apart, and takes no Latin plural") {
  const mot::Wording wording;
  const auto all = [&](const std::string& customer) {
    return wording("The curve and the figures are those of all {customer}s.", {{"customer", customer}});
  };
  CHECK(all("guest") == "The curve and the figures are those of all guests.");
  CHECK(all("مسافر") == "The curve and the figures are those of all \u2068مسافر\u2069.");
  CHECK(all("\u2068مسافر\u2069") == "The curve and the figures are those of all \u2068مسافر\u2069.");
}

}  // namespace
