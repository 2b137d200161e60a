#include "engine/formula/expand.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "engine/expression/describe.hpp"
#include "engine/expression/functions.hpp"
#include "engine/formula/arguments.hpp"

namespace napkin::engine {
namespace {

using Kind = ExpansionErrorKind;

constexpr std::size_t deepest_calls = 40;

/// An argument that is an entry: a known one, or, of a formula by itself, its name alone.
struct EntryBinding {
  const Entry* entry = nullptr;
  EntryKind kind = EntryKind::device;
  std::string name;
};

/// What a name means inside a formula: nodes of the output (several of a list), or an entry.
struct Binding {
  std::vector<NodeId> nodes;
  std::optional<EntryBinding> entry;
  bool is_list = false;
};

struct Frame {
  const Formula* formula = nullptr;  // null: the outermost text
  std::map<std::string_view, Binding> bindings;
  std::optional<TextRange> call;  // of the outermost text; the nodes of a formula stand there
};

class Expander {
 public:
  Expander(const Library& library, std::string_view text) : library_(library), text_(text) {}

  ExpansionResult run(const Expression& expression, std::span<const OpenEntry> entries) {
    Frame frame;
    for (const OpenEntry& open : entries)
      frame.bindings[open.name] = {{}, EntryBinding{nullptr, open.kind, open.name}, false};
    return finished(expanded(expression, expression.root, frame));
  }

  ExpansionResult run(const Formula& formula) {
    Frame frame{&formula, {}, TextRange{}};
    for (const Argument& argument : formula.arguments) {
      Binding binding;
      if (argument.entity)
        binding.entry = EntryBinding{nullptr, *argument.entity, std::string(argument.name)};
      else
        binding.nodes = {added(result_.expression.add_symbol(std::string(argument.name), {}), {})};
      binding.is_list = argument.is_list;
      frame.bindings.emplace(argument.name, std::move(binding));
    }
    return finished(body(formula, frame));
  }

 private:
  using Expanded = std::optional<NodeId>;

  ExpansionResult finished(Expanded root) {
    if (!root) return std::move(error_);
    result_.expression.root = *root;
    return std::move(result_);
  }

  std::nullopt_t fail(Kind kind, TextRange range, std::string message) {
    error_ = {kind, std::move(message), range};
    return std::nullopt;
  }

  /// Where an error or a node of this frame stands in the outermost text.
  static TextRange place(const Frame& frame, const Node& node) { return frame.call.value_or(node.range); }

  // Output ------------------------------------------------------------------------------------------------------

  /// Keeps the size of every subtree, counted with repetition: a formula that doubles its argument forty times over is
  /// refused here.
  NodeId added(NodeId id, std::span<const NodeId> operands) {
    double size = 1;
    for (const NodeId operand : operands) size += sizes_[operand];
    sizes_.push_back(size);
    return id;
  }

  Expanded append(Node node, std::span<const NodeId> operands, TextRange range) {
    node.range = range;
    Expression& out = result_.expression;
    out.nodes.push_back(node);
    const auto id = added(static_cast<NodeId>(out.nodes.size() - 1), operands);
    out.set_operands(id, operands);
    if (sizes_[id] > largest_expansion)
      return fail(Kind::endless_formula, range,
                  fmt::format("more than {:.0f} operations once every formula is written out", largest_expansion));
    return id;
  }

  Expanded literal(Literal literal, TextRange range) {
    return added(result_.expression.add_literal(std::move(literal), range), {});
  }

  // Input -------------------------------------------------------------------------------------------------------

  Expanded expanded(const Expression& in, NodeId id, const Frame& frame) {
    const Node& node = in.at(id);
    const TextRange range = place(frame, node);
    switch (node.kind) {
      case NodeKind::literal: return literal(in.literals[node.payload], range);
      case NodeKind::symbol: return symbol(in.symbols[node.payload], {}, frame, range);
      case NodeKind::formula: return named_call(in, node, frame, range);
      case NodeKind::named: return fail(Kind::bad_argument, range, "a named argument stands outside a call");
      default: break;
    }
    std::vector<NodeId> operands;
    for (const NodeId operand : in.operands(node)) {
      if (const Binding* list = list_at(in, operand, frame)) {
        operands.insert(operands.end(), list->nodes.begin(), list->nodes.end());
        continue;
      }
      const Expanded inner = expanded(in, operand, frame);
      if (!inner) return inner;
      operands.push_back(*inner);
    }
    return append(node, operands, range);
  }

