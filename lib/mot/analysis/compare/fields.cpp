#include "mot/analysis/compare/fields.h"

#include <fmt/format.h>

namespace mot {
namespace {

const Experience* company_of(const Touchpoint& touchpoint) {
  return touchpoint.desired && touchpoint.desired->company ? &*touchpoint.desired->company : nullptr;
}
const CustomerWish* wish_of(const Touchpoint& touchpoint) {
  return touchpoint.desired && touchpoint.desired->customer ? &*touchpoint.desired->customer : nullptr;
}
const Commitment* commitment_of(const std::optional<Commitment>& commitment) {
  return commitment ? &*commitment : nullptr;
}

template <class Part, class Member>
FieldValue part(const Part* part, Member member) {
  return part ? value_of(part->*member) : std::nullopt;
}

FieldValue kept_of(const Commitment* commitment) {
  if (!commitment || !commitment->kept) return std::nullopt;
  const Kept& kept = *commitment->kept;
  return fmt::format("{} of {}{}", kept.count.value, kept.of.value, kept.date ? " on " + to_string(kept.date->value) : "");
}

std::string experience_text(const Experience& experience) {
  return joined({value_of(experience.experience), value_of(experience.score)});
}

std::string evidence_text(const Evidence& evidence) {
  const FieldValue id = evidence.id ? FieldValue(evidence.id->value) : std::nullopt;
  const FieldValue n = evidence.n ? FieldValue(fmt::format("n {}", evidence.n->value)) : std::nullopt;
  const FieldValue sd = evidence.sd ? FieldValue(fmt::format("sd {}", evidence.sd->value)) : std::nullopt;
  return joined({id, value_of(evidence.from), value_of(evidence.date), value_of(evidence.voice), value_of(evidence.verdict),
                 value_of(evidence.outcome), value_of(evidence.quote), value_of(evidence.practice), value_of(evidence.score), n, sd});
}

FieldValue moment_of_truth(const Touchpoint& touchpoint) {
  const MomentOfTruth& moment = touchpoint.moment_of_truth;
  return moment.why ? FieldValue(moment.why->value) : moment.value ? FieldValue(std::string("true")) : std::nullopt;
}

FieldValue wishes_by_persona(const Touchpoint& touchpoint) {
  const CustomerWish* wish = wish_of(touchpoint);
  if (!wish) return std::nullopt;
  return map_of(wish->by, [](const auto& entry) { return entry.key.value + ": " + experience_text(entry.value); });
}

FieldValue heard(const Touchpoint& touchpoint) {
  const CustomerWish* wish = wish_of(touchpoint);
  return wish ? list_of(wish->heard) : std::nullopt;
}

FieldValue importance(const Touchpoint& touchpoint) {
  return touchpoint.importance ? value_of(std::optional<Number>(*touchpoint.importance)) : std::nullopt;
}

FieldValue policy_protects(const Touchpoint& touchpoint) {
  if (!touchpoint.policy) return std::nullopt;
  return list_of(touchpoint.policy->protects, [](const auto& party) { return std::string(name_of(party.value)); });
}

FieldValue not_applicable(const Touchpoint& touchpoint) {
  return map_of(touchpoint.not_applicable,
                [](const auto& entry) { return std::string(name_of(entry.key.value)) + ": " + entry.value.value; });
}

using T = const Touchpoint&;

// clang-format off
constexpr ComparedField fields[] = {
    {"name", [](T t) { return FieldValue(t.name.value); }},
    {"department", [](T t) { return value_of(t.department); }},
    {"channel", [](T t) { return t.channel ? value_of(*t.channel) : std::nullopt; }},
    {"moment_of_truth", moment_of_truth},
    {"importance", importance},
    {"owner", [](T t) { return value_of(t.owner); }},
    {"role", [](T t) { return value_of(t.role); }},
    {"customer_does", [](T t) { return value_of(t.customer_does); }},
    {"tangibles", [](T t) { return list_of(t.tangibles); }},
    {"visibility", [](T t) { return FieldValue(std::string(name_of(t.visibility.value))); }},
    {"supports", [](T t) { return list_of(t.supports); }},
    {"level", [](T t) { return value_of(t.level); }},
    {"dimension", [](T t) { return value_of(t.dimension); }},
    {"desired.company.experience", [](T t) { return part(company_of(t), &Experience::experience); }},
    {"desired.company.score", [](T t) { return part(company_of(t), &Experience::score); }},
    {"desired.customer.experience", [](T t) { return part(wish_of(t), &CustomerWish::experience); }},
    {"desired.customer.score", [](T t) { return part(wish_of(t), &CustomerWish::score); }},
    {"desired.customer.adequate", [](T t) { return part(wish_of(t), &CustomerWish::adequate); }},
    {"desired.customer.heard", heard},
    {"desired.customer.by", wishes_by_persona},
    {"standard.text", [](T t) { return part(commitment_of(t.standard), &Commitment::text); }},
    {"standard.score", [](T t) { return part(commitment_of(t.standard), &Commitment::score); }},
    {"standard.kept", [](T t) { return kept_of(commitment_of(t.standard)); }},
    {"promise.text", [](T t) { return part(commitment_of(t.promise), &Commitment::text); }},
    {"promise.score", [](T t) { return part(commitment_of(t.promise), &Commitment::score); }},
    {"promise.kept", [](T t) { return kept_of(commitment_of(t.promise)); }},
    {"actual.experience", [](T t) { return t.actual ? value_of(t.actual->experience) : std::nullopt; }},
    {"actual.score", [](T t) { return t.actual ? value_of(t.actual->score) : std::nullopt; }},
    {"policy.rule", [](T t) { return t.policy ? FieldValue(t.policy->rule.value) : std::nullopt; }},
    {"policy.protects", policy_protects},
    {"policy.exceptions", [](T t) { return t.policy ? list_of(t.policy->exceptions) : std::nullopt; }},
    {"empowerment.may", [](T t) { return t.empowerment ? list_of(t.empowerment->may) : std::nullopt; }},
    {"empowerment.limit", [](T t) { return t.empowerment ? value_of(t.empowerment->limit) : std::nullopt; }},
    {"empowerment.knows", [](T t) { return t.empowerment ? list_of(t.empowerment->knows) : std::nullopt; }},
    {"empowerment.asks", [](T t) { return t.empowerment ? value_of(t.empowerment->asks) : std::nullopt; }},
    {"flags", [](T t) { return map_of(t.flags, [](const auto& entry) { return entry.key.value + ": " + entry.value.value; }); }},
    {"recovery", [](T t) { return list_of(t.recovery); }},
    {"remember", [](T t) { return list_of(t.remember); }},
    {"review_by", [](T t) { return value_of(t.review_by); }},
    {"when", [](T t) { return value_of(t.when); }},
    {"not_applicable", not_applicable},
    {"evidence", [](T t) { return list_of(t.evidence, evidence_text); }},
};
// clang-format on

}  // namespace

std::span<const ComparedField> compared_fields() {
  return fields;
}

std::vector<std::string> stages_by_touchpoint(const Workspace& workspace) {
  std::vector<std::string> stages(workspace.touchpoints.size());
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      for (const auto& link : stage.touchpoints) {
        if (!link.index) continue;
        std::string& list = stages[*link.index];
        list += (list.empty() ? "" : "; ") + journey.id.value + "/" + stage.id.value;
      }
    }
  }
  return stages;
}

}  // namespace mot
