// How often the intervals and tests of mot are right, by seeded simulation: `build/tests/mot-coverage [ROUNDS]`.
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include "mot/analysis/compare/panel.h"
#include "mot/analysis/contrasts.h"
#include "mot/analysis/gates.h"
#include "mot/analysis/statistics.h"

using namespace mot;

namespace {

const Scale scale{0, 10};

/// What people answer, and how many in a hundred say so.
struct Shape {
  const char* name;
  std::vector<double> scores;
  std::vector<double> shares;
};

const std::vector<Shape> shapes = {
    {"one in five", {10, 0}, {80, 20}},
    {"ceiling", {10, 9, 8, 5}, {60, 20, 15, 5}},
    {"one in four", {10, 0}, {76.5, 23.5}},
    {"near top", {10, 8, 0}, {60, 25, 15}},
    {"rare disaster", {9, 10, 0}, {50, 45, 5}},
    {"rarer disaster", {10, 0}, {97, 3}},
    {"one in ten", {10, 0}, {90, 10}},
    {"love or hate", {0, 10}, {50, 50}},
    {"two camps", {2, 9}, {30, 70}},
    {"five points", {0, 2.5, 5, 7.5, 10}, {5, 10, 20, 40, 25}},
    {"skewed", {10, 7.5, 5, 2.5, 0}, {80, 12, 4, 2, 2}},
    {"eight or never", {8, 0}, {90, 10}},
    {"even", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}},
    {"ends and middle", {0, 5, 10}, {20, 60, 20}},
    {"high middle", {6, 7, 8, 9}, {10, 40, 40, 10}},
    {"long tail", {8, 7, 6, 4, 1}, {50, 25, 15, 7, 3}},
};

class Sampler {
 public:
  Sampler(const Shape& shape, std::mt19937_64& random) : shape_(shape), draw_(shape.shares.begin(), shape.shares.end()), random_(random) {}
  AnswerSums of(int n) {
    AnswerSums sums;
    for (int i = 0; i < n; ++i) sums.add(shape_.scores[draw_(random_)]);
    return sums;
  }
  double mean() const {
    double sum = 0, all = 0;
    for (std::size_t i = 0; i < shape_.scores.size(); ++i) {
      sum += shape_.scores[i] * shape_.shares[i];
      all += shape_.shares[i];
    }
    return sum / all;
  }

 private:
  const Shape& shape_;
  std::discrete_distribution<std::size_t> draw_;
  std::mt19937_64& random_;
};

/// Per cent of intervals that hold the true mean.
double covered(const Shape& shape, int n, int rounds, std::mt19937_64& random) {
  Sampler sampler(shape, random);
  const double truth = sampler.mean();
  int held = 0;
  for (int i = 0; i < rounds; ++i) {
    const auto interval = measured(sampler.of(n), scale)->interval;
    held += interval && interval->low <= truth + 1e-9 && truth - 1e-9 <= interval->high;
  }
  return 100.0 * held / rounds;
}

/// Per cent of workspaces of 25 equal touchpoints, three personas each, with any treated unevenly.
double falsely_uneven(const Shape& shape, int rounds, std::mt19937_64& random) {
  Sampler sampler(shape, random);
  Workspace workspace;
  workspace.project.scale = scale;
  workspace.touchpoints.resize(25);
  int found = 0;
  for (int i = 0; i < rounds; ++i) {
    Answers answers;
    answers.touchpoints.resize(workspace.touchpoints.size());
    for (TouchpointAnswers& touchpoint : answers.touchpoints) touchpoint.by_persona = {sampler.of(40), sampler.of(40), sampler.of(40)};
    bool is_uneven = false;
    for (const auto& gap : persona_gaps(workspace, answers)) is_uneven = is_uneven || gap->is_established;
    found += is_uneven;
  }
  return 100.0 * found / rounds;
}

/// Per cent of workspaces of 30 touchpoints whose gaps are exactly at the limit that break the gate.
double falsely_broken(const Shape& shape, int rounds, std::mt19937_64& random) {
  Sampler sampler(shape, random);
  Workspace workspace;
  workspace.project.gates.gap_at_most = Number{10 - sampler.mean(), {}};
  workspace.touchpoints.resize(30);
  for (Touchpoint& touchpoint : workspace.touchpoints) {
    touchpoint.desired.emplace();
    touchpoint.desired->company = Experience{.experience = {}, .score = Number{10, {}}};
  }
  int broken = 0;
  for (int i = 0; i < rounds; ++i) {
    Answers answers;
    answers.touchpoints.resize(30);
    for (TouchpointAnswers& touchpoint : answers.touchpoints) touchpoint.actual = sampler.of(60);
    broken += judge_gates(workspace, analyse(workspace, answers))[0].holds == false;
  }
  return 100.0 * broken / rounds;
}

