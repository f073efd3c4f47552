// The field tables of the project and of what stands beside touchpoints: departments, personas, channels, journeys, actions.
#pragma once

#include "mot/load/fields/codecs.h"
#include "mot/load/fields/touchpoint_fields.h"
#include "mot/model/workspace.h"

namespace mot::yaml {

// A table reads better with a field a line.
// clang-format off
template <>
struct Table<Scale> {
  static constexpr std::string_view name = "a scale";
  static constexpr Field<Scale> fields[] = {
      {"min", required, member<&Scale::min>, "The worst score."},
      {"max", required, member<&Scale::max>, "The best score."},
  };
  static bool check(const Value& value, const Scale& scale, Reader& reader) {
    return scale.min < scale.max || report_bad_value(value, "a scale runs from 'min' up to a larger 'max'", reader);
  }
  static bool finish(const Value&, Scale& scale, Reader&) {
    if (scale.min < scale.max) return true;
    scale = Scale{};
    return false;
  }
};

template <>
struct Table<Period> {
  static constexpr std::string_view name = "a period";
  static constexpr Shorthand shorthand{.number = "", .text = "last"};
  static constexpr Field<Period> fields[] = {
      {"last", optional, member<&Period::last>, "So long back from the newest answer: `12 months`."},
      {"from", optional, member<&Period::from>, "The first day that counts."},
      {"to", optional, member<&Period::to>, "The last day that counts."},
  };
  static bool check(const Value& value, const Period& period, Reader& reader) {
    if (period.last && (period.from || period.to)) return report_bad_value(value, "a period is either 'last' or 'from' and 'to'", reader);
    const bool is_backwards = period.from && period.to && period.from->value > period.to->value;
    return !is_backwards || report_bad_value(value, "the period ends before it begins", reader);
  }
};

template <>
struct Table<Words> {
  static constexpr std::string_view name = "the project's words";
  static constexpr Field<Words> fields[] = {
      {"company", optional, member<&Words::company>, "What the organisation is called: `the airline`."},
      {"customer", optional, member<&Words::customer>, "What a customer is called: `passenger`."},
      {"phrases", optional, member<&Words::phrases>, "Other fixed words of pictures, tables and the report: what they are in English, and what is to be said instead."},
  };
};

template <>
struct Table<Gates> {
  static constexpr std::string_view name = "the gates";
  static constexpr bool takes_any_word = true;  // a placeholder is no limit
  static constexpr Field<Gates> fields[] = {
      {"coverage_at_least", optional, member<&Gates::coverage_at_least>, "Per cent of the facets asked."},
      {"delivered_at_least", optional, member<&Gates::delivered_at_least>, "Per cent of the desired experience."},
      {"gap_at_most", optional, member<&Gates::gap_at_most>, "Points of the scale, at any touchpoint."},
      {"moment_of_truth_gap_at_most", optional, member<&Gates::moment_of_truth_gap_at_most>, "Points of the scale, at any moment of truth."},
      {"below_adequate_at_most", optional, member<&Gates::below_adequate_at_most>, "How many touchpoints may be below what customers accept."},
      {"known_at_least", optional, member<&Gates::known_at_least>, "Per cent of the touchpoints whose target and actual are known."},
      {"kpis_met_at_least", optional, member<&Gates::kpis_met_at_least>, "Per cent of the KPIs and outcomes with a target that reach it."},
      {"undecided", optional, member<&Gates::undecided>, "allow: a gate that what is known can't decide passes, and is reported each time; fail if left out."},
  };
  /// A gate without a limit would hold whatever happens.
  static constexpr bool needs_values = true;
  /// Elsewhere such a key is left alone; here it looks like something that is held. What has an anchor is there to be named by a gate.
  static bool report_no_gate(const Value& gates, std::size_t entry, Reader& reader) {
    const Span key = gates.key(entry).span(), value = gates.value(entry).span();
    const Span behind_key = {key.file, key.end, std::max(key.end, value.end)};
    if (reader.sources.text_of(behind_key).find('&') != std::string_view::npos) return true;
    const std::string without(gates.key(entry).text().substr(yaml::foreign_prefix.size()));
    return report_bad_value(gates.key(entry),
                            field_named<Gates>(without) != nullptr
                                ? fmt::format("no gate begins with '{}', so nothing is held; write '{}', or take it out", yaml::foreign_prefix, without)
                                : "this is not a gate, so nothing is held; write one, or take it out",
                            reader);
  }
  static bool finish(const Value& value, Gates&, Reader& reader) {
    bool is_good = true;
    std::size_t limits = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string_view key = value.key(i).text();
      const bool is_left_alone = key.starts_with(yaml::foreign_prefix);
      limits += key == "undecided" || is_left_alone ? 0 : 1;
      if (is_left_alone) is_good = report_no_gate(value, i, reader);
      if (value.value(i).kind() != Kind::null || field_named<Gates>(value.key(i).text()) == nullptr) continue;
      is_good = report_bad_value(
          value.key(i), fmt::format("nothing stands behind '{}', so nothing is held; write it, or take it out", value.key(i).text()), reader);
    }
    if (limits > 0 || value.node().is_cut) return is_good;
    return report_bad_value(value, "no gate stands under 'gates', so nothing is held; write one, or take it out", reader);
  }
};

