#include "validator/derive/conversion_factors.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/validator/prose.hpp"

using namespace napkin::validator;

namespace {

struct Case {
  const char* text;
  const char* should_be;  // of the finding; empty where the sum is right
};

// A right sum passes as consistent; a wrong one in the same style is found, with the figure that it should be.
template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const ArithmeticReport report = check_prose(c.text);
    REQUIRE_FALSE(report.derivations.empty());
    const std::string should_be = c.should_be;
    if (should_be.empty()) {
      for (const Derivation& d : report.derivations) CHECK(to_string(d.verdict) == "consistent");
      CHECK(findings(report) == Lines{});
      continue;
    }
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].derived == should_be);
    CHECK(report.coverage.inconsistent == 1);
  }
}

}  // namespace

TEST_CASE("an 8 turns bytes into bits where both are spoken of", "[derive][factors]") {
  check({{"10 MB × 8 / 1 Gbps = 80 ms", ""},
         {"140 GB × 8 / 100 Gbps = 11.2 s", ""},
         {"(1 GB × 8) / 100 Mbps = 80 seconds", ""},
         {"8 × 1 GB / 100 Mbps = 80 s", ""},
         {"8 × 1 GB / 100 Mbps = 640 s", ""},
         {"512 bits × 14 Gbps / 8 = 896 GB/s", ""},
         {"10 MB × 8 / 1 Gbps = 60 ms", "80 ms"},
         {"140 GB × 8 / 100 Gbps = 14 s", "11.2 s"},
         {"512 bits × 14 Gbps / 8 = 986 GB/s", "896 GB/s"},
         {"8 × 80 GB = 100 GB", "640 GB"}});
}

TEST_CASE("what a bare factor, a percent or a K may mean is admitted", "[derive][factors]") {
  check({{"2,619 MHz × 5,120 bit × 2 / 8 = 3.35 TB/s", ""},
         {"2,619 MHz × 5,120 bit × 2 / 8 = 5.33 TB/s", "3.35232 TB/s"},
         {"225 mAh × 3 V × 3.6 = 2,430 J", ""},
         {"225 mAh × 3 V × 3.6 = 4,230 J", "2,430 J"},
         {"1,000 + 10% = 1,100", ""},
         {"1,200 − 25% = 900", ""},
         {"10 × 8 + 10% = 88", ""},
         {"0.5 + 10% = 0.6", ""},
         {"50% + 10% = 60%", ""},
         {"1,000 + 10% = 1,200", "1,100"},
         {"3B tokens × $0.50/M = $1,500", ""},
         {"500K requests × $0.20/M = $0.10", ""},
         {"100K tokens × $0.01/K = $1", ""},
         {"3B tokens × $0.50/M = $1,700", "1,500 USD"},
         {"32K context × 2 × 80 × 8 × 128 × 2 bytes = 10.7 GB", ""},
         {"32K context × 2 × 80 × 8 × 128 × 2 bytes = 13.7 GB", "10.4858 GB"},
         {"300M MACs × 2 = 600 MFLOPs", ""},
         {"300M MACs × 2 = 800 MFLOPs", "600 MFLOP"}});
}

TEST_CASE("a count stated in MAC is that many MACs", "[derive][factors]") {
  check({{"112 × 112 × 73,728 = 925M MACs", ""},
         {"1024 × 4096 = 4.19M MACs = 8.4 MFLOPs", ""},
         {"250 × 250 × 64 × 9 = 36M MACs ≈ 72 MOPs", ""},
         {"64 × 64 = 4,096 MACs", ""},
         {"112 × 112 × 73,728 = 1.25G MACs", "0.924844 G MAC"},
         {"1024 × 4096 = 5.19M MACs", "4.1943 million MAC"}});
}