/// What people answered to several questions, as the evidence sums it: a row a respondent.
Answers answers_of(const std::vector<std::vector<double>>& rows) {
  const std::size_t questions = rows[0].size();
  Answers answers;
  answers.touchpoints.resize(questions);
  for (const auto& row : rows) {
    for (std::size_t q = 0; q < questions; ++q) answers.touchpoints[q].actual.add(row[q]);
  }
  const auto n = static_cast<double>(rows.size());
  RespondentAnswers& together = answers.respondents.emplace_back();
  for (std::size_t i = 0; i < questions; ++i) {
    together.questions.push_back({i, false, rows.size(), n});
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = 0;
      for (const auto& row : rows)
        sum += (row[i] - answers.touchpoints[i].actual.mean) * (row[j] - answers.touchpoints[j].actual.mean) / n / n;
      together.covariances.push_back(sum);
    }
  }
  return answers;
}

/// Per cent of intervals that hold what is delivered, over ten questions of the same people: every second answer of each is the same.
double delivered_covered(const Shape& shape, int n, int rounds, std::mt19937_64& random) {
  Sampler sampler(shape, random);
  Workspace workspace;
  workspace.touchpoints.resize(10);
  for (Touchpoint& touchpoint : workspace.touchpoints) {
    touchpoint.importance = Within<1, 5>{{3, {}}};
    touchpoint.desired.emplace();
    touchpoint.desired->company = Experience{.experience = {}, .score = Number{10, {}}};
  }
  const double truth = 10 * sampler.mean();
  int held = 0;
  for (int i = 0; i < rounds; ++i) {
    std::vector<std::vector<double>> rows;
    for (int r = 0; r < n; ++r) {
      const double mood = sampler.of(1).mean;
      std::vector<double>& row = rows.emplace_back();
      for (int q = 0; q < 10; ++q) row.push_back(random() % 2 == 0 ? mood : sampler.of(1).mean);
    }
    const auto& interval = analyse(workspace, answers_of(rows)).all.delivered.interval;
    held += interval && interval->low <= truth + 1e-9 && truth - 1e-9 <= interval->high;
  }
  return 100.0 * held / rounds;
}

/// One wave of a source that names who answered one question: `names` and their scores.
struct NamedWave {
  Workspace workspace;
  Answers answers;
  Analysis analysis;
  NamedWave(const std::vector<std::uint64_t>& names, const std::vector<double>& scores) {
    workspace.touchpoints.resize(1);
    SurveySource& source = workspace.sources.emplace_back();
    source.id = {"guests", {}};
    TouchpointColumns columns;
    columns.actual.emplace();
    source.columns.push_back({{}, columns});
    answers.touchpoints.resize(1);
    answers.sources.push_back(
        {.source = 0, .was_read = true, .frozen = {}, .left_out = {}, .oldest = {}, .newest = {}, .columns = {}, .strays = {}});
    AnswerSums& sums = answers.touchpoints[0].actual;
    for (const double score : scores) sums.add(score);
    const auto n = static_cast<double>(scores.size());
    NamedRespondents& named = answers.named.emplace_back();
    named.questions.push_back({0, false, scores.size(), n});
    for (std::size_t i = 0; i < names.size(); ++i) named.answers.push_back({names[i], 0, (scores[i] - sums.mean) / n});
    analysis = analyse(workspace, answers);
  }
  Wave wave() const { return {workspace, answers, analysis}; }
};

/// Per cent of intervals of a change that hold that nothing changed: two of three people answer again, half of them the same.
double panel_covered(const Shape& shape, int n, int rounds, std::mt19937_64& random) {
  Sampler sampler(shape, random);
  int held = 0;
  for (int i = 0; i < rounds; ++i) {
    std::vector<std::uint64_t> then, now;
    std::vector<double> said, says;
    for (int r = 0; r < n; ++r) {
      const bool stays = 3 * r < 2 * n;
      then.push_back(static_cast<std::uint64_t>(r));
      now.push_back(static_cast<std::uint64_t>(stays ? r : r + n));
      said.push_back(sampler.of(1).mean);
      says.push_back(stays && random() % 2 == 0 ? said.back() : sampler.of(1).mean);
    }
    const NamedWave before(then, said), after(now, says);
    const MeanTerm mean{0, false, 1};
    const Shared shared = WavePanel(before.wave(), after.wave()).shared({&mean, 1}, {&mean, 1});
    const auto change = mean_change(*before.analysis.touchpoints[0].measurement, *after.analysis.touchpoints[0].measurement,
                                    {.scale = scale, .shared = shared});
    held += change && change->interval.contains(0);
  }
  return 100.0 * held / rounds;
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 2000;
  std::mt19937_64 random(20261128);
  std::printf("%-16s %7s %7s %7s %7s  %8s %8s  %13s %8s  %9s %8s\n", "covered, %", "n 10", "n 15", "n 30", "n 100", "uneven", "broken",
              "delivered: 15", "100", "panel: 15", "100");
  for (const Shape& shape : shapes) {
    std::printf("%-16s", shape.name);
    for (const int n : {10, 15, 30, 100}) std::printf(" %7.1f", covered(shape, n, rounds, random));
    std::printf("  %8.1f %8.1f", falsely_uneven(shape, rounds / 10, random), falsely_broken(shape, rounds / 10, random));
    std::printf("  %13.1f %8.1f", delivered_covered(shape, 15, rounds / 4, random), delivered_covered(shape, 100, rounds / 4, random));
    std::printf("  %9.1f %8.1f\n", panel_covered(shape, 15, rounds, random), panel_covered(shape, 100, rounds, random));
  }
}