template <>
struct Table<SavedView> {
  static constexpr std::string_view name = "a saved view";
  static constexpr OneText one_text{", ", {}};
  static constexpr Field<SavedView> fields[] = {
      {"id", optional, member<&SavedView::id>, "What `mot map --saved` calls it; made of the name if left out."},
      {"name", optional, member<&SavedView::name>, "What the report calls it."},
      {"view", optional, member<&SavedView::view>, "Which picture; `journey` if left out."},
      {"journey", optional, member<&SavedView::journey>, "Of which journey; the first if left out. Of a picture of the whole workspace: only what stands on it."},
      {"persona", optional, member<&SavedView::persona>, "Only what this customer wants and answers."},
      {"department", optional, member<&SavedView::department>, "What others do fades; in views that have no such look: only what this one owns."},
      {"tag", optional, member<&SavedView::tag>, "Only what has this tag."},
      {"theme", optional, member<&SavedView::theme>, "In which colours."},
      {"paper", optional, member<&SavedView::paper>, "On which paper, where the file has pages or `for` says where it is read."},
      {"for", optional, member<&SavedView::medium>, "Where it is read, which says how small letters may be."},
      {"layout", optional, member<&SavedView::layout>, "Of a journey: one row of cards under its curve, or a lane for each department."},
      {"hide", optional, member<&SavedView::hide>, "Rows to leave out: goals, does, thinks, feels, pains, gains, channels, involves, times, kpis, or a lane of the project; one or a list."},
  };
  static constexpr std::string_view at_least_one[] = {"id", "name"};
  static bool finish(const Value& value, SavedView& view, Reader& reader) {
    return !view.name || read_id_from_name(value, view.id, *view.name, reader);
  }
};

template <>
struct Table<Brand> {
  static constexpr std::string_view name = "the brand";
  static constexpr Field<Brand> fields[] = {
      {"logo", optional, member<&Brand::logo>, "A PNG or JPEG below the workspace, of 2 MiB at most."},
      {"colour", optional, member<&Brand::colour>, "The ground of stages and headings, as '#20364f'."},
      {"accent", optional, member<&Brand::accent>, "What is wanted, and hand-overs, as '#2c6fb3'."},
      {"font", optional, member<&Brand::font>, "A family of letters that is installed where pictures are drawn and read."},
  };
  /// It becomes one of a list of families.
  static bool check(const Value& value, const Brand& brand, Reader& reader) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .-";
    if (!brand.font || brand.font->value.find_first_not_of(allowed) == std::string::npos) return true;
    return report_bad_value(value, "a font is one family, of letters, digits, blanks, dots and hyphens", reader);
  }
};

