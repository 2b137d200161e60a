#include "validator/read/context_product.hpp"

#include <algorithm>

#include "validator/read/vocabulary.hpp"

namespace napkin::validator::read {
namespace {

using engine::NodeKind;

constexpr std::size_t max_earlier = 14;

using Found = std::optional<Combination>;

Found join(const ContextText& text, NodeKind kind, std::size_t a, std::size_t b) {
  Combination c(text);
  const auto x = c.figure(a), y = c.figure(b);
  c.join(kind, x, y);
  return c;
}

Found times(const ContextText& text, std::size_t a, double factor, std::string_view unit = {}) {
  Combination c(text);
  const auto x = c.figure(a), y = c.number(factor, unit);
  c.join(NodeKind::multiply, x, y);
  return c;
}

// a * (1 ± share)
Found margin(const ContextText& text, NodeKind sign, std::size_t a, std::size_t share) {
  Combination c(text);
  const auto x = c.figure(a), one = c.number(1), y = c.figure(share);
  const auto factor = c.join(sign, one, y);
  c.join(NodeKind::multiply, x, factor);
  return c;
}

Found combine(const ContextText& text, std::size_t k, std::size_t p, std::size_t q) {
  const PlainFigure &a = text.value(q), &b = text.value(p), &stated = text.value(k);
  const bool trivial = (b.value == 1 || a.value == 1) && !b.share;
  if (trivial || b.value == 0 || a.value == 0) return std::nullopt;
  // "Sharded over 256 GPUs = 4 GB": directly before the relation, one digit says enough.
  const bool direct = text.has_relation(k) && p < k && text.figure(k).first - text.figure(p).next <= 3;
  const auto gives = [&](double value) { return text.matches(k, value, 0, direct); };
  // The values first: they rule out more, and at less cost, than the dimensions do.
  if (gives(a.value * b.value) && a.dimension * b.dimension == stated.dimension)
    return join(text, NodeKind::multiply, q, p);
  if (gives(a.value / b.value) && a.dimension / b.dimension == stated.dimension)
    return join(text, NodeKind::divide, q, p);
  if (text.matches(k, b.value / a.value) && b.dimension / a.dimension == stated.dimension)
    return join(text, NodeKind::divide, p, q);
  if (a.dimension != stated.dimension) return std::nullopt;
  if (b.share && text.matches(k, a.value * (1 + b.value))) return margin(text, NodeKind::add, q, p);
  if (b.share && text.matches(k, a.value * (1 - b.value))) return margin(text, NodeKind::subtract, q, p);
  if (!stated.physical || b.dimension != stated.dimension) return std::nullopt;
  if (text.matches(k, a.value - b.value)) return join(text, NodeKind::subtract, q, p);
  if (text.matches(k, b.value - a.value)) return join(text, NodeKind::subtract, p, q);
  return std::nullopt;
}

// "Frame interval (15 FPS): 66.7 ms"
Found inverse(const ContextText& text, std::size_t k, std::size_t p) {
  const PlainFigure& rate = text.value(p);
  if (!rate.physical || rate.value == 0 || rate.dimension.inverse() != text.value(k).dimension) return std::nullopt;
  if (!text.matches(k, 1 / rate.value)) return std::nullopt;
  Combination c(text);
  const auto one = c.number(1), x = c.figure(p);
  c.join(NodeKind::divide, one, x);
  return c;
}

// "Two full tensors alive = 288 KB"
Found by_number_word(const ContextText& text, std::size_t k, ContextText::Sentence sentence) {
  if (!text.value(k).physical) return std::nullopt;
  for (std::size_t i = sentence.begin; i < text.figure(k).first; ++i) {
    const Token& token = text.tokens()[i];
    const std::optional<int> count = token.kind == TokenKind::word ? number_word(token.text) : std::nullopt;
    for (std::size_t q = k; count && q-- > 0;) {
      const PlainFigure& one = text.value(q);
      if (one.physical && one.dimension == text.value(k).dimension && text.matches(k, one.value * *count))
        return times(text, q, *count);
    }
  }
  return std::nullopt;
}

// "70B weights = 140 GB (FP16)": the bytes of a number format named beside the figure.
Found by_number_format(const ContextText& text, std::size_t k, ContextText::Sentence sentence) {
  if (text.value(k).dimension != engine::dimensions::information) return std::nullopt;
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const Token& token = text.tokens()[i];
    const std::optional<double> bytes = token.kind == TokenKind::word ? bytes_of_format(token.text) : std::nullopt;
    for (std::size_t q = k; bytes && q-- > 0;) {
      const PlainFigure& count = text.value(q);
      if (count.dimension.is_none() && count.value >= 1e3 && text.matches(k, count.value * *bytes))
        return times(text, q, *bytes, "byte");
    }
  }
  return std::nullopt;
}

// 4096x4096: figures [first, last] joined by times signs without spaces.
bool glued_by_times(const ContextText& text, std::size_t i) {
  const std::size_t sign = text.figure(i).next;
  const Tokens& tokens = text.tokens();
  return sign + 1 == text.figure(i + 1).first && tokens[sign].kind == TokenKind::op && tokens[sign].op == '*' &&
         tokens[sign].glued && tokens[sign + 1].glued && !text.value(i).physical;
}

Found shape(const ContextText& text, std::size_t first, std::size_t last, std::optional<std::size_t> factor) {
  Combination c(text);
  auto root = c.figure(first);
  for (std::size_t i = first + 1; i <= last; ++i) {
    const auto side = c.figure(i);
    root = c.join(NodeKind::multiply, root, side);
  }
  if (factor) {
    const auto each = c.figure(*factor);
    c.join(NodeKind::multiply, root, each);
  }
  return c;
}

// "256x256 8-bit image = 64 KB", "pixels = 16.7 million": what only a shape says.
Found by_shape(const ContextText& text, std::size_t k, ContextText::Sentence sentence) {
  for (std::size_t first = 0; first + 1 < k; ++first) {
    std::size_t last = first;
    double value = text.value(first).value;
    while (last + 1 < k && glued_by_times(text, last)) value *= text.value(++last).value;
    if (last == first) continue;
    // "3×16 bits": the last one is no side of a shape; "8×50,000=400,000" is read as an equation.
    const bool equation = text.has_relation(last + 1) && text.figure(last).next + 1 >= text.figure(last + 1).first;
    if (text.value(last).physical || equation) {
      first = last;
      continue;
    }
    const bool count = text.value(k).dimension.is_none() && value >= 1000 && text.has_relation(k);
    if (count && text.matches(k, value)) return shape(text, first, last, std::nullopt);
    for (std::size_t p = 0; p < k; ++p) {
      const PlainFigure& each = text.value(p);
      const bool beside = text.in_sentence(p, sentence) && each.physical && each.dimension == text.value(k).dimension;
      if (beside && text.matches(k, value * each.value)) return shape(text, first, last, p);
    }
    first = last;
  }
  return std::nullopt;
}

// One operand beside the figure, the other in the scenario or another field.
Found with_elsewhere(const ContextText& text, std::size_t k, ContextText::Sentence sentence) {
  if (!text.introduced(k) || !text.value(k).physical) return std::nullopt;
  for (std::size_t p = 0; p < k; ++p) {
    if (!text.in_sentence(p, sentence)) continue;
    for (std::size_t q = text.own_count(); q < text.count(); ++q)
      if (Found found = combine(text, k, p, q)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Combination> product_for(const ContextText& text, std::size_t k) {
  const ContextText::Sentence sentence = text.sentence(k);
  if (Found found = by_number_word(text, k, sentence)) return found;
  if (Found found = by_number_format(text, k, sentence)) return found;
  if (Found found = by_shape(text, k, sentence)) return found;
  const bool told = text.introduced(k);
  const bool two_digits = text.figure(k).literal.number.significant_digits >= 2;
  const std::size_t from = k > max_earlier ? k - max_earlier : 0;
  for (std::size_t p = 0; p < text.own_count(); ++p) {
    if (p == k || !text.in_sentence(p, sentence)) continue;
    if (told)
      if (Found found = inverse(text, k, p)) return found;
    for (std::size_t q = k; q-- > from;) {
      if (q == p) continue;
      // Without a word that says so, both operands must stand in the sentence, before the result.
      const bool same_sentence = text.in_sentence(q, sentence) && (p < k || two_digits);
      const bool with_margin = text.value(p).share && p == k + 1;  // "205 mAh (with 20% margin)"
      if (!told && !same_sentence && !with_margin) continue;
      if (Found found = combine(text, k, p, q)) return found;
    }
  }
  return with_elsewhere(text, k, sentence);
}

}  // namespace napkin::validator::read