  const Binding* list_at(const Expression& in, NodeId id, const Frame& frame) const {
    const Node& node = in.at(id);
    if (node.kind != NodeKind::symbol) return nullptr;
    const auto found = frame.bindings.find(in.symbols[node.payload]);
    return found != frame.bindings.end() && found->second.is_list ? &found->second : nullptr;
  }

  /// A name, with the texts of its arguments if it is a field that takes some.
  Expanded symbol(const std::string& name, const std::vector<std::string>& qualifiers, const Frame& frame,
                  TextRange range) {
    const std::size_t dot = name.find('.');
    const auto bound = frame.bindings.find(std::string_view(name).substr(0, dot));
    if (bound != frame.bindings.end()) {
      const Binding& binding = bound->second;
      if (dot == std::string::npos && !binding.entry) return binding.nodes.front();
      if (dot == std::string::npos)
        return fail(Kind::bad_argument, range,
                    fmt::format("'{}' is a {}, not a value; name one of its fields: {}.…", name,
                                kind_name(binding.entry->kind), name));
      if (binding.entry) return field(*binding.entry, name.substr(dot + 1), qualifiers, range);
    }
    if (const auto entry = entry_in(name)) return field(entry->first, entry->second, qualifiers, range);
    if (frame.formula != nullptr && dot == std::string::npos)
      return fail(Kind::bad_formula, range,
                  fmt::format("formula {} uses '{}', which is none of its arguments", frame.formula->id, name));
    return unknown_or_free(name, range);
  }

  /// "hw.h100_sxm.memory.bandwidth" as its entry and the rest.
  std::optional<std::pair<EntryBinding, std::string>> entry_in(const std::string& name) const {
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos) return std::nullopt;
    const auto kind = kind_of_prefix(std::string_view(name).substr(0, dot));
    if (!kind) return std::nullopt;
    // The name of an entry may hold dots itself ("llama-3.1-8b"): the longest one counts.
    for (std::size_t end = name.rfind('.'); end != dot && end != std::string::npos; end = name.rfind('.', end - 1))
      if (const Entry* entry = library_.registry().find(*kind, std::string_view(name).substr(dot + 1, end - dot - 1)))
        return std::pair{EntryBinding{entry, *kind, full_name(*entry)}, name.substr(end + 1)};
    return std::nullopt;
  }

  Expanded unknown_or_free(const std::string& name, TextRange range) {
    const std::size_t dot = name.find('.');
    const auto kind = kind_of_prefix(std::string_view(name).substr(0, dot));
    if (dot != std::string::npos && kind) {
      const std::string_view rest = std::string_view(name).substr(dot + 1);
      if (library_.registry().find(*kind, rest) != nullptr)
        return fail(Kind::unknown_name, range,
                    fmt::format("'{}' is a {}; name one of its fields: {}.…", name, kind_name(*kind), name));
      return fail(Kind::unknown_name, range, unknown_entry(library_.registry(), *kind, rest.substr(0, rest.find('.'))));
    }
    return added(result_.expression.add_symbol(name, range), {});
  }

  /// The figure, or a symbol for it where the entry is left open.
  Expanded field(const EntryBinding& binding, const std::string& path, const std::vector<std::string>& qualifiers,
                 TextRange range) {
    std::string name = binding.name + "." + path;
    if (!qualifiers.empty()) name += fmt::format("({})", fmt::join(qualifiers, ", "));
    if (binding.entry == nullptr) {
      for (NodeId id = 0; id < result_.expression.nodes.size(); ++id) {
        const Node& node = result_.expression.at(id);
        if (node.kind == NodeKind::symbol && result_.expression.symbols[node.payload] == name) return id;
      }
      return added(result_.expression.add_symbol(name, range), {});
    }
    const LookupResult found = look_up(library_.registry(), *binding.entry, path, qualifiers);
    if (const auto* error = std::get_if<LookupError>(&found)) return fail(Kind::unknown_name, range, error->message);
    const Fact& fact = std::get<Fact>(found);
    const ParseResult read = parse_expression(fact.text);
    const auto* parsed = std::get_if<ParsedExpression>(&read);
    if (parsed == nullptr || !parsed->expression.symbols.empty())
      return fail(Kind::bad_formula, range, fmt::format("'{}' of {} is no figure", fact.text, name));
    const auto known = [&](const UsedFact& used) { return used.name == name; };
    if (std::none_of(result_.facts.begin(), result_.facts.end(), known)) result_.facts.push_back({name, fact});
    return expanded(parsed->expression, parsed->expression.root, Frame{nullptr, {}, range});
  }

