// The words of prose that have a part in the grammar: functions, clause words, magnitudes in words, comparators.
#pragma once

#include <optional>
#include <string_view>

#include "engine/expression/expression.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

/// Compares ignoring ASCII case.
bool same_word(std::string_view a, std::string_view b);

std::optional<engine::Function> function_named(std::string_view word);

/// Words that end a noun phrase: a figure's label or a trailing remark never runs past one ("and", "is", "than"…).
bool is_clause_word(std::string_view word);

/// Short words that are also unit symbols but, spaced off from a number, are English ("5 in all", "3 at once").
bool is_english_before_unit(std::string_view word);

/// "half" 0.5, "third" 1/3, "quarter" 0.25; "twice", "double" 2: factors that a noun follows.
std::optional<double> factor_word(std::string_view word);

/// "two" … "twelve"; nothing for others.
std::optional<int> number_word(std::string_view word);

/// Bytes of one value in a number format: FP32 4, BF16 2, INT8 1, INT4 0.5; nothing for other words.
std::optional<double> bytes_of_format(std::string_view word);

/// "plus", "minus", "times", "divided", "multiplied": operators where an operand follows.
bool is_operator_word(std::string_view word);

/// "about", "roughly", "nearly"…: widens the figure that follows.
bool is_approximation_word(std::string_view word);

/// "only", "at", "least", "exactly", "up": may stand between a relation and its figure and change nothing.
bool is_filler_before_figure(std::string_view word);

/// "less", "smaller", "discount": the share that follows is what is taken off.
bool tells_a_decrease(std::string_view word);
/// "more", "increase", "extra": …or what is added.
bool tells_an_increase(std::string_view word);

/// "is", "equals", "gives", "yields": says that a calculation before it has the figure after it.
bool is_result_verb(std::string_view word);

}  // namespace napkin::validator::read
