// Steps of what a department laid down in words: wishes, standard and promise, who answers, policy, latitude, recovery, and each piece of
// evidence.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mot/tables/explanation/narrative.h"
#include "mot/tables/explanation/steps.h"
#include "mot/text/utf8.h"

namespace mot::explanation {
namespace {

/// Remarks in a row.
class Remarks {
 public:
  void add(const std::string& text) { all_.push_back(text); }
  std::string text() const { return fmt::format("{}", fmt::join(all_, ", ")); }

 private:
  std::vector<std::string> all_;
};

void add_experience(Steps& steps, std::string key, std::string name, const Experience& experience, const std::string& remark) {
  if (experience.experience)
    steps.push_back({.key = std::move(key),
                     .name = std::move(name),
                     .value = experience.experience->value,
                     .remark = remark,
                     .places = {experience.experience->span}});
}

std::string heard_in(const std::vector<Text>& heard, const Wording& wording) {
  return heard.empty() ? std::string() : wording("heard: {sources}", {{"sources", printable(joined(heard, ", "))}});
}

void add_wishes(Steps& steps, const Desired& desired) {
  const Wording& wording = steps.wording;
  if (desired.company) add_experience(steps, "company_text", wording("company"), *desired.company, "");
  if (!desired.customer) return;
  const CustomerWish& wish = *desired.customer;
  const std::string heard = heard_in(wish.heard, wording);
  add_experience(steps, "customer_text", wording("customer"), wish, heard);
  if (!wish.experience && !heard.empty())
    steps.push_back({.key = "customer_heard", .name = wording("customer"), .remark = heard, .places = {wish.heard.front().span}});
  for (const auto& [persona, own] : wish.by) {
    Step step{.key = fmt::format("wished_{}", steps.size() + 1),
              .name = wording("wished by {persona}", {{"persona", printable(persona.value)}}),
              .places = {persona.span}};
    if (own.score) step.remark = said(own.score->value, wording);
    if (own.experience) step.value = own.experience->value;
    steps.push_back(std::move(step));
  }
}

/// Its score and how often it was kept stand with the gaps.
void add_commitment(Steps& steps, std::string_view key, std::string_view name, std::string_view kept,
                    const std::optional<Commitment>& commitment) {
  if (!commitment) return;
  add_text(steps, fmt::format("{}_text", key), name, commitment->text);
  if (!commitment->kept || !commitment->kept->date) return;
  const auto& date = *commitment->kept->date;
  steps.push_back({.key = fmt::format("{}_date", key),
                   .name = steps.wording(kept),
                   .value = steps.wording("of {date}", {{"date", steps.wording.date(date.value)}}),
                   .places = {date.span}});
}

void add_policy(Steps& steps, const Policy& policy) {
  const Wording& wording = steps.wording;
  std::vector<std::string> parties;
  for (const auto& party : policy.protects) parties.push_back(wording(name_of(party.value)));
  Remarks remarks;
  if (!parties.empty()) remarks.add(wording("protects: {parties}", {{"parties", fmt::format("{}", fmt::join(parties, ", "))}}));
  if (!policy.exceptions.empty()) remarks.add(wording("exceptions: {text}", {{"text", printable(joined(policy.exceptions, "; "))}}));
  steps.push_back(
      {.key = "policy", .name = wording("policy"), .value = policy.rule.value, .remark = remarks.text(), .places = {policy.rule.span}});
}

void add_empowerment(Steps& steps, const Empowerment& empowerment) {
  add_texts(steps, "may", "may decide", empowerment.may);
  add_text(steps, "limit", "limit", empowerment.limit);
  add_texts(steps, "knows", "sees when deciding", empowerment.knows);
  add_text(steps, "asks", "asks beyond it", empowerment.asks);
}

void add_recovery(Steps& steps, const Subject& subject) {
  for (const Link<Touchpoint>& link : subject.touchpoint().recovery) {
    steps.push_back({.key = fmt::format("recovery_{}", steps.size() + 1),
                     .name = steps.wording("recovery"),
                     .value = link.value,
                     .remark = link.index ? printable(subject.workspace.touchpoints[*link.index].name.value) : "",
                     .places = {link.span}});
  }
}

void add_evidence(Steps& steps, const Evidence& evidence, std::size_t number) {
  const Wording& wording = steps.wording;
  Remarks remarks;
  if (evidence.id && evidence.from) remarks.add(printable(evidence.id->value));
  if (evidence.voice) remarks.add(wording(name_of(evidence.voice->value)));
  if (evidence.verdict) remarks.add(wording(name_of(evidence.verdict->value)));
  if (evidence.outcome) remarks.add(wording(name_of(evidence.outcome->value)));
  if (evidence.date) remarks.add(wording("of {date}", {{"date", wording.date(evidence.date->value)}}));
  if (evidence.score) remarks.add(said(evidence.score->value, wording));
  if (evidence.n) remarks.add(wording("n {count}", {{"count", fmt::format("{}", evidence.n->value)}}));
  if (evidence.sd) remarks.add(wording("s {spread}", {{"spread", said(evidence.sd->value, wording)}}));
  Step step{.key = fmt::format("evidence_{}", number), .name = wording("evidence"), .remark = remarks.text(), .places = {evidence.span}};
  const Text* const said_by = evidence.from       ? &*evidence.from
                              : evidence.practice ? &*evidence.practice
                              : evidence.quote    ? &*evidence.quote
                                                  : nullptr;
  if (said_by != nullptr)
    step.value = said_by->value;
  else if (evidence.id)
    step.value = evidence.id->value;
  steps.push_back(std::move(step));
}

}  // namespace

Steps written_steps(const Subject& subject) {
  const Touchpoint& touchpoint = subject.touchpoint();
  Steps steps{subject.wording};
  add_text(steps, "owner", "owner", touchpoint.owner);
  add_text(steps, "role", "role", touchpoint.role);
  if (touchpoint.desired) add_wishes(steps, *touchpoint.desired);
  add_commitment(steps, "standard", "standard", "standard kept", touchpoint.standard);
  add_commitment(steps, "promise", "promise", "promise kept", touchpoint.promise);
  if (touchpoint.policy) add_policy(steps, *touchpoint.policy);
  if (touchpoint.empowerment) add_empowerment(steps, *touchpoint.empowerment);
  add_recovery(steps, subject);
  if (subject.analysis.persona) return steps;  // evidence names no persona
  for (std::size_t i = 0; i < touchpoint.evidence.size(); ++i) add_evidence(steps, touchpoint.evidence[i], i + 1);
  return steps;
}

}  // namespace mot::explanation