template <>
struct Table<Project> {
  static constexpr std::string_view name = "the project";
  static constexpr Field<Project> fields[] = {
      {"name", optional, member<&Project::name>, "What the workspace is called in titles."},
      {"scale", optional, member<&Project::scale>, "The scale of every score in these files; 0 to 10 if left out."},
      {"period", optional, member<&Project::period>, "Which answers count as today's experience; all if left out."},
      {"stale_after", optional, member<&Project::stale_after>, "When evidence is too old to lean on."},
      {"language", optional, member<&Project::language>, "What pictures, tables and the report are written in; en if left out. Another one is spoken by `words: phrases:` alone."},
      {"words", optional, member<&Project::words>, "How labels and reports speak."},
      {"dimensions", optional, member<&Project::dimensions>, "Dimensions of quality; SERVQUAL's five if left out."},
      {"gates", optional, member<&Project::gates>, "What `mot check` holds in CI."},
      {"lanes", optional, member<&Project::lanes>, "Names of rows of one's own, in the order they are drawn."},
      {"kpis", optional, member<&Project::kpis>, "Figures that are kept elsewhere, each with its target."},
      {"views", optional, member<&Project::views>, "Pictures kept by an id, each with what `mot map` is asked for."},
      {"brand", optional, member<&Project::brand>, "How the organisation looks: logo, colours, letters."},
      {"notes", optional, member<&Project::notes>, "Whatever else is worth knowing."},
      {"links", optional, member<&Project::links>, "Where more is written: addresses or paths below the workspace, one or a list."},
  };
  static bool finish(const Value& value, Project&, Reader& reader) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (value.key(i).text() == "gates" && value.value(i).kind() == Kind::null && !value.node().is_cut)
        return report_bad_value(value.key(i), "nothing stands behind 'gates', so nothing is held; write a gate, or take it out", reader);
    }
    return true;
  }
};

template <>
struct Table<Channel> {
  static constexpr std::string_view name = "a channel";
  static constexpr Shorthand shorthand{.number = "", .text = "id"};
  static constexpr std::string_view at_least_one[] = {"id", "name"};
  static constexpr Field<Channel> fields[] = {
      {"id", optional, member<&Channel::id>, "What touchpoints call it; the name if left out."},
      {"name", optional, member<&Channel::name>, "What people call it."},
      {"self_service", optional, member<&Channel::self_service>, "Whether customers serve themselves there."},
      {"notes", optional, member<&Channel::notes>, "Whatever else is worth knowing."},
      {"links", optional, member<&Channel::links>, "Where more is written: addresses or paths below the workspace, one or a list."},
  };
  static bool finish(const Value&, Channel& channel, Reader&) {
    if (channel.id.value.empty() && channel.name) channel.id = *channel.name;
    return true;
  }
};

template <>
struct Table<Persona> {
  static constexpr std::string_view name = "a persona";
  static constexpr Field<Persona> fields[] = {
      {"id", optional, member<&Persona::id>, "What other files call them; made of the name if left out."},
      {"name", required, member<&Persona::name>, "What people call them."},
      {"needs", optional, member<&Persona::needs>, "What they need."},
      {"flag", optional, member<&Persona::flag>, "What makes this customer proud."},
      {"advocate", optional, member<&Persona::advocate>, "Who inside speaks for them."},
      {"role", optional, member<&Persona::role>, "What they do for a living, or what they are here."},
      {"age", optional, member<&Persona::age>, "How old they are: a number or a span."},
      {"about", optional, member<&Persona::about>, "Who they are, in a few sentences."},
      {"quote", optional, member<&Persona::quote>, "A sentence of theirs."},
      {"goals", optional, member<&Persona::goals>, "What they want to reach, one or a list."},
      {"fears", optional, member<&Persona::fears>, "What they are afraid of, one or a list."},
      {"photo", optional, member<&Persona::photo>, "A PNG or JPEG below the workspace, of 2 MiB at most."},
      {"share", optional, member<&Persona::share>, "How many of all customers they stand for, in per cent."},
      {"tags", optional, member<&Persona::tags>, "Words to filter by."},
      {"notes", optional, member<&Persona::notes>, "Whatever else is worth knowing."},
      {"links", optional, member<&Persona::links>, "Where more is written: addresses or paths below the workspace, one or a list."},
  };
  static bool finish(const Value& value, Persona& persona, Reader& reader) {
    return read_id_from_name(value, persona.id, persona.name, reader);
  }
};

