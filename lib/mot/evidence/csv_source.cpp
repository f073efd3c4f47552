#include "mot/evidence/csv_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "mot/evidence/csv_rows.h"
#include "mot/evidence/layout.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

namespace fs = std::filesystem;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

/// A file that is open, or why it is not: completes "'x.csv' …".
struct Opened {
  File file;
  std::string fault;
};

fs::path path_of(const fs::path& root, const SurveySource& source) {
  return source.path ? fs::path(*source.path) : root / source.file->value;
}

bool is_inside(const fs::path& root, const fs::path& path) {
  const fs::path relative = path.lexically_relative(root);
  return !relative.empty() && *relative.begin() != "..";
}

/// Symbolic links are followed first: a workspace from elsewhere must not read what is not its own.
std::string fault_of_place(const fs::path& root, const fs::path& path) {
  std::error_code error;
  const fs::path real_root = fs::weakly_canonical(root, error);
  const fs::path real_path = error ? fs::path() : fs::weakly_canonical(path, error);
  if (error) return "can't be looked for: " + error.message();
  return is_inside(real_root, real_path) ? std::string() : "lies outside the workspace; copy it below the folder of mot.yaml";
}

std::string fault_of(const fs::file_status& status) {
  switch (status.type()) {
    case fs::file_type::regular:
      return {};
    case fs::file_type::not_found:
      return "does not exist; a source's file lies below the workspace";
    case fs::file_type::directory:
      return "is a folder; a source names one file";
    default:
      return "is no regular file";
  }
}

Opened open_file(const fs::path& root, const SurveySource& source) {
  const fs::path path = path_of(root, source);
  if (std::string fault = fault_of_place(root, path); !fault.empty()) return {nullptr, std::move(fault)};
  std::error_code error;
  if (std::string fault = fault_of(fs::status(path, error)); !fault.empty()) return {nullptr, std::move(fault)};
  File file(std::fopen(path.c_str(), "rb"));
  if (!file) return {nullptr, fmt::format("can't be opened: {}", std::generic_category().message(errno))};
  std::setvbuf(file.get(), nullptr, _IONBF, 0);
  return {std::move(file), {}};
}

ByteReader bytes_of(std::FILE* file) {
  return [file](std::span<char> buffer) -> std::optional<std::size_t> {
    const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file);
    return count == 0 && std::ferror(file) ? std::nullopt : std::optional(count);
  };
}

void report_unreadable(const SurveySource& source, const std::string& fault, Findings& findings) {
  findings.report("unreadable-evidence", source.file->span, fmt::format("'{}' {}", printable(source.file->value), fault)).subjects = {
      source.id.value};
}

void report_ragged(const SurveySource& source, const CsvReport& report, Findings& findings) {
  const std::string rows = report.ragged == 1 ? "1 row" : fmt::format("{} rows", report.ragged);
  report_unreadable(
      source,
      fmt::format("has {} with another number of cells than the header's {}, in line {} first, with {}; a cell that holds the "
                  "separator or a line break belongs in quotation marks",
                  rows, report.header_cells, report.first_ragged_line, report.first_ragged_cells),
      findings);
}

/// Hands the rows that count to the source's layout.
class SurveyRows : public RowReceiver {
 public:
  SurveyRows(const SourceContext& context, Findings& findings) : context_(context), findings_(findings) {}

  bool header(std::span<const std::string_view> names, DecimalMark mark) override {
    ColumnFinder finder(names, mark, context_.source, findings_);
    gate_.emplace(context_, finder);
    layout_ = layout_of(context_, finder);
    is_complete_ = finder.is_complete();
    return is_complete_;
  }
  void row(const CsvRow& row) override {
    if (const auto facts = gate_->open(row)) layout_->row(row, *facts);
  }
  bool is_complete() const { return is_complete_; }
  void finish(SourceAnswers& answers) const {
    gate_->report(answers.use, findings_);
    layout_->finish(answers, findings_);
  }

 private:
  const SourceContext& context_;
  Findings& findings_;
  std::optional<RowGate> gate_;
  std::unique_ptr<Layout> layout_;
  bool is_complete_ = false;
};

/// Looks at nothing but whether rows count and when they are from.
class RowDates : public RowReceiver {
 public:
  explicit RowDates(const SourceContext& context) : context_(context) {}
  bool header(std::span<const std::string_view> names, DecimalMark mark) override {
    ColumnFinder finder(names, mark, context_.source, unheard_);
    gate_.emplace(context_, finder);
    return finder.is_complete();
  }
  void row(const CsvRow& row) override { gate_->open(row); }
  std::optional<Day> newest() const { return gate_ ? gate_->newest() : std::nullopt; }

 private:
  const SourceContext& context_;
  Findings unheard_;  // told when the rows are read for their answers
  std::optional<RowGate> gate_;
};

SourceAnswers no_answers(const Workspace& workspace) {
  SourceAnswers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  for (TouchpointAnswers& touchpoint : answers.touchpoints) touchpoint.by_persona.resize(workspace.personas.size());
  return answers;
}

}  // namespace

SourceAnswers read_survey(const SourceContext& context, const ByteReader& bytes, Findings& findings) {
  SourceAnswers answers = no_answers(context.workspace);
  SurveyRows rows(context, findings);
  const CsvReport report = read_csv(bytes, rows);
  if (report.fault) report_unreadable(context.source, *report.fault, findings);
  if (report.fault || !rows.is_complete()) return answers;
  rows.finish(answers);
  answers.use.was_read = true;
  answers.use.rows += report.ragged;
  answers.use.left_out.ragged = report.ragged;
  if (report.ragged > 0) report_ragged(context.source, report, findings);
  return answers;
}

SourceAnswers read_csv_source(const SourceContext& context, const fs::path& root, Findings& findings) {
  const Opened opened = open_file(root, context.source);
  if (opened.file) return read_survey(context, bytes_of(opened.file.get()), findings);
  report_unreadable(context.source, opened.fault, findings);
  return no_answers(context.workspace);
}

std::optional<Day> newest_of_csv_source(const SourceContext& context, const fs::path& root) {
  const Opened opened = open_file(root, context.source);
  if (!opened.file) return std::nullopt;
  RowDates dates(context);
  const CsvReport report = read_csv(bytes_of(opened.file.get()), dates);
  return report.fault ? std::nullopt : dates.newest();
}

}  // namespace mot::evidence
