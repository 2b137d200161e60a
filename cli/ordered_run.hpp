// Many items worked on by threads, their results taken in order through a window that bounds memory.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace napkin::cli {

/// Calls produce(i) for i in [0, count) on up to `jobs` threads and consume(i, result) for each in ascending order on
/// the caller's thread. At most `window` results wait at a time. No thread is started for one job or one item. An
/// exception of either function ends the run and is thrown to the caller.
template <class Result, class Produce, class Consume>
class OrderedRun {
 public:
  OrderedRun(std::size_t count, std::size_t window, Produce produce, Consume consume)
      : count_(count), slots_(window), produce_(std::move(produce)), consume_(std::move(consume)) {}

  void run(std::size_t jobs) {
    if (jobs <= 1 || count_ <= 1) {
      for (std::size_t i = 0; i < count_; ++i) consume_(i, produce_(i));
      return;
    }
    // A few items at a time, so that threads seldom wait for each other; but all of them have work to the end.
    constexpr std::size_t most_at_once = 16;
    at_once_ = std::clamp<std::size_t>(std::min(count_, slots_.size()) / (jobs * 4), 1, most_at_once);
    std::vector<std::jthread> workers;
    const Stopper stopper{*this};
    for (std::size_t i = 0; i < std::min(jobs, count_); ++i) workers.emplace_back([this] { work(); });
    for (std::size_t i = 0; i < count_;)
      for (Result& result : take(i)) consume_(i++, std::move(result));
  }

 private:
  // Lets the workers end also when the consumer throws; they are joined after it (declared before it).
  struct Stopper {
    OrderedRun& run;
    ~Stopper() {
      const std::lock_guard lock(run.mutex_);
      run.stopped_ = true;
      run.room_.notify_all();
    }
  };

  void work() {
    std::vector<Result> results;
    for (;;) {
      std::size_t begin = 0, end = 0;
      {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [this] { return stopped_ || next_ >= count_ || next_ < taken_ + slots_.size(); });
        if (stopped_ || next_ >= count_) return;
        begin = next_;
        end = next_ = std::min({begin + at_once_, count_, taken_ + slots_.size()});
      }
      std::exception_ptr failure;
      results.clear();
      try {
        for (std::size_t i = begin; i < end; ++i) results.push_back(produce_(i));
      } catch (...) {
        failure = std::current_exception();
      }
      const std::lock_guard lock(mutex_);
      for (std::size_t i = 0; i < results.size(); ++i) slots_[(begin + i) % slots_.size()] = std::move(results[i]);
      if (failure) failure_ = failure;
      if (failure || (awaited_ >= begin && awaited_ < end)) ready_.notify_one();
    }
  }

  /// The next results, as far as they are there, at least one; all before that index are done with.
  std::vector<Result> take(std::size_t index) {
    const auto slot = [this](std::size_t i) -> std::optional<Result>& { return slots_[i % slots_.size()]; };
    std::unique_lock lock(mutex_);
    taken_ = awaited_ = index;
    room_.notify_all();
    ready_.wait(lock, [&] { return slot(index).has_value() || failure_; });
    if (failure_) std::rethrow_exception(failure_);
    std::vector<Result> results;
    for (; index < count_ && slot(index) && results.size() < at_once_; ++index) {
      results.push_back(std::move(*slot(index)));
      slot(index).reset();
    }
    awaited_ = count_;  // nobody waits
    return results;
  }

  std::size_t count_;
  std::size_t at_once_ = 1;
  std::size_t next_ = 0, taken_ = 0, awaited_ = 0;
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::optional<Result>> slots_;
  std::mutex mutex_;
  std::condition_variable room_, ready_;
  Produce produce_;
  Consume consume_;
};

/// As many threads as asked for, or one for each core where that is 0.
inline std::size_t jobs_or_cores(int jobs) {
  return jobs > 0 ? static_cast<std::size_t>(jobs) : std::max(1U, std::thread::hardware_concurrency());
}

template <class Produce, class Consume>
void run_in_order(std::size_t count, std::size_t jobs, std::size_t window, Produce produce, Consume consume) {
  using Result = decltype(produce(std::size_t{0}));
  OrderedRun<Result, Produce, Consume>(count, window, std::move(produce), std::move(consume)).run(jobs);
}

}  // namespace napkin::cli
