// A template as read: what docs/templates.md describes, every expression compiled, every text cut into pieces.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/formula/compiled_formula.hpp"
#include "generator/printed_figure.hpp"
#include "schema/source_text.hpp"

namespace napkin::generator {

/// An expression with the names that it needs, ready to be evaluated many times.
struct TemplateExpression {
  std::string text;
  schema::ByteRange source;
  engine::CompiledFormula compiled;
};

/// Which entries of the registry a parameter may be.
struct EntryFilter {
  engine::EntryKind kind = engine::EntryKind::device;
  std::vector<std::string> ids;      // these, in this order; empty: all that pass what follows
  std::vector<std::string> tracks;   // any of them
  std::vector<std::string> groups;   // class of a device, family of a model: any of them
  std::vector<std::string> vendors;  // any of them
  std::vector<std::string> has;      // all of these fields: "peak(int8)", "memory.bandwidth"
};

enum class ParameterKind : std::uint8_t {
  entry,   // of the registry
  figure,  // a quantity
  word,    // a text without a value
};

struct Parameter {
  std::string name;
  ParameterKind kind = ParameterKind::figure;
  schema::ByteRange source;
  // entry
  EntryFilter filter;
  std::vector<const engine::Entry*> candidates;
  // figure: a list, or a range of values that an author would pick
  std::vector<std::string> values;  // as printed: "64 GB"
  std::vector<double> numbers;      // the same in base units
  FigureFormat format;
  engine::Dimension dimension;
  struct Range {
    TemplateExpression from, to;  // may use what stands before
    enum class Steps : std::uint8_t { even, logarithmic, powers_of_two } steps = Steps::even;
    double step = 0;  // of even steps, in base units
    int digits = 1;   // of logarithmic steps: 1, 2, 5, 10 for 1; 10, 12, 15, 20… for 2
  };
  std::optional<Range> range;
  // word
  std::vector<std::string> words;
  std::vector<double> weights;  // of values or words; empty: all alike
};

/// A figure computed from what stands before it, rounded to what is printed.
struct DerivedFigure {
  std::string name;
  TemplateExpression expression;
  FigureFormat format;
  bool is_printed = true;  // false: kept exact, for conditions
};

struct Requirement {
  TemplateExpression condition;
  std::string because;  // what an author reads when it cannot be met
};

struct Case {
  std::string name;
  std::optional<TemplateExpression> condition;  // none: whenever no earlier case holds
};

/// "{{ ridge | number }}".
struct Placeholder {
  std::string name;                              // of a parameter or a derived figure; empty: an expression
  std::optional<TemplateExpression> expression;  // printed in the format below
  FigureFormat format;
  enum class Style : std::uint8_t { usual, number, words, full, plural } style = Style::usual;
  bool article = false, capital = false;  // on top of the style: "An H100", "Twelve"
  std::string singular, plural;           // of Style::plural
};

/// A literal text, or a placeholder.
struct Piece {
  std::string text;
  schema::ByteRange source;
  std::optional<Placeholder> placeholder;
};

struct Alternative {
  std::string case_name;  // empty: of every case that has no alternative of its own
  std::vector<Piece> pieces;
};

/// A text in several phrasings.
struct Wording {
  std::string name;  // of its random stream: "scenario", "calculations/2"
  std::vector<Alternative> alternatives;
};

/// A wrong option: the answer as a named misconception gives it.
struct WrongAnswer {
  std::string misconception;  // id in the catalogue
  std::optional<TemplateExpression>
      expression;  // what the mistake computes; none: the catalogue's factor on the answer
};

struct Options {
  std::string answer;  // name of the derived figure that is asked for
  Wording text;        // of each option; {{ option }} stands for its figure
  std::vector<WrongAnswer> wrong;
};

struct Picture {
  enum class Kind : std::uint8_t { roofline, bars } kind = Kind::bars;
  Wording alt, caption;
  std::vector<std::pair<std::string, std::string>> bars;  // label and name of a figure
  std::string limit;                                      // of bars: the figure that they are held against
  std::string peak, bandwidth, intensity;                 // of a roofline: names of figures
};

struct Template {
  std::string id, doc;
  int version = 1;
  std::vector<Parameter> parameters;
  std::vector<DerivedFigure> derived;
  std::vector<Requirement> requirements;
  std::vector<Case> cases;
  // Classification: each a wording, so that it may depend on the case and on parameters.
  Wording track, level, zone, topic, area, bloom, phase, minutes;
  Wording title, scenario, question, solution;
  Wording pitfall, rationale, consequence;
  std::vector<Wording> assumptions, calculations, conclusions;
  std::optional<Options> options;
  std::optional<Picture> picture;
  std::vector<std::pair<std::string, std::string>> resources;  // name and address
};

}  // namespace napkin::generator