template <>
struct Table<PathStep> {
  static constexpr std::string_view name = "a step";
  static constexpr Shorthand shorthand{.number = "touchpoint", .text = "touchpoint"};
  static constexpr bool stands_alone = true;
  static constexpr bool text_is_id = true;
  static constexpr std::string_view at_least_one[] = {"touchpoint", "journey", "when"};
  static constexpr OneText one_text{
      .between = ", ",
      .words_before = {{{"journey", "journey "}, {"when", "when "}, {"share", "share in per cent "}, {"then", "then "}}}};
  static constexpr Field<PathStep> fields[] = {
      {"touchpoint", optional, member<&PathStep::touchpoint>, "A touchpoint; its id alone says the same."},
      {"journey", optional, member<&PathStep::journey>, "Another journey that is travelled here."},
      {"when", optional, member<&PathStep::when>, "Of a branch: under which condition it follows from the step before it."},
      {"share", optional, member<&PathStep::share>, "Of a branch: how many of the journey's customers come this way, in per cent."},
      {"touchpoints", optional, member<&PathStep::steps>, "Of a branch: its own steps, in path order."},
      {"then", optional, member<&PathStep::then>,
       "Of a branch: the touchpoint or journey of the path where the way goes on, an earlier one too, or `end`; the next step if left out."},
  };
  static bool check(const Value& value, const PathStep& step, Reader& reader) {
    const bool has_stop = !step.touchpoint.value.empty() || !step.journey.value.empty();
    if (!step.touchpoint.value.empty() && !step.journey.value.empty())
      return report_bad_value(value, "a step is a touchpoint or a journey; write one after the other", reader);
    if (has_stop && !step.steps.empty())
      return report_bad_value(value, "a step is a touchpoint, a journey or a branch; list it under 'touchpoints' of the branch", reader);
    const bool is_of_branch = step.when || (!step.share && !step.then);
    return is_of_branch || report_bad_value(value, "'share' and 'then' are a branch's; say when it is taken (when)", reader);
  }
  /// A branch of one step may say it in place of a list.
  static bool finish(const Value&, PathStep& step, Reader&) {
    const bool has_stop = !step.touchpoint.value.empty() || !step.journey.value.empty();
    if (!step.when || !has_stop || !step.steps.empty()) return true;
    PathStep only;
    only.span = step.span;
    std::swap(only.touchpoint, step.touchpoint);
    std::swap(only.journey, step.journey);
    step.steps.push_back(std::move(only));
    return true;
  }
};

