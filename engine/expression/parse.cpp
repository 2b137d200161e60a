// The grammar of the strict language.
//
//   statement  = condition [ ( "to" | "in" ) unit ]      275 TOPS / 204.8 GB/s to op/byte
//   condition  = both { "or" both }                      a < b or not c
//   both       = opposite { "and" opposite }
//   opposite   = "not" opposite | comparison
//   comparison = expression [ relation expression ]      relation: < <= > >= == !=
//   expression = term { ( "+" | "-" ) term }             16 GB + 2 * 8.4 GB
//   term       = signed { ( "*" | "/" ) signed }         52 GOP / 26 TOP/s
//   signed     = "-" signed | power                      -3 ms
//   power      = primary [ "^" signed ]                  2^10, 2^-3; -2^2 is -4, 2^3^2 is 2^9
//   primary    = literal | call | name | "(" condition ")"
//   literal    = number [ unit ] | "$" number [ magnitude ] [ "/" unit ]
//                                                        0.95, 204.8 GB/s, 70B params, $3.50/GPU-hour
//   call       = name "(" argument { "," argument } ")"  ceil(140 GB / 80 GB), hw.h100_sxm.peak(fp16)
//   argument   = [ part "=" ] condition                  kv_cache(model=llama-3-70b, context=128k)
//   name       = part { "." part }                       hw.h100.memory.bandwidth; hyphens where `Names` knows it
//   number     = digits [ "." digits ] [ "e" digits ]    1_500, 6.02e23; outside a call also 1,500
//   unit       = see units/compound_unit.cpp             '/' and '*' inside it stand without spaces: GB/s
//
// "×", "·" and "⋅" are "*", "÷" is "/", "−" is "-", "**" is "^". A number and its unit are one token, so that
// 6 m / 2 s is a speed; two operands without an operator between them ("2 (3)", "a b") are refused.
#include "engine/expression/parse.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/expression/evaluate.hpp"
#include "engine/expression/functions.hpp"
#include "engine/expression/scan.hpp"
#include "engine/text/spelling.hpp"

namespace napkin::engine {
namespace {

// A tree of the greatest height, printed, nests parentheses, signs and powers no deeper than this.
constexpr int deepest_nesting = 3 * max_expression_depth;
constexpr const char* an_operand = "a number, a name or '('";

using Parsed = std::optional<NodeId>;

class Parser {
 public:
  Parser(std::string_view text, const Names& names) : text_(text), names_(names) {}

  ParseResult run() {
    if (text_.size() > longest_expression) return ParseError{ParseErrorKind::too_long, {0, text_.size()}, {}, {}, {}};
    skip_spaces();
    if (at_end()) return ParseError{ParseErrorKind::empty, {0, text_.size()}, {}, {}, {}};
    const Parsed root = condition();
    if (root && target() && expect_end()) {
      result_.expression.root = *root;
      return std::move(result_);
    }
    return std::move(error_);
  }

 private:
  // Positions ---------------------------------------------------------------------------------------------------

  std::string_view rest() const { return text_.substr(position_); }
  bool at_end() const { return position_ == text_.size(); }
  void skip_spaces() { position_ += scan::spaces(rest()); }
  bool next_is(char c) const { return !at_end() && text_[position_] == c; }
  bool take(char c) {
    if (!next_is(c)) return false;
    ++position_;
    skip_spaces();
    return true;
  }

  // Errors ------------------------------------------------------------------------------------------------------

  std::nullopt_t fail(ParseErrorKind kind, TextRange range, std::string expected = {},
                      std::vector<std::string> suggestions = {}) {
    error_ = {kind, range, std::string(text_.substr(range.begin, range.end - range.begin)), std::move(expected),
              std::move(suggestions)};
    return std::nullopt;
  }

  /// The token that stands here, for a message.
  TextRange here() const {
    std::size_t size = std::max(scan::number(rest(), false), scan::name(rest()));
    if (size == 0 && !at_end()) size = 1;
    while (position_ + size < text_.size() && (static_cast<unsigned char>(text_[position_ + size]) & 0xC0U) == 0x80U)
      ++size;  // whole characters
    return {position_, position_ + size};
  }

