// Steps, from which the parts of an explanation are made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/tables/explanation/explanation.h"
#include "mot/words/wording.h"

namespace mot::explanation {

/// One touchpoint and all that its explanation is made from.
struct Subject {
  const Workspace& workspace;
  const Answers& answers;  ///< of the persona, where one was asked for
  const Answers& all;      ///< of everybody
  const Analysis& analysis;
  std::size_t index;
  const Wording& wording;

  const Touchpoint& touchpoint() const { return workspace.touchpoints[index]; }
  const Figures& figures() const { return analysis.touchpoints[index]; }
  const Scale& scale() const { return workspace.project.scale; }
  const TouchpointAnswers& answered() const { return answers.of(index); }
};

/// In the words that people are told them in.
struct Steps {
  const Wording& wording;
  std::vector<Step> all = {};

  void push_back(Step step) { all.push_back(std::move(step)); }
  std::size_t size() const { return all.size(); }
};

/// As `calculator_text`, in brackets where it is below 0.
std::string num(double number);
std::string num(std::size_t number);
/// The same digits as people of a language write them, in a sentence.
std::string said(double number, const Wording& wording);

/// A figure that may be unknown.
std::variant<Unknown, std::string, double, Interval> value_of(const std::optional<double>& number);
std::variant<Unknown, std::string, double, Interval> value_of(const std::optional<Interval>& interval);

/// A share, and the ends of its Wilson interval; `key` is the share's.
void add_share(Steps& steps, const std::string& key, const std::string& name, const Share& share, std::vector<Span> places);
/// The same of answers that may weigh differently.
void add_weighted_share(Steps& steps, const std::string& key, const std::string& name, const CountedShare& share);
/// Quantile 0.975 of Student's t.
void add_t(Steps& steps, const std::string& key, double degrees_of_freedom, double t);

/// What an interval goes by: the mean and s with an answer more at either end of the scale; `key` is their beginning. `n`, `mean` and
/// `s` name what they are worked out from.
void add_ends(Steps& steps, const std::string& key, const Measurement& measurement, const Scale& scale, const std::string& of = "");

/// What is said of n and s in the error of a difference.
std::string each_n_with_ends(const Wording& wording);

/// Two means, the second less the first, with Welch's interval at a confidence that the steps before have named.
struct Contrast {
  std::string key;  ///< of the steps, as their beginning
  std::string first_name;
  std::string second_name;
  const Measurement& first;
  const Measurement& second;
  const Scale& scale;
  double confidence = 0.95;
};
void add_contrast(Steps& steps, const Contrast& contrast);

/// How the standard error of what is delivered over all comes about, and what the touchpoint has to do with it.
void add_delivered_error(Steps& steps, const Subject& subject);

Steps moment_of_truth_steps(const Subject& subject);
Steps wanted_steps(const Subject& subject);
Steps lived_steps(const Subject& subject);
Steps gap_steps(const Subject& subject);
Steps kept_steps(const Subject& subject);
Steps voice_steps(const Subject& subject);
Steps priority_steps(const Subject& subject);
Steps crosshair_steps(const Subject& subject);
Steps delivered_steps(const Subject& subject);
Steps coverage_steps(const Subject& subject);
Steps persona_steps(const Subject& subject);
Steps remember_steps(const Subject& subject);
Steps practice_steps(const Subject& subject);
Steps action_steps(const Subject& subject);
Steps written_steps(const Subject& subject);

}  // namespace mot::explanation
