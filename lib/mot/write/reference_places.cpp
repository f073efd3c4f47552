#include "mot/write/reference_places.h"

#include <algorithm>
#include <iterator>

namespace mot {
namespace {

/// Of a key in one kind of record, or in any that no row of its own names.
struct KeyPlaces {
  std::string_view record;  ///< empty: any
  std::string_view key;
  std::string_view places;
};

constexpr std::string_view rows = "rows of journey and blueprint; explain; report";
constexpr std::string_view files = "mot data; which answers count";

// A table reads better with a row a line.
// clang-format off
constexpr KeyPlaces table[] = {
    {"a workspace file", "mot", "nowhere; it says how the file is to be read"},
    {"a workspace file", "project", "below, under the project"},
    {"a workspace file", "include", "mot list; file-not-included"},
    {"a workspace file", "rules", "severities of findings; diff"},
    {"a workspace file", "channels", "below, under a channel"},
    {"a workspace file", "persona", "below, under a persona"},
    {"a workspace file", "personas", "below, under a persona"},
    {"a workspace file", "department", "below, under a department"},
    {"a workspace file", "departments", "below, under a department"},
    {"a workspace file", "touchpoint", "below, under a touchpoint"},
    {"a workspace file", "touchpoints", "below, under a touchpoint"},
    {"a workspace file", "journey", "below, under a journey"},
    {"a workspace file", "journeys", "below, under a journey"},
    {"a workspace file", "action", "below, under an action"},
    {"a workspace file", "actions", "below, under an action"},
    {"a workspace file", "source", "below, under a source"},
    {"a workspace file", "sources", "below, under a source"},

    {"the project", "name", "titles; report"},
    {"the project", "scale", "every score and axis"},
    {"the project", "period", "which answers count; head of a journey's story and of the report"},
    {"the project", "stale_after", "stale-evidence; gaps --kpis"},
    {"the project", "language", "every fixed word of pictures, tables and the report"},
    {"the project", "words", "every sentence of pictures and report"},
    {"the project", "dimensions", "gaps --by dimension; --method servqual"},
    {"the project", "gates", "mot check; notes of gaps"},
    {"the project", "lanes", "rows of journey and blueprint, in this order"},
    {"the project", "brand", "every picture, slide and the report"},
    {"the project", "views", "map --saved, map --all; pictures of the report"},
    {"the project", "kpis", "gaps --kpis; diff; gate kpis_met_at_least"},
    {"the brand", "logo", "head of pictures, slides and report"},
    {"the brand", "colour", "ground of stages and headings; weak-brand-colour"},
    {"the brand", "accent", "what is wanted, and hand-overs; weak-brand-colour"},
    {"the brand", "font", "letters of pictures, slides and report"},
    {"a saved view", "", "how map --saved draws it"},
    {"a saved view", "id", "map --saved; {id} in names of files; list views"},
    {"a saved view", "name", "report; list views"},
    {"a scale", "", "every score and axis"},
    {"a period", "", "which answers count; head of a journey's story and of the report"},
    {"the project's words", "", "every sentence of pictures and report"},
    {"the gates", "", "mot check; notes of gaps"},
    {"a link", "", "explain; report"},
    {"a pain or gain", "text", rows},
    {"a pain or gain", "severity", "marks before it in rows; the severest first"},
    {"a pain or gain", "heard", "explain"},
    {"a KPI", "", "row of journey and blueprint; gaps --kpis; diff; report"},
    {"a KPI", "date", "gaps --kpis, stale or not; stale-evidence"},
    {"a KPI", "from", "gaps --kpis"},
    {"a KPI", "target", "gaps --kpis; gate kpis_met_at_least; diff; row of pictures"},
    {"a KPI", "better", "which side of the target is met; better or worse in diff"},

    {"a time", "", "row of times; gaps --times; explain; report"},

    {"a channel", "", "cards; gaps --by channel; --channel"},
    {"a channel", "self_service", "which facets coverage asks for"},
    {"a persona", "", "head of a story; explain; report"},
    {"a persona", "name", "head of journeys; --persona; report"},
    {"a persona", "needs", "head of journeys; pyramid; explain; report"},
    {"a persona", "flag", "head of journeys; pyramid; flag-not-flown; explain; report"},
    {"a persona", "photo", "head of journeys; pyramid; explain"},
    {"a persona", "quote", "head of journeys; pyramid; explain; report"},
    {"a persona", "advocate", "pyramid; persona-without-advocate; explain; report"},
    {"a department", "name", "lanes and rail of journeys; matrix; gaps --by department"},
    {"a department", "lead", "who owns what names no other owner: coverage, pyramid"},
    {"a department", "touchpoints", "below, under a touchpoint"},

    {"a journey", "name", "titles; portfolio; gaps --by journey"},
    {"a journey", "persona", "head; --persona of coverage; report"},
    {"a journey", "personas", "head; --persona of coverage; report"},
    {"a journey", "stages", "columns of its pictures; matrix; gaps --by stage"},
    {"a journey", "kpis", "head of its story; gaps --kpis; diff; report"},
    {"a journey", "goal", "head of its pictures; explain; report"},
    {"a journey", "trigger", "head of its story; explain; report"},
    {"a journey", "ends_when", "head of its story; explain; report"},
    {"a journey", "owner", "head of its story; explain; report"},
    {"a journey", "status", "head of its story; explain; report"},
    {"a journey", "kind", "head of its story; explain; report"},
    {"a stage", "name", "chevrons; matrix; gaps --by stage; --stage"},
    {"a stage", "touchpoints", "cards in path order"},
    {"a stage", "goal", "row of journey and blueprint; explain"},
    {"a step", "touchpoint", "its card"},
    {"a step", "journey", "a stacked card; the tree of portfolio"},
    {"a step", "when", "the branch's card; a box of blueprint"},
    {"a step", "share", "the branch's card; what a journey delivers"},
    {"a step", "touchpoints", "cards under the one they follow from"},
    {"a step", "then", "arrows; a dashed one back"},

    {"an action", "name", "plan; journey; explain; report"},
    {"an action", "touchpoints", "plan; what is lived after the actions"},
    {"an action", "owner", "plan; journey"},
    {"an action", "status", "plan; journey"},
    {"an action", "due", "plan; overdue-action"},
    {"an action", "effort", "rank of plan"},
    {"an action", "lift", "value and rank of plan; --after-actions"},

    {"a touchpoint", "name", "its card; every table"},
    {"a touchpoint", "department", "lane, tag or rail of journeys; matrix; --department"},
    {"a touchpoint", "channel", "its card; gaps --by channel; --channel"},
    {"a touchpoint", "moment_of_truth", "a star; priority; gates; --moments-of-truth"},
    {"a touchpoint", "importance", "priorities; priority; what is delivered"},
    {"a touchpoint", "owner", "plan; coverage; pyramid; explain"},
    {"a touchpoint", "role", "blueprint; pyramid"},
    {"a touchpoint", "involves", "row of journey and blueprint; explain; report"},
    {"a touchpoint", "takes", "row of times; gaps --times"},
    {"a touchpoint", "waits", "row of times; gaps --times"},
    {"a touchpoint", "tangibles", "top row of blueprint"},
    {"a touchpoint", "visibility", "lane of blueprint; which facets coverage asks for"},
    {"a touchpoint", "supports", "lines of blueprint; marks in journey"},
    {"a touchpoint", "level", "gaps --by level; no-lasting-relationship"},
    {"a touchpoint", "dimension", "gaps --by dimension"},
    {"a touchpoint", "desired", "the wanted curve; target of every gap"},
    {"a touchpoint", "standard", "standards and delivery gap: gaps, explain, report"},
    {"a touchpoint", "promise", "promise gap: gaps, explain, report"},
    {"a touchpoint", "actual", "the lived curve; every gap"},
    {"a touchpoint", "policy", "explain; policy-without-latitude; report"},
    {"a touchpoint", "empowerment", "pyramid; coverage; explain; report"},
    {"a touchpoint", "flags", "its card; gaps --voices; explain; flag-not-flown; report"},
    {"a touchpoint", "recovery", "coverage; explain; report"},
    {"a touchpoint", "remember", "gaps --voices; forgotten-detail; explain; report"},
    {"a touchpoint", "review_by", "past-review"},
    {"a touchpoint", "when", "a card beside the path"},
    {"a touchpoint", "not_applicable", "coverage; explain"},
    {"a touchpoint", "evidence", "voices of journey; explain; report"},
    {"an experience", "", "cards and voices; explain; report"},
    {"the desired experience", "", "the wanted curve; listening gap; explain; report"},
    {"the customer's wish", "", "voices of journey; explain; report"},
    {"the customer's wish", "score", "the wanted curve; target; customer and listening gap"},
    {"the customer's wish", "adequate", "zone of tolerance; below-adequate"},
    {"the customer's wish", "heard", "assumed or not, in every picture; explain"},
    {"the customer's wish", "by", "what --persona shows; explain"},
    {"how often it was kept", "", "share kept with its interval: gaps, explain, report"},
    {"a standard or promise", "", "gaps; explain; report"},
    {"a policy", "", "explain; policy-without-latitude; report"},
    {"empowerment", "", "pyramid; explain; report"},
    {"evidence", "", "voices of journey; gaps --voices; explain; report"},
    {"evidence", "date", "stale-evidence; which answers count"},
    {"evidence", "practice", "practices side by side: gaps --voices, explain, report"},

    {"a source", "", files},
    {"a source", "database", "mot data, mot pull; which answers count"},
    {"a source", "connect", "nowhere; it names a variable of the environment"},
    {"a source", "table", "mot data, mot pull; which answers count"},
    {"a source", "frozen", "mot pull; which answers count"},
    {"a source", "asked", "mot data: how many of them answered"},
    {"a source", "outcomes", "notes of gaps; key figures of journey and report; diff"},
    {"an outcome", "", "notes of gaps; key figures of journey and report; diff"},
    {"an outcome", "target", "notes of gaps; gaps --kpis; gate kpis_met_at_least; report"},
    {"an outcome", "derives_importance", "derived importance: gaps --importance derived, explain"},
    {"a survey's scale", "", files},
    {"a column of scores", "", files},
    {"a column of words", "", files},
    {"a touchpoint's columns", "", files},
    {"a long table", "", files},
    {"a ready-made table", "", files},
    {"a date", "", files},

    {"", "id", "other files, commands and addresses call it so"},
    {"the project", "notes", "report; diff"},
    {"a channel", "notes", "report; diff"},
    {"a department", "notes", "report; diff"},
    {"an action", "notes", "report; diff"},
    {"a source", "notes", "report; diff"},
    {"", "notes", "explain; report; diff"},
    {"a channel", "links", "report; diff"},
    {"a department", "links", "report; diff"},
    {"an action", "links", "report; diff"},
    {"a source", "links", "report; diff"},
    {"the project", "links", "report; the first as a QR code of pictures on a wall or in the hand"},
    {"", "links", "explain; report"},
    {"", "tags", "--tag; list tags"},
    {"", "customer_does", "customer's row of blueprint; row of journey; explain; report"},
    {"", "customer_thinks", rows},
    {"", "customer_feels", rows},
    {"", "pains", rows},
    {"", "gains", rows},
    {"", "kpis", "row of journey and blueprint; gaps --kpis; diff; report"},
    {"", "lanes", "the project's own rows of journey and blueprint; explain; report"},
};
// clang-format on

const KeyPlaces* row_of(std::string_view record, std::string_view key) {
  const auto* found = std::ranges::find_if(table, [&](const KeyPlaces& row) { return row.record == record && row.key == key; });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace

std::string_view places_of_key(std::string_view record, std::string_view key) {
  for (const KeyPlaces* row : {row_of(record, key), row_of("", key), row_of(record, "")}) {
    if (row != nullptr) return row->places;
  }
  return {};
}

}  // namespace mot