  std::nullopt_t unexpected(std::string expected) {
    return fail(ParseErrorKind::unexpected, here(), std::move(expected));
  }

  bool expect_end() {
    if (at_end()) return true;
    if (scan::starts_operand(rest())) {
      fail(ParseErrorKind::juxtaposition, here());
    } else {
      unexpected("an operator or the end");
    }
    return false;
  }

  // Nodes -------------------------------------------------------------------------------------------------------

  /// Keeps the height of every node, so that no tree is higher than the evaluator follows.
  Parsed added(NodeId id) {
    int height = 0;
    for (const NodeId operand : result_.expression.operands(id)) height = std::max(height, heights_[operand]);
    heights_.push_back(height + 1);
    if (height + 1 > max_expression_depth) return fail(ParseErrorKind::too_deep, result_.expression.at(id).range);
    return id;
  }

  Parsed add(NodeKind kind, std::initializer_list<NodeId> operands, std::size_t begin) {
    return added(result_.expression.add(kind, operands, {begin, end_}));
  }

  // Productions: each starts at a token, leaves the position at the next one and the end of its own in end_ -----

  /// Operators of one rank, left to right.
  Parsed chain(char first, char second, NodeKind first_kind, NodeKind second_kind, Parsed (Parser::*operand)()) {
    const std::size_t begin = position_;
    Parsed left = (this->*operand)();
    while (left) {
      const scan::Operator op = scan::operator_sign(rest());
      if (op.sign != first && op.sign != second) return left;
      position_ += op.size;
      skip_spaces();
      const Parsed right = (this->*operand)();
      if (!right) return right;
      left = add(op.sign == first ? first_kind : second_kind, {*left, *right}, begin);
    }
    return left;
  }

  /// Takes a word of letters, as a whole.
  bool take_word(std::string_view word) {
    if (rest().substr(0, scan::name(rest())) != word) return false;
    position_ += word.size();
    skip_spaces();
    return true;
  }

  Parsed joined(std::string_view word, NodeKind kind, Parsed (Parser::*operand)()) {
    const std::size_t begin = position_;
    Parsed left = (this->*operand)();
    while (left && take_word(word)) {
      const Parsed right = (this->*operand)();
      if (!right) return right;
      left = add(kind, {*left, *right}, begin);
    }
    return left;
  }

  Parsed condition() { return joined("or", NodeKind::either, &Parser::both); }
  Parsed both() { return joined("and", NodeKind::both, &Parser::opposite); }

  Parsed opposite() {
    const std::size_t begin = position_;
    if (!take_word("not")) return comparison();
    if (++nesting_ > deepest_nesting) return fail(ParseErrorKind::too_deep, here());
    const Parsed operand = opposite();
    --nesting_;
    return operand ? add(NodeKind::opposite, {*operand}, begin) : operand;
  }

  Parsed comparison() {
    const std::size_t begin = position_;
    const Parsed left = expression();
    const scan::Relation relation = left ? scan::relation(rest()) : scan::Relation{};
    if (relation.size == 0) return left;
    position_ += relation.size;
    skip_spaces();
    const Parsed right = expression();
    return right ? add(relation.kind, {*left, *right}, begin) : right;
  }

  Parsed expression() { return chain('+', '-', NodeKind::add, NodeKind::subtract, &Parser::term); }
  Parsed term() { return chain('*', '/', NodeKind::multiply, NodeKind::divide, &Parser::signed_power); }

  Parsed signed_power() {
    if (++nesting_ > deepest_nesting) return fail(ParseErrorKind::too_deep, here());
    const std::size_t begin = position_;
    const scan::Operator op = scan::operator_sign(rest());
    Parsed result;
    if (op.sign == '-') {
      position_ += op.size;
      skip_spaces();
      const Parsed operand = signed_power();
      result = operand ? add(NodeKind::negate, {*operand}, begin) : operand;
    } else {
      result = power();
    }
    --nesting_;
    return result;
  }