  // Calls -------------------------------------------------------------------------------------------------------

  Expanded named_call(const Expression& in, const Node& node, const Frame& frame, TextRange range) {
    const std::string& name = in.symbols[node.payload];
    if (name.find('.') != std::string::npos) return field_call(in, node, frame, range);
    const Formula* formula = library_.formula(name);
    if (formula == nullptr) return fail(Kind::unknown_name, range, fmt::format("unknown formula '{}'", name));
    if (std::find(active_.begin(), active_.end(), formula) != active_.end())
      return fail(Kind::endless_formula, range,
                  fmt::format("{} calls itself ({} > {})", formula->id, fmt::join(active_names(), " > "), formula->id));
    if (active_.size() >= deepest_calls)
      return fail(Kind::endless_formula, range,
                  fmt::format("formulas call each other more than {} deep", deepest_calls));
    Frame inner{formula, {}, range};
    if (!bind(in, node, *formula, frame, inner)) return std::nullopt;
    return body(*formula, inner);
  }

  std::vector<std::string_view> active_names() const {
    std::vector<std::string_view> names;
    for (const Formula* formula : active_) names.push_back(formula->id);
    return names;
  }

  Expanded body(const Formula& formula, const Frame& frame) {
    if (std::find(result_.formulas.begin(), result_.formulas.end(), &formula) == result_.formulas.end())
      result_.formulas.push_back(&formula);
    // Read once: a formula may be called thousands of times by way of others.
    auto known = bodies_.find(&formula);
    if (known == bodies_.end()) {
      ParseResult read = parse_expression(formula.expression, names_of(library_));
      if (const auto* error = std::get_if<ParseError>(&read))
        return fail(Kind::bad_formula, *frame.call, fmt::format("formula {}: {}", formula.id, describe(*error)));
      known = bodies_.emplace(&formula, std::move(std::get<ParsedExpression>(read).expression)).first;
    }
    const Expression& expression = known->second;
    active_.push_back(&formula);
    const Expanded result = expanded(expression, expression.root, frame);
    active_.pop_back();
    return result;
  }

  /// "device.peak(precision, sparse)": the arguments are words, or names of entries.
  Expanded field_call(const Expression& in, const Node& node, const Frame& frame, TextRange range) {
    std::vector<std::string> qualifiers;
    for (const NodeId operand : in.operands(node)) {
      const Node& argument = in.at(operand);
      if (argument.kind != NodeKind::symbol)
        return fail(Kind::bad_argument, range,
                    fmt::format("{} takes words such as fp16 or sparse", in.symbols[node.payload]));
      const std::string& word = in.symbols[argument.payload];
      const auto bound = frame.bindings.find(word);
      const bool is_entry = bound != frame.bindings.end() && bound->second.entry;
      const Entry* entry = is_entry ? bound->second.entry->entry : nullptr;
      qualifiers.push_back(entry != nullptr ? std::string(entry->id) : word);
    }
    return symbol(in.symbols[node.payload], qualifiers, frame, range);
  }

  /// Gives every argument of the formula its value.
  bool bind(const Expression& in, const Node& call, const Formula& formula, const Frame& outer, Frame& inner) {
    std::size_t place = 0;
    for (const NodeId operand : in.operands(call)) {
      const Node& node = in.at(operand);
      const bool named = node.kind == NodeKind::named;
      const Argument* argument = named                              ? argument_named(formula, in.symbols[node.payload])
                                 : place < formula.arguments.size() ? &formula.arguments[place]
                                                                    : nullptr;
      const TextRange range = this->place(outer, node);
      if (argument == nullptr) {
        const std::string name = named ? in.symbols[node.payload] : std::string();
        fail(Kind::bad_argument, range, surplus_argument(formula, name));
        return false;
      }
      if (!named && !argument->is_list) ++place;
      if (!argument->is_list && inner.bindings.contains(argument->name)) {
        fail(Kind::bad_argument, range, fmt::format("{} gets its argument '{}' twice", formula.id, argument->name));
        return false;
      }
      if (!bind_one(in, named ? in.operands(node).front() : operand, *argument, outer, inner, range)) return false;
      const Binding& bound = inner.bindings[argument->name];
      if (!outer.call && !bound.nodes.empty())
        result_.arguments.push_back({&formula, argument, bound.nodes.back(), range});
    }
    return bind_defaults(formula, inner);
  }

