// The field tables of a touchpoint and what it is made of.
#pragma once

#include "mot/load/fields/codecs.h"
#include "mot/load/fields/narrative_fields.h"
#include "mot/model/touchpoint.h"

namespace mot::yaml {

// A table reads better with a field a line.
// clang-format off
template <>
struct Table<Experience> {
  static constexpr std::string_view name = "an experience";
  static constexpr Shorthand shorthand{.number = "score", .text = "experience"};
  static constexpr Field<Experience> fields[] = {
      {"experience", optional, member<&Experience::experience>, "In words, as the customer would live it."},
      {"score", optional, score_member<&Experience::score>, "In points of the project's scale."},
  };
};

template <>
struct Table<CustomerWish> {
  static constexpr std::string_view name = "the customer's wish";
  static constexpr Shorthand shorthand{.number = "score", .text = "experience"};
  static constexpr Field<CustomerWish> fields[] = {
      {"experience", optional, member<&CustomerWish::experience>, "What customers want to happen, in their words."},
      {"score", optional, score_member<&CustomerWish::score>, "How good they want it to be, in points of the project's scale."},
      {"adequate", optional, score_member<&CustomerWish::adequate>, "The least they accept, in points of the project's scale."},
      {"heard", optional, member<&CustomerWish::heard>, "The sources or evidence it rests on; without any it is an assumption."},
      {"by", optional, member<&CustomerWish::by>, "What single personas want, where it differs."},
  };
};

template <>
struct Table<Desired> {
  static constexpr std::string_view name = "the desired experience";
  static constexpr Shorthand shorthand{.number = "company", .text = "company"};
  static constexpr Field<Desired> fields[] = {
      {"company", optional, member<&Desired::company>, "How we want this moment played out."},
      {"customer", optional, member<&Desired::customer>, "What customers want to happen."},
  };
};

template <>
struct Table<Kept> {
  static constexpr std::string_view name = "how often it was kept";
  static constexpr OneText one_text{" ", {{{"of", "of "}, {"date", "on "}}}};
  static constexpr Field<Kept> fields[] = {
      {"count", required, member<&Kept::count>, "How often it was kept."},
      {"of", required, member_as<[] { return Shape::count_from(1); }, &Kept::of>, "How often it was looked at."},
      {"date", optional, member<&Kept::date>, "When this was counted."},
  };
  static bool check(const Value& value, const Kept& kept, Reader& reader) {
    if (kept.of.value == 0) return report_bad_value(value, "a share of 0 says nothing; leave 'kept' out until it was looked at", reader);
    if (kept.count.value <= kept.of.value) return true;
    return report_bad_value(value, fmt::format("{} kept of {} cannot be", kept.count.value, kept.of.value), reader);
  }
};

template <>
struct Table<Commitment> {
  static constexpr std::string_view name = "a standard or promise";
  static constexpr Shorthand shorthand{.number = "score", .text = "text"};
  static constexpr Field<Commitment> fields[] = {
      {"text", optional, member<&Commitment::text>, "What is committed to, in words."},
      {"score", optional, score_member<&Commitment::score>, "The experience it amounts to, in points of the project's scale."},
      {"kept", optional, member<&Commitment::kept>, "How often it was kept: { count, of, date }."},
  };
};

template <>
struct Table<Policy> {
  static constexpr std::string_view name = "a policy";
  static constexpr Shorthand shorthand{.number = "", .text = "rule"};
  static constexpr Field<Policy> fields[] = {
      {"rule", required, member<&Policy::rule>, "The rule as people at the front know it."},
      {"protects", optional, member<&Policy::protects>, "Whom it protects, one or a list."},
      {"exceptions", optional, member<&Policy::exceptions>, "Where it may be bent."},
  };
};

template <>
struct Table<Empowerment> {
  static constexpr std::string_view name = "empowerment";
  static constexpr Field<Empowerment> fields[] = {
      {"may", optional, member<&Empowerment::may>, "What the frontline may decide without asking."},
      {"limit", optional, member<&Empowerment::limit>, "How far."},
      {"knows", optional, member<&Empowerment::knows>, "What they see when they decide (informed trust)."},
      {"asks", optional, member<&Empowerment::asks>, "Whom they ask beyond the limit."},
  };
};

template <>
struct Table<Evidence> {
  static constexpr std::string_view name = "evidence";
  static constexpr Shorthand shorthand{.number = "", .text = "from"};
  static constexpr OneText one_text{", ", {{{"n", "n "}, {"sd", "sd "}}}};
  static constexpr Field<Evidence> fields[] = {
      {"id", optional, member<&Evidence::id>, "What `heard` calls it; touchpoints that rest on the same evidence may share it."},
      {"from", optional, member<&Evidence::from>, "Where it comes from."},
      {"date", optional, member<&Evidence::date>, "When it was heard or seen."},
      {"voice", optional, member<&Evidence::voice>, "Who speaks; only customers' scores count as the actual experience."},
      {"verdict", optional, member<&Evidence::verdict>, "Thumb up or down."},
      {"outcome", optional, member<&Evidence::outcome>, "What the customer did next."},
      {"quote", optional, member<&Evidence::quote>, "Word for word."},
      {"practice", optional, member<&Evidence::practice>, "What this performer does."},
      {"score", optional, score_member<&Evidence::score>, "In points of the project's scale; the mean where n is more than 1."},
      {"n", optional, member<&Evidence::n>, "How many answers the score is the mean of; 1 if left out."},
      {"sd", optional, member_as<[] { return Shape::number_from(0); }, &Evidence::sd>, "Their standard deviation, in points."},
  };
  static bool finish(const Value&, Evidence& evidence, Reader& reader) {
    if (!evidence.sd || evidence.sd->value >= 0) return true;
    reader.findings.report("bad-value", evidence.sd->span, "a standard deviation cannot be below 0");
    return false;
  }
};

template <>
struct Table<Touchpoint> {
  static constexpr std::string_view name = "a touchpoint";
  static constexpr Field<Touchpoint> fields[] = {
      {"id", optional, member<&Touchpoint::id>, "What other files call it; made of the name if left out."},
      {"name", required, member<&Touchpoint::name>, "What people call it."},
      {"department", optional, member<&Touchpoint::department>, "Whose it is, where the file or the list it stands in does not tell."},
      {"channel", optional, member<&Touchpoint::channels>, "Where it happens: one of the workspace's channels, or several with the main one first."},
      {"moment_of_truth", optional, member<&Touchpoint::moment_of_truth>, "One of the few that decide: true, or a text that says why."},
      {"importance", optional, member<&Touchpoint::importance>, "1 (hardly matters) to 5 (decides), to the customer."},
      {"owner", optional, member<&Touchpoint::owner>, "Who answers for it; the department's lead if left out."},
      {"role", optional, member<&Touchpoint::role>, "The frontline role that meets the customer."},
      {"customer_does", optional, member<&Touchpoint::customer_does>, "What the customer does here, one or a list."},
      {"customer_thinks", optional, member<&Touchpoint::customer_thinks>, "What the customer thinks here, one or a list."},
      {"customer_feels", optional, member<&Touchpoint::customer_feels>, "What the customer feels here, one or a list."},
      {"pains", optional, member<&Touchpoint::pains>, "What hurts here, as somebody saw it; one or a list."},
      {"gains", optional, member<&Touchpoint::gains>, "What delights here, as somebody saw it; one or a list."},
      {"involves", optional, member<&Touchpoint::involves>, "Other departments that take part; one owns it."},
      {"takes", optional, member<&Touchpoint::takes>, "How long it takes: `3 min`, `2 h`, `4 days`, or { actual, wanted }."},
      {"waits", optional, member<&Touchpoint::waits>, "How long the customer waits for it, likewise."},
      {"kpis", optional, member<&Touchpoint::kpis>, "Figures that are kept elsewhere, each with its target."},
      {"lanes", optional, member<&Touchpoint::lanes>, "What stands in the project's own rows: `Systems: [CRM]`."},
      {"tangibles", optional, member<&Touchpoint::tangibles>, "What the customer sees and touches."},
      {"visibility", optional, member<&Touchpoint::visibility>, "Frontstage if left out; backstage and support are behind the line of visibility."},
      {"supports", optional, member<&Touchpoint::supports>, "The touchpoints that backstage or support work carries."},
      {"level", optional, member<&Touchpoint::level>, "How deep the relation goes here."},
      {"dimension", optional, member<&Touchpoint::dimension>, "One of the project's dimensions of quality."},
      {"desired", optional, member<&Touchpoint::desired>, "The desired picture: ours and the customer's."},
      {"standard", optional, member<&Touchpoint::standard>, "What the department works to."},
      {"promise", optional, member<&Touchpoint::promise>, "What customers are told they will get."},
      {"actual", optional, member<&Touchpoint::actual>, "What customers live today, as the department judges it."},
      {"policy", optional, member<&Touchpoint::policy>, "The rule that governs this moment, and whom it protects."},
      {"empowerment", optional, member<&Touchpoint::empowerment>, "What the frontline may decide, how far, seeing what."},
      {"flags", optional, member<&Touchpoint::flags>, "How this moment honours what a persona is proud of."},
      {"recovery", optional, member<&Touchpoint::recovery>, "The touchpoints that take over when it goes wrong."},
      {"remember", optional, member<&Touchpoint::remember>, "Details worth noting for the next contact."},
      {"review_by", optional, member<&Touchpoint::review_by>, "When this description is to be looked at again."},
      {"when", optional, member<&Touchpoint::when>, "The condition under which it happens at all: beside the main path."},
      {"not_applicable", optional, member<&Touchpoint::not_applicable>, "Facets that can't be asked of it, each with its reason."},
      {"evidence", optional, member<&Touchpoint::evidence>, "What was heard and seen here."},
      {"tags", optional, member<&Touchpoint::tags>, "Words to filter by."},
      {"notes", optional, member<&Touchpoint::notes>, "Whatever else is worth knowing."},
      {"links", optional, member<&Touchpoint::links>, "Where more is written: addresses or paths below the workspace, one or a list."},
  };
  static bool finish(const Value& value, Touchpoint& touchpoint, Reader& reader) {
    return read_id_from_name(value, touchpoint.id, touchpoint.name, reader);
  }
};
// clang-format on

}  // namespace mot::yaml