TEST_CASE("the periods in a longer one, as the author counts them", "[derive][factors]") {
  check({{"$84/day × 30 = $2,520/month", ""},
         {"$84/day × 22 = $1,848/month", ""},
         {"2 GB/day × 30 = 60 GB/month", ""},
         {"5 kWh/day × 30 = 150 kWh/month", ""},
         {"8 GPUs × $2/hr × 730 = $11,680/month", ""},
         {"8 GPUs × $2/hr × 8,760 = $140,160/year", ""},
         {"$3.5/hr × 24 × 30 = $2,520/month", ""},
         {"10 kW × 8,760 = 87,600 kWh/year", ""},
         {"100 MB/s × 3600 × 24 = 8.64 TB per day", ""},
         {"$2,520/month / 30 = $84/day", ""},
         {"$84/day × 30 = $2,820/month", "2,520 USD/month"},
         {"8 GPUs × $2/hr × 730 = $16,180/month", "11,680 USD/month"},
         {"10 kW × 8,760 = 8,760 kWh/year", "87,600 kWh/year"},
         {"100 MB/s × 3600 × 24 = 6.84 TB per day", "8.64 TB/day"},
         {"$2,520/month / 30 = $94/day", "84 USD/day"}});
}

TEST_CASE("a figure for the period that the left side names", "[derive][factors]") {
  check({{"43,200 min/month × 0.1% = 43.2 min", ""},
         {"8,760 h/year × 0.5 = 4,380 h", ""},
         {"86,400 s/day × 10% = 8,640 s active", ""},
         {"(1 − 0.999) × 8,760 h/year = 8.76 hours of downtime per year", ""},
         {"5 min/day × 365 = 1,825 min", ""},
         {"2 h/week × 52 = 104 h", ""},
         {"20 ppm × 86,400 s/day = 1.73 s", ""},
         {"$115.2K/month × 12 = $1.38M", ""},
         {"10 kW × 24 × 365 = 87,600 kWh", ""},
         {"3,600 s/hour × 5 ms = 18 s", ""},
         {"43,200 min/month × 0.1% = 432 min", "43.2 min"},
         {"8,760 h/year × 0.5 = 3,480 h", "4,380 h"},
         {"5 min/day × 365 = 1,285 min", "1,825 min"},
         {"$115.2K/month × 12 = $13.8M", "1.3824 million USD"},
         {"10 kW × 24 × 365 = 78,600 kWh", "87,600 kWh"},
         {"3,600 s/hour × 5 ms = 28 s", "18 s"}});
}

TEST_CASE("factors that say what the units say", "[derive][factors]") {
  check({{"11.1 Wh × 3600 = 39,960 J", ""},
         {"12 Wh × 3.6 = 43.2 kJ", ""},
         {"5,242,880 bytes / 1024 / 1024 = 5 MB", ""},
         {"5,242,880 bytes / 1,048,576 = 5 MiB", ""},
         {"1,000,000 bytes / 10^6 = 1 MB", ""},
         {"100 MB/s × 86,400 s / 1e12 = 8.64 TB", ""},
         {"$0.50/h / 3600 / 10 QPS = $0.0000139", ""},
         {"0.1% × 30 days × 24 h × 60 min = 43.2 min", ""},
         {"11.1 Wh × 3600 = 49,960 J", "39,960 J"},
         {"12 Wh × 3.6 = 34.2 kJ", "43.2 kJ"},
         {"1,000,000 bytes / 10^6 = 2 MB", "1 MB"},
         {"100 MB/s × 86,400 s / 1e12 = 6.84 TB", "8.64 TB"},
         {"$0.50/h / 3600 / 10 QPS = $0.000193", "1.38889e-05 USD"},
         {"0.1% × 30 days × 24 h × 60 min = 4.32 min", "43.2 min"}});
}

TEST_CASE("a minute below a slash is no function", "[derive][factors]") {
  check({{"600 req/min = 10 QPS", ""},
         {"5 GB/min = 83.3 MB/s", ""},
         {"5 GB/min × 10 min = 50 GB", ""},
         {"100 rounds/min × 10 MB = 1 GB/min", ""},
         {"100 / min(4, 5) = 25", ""},
         {"600 req/min = 100 QPS", "10 QPS"},
         {"5 GB/min = 833 MB/s", "83.3333 MB/s"},
         {"5 GB/min × 10 min = 60 GB", "50 GB"},
         {"100 rounds/min × 10 MB = 2 GB/min", "1 GB/min"},
         {"100 / min(4, 5) = 20", "25"}});
}

TEST_CASE("7B may be bytes or billions, whichever comes nearer", "[derive][factors]") {
  check({{"7B × 2 = 14 GB", ""}, {"7B × 2 = 28 GB", "14 GB"}});
}
