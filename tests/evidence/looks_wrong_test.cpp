// Answers on another scale than they are read on, and exports that stand in a file twice.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/survey_files.h"

using namespace mot;

namespace {

/// A source of one question, column `A`.
struct Asked : Survey {
  explicit Asked(std::string_view csv) : source(this->Survey::source(csv)) {
    source.scale = scale(1, 5);
    ask(source, 0, "A");
  }
  SurveySource& source;
};

}  // namespace

TEST_CASE("answers that fill a smaller scale, or are many and stop in the middle, look as if they had been asked on it") {
  const auto column = [](int times, int low, int high) {
    std::string csv = "A,B\n";
    for (int i = 0; i < times; ++i) csv += fmt::format("{},{}\n", low + i % (high - low + 1), 3);
    return csv;
  };
  const struct {
    std::string csv;
    double min, max;
    const char* rules;
  } cases[] = {
      {column(30, 1, 5), 0, 10, "scale-looks-wrong"},
      {column(12, 1, 5), 0, 10, "scale-looks-wrong"},
      {column(9, 1, 5), 0, 10, ""},
      {column(29, 2, 5), 0, 10, ""},
      {column(30, 2, 5), 0, 10, "scale-looks-wrong"},
      {column(200, 3, 5), 0, 10, "scale-looks-wrong"},
      {column(40, 1, 4), 0, 10, "scale-looks-wrong"},
      {column(40, 1, 4), 1, 5, ""},
      {column(40, 5, 6), 0, 10, ""},
      {column(99, 3, 7), 0, 10, ""},
      {column(100, 3, 7), 0, 10, "scale-looks-wrong"},
      {column(200, 3, 8), 0, 10, ""},
      {column(40, 5, 5), 0, 10, ""},
      {column(40, 1, 5), 10, 0, "scale-looks-wrong"},
      {column(40, 1, 7), 0, 10, "scale-looks-wrong"},
      {column(40, 2, 5), 10, 0, "scale-looks-wrong"},
      {column(40, 1, 6), 1, 7, ""},
      {column(40, 1, 5), 1, 5, ""},
      {column(40, 0, 10), 0, 100, "scale-looks-wrong"},
      {column(40, 1, 8), 0, 10, ""},
      {column(40, 1, 5) + "3.5,3\n", 0, 10, ""},
      {column(40, 1, 5) + "9,3\n", 0, 10, ""},
  };
  for (const auto& [csv, min, max, rules] : cases) {
    CAPTURE(csv);
    Asked survey(csv);
    survey.source.scale = survey.scale(min, max);
    survey.read();
    CHECK(survey.rules() == rules);
  }
}

TEST_CASE("a scale whose missing numbers make it a usual one looks as if they were answers") {
  const auto rules = [](double min, double max, std::vector<std::string> missing) {
    Asked survey("A\n4\n5\n1\n");
    survey.source.scale = survey.scale(min, max, std::move(missing));
    survey.read();
    return survey.rules();
  };
  CHECK(rules(4, 5, {"1", "2", "3"}) == "scale-looks-wrong");
  CHECK(rules(5, 2, {"1"}) == "scale-looks-wrong");
  CHECK(rules(1, 5, {"0", "6"}) == "");
  CHECK(rules(1, 5, {"0", "7"}) == "");
  CHECK(rules(4, 5, {"1", "99"}) == "");
  CHECK(rules(4, 5, {"1", "Blank"}) == "scale-looks-wrong");
}

TEST_CASE("answers below a scale that begins over 1 are lost, and a code above it may be none") {
  const auto rules = [](double min, double max, std::vector<std::string> missing, const char* cell) {
    std::string csv = "A\n";
    for (int i = 0; i < 20; ++i) csv += fmt::format("4\n{}\n", cell);
    Asked survey(csv);
    survey.source.scale = survey.scale(min, max, std::move(missing));
    survey.read();
    return survey.rules();
  };
  CHECK(rules(4, 5, {"1", "2", "3"}, "1") == "answers-lost");
  CHECK(rules(2, 5, {"1"}, "1") == "answers-lost");
  CHECK(rules(4, 5, {"1", "2", "3"}, "5") == "scale-looks-wrong");
  CHECK(rules(1, 4, {"5"}, "5") == "scale-looks-wrong");  // 5 is 'does not apply' in many a survey
  CHECK(rules(1, 5, {"0", "6"}, "6") == "");
}

