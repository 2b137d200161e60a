// The rules of the A (arithmetic) and U (units) families: what is said of a statement that does not come out.
#pragma once

#include "validator/finding.hpp"

namespace napkin::validator {

inline constexpr RuleInfo wrong_arithmetic{
    "A201",
    "wrong-arithmetic",
    Severity::error,
    "A calculation does not give the figure printed after it.",
    "Readers learn the method by redoing the sum. Where their result and the printed one part, they doubt the method, "
    "or worse, take over the wrong figure. The calculation is evaluated with its units, on intervals as wide as the "
    "printed digits leave open; a difference beyond 5 % is an error, a warning where "
    "units are left out, and a note where only a guess at the missing unit says so.",
    "256 GPUs * $3.50/h * 24 h = $2,150",
    "256 GPUs * $3.50/h * 24 h = $21,504"};

inline constexpr RuleInfo loose_arithmetic{
    "A202",
    "loose-arithmetic",
    Severity::warning,
    "A figure after a plain \"=\" is 1 % to 5 % off.",
    "A rounded figure is fine where the text says so (\"≈\", \"about\", \"~\"). After \"=\" a reader takes every "
    "digit at its word, and a second rounding on top of the first soon changes a decision.",
    "260 requests / 640 requests/s = 394 ms",
    "260 requests / 640 requests/s = 406 ms"};

inline constexpr RuleInfo false_comparison{
    "A203",
    "false-comparison",
    Severity::error,
    "A comparison of two figures does not hold.",
    "Comparisons carry the verdict: fits or does not, memory- or compute-bound, within the deadline or late. One that "
    "is false turns the answer around.",
    "500 op/byte > 1,343 op/byte, so the kernel is compute-bound",
    "500 op/byte < 1,343 op/byte, so the kernel is memory-bound"};

inline constexpr RuleInfo wrong_percentage_or_ratio{
    "A204",
    "wrong-percentage-or-ratio",
    Severity::error,
    "A percentage or a factor (\"3.2×\") does not follow from its figures.",
    "Percentages and speed-ups are what readers remember. A share taken of the wrong whole, or a ratio turned upside "
    "down, survives every later edit because nobody divides again.",
    "Speed-up: 916 ms / 289 ms = 4.2×",
    "Speed-up: 916 ms / 289 ms = 3.2×"};

inline constexpr RuleInfo text_too_long{
    "A205",
    "text-too-long",
    Severity::error,
    "A question holds more text than is read for calculations.",
    "A question that a person can answer takes a few kilobytes. Beyond 64 KB, reading would take longer than anybody "
    "waits for a check; what lies beyond is left unread, and said to be, so that silence never passes for a check.",
    "napkin_math: |\n  (ten thousand lines of a log)",
    "napkin_math: |\n  (the two sums that the log shows)"};

inline constexpr RuleInfo dimension_clash{
    "U301",
    "dimension-clash",
    Severity::note,
    "The two sides of a statement have different dimensions.",
    "Bytes are no bytes per second and operations no operations per second. A calculation whose units do not come out "
    "has lost a factor, or names a unit that it does not mean.",
    "80 GB * 2 TB/s = 40 ms",
    "80 GB / 2 TB/s = 40 ms"};

inline constexpr RuleInfo wrong_conversion{
    "U302",
    "wrong-conversion",
    Severity::error,
    "The same quantity in another unit is not the same.",
    "A restated figure (\"0.128 s (128 ms)\") is there to help the reader; if it disagrees, one of the two is wrong "
    "and nobody can tell which.",
    "16 MB / 125 MB/s = 0.128 s (12.8 ms)",
    "16 MB / 125 MB/s = 0.128 s (128 ms)"};

inline constexpr RuleInfo bits_and_bytes{
    "U303",
    "bits-and-bytes",
    Severity::error,
    "A figure is off by a factor of 8: bits and bytes are mixed up.",
    "Links are quoted in bits per second, memories in bytes. The factor of 8 between them is the most common slip of "
    "napkin math, and it decides most networking questions.",
    "10 GB / 400 Gbps = 25 ms",
    "10 GB / 400 Gbps = 200 ms"};

inline constexpr RuleInfo binary_units{
    "U304",
    "binary-units",
    Severity::note,
    "A figure holds only if GB means 2³⁰ bytes.",
    "GB is 10⁹ bytes and GiB is 2³⁰: 7 % apart, 10 % for TB. Where a text computes with one and prints the other, "
    "readers who redo the sum get another figure. Write GiB, or compute with 10⁹.",
    "80 layers * 128 MB = 10.0 GB",
    "80 layers * 128 MiB = 10 GiB"};

inline constexpr RuleInfo mac_counted_as_one{
    "U306",
    "mac-counted-as-one",
    Severity::note,
    "A figure holds only if a multiply-accumulate is one operation.",
    "A MAC is a multiplication and an addition: two operations, and datasheets count it so (TOPS, FLOPS). A text that "
    "sets MACs equal to operations is off by two as soon as it divides by a peak rate.",
    "7 GMAC * 20 /s = 140 GOPS",
    "7 GMAC * 2 op/MAC * 20 /s = 280 GOPS"};

inline constexpr RuleInfo unknown_unit{
    "U305",
    "unknown-unit",
    Severity::note,
    "A figure has a unit that napkin does not know; the statement is not checked.",
    "An unknown unit is never guessed. Either it is misspelt, or the vocabulary lacks it; until then the calculation "
    "stands unchecked.",
    "64GZ * 2 = 128GZ",
    "64 GB * 2 = 128 GB"};

}  // namespace napkin::validator
