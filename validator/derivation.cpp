#include "validator/derivation.hpp"

namespace napkin::validator {

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::consistent: return "consistent";
    case Verdict::inconsistent: return "inconsistent";
    case Verdict::undecided: return "undecided";
    case Verdict::unread: return "unread";
  }
  return "unread";
}

Coverage& Coverage::operator+=(const Coverage& other) {
  files += other.files;
  figures += other.figures;
  figures_resolved += other.figures_resolved;
  statements += other.statements;
  consistent += other.consistent;
  inconsistent += other.inconsistent;
  undecided += other.undecided;
  unread += other.unread;
  return *this;
}

}  // namespace napkin::validator
