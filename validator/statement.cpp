#include "validator/statement.hpp"

namespace napkin::validator {

std::string_view to_string(Relation relation) {
  switch (relation) {
    case Relation::equal: return "=";
    case Relation::approximately: return "≈";
    case Relation::less: return "<";
    case Relation::less_equal: return "≤";
    case Relation::greater: return ">";
    case Relation::greater_equal: return "≥";
  }
  return "=";
}

std::string_view to_string(Certainty certainty) {
  switch (certainty) {
    case Certainty::firm: return "firm";
    case Certainty::likely: return "likely";
    case Certainty::tentative: return "tentative";
  }
  return "firm";
}

std::string_view to_string(UnreadReason reason) {
  switch (reason) {
    case UnreadReason::unknown_unit: return "unknown unit";
    case UnreadReason::free_variable: return "free variable";
    case UnreadReason::ambiguous_precedence: return "ambiguous precedence";
    case UnreadReason::prose_operand: return "prose operand";
    case UnreadReason::mixed_units: return "mixed units";
    case UnreadReason::no_figure: return "no figure";
    case UnreadReason::denied: return "denied by the text";
    case UnreadReason::two_values: return "name with two values";
    case UnreadReason::too_long: return "too long";
  }
  return "unread";
}

}  // namespace napkin::validator
