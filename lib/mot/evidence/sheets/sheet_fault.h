// Why a workbook can't be read.
#pragma once

#include <stdexcept>

namespace mot::evidence {

/// `what()` completes "'x.xlsx' …".
class SheetFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace mot::evidence
