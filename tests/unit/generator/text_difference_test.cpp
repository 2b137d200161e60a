#include "generator/text_difference.hpp"

#include <catch2/catch.hpp>

using napkin::generator::unified_difference;

TEST_CASE("lines added between others come with three lines around them", "[text-difference]") {
  CHECK(unified_difference("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\na\nb\n5\n6\n7\n8\n", "f") ==
        "--- f\n+++ f\n@@ -2,6 +2,8 @@\n 2\n 3\n 4\n+a\n+b\n 5\n 6\n 7\n");
}

TEST_CASE("at the ends of a text there is less around", "[text-difference]") {
  CHECK(unified_difference("1\n", "0\n1\n", "f") == "--- f\n+++ f\n@@ -1,1 +1,2 @@\n+0\n 1\n");
  CHECK(unified_difference("1\n", "1\n2\n", "f") == "--- f\n+++ f\n@@ -1,1 +1,2 @@\n 1\n+2\n");
  CHECK(unified_difference("", "1\n", "f") == "--- f\n+++ f\n@@ -0,0 +1,1 @@\n+1\n");
}

TEST_CASE("a missing line break at the end is said", "[text-difference]") {
  CHECK(unified_difference("1\n2", "1\n2\n3", "f") ==
        "--- f\n+++ f\n@@ -1,2 +1,3 @@\n 1\n-2\n\\ No newline at end of file\n+2\n+3\n\\ No newline at end of file\n");
}

TEST_CASE("carriage returns belong to their lines", "[text-difference]") {
  CHECK(unified_difference("1\r\n", "1\r\n2\r\n", "f") == "--- f\n+++ f\n@@ -1,1 +1,2 @@\n 1\r\n+2\r\n");
}

TEST_CASE("equal texts have no difference", "[text-difference]") {
  CHECK(unified_difference("1\n", "1\n", "f").empty());
  CHECK(unified_difference("", "", "f").empty());
}
