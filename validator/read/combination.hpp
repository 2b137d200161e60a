// A calculation that the reader puts together itself, from figures of the text.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "validator/read/context_text.hpp"

namespace napkin::validator::read {

/// The root is the node made last.
class Combination {
 public:
  using NodeId = engine::NodeId;

  explicit Combination(const ContextText& text) : text_(&text) {}

  NodeId figure(std::size_t i) {
    notes_.push_back(text_->figure(i).note);
    return expression_.add_literal(text_->figure(i).literal, text_->figure(i).range);
  }
  NodeId number(double value, std::string_view unit = {}) {
    engine::Literal literal;
    literal.number.value = value;
    literal.value = engine::Interval::exactly(value);
    if (!unit.empty()) literal.readings = engine::read_unit_word(unit);
    notes_.push_back({});
    return expression_.add_literal(std::move(literal), {});
  }
  NodeId join(engine::NodeKind kind, NodeId a, NodeId b) { return expression_.add(kind, {a, b}, {}); }
  NodeId sum(std::span<const NodeId> terms) { return expression_.add_call(engine::Function::sum, terms, {}); }

  engine::Expression expression() && { return std::move(expression_); }
  std::vector<LiteralNote> notes() && { return std::move(notes_); }

 private:
  const ContextText* text_;
  engine::Expression expression_;
  std::vector<LiteralNote> notes_;
};

}  // namespace napkin::validator::read