  Parsed power() {
    const std::size_t begin = position_;
    const Parsed base = primary();
    const scan::Operator op = base ? scan::operator_sign(rest()) : scan::Operator{};
    if (op.sign != '^') return base;
    position_ += op.size;
    skip_spaces();
    const Parsed exponent = signed_power();
    return exponent ? add(NodeKind::power, {*base, *exponent}, begin) : exponent;
  }

  Parsed primary() {
    if (next_is('(')) return parenthesised();
    if (next_is('$')) return money();
    if (scan::number(rest(), false) > 0) return measured_number();
    if (scan::name(rest()) > 0 && scan::starts_operand(rest())) return name_or_call();
    return unexpected(an_operand);
  }

  Parsed parenthesised() {
    const int calls = std::exchange(calls_, 0);  // "(1,500)" inside a call is no argument list
    take('(');
    const Parsed inner = condition();
    calls_ = calls;
    if (!inner || close(')', "an operator or ')'")) return inner;
    return std::nullopt;
  }

  /// Takes a closing parenthesis, or tells what is there instead.
  bool close(char bracket, const char* expected) {
    if (next_is(bracket)) {
      end_ = position_ + 1;
      return take(bracket);
    }
    if (scan::starts_operand(rest())) {
      fail(ParseErrorKind::juxtaposition, here());
    } else {
      unexpected(expected);
    }
    return false;
  }

  std::optional<Decimal> number() {
    const std::size_t size = scan::number(rest(), calls_ == 0);
    if (calls_ > 0) {
      const std::size_t with_commas = scan::number(rest(), true);
      if (with_commas != size) return fail(ParseErrorKind::comma_in_argument, {position_, position_ + with_commas});
    }
    const std::optional<Decimal> decimal = parse_decimal(rest().substr(0, size));
    if (!decimal) return fail(ParseErrorKind::bad_number, {position_, position_ + size});
    position_ += size;
    end_ = position_;
    return decimal;
  }

  Parsed measured_number() {
    const std::size_t begin = position_;
    const std::optional<Decimal> decimal = number();
    if (!decimal) return std::nullopt;
    skip_spaces();
    return literal(*decimal, scan::unit(rest()), begin);
  }

  Parsed money() {
    const std::size_t begin = position_;
    ++position_;
    if (scan::number(rest(), false) == 0) return unexpected("a number behind '$'");
    const std::optional<Decimal> decimal = number();
    if (!decimal) return std::nullopt;
    const bool spaced = scan::spaces(rest()) > 0;
    skip_spaces();
    const bool divided = spaced && next_is('/');  // "$2 / h" is a quotient, "$2/h" a price
    return literal(*decimal, scan::money_unit(divided ? std::string_view() : rest()), begin);
  }

  Parsed literal(const Decimal& decimal, scan::UnitText unit, std::size_t begin) {
    if (!unit.text.empty()) {
      if (unit.readings.empty()) return unknown_unit(unit.text);
      position_ += unit.text.size();
      end_ = position_;
    }
    skip_spaces();
    return added(result_.expression.add_literal({decimal, decimal.exact(), std::move(unit.readings)}, {begin, end_}));
  }

  std::nullopt_t unknown_unit(std::string_view unit) {
    const std::string_view part = scan::unknown_part(unit);
    const auto begin = static_cast<std::size_t>(part.data() - text_.data());
    return fail(ParseErrorKind::unknown_unit, {begin, begin + part.size()}, {}, similar_units(part));
  }

  Parsed name_or_call() {
    const std::size_t plain = scan::name(rest());
    const std::size_t reference = names_.reference ? names_.reference(rest()) : 0;
    const TextRange range{position_, position_ + std::max(plain, reference)};
    const std::string_view name = rest().substr(0, range.end - range.begin);
    position_ = end_ = range.end;
    const bool touching = next_is('(');
    skip_spaces();
    if (touching || (next_is('(') && function_named(name))) return call(name, range);
    return added(result_.expression.add_symbol(std::string(name), range));
  }