TEST_CASE("words that run against their numbers say which end of the scale is the better") {
  const auto said = [](const char* csv, double min, double max, std::vector<std::pair<std::string, double>> values) {
    Asked survey(csv);
    survey.source.scale = survey.scale(min, max);
    if (values.empty()) survey.source.scale->labels = Placed<ScaleLabels>{ScaleLabels::leading_number, survey.place()};
    for (const auto& [word, worth] : values) survey.source.scale->values.push_back({survey.text(word), {worth, survey.place()}});
    survey.read();
    return survey.messages();
  };
  const char* falling = "A\n1 - Very good\n2 - Good\n5 - Very poor\n";
  CHECK(said(falling, 1, 5, {}) ==
        "'1 - Very good' of column 'A' is read as one of the worst answers: 5 is the best end of the scale 1..5, and the words say the "
        "other; if they are right, write 'scale: { min: 5, max: 1 }' with what else it says");
  CHECK(said(falling, 5, 1, {}) == "");
  CHECK(said("A\nVery poor - 1\nGood - 4\n", 1, 5, {}) == "");
  CHECK(said("A\nVery poor - 1\nGood - 4\n", 5, 1, {}) != "");
  CHECK(said("A\nsatisfied\nvery dissatisfied\n", 1, 5, {{"Satisfied", 2}, {"Very dissatisfied", 5}}) != "");
  CHECK(said("A\nsatisfied\nvery dissatisfied\n", 1, 5, {{"Satisfied", 4}, {"Very dissatisfied", 1}}) == "");
  // Who agrees that the wait was long is not content.
  CHECK(said("A\n1 - Strongly agree\n5 - Strongly disagree\n", 1, 5, {}) == "");
  CHECK(said("A\n1 - Very good\n", 1, 5, {}) == "");
}

TEST_CASE("a source without a scale is told at its id, and a recommendation has the scale it has") {
  Survey survey;
  survey.workspace.project.scale = {0, 10};
  std::string csv = "A,N\n";
  for (int i = 0; i < 40; ++i) csv += fmt::format("{},{}\n", 1 + i % 5, i % 11);
  auto& source = survey.source(csv);
  survey.ask(source, 0, "A");
  source.outcomes.push_back(survey.outcome("recommend", OutcomeKind::nps, "N"));
  survey.read();
  CHECK(survey.messages() ==
        "the 40 answers of 's1' that are read on the scale 0..10 are all whole numbers from 1 to 5; if they were asked from 1 to 5, say so "
        "with 'scale: { min: 1, max: 5 }'");
  CHECK(survey.findings.begin()->span == source.id.span);
}

TEST_CASE("an export that stands behind itself is told, and rows that are alike are not") {
  std::string answers, alike;
  for (int i = 0; i < 25; ++i) answers += fmt::format("{},{}\n", i, 1 + i % 5), alike += "1,4\n";
  const struct {
    std::string csv;
    const char* message;
  } cases[] = {
      {answers + answers, "from line 27 on '0.csv' holds the rows of its beginning again, so that they count twice; take them out"},
      {answers + "99,3\n" + answers,
       "from line 28 on '0.csv' holds the rows of its beginning again, so that they count twice; take them out"},
      {answers, ""},
      {alike + alike + alike, ""},
      {answers + answers.substr(0, answers.find("12,")), ""},
  };
  for (const auto& [csv, message] : cases) {
    CAPTURE(csv);
    Asked survey("id,A\n" + csv);
    survey.read();
    CHECK(survey.messages() == message);
  }
}