  bool bind_one(const Expression& in, NodeId operand, const Argument& argument, const Frame& outer, Frame& inner,
                TextRange range) {
    Binding& binding = inner.bindings[argument.name];
    binding.is_list = argument.is_list;
    if (argument.entity) return bind_entry(in, in.at(operand), argument, outer, binding, range);
    if (const Binding* list = list_at(in, operand, outer)) {
      binding.nodes.insert(binding.nodes.end(), list->nodes.begin(), list->nodes.end());
      return true;
    }
    const Expanded value = expanded(in, operand, outer);
    if (value) binding.nodes.push_back(*value);
    return value.has_value();
  }

  bool bind_entry(const Expression& in, const Node& node, const Argument& argument, const Frame& outer,
                  Binding& binding, TextRange range) {
    const std::string word = word_at(in, node, outer);
    const bool is_word = !word.empty();
    const auto bound = outer.bindings.find(word);
    if (bound != outer.bindings.end() && bound->second.entry && bound->second.entry->kind == *argument.entity) {
      binding.entry = bound->second.entry;
      return true;
    }
    const std::string prefix = std::string(kind_prefix(*argument.entity)) + ".";
    const std::string name = word.starts_with(prefix) ? word.substr(prefix.size()) : word;
    const Entry* entry = library_.registry().find(*argument.entity, name);
    if (entry != nullptr) {
      binding.entry = EntryBinding{entry, entry->kind, full_name(*entry)};
      return true;
    }
    fail(Kind::bad_argument, range,
         is_word ? unknown_entry(library_.registry(), *argument.entity, name)
                 : fmt::format("'{}' is a {}: write a name such as {}", argument.name, kind_name(*argument.entity),
                               prefix + std::string(example_of(*argument.entity))));
    return false;
  }

  /// A name in the place of an entry. One with hyphens that no entry has was read as a difference.
  std::string word_at(const Expression& in, const Node& node, const Frame& frame) const {
    if (node.kind == NodeKind::symbol) return in.symbols[node.payload];
    if (frame.call || node.range.end > text_.size() || node.range.begin >= node.range.end) return {};
    const std::string_view word = text_.substr(node.range.begin, node.range.end - node.range.begin);
    return node.kind == NodeKind::subtract && is_entry_name(word) ? std::string(word) : std::string();
  }

  std::string_view example_of(EntryKind kind) const {
    const auto entries = library_.registry().entries(kind);
    return entries.empty() ? "name" : entries.front().id;
  }

  bool bind_defaults(const Formula& formula, Frame& inner) {
    for (const Argument& argument : formula.arguments) {
      if (inner.bindings.contains(argument.name)) continue;
      if (argument.default_text.empty()) {
        fail(Kind::bad_argument, *inner.call,
             fmt::format("{} needs '{}' ({})", formula.id, argument.name, argument.doc));
        return false;
      }
      const ParseResult read = parse_expression(argument.default_text, names_of(library_));
      const auto* parsed = std::get_if<ParsedExpression>(&read);
      if (parsed == nullptr) {
        fail(Kind::bad_formula, *inner.call,
             fmt::format("formula {}: the default of '{}' cannot be read", formula.id, argument.name));
        return false;
      }
      // A default stands for itself: it sees nothing of the caller.
      const Frame empty{&formula, {}, inner.call};
      if (!bind_one(parsed->expression, parsed->expression.root, argument, empty, inner, *inner.call)) return false;
    }
    return true;
  }

  const Library& library_;
  std::string_view text_;  // the outermost one; may be empty
  Expansion result_;
  std::vector<double> sizes_;
  std::vector<const Formula*> active_;
  std::unordered_map<const Formula*, Expression> bodies_;  // of formulas called so far
  ExpansionError error_;
};

}  // namespace

ExpansionResult expand(const Expression& expression, const Library& library, std::span<const OpenEntry> entries,
                       std::string_view text) {
  return Expander(library, text).run(expression, entries);
}

ExpansionResult expand(const Formula& formula, const Library& library) { return Expander(library, {}).run(formula); }

}  // namespace napkin::engine