  Parsed call(std::string_view name, TextRange range) {
    const std::optional<Function> function = function_named(name);
    if (!function && !is_defined(name)) return unknown_function(name, range);
    ++nesting_, ++calls_;
    take('(');
    std::vector<NodeId> arguments;
    if (function || !next_is(')')) do {
        const Parsed value = function ? argument_by_place(name) : argument();
        if (!value) return value;
        arguments.push_back(*value);
      } while (take(','));
    if (!close(')', "an operator, ',' or ')'")) return std::nullopt;
    --nesting_, --calls_;
    const TextRange whole{range.begin, end_};
    if (!function) return added(result_.expression.add_named(NodeKind::formula, std::string(name), arguments, whole));
    const FunctionInfo& facts = info(*function);
    if (arguments.size() < facts.fewest_arguments || arguments.size() > facts.most_arguments)
      return fail(ParseErrorKind::argument_count, range, std::to_string(facts.fewest_arguments));
    return added(result_.expression.add_call(*function, arguments, whole));
  }

  /// A formula, or a field that takes arguments ("device.peak(fp16)").
  bool is_defined(std::string_view name) const {
    if (names_.is_formula && names_.is_formula(name)) return true;
    return names_.reference && name.find('.') != std::string_view::npos;
  }

  /// Bytes of "name =" where a named argument starts here, else 0.
  std::size_t argument_name() const {
    const std::size_t size = scan::name(rest());
    const std::string_view after = rest().substr(size);
    const std::string_view sign = after.substr(scan::spaces(after));
    return size > 0 && sign.starts_with('=') && !sign.starts_with("==") ? size : 0;
  }

  Parsed argument_by_place(std::string_view function) {
    if (argument_name() == 0) return condition();
    error_ = {ParseErrorKind::named_argument, here(), std::string(function), {}, {}};
    return std::nullopt;
  }

  Parsed argument() {
    const std::size_t size = argument_name();
    if (size == 0) return condition();
    const std::size_t begin = position_;
    const std::string name(rest().substr(0, size));
    position_ += size;
    skip_spaces();
    take('=');
    const Parsed value = condition();
    return value ? added(result_.expression.add_named(NodeKind::named, name, std::span(&*value, 1), {begin, end_}))
                 : value;
  }

  std::nullopt_t unknown_function(std::string_view name, TextRange range) {
    std::vector<std::string> suggestions;
    if (names_.similar) suggestions = names_.similar(name);
    std::vector<std::string_view> names;
    for (const FunctionInfo& function : all_functions()) names.push_back(function.name);
    if (const auto closest = closest_word(name, names)) suggestions.insert(suggestions.begin(), std::string(*closest));
    return fail(ParseErrorKind::unknown_function, range, {}, std::move(suggestions));
  }

  /// The optional "to UNIT".
  bool target() {
    const std::string_view keyword = rest().substr(0, scan::name(rest()));
    if (keyword != "to" && keyword != "in") return true;
    position_ += keyword.size();
    skip_spaces();
    scan::UnitText unit = scan::unit(rest());
    if (unit.text.empty()) {
      unexpected("a unit");
      return false;
    }
    if (unit.readings.empty()) {
      unknown_unit(unit.text);
      return false;
    }
    result_.target_range = {position_, position_ + unit.text.size()};
    result_.target = std::move(unit.readings);
    position_ = result_.target_range.end;
    skip_spaces();
    return true;
  }

  std::string_view text_;
  const Names& names_;
  std::size_t position_ = 0;
  std::size_t end_ = 0;  // of the last token taken
  int nesting_ = 0;
  int calls_ = 0;  // 0: a comma is a thousands separator
  std::vector<int> heights_;
  ParsedExpression result_;
  ParseError error_;
};

}  // namespace

ParseResult parse_expression(std::string_view text, const Names& names) { return Parser(text, names).run(); }

}  // namespace napkin::engine
