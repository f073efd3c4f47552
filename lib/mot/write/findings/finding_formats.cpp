#include "mot/write/findings/finding_formats.h"

#include "mot/write/findings/findings_github.h"
#include "mot/write/findings/findings_gitlab.h"
#include "mot/write/findings/findings_json.h"
#include "mot/write/findings/findings_junit.h"
#include "mot/write/findings/findings_sarif.h"
#include "mot/write/findings/findings_text.h"

namespace mot {

std::span<const FindingFormat> finding_formats() {
  static constexpr FindingFormat formats[] = {
      {"text", ".txt", "for people, with the line and a mark under the place", findings_text},
      {"json", ".json", "for other programs; keys are only ever added", findings_json},
      {"sarif", ".sarif", "for code hosts and editors, SARIF 2.1.0", findings_sarif},
      {"github", "", "workflow commands, which annotate a pull request", findings_github},
      {"gitlab", "", "a code quality report", findings_gitlab},
      {"junit", ".xml", "a test report", findings_junit},
  };
  return formats;
}

}  // namespace mot
