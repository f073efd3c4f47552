// The options of every command that shows or explains a ranking: method, importance and persona.
#pragma once

#include "id_options.h"
#include "mot/analysis/analysis.h"

namespace mot {

inline constexpr Option method_option = {
    "--method", "", "METHOD", "what the ranking goes by", name_of(Method::weighted), words_of_vocabulary<Method>};

inline constexpr Option importance_option = {"--importance",
                                             "",
                                             "BASIS",
                                             "which importance decides the quadrant",
                                             name_of(ImportanceBasis::stated),
                                             words_of_vocabulary<ImportanceBasis>};

/// What the two and `--persona` say. Throws UsageError where no persona has the id.
inline Viewpoint viewpoint_of(const Arguments& arguments, const Workspace& workspace) {
  return {.method = word_of<Method>(arguments, "--method"),
          .importance_basis = word_of<ImportanceBasis>(arguments, "--importance"),
          .persona = persona_of(arguments, workspace)};
}

}  // namespace mot
