// The whole of mot for other programs, in the order in which a program needs it:
//
//   const mot::Loaded loaded = mot::load({.paths = {"trip.yaml"}});       // files -> Workspace, and what is wrong in them
//   const mot::Review review = mot::review(loaded, {.today = today});     // answers, figures, and every finding
//   for (const mot::Finding& finding : review.findings) std::cout << finding.message << '\n';
//   if (std::ranges::any_of(review.findings, mot::forbids_figures)) return 1;
//   for (const std::size_t touchpoint : review.analysis.ranking)          // the one to mend first stands first
//     std::cout << loaded.workspace.touchpoints[touchpoint].name.value << ' ' << *review.analysis.touchpoints[touchpoint].gap << '\n';
//   std::ofstream("gaps.json") << mot::gaps_json({.workspace = loaded.workspace, .analysis = review.analysis});
//   std::ofstream("trip.svg") << mot::draw(loaded, review);               // or {.view = "matrix", .format = "pdf"}
//
// A mistake in a file is a Finding and never thrown. What fails otherwise is thrown; errors.h says what, each a std::runtime_error.
// Unknown is std::nullopt, never 0. Scores and gaps are in points of the project's scale, lengths of pictures in points of 1/72 inch.
// All but Sources, Loaded::sources among them, may be read by several threads at once. Values that hold references say into what.
#pragma once

#include "mot/analysis/analysis.h"               // Analysis, Figures: every figure of a workspace
#include "mot/analysis/gates.h"                  // judge_gates: what `mot check` holds
#include "mot/analysis/groups.h"                 // groups_by: figures by department, stage, journey, …
#include "mot/analysis/sensitivity.h"            // rank_ranges: how much a rank owes to what is not quite known
#include "mot/draw/map.h"                        // draw: a workspace as a picture
#include "mot/findings/finding.h"                // Finding, Findings
#include "mot/findings/rules.h"                  // rules: the table of what mot finds
#include "mot/load/load.h"                       // load: files -> Loaded
#include "mot/model/workspace.h"                 // Workspace and what is in it
#include "mot/review/review.h"                   // review: Loaded -> Review
#include "mot/tables/gaps_table.h"               // gaps_table: the ranking as rows
#include "mot/text/errors.h"                     // what is thrown
#include "mot/write/findings/finding_formats.h"  // finding_formats: text, json, sarif, …
#include "mot/write/json/gaps_json.h"            // gaps_json: the figures for other programs
#include "mot/write/tables/table_formats.h"      // table_formats: table, csv, md, xlsx, …