template <>
struct Table<Stage> {
  static constexpr std::string_view name = "a stage";
  static constexpr Field<Stage> fields[] = {
      {"id", optional, member<&Stage::id>, "What reports call it; unique within its journey; made of the name if left out."},
      {"name", required, member<&Stage::name>, "What people call it."},
      {"touchpoints", optional, member<&Stage::steps>,
       "The ids of its touchpoints, in path order; among them journeys (`journey: ID`) and branches (`when: …`)."},
      {"goal", optional, member<&Stage::goal>, "What the customer wants to have reached by its end."},
      {"customer_does", optional, member<&Stage::customer_does>, "What the customer does in it, one or a list."},
      {"customer_thinks", optional, member<&Stage::customer_thinks>, "What the customer thinks here, one or a list."},
      {"customer_feels", optional, member<&Stage::customer_feels>, "What the customer feels here, one or a list."},
      {"pains", optional, member<&Stage::pains>, "What hurts here, as somebody saw it; one or a list."},
      {"gains", optional, member<&Stage::gains>, "What delights here, as somebody saw it; one or a list."},
      {"kpis", optional, member<&Stage::kpis>, "Figures that are kept elsewhere, each with its target."},
      {"lanes", optional, member<&Stage::lanes>, "What stands in the project's own rows: `Systems: [CRM]`."},
      {"notes", optional, member<&Stage::notes>, "Whatever else is worth knowing."},
      {"links", optional, member<&Stage::links>, "Where more is written: addresses or paths below the workspace, one or a list."},
  };
  static bool finish(const Value& value, Stage& stage, Reader& reader) {
    return read_id_from_name(value, stage.id, stage.name, reader);
  }
};

template <>
struct Table<Journey> {
  static constexpr std::string_view name = "a journey";
  static constexpr Field<Journey> fields[] = {
      {"id", optional, member<&Journey::id>, "What commands call it; made of the name if left out."},
      {"name", required, member<&Journey::name>, "What people call it."},
      {"persona", optional, member<&Journey::personas>, "Who travels it."},
      {"personas", optional, member<&Journey::personas>, "Who travel it."},
      {"stages", optional, member<&Journey::stages>, "Its stages, in order."},
      {"goal", optional, member<&Journey::goal>, "What the customer wants to have reached by its end."},
      {"trigger", optional, member<&Journey::trigger>, "What sets it off."},
      {"ends_when", optional, member<&Journey::ends_when>, "By what one knows that it is over."},
      {"owner", optional, member<&Journey::owner>, "Who answers for it as a whole."},
      {"status", optional, member<&Journey::status>, "How far this description is."},
      {"kind", optional, member<&Journey::kind>, "As customers travel it today (as-is), or as they are to (to-be)."},
      {"kpis", optional, member<&Journey::kpis>, "Figures that are kept elsewhere, each with its target."},
      {"tags", optional, member<&Journey::tags>, "Words to filter by."},
      {"notes", optional, member<&Journey::notes>, "Whatever else is worth knowing."},
      {"links", optional, member<&Journey::links>, "Where more is written: addresses or paths below the workspace, one or a list."},
  };
  static bool finish(const Value& value, Journey& journey, Reader& reader) {
    return read_id_from_name(value, journey.id, journey.name, reader);
  }
};

template <>
struct Table<Action> {
  static constexpr std::string_view name = "an action";
  static constexpr Field<Action> fields[] = {
      {"id", optional, member<&Action::id>, "What reports call it; made of the name if left out."},
      {"name", required, member<&Action::name>, "What is to be done."},
      {"touchpoints", optional, member<&Action::touchpoints>, "The touchpoints it is to lift."},
      {"owner", optional, member<&Action::owner>, "Who does it."},
      {"status", optional, member<&Action::status>, "How far it is; proposed if left out."},
      {"due", optional, member<&Action::due>, "By when."},
      {"effort", optional, member<&Action::effort>, "1 (an afternoon) to 5 (a programme)."},
      {"lift", optional, member<&Action::lift>, "Expected change of the actual score in points; or a map by touchpoint."},
      {"tags", optional, member<&Action::tags>, "Words to filter by."},
      {"notes", optional, member<&Action::notes>, "Whatever else is worth knowing."},
      {"links", optional, member<&Action::links>, "Where more is written: addresses or paths below the workspace, one or a list."},
  };
  static bool finish(const Value& value, Action& action, Reader& reader) {
    return read_id_from_name(value, action.id, action.name, reader);
  }
};
// clang-format on

}  // namespace mot::yaml
