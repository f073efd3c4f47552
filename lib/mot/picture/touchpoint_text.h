// What pictures say of one touchpoint, the same in every view.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/words/wording.h"

namespace mot {

/// `4 of 9`: lived of wanted. What nobody knows is a question mark, never a 0.
std::string score_text(const Wording& wording, const Figures& figures);

/// What the score rests on: `n 40`, `judged`, `not measured`.
std::string basis_text(const Wording& wording, const Figures& figures);

/// The same of a touchpoint, where a score is unknown with what was told in its place: `told, not scored`, `40 thumbs, no scores`.
std::string basis_text(const Workspace& workspace, const Analysis& analysis, const Answers& answers, std::size_t touchpoint);

/// Nobody has asked customers, and nobody says where the wish was heard.
bool is_assumed(const Touchpoint& touchpoint, const Figures& figures);

/// All that is known of a touchpoint, in plain lines.
std::string touchpoint_tooltip(const Workspace& workspace, const Analysis& analysis, std::size_t touchpoint);

/// `touchpoint moment-of-truth red`: what a stylesheet may go by.
std::string touchpoint_classes(const Workspace& workspace, const Analysis& analysis, std::size_t touchpoint);

/// What a share of delivered experience rests on, with its interval: `19 of 22 measured, 95 % interval 61 % to 74 %`, `19 of 22 known, 4 of
/// them judged`.
std::string basis_text(const Wording& wording, const Delivered& delivered);
/// The interval alone; empty where there is none.
std::string interval_text(const Wording& wording, const Delivered& delivered);

/// What the workspace does not list, as it was written: `lost & found ?`.
std::string marked_unknown(std::string_view written);

/// Those who go on the journey: `Ines and Jonas`; empty where nobody is named.
std::string persona_names(const Workspace& workspace, const Journey& journey);

/// `19 moments, 7 of truth`.
std::string moments_text(const Wording& wording, const Summary& summary);

/// `19 moments, 7 of truth`, `experience delivered 76 % (…)`, `coverage 99 %`, as far as there is something to say.
std::vector<std::string> summary_texts(const Wording& wording, const Summary& summary);
/// Whether the share of the whole counts every moment in full, where that of a journey counts those on branches by who comes there.
bool counts_in_full(const Analysis& analysis);

/// The same of the whole, which says how moments count where its journeys count them by the share of customers who come.
std::vector<std::string> summary_texts(const Wording& wording, const Analysis& analysis);

/// `standing out: Ground handling, 2 moments`: whose part of a journey is shown in full colour, where others fade.
std::string standing_out_text(const Workspace& workspace, const Journey& journey, std::size_t department);

}  // namespace mot
