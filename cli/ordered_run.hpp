// Many items worked on by threads, their results taken in order through a window that bounds memory.
#pragma once

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
    std::vector<std::jthread> workers;
    const Stopper stopper{*this};
    for (std::size_t i = 0; i < std::min(jobs, count_); ++i) workers.emplace_back([this] { work(); });
    for (std::size_t i = 0; i < count_; ++i) consume_(i, take(i));
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
    for (;;) {
      std::size_t index = 0;
      {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [this] { return stopped_ || next_ >= count_ || next_ < taken_ + slots_.size(); });
        if (stopped_ || next_ >= count_) return;
        index = next_++;
      }
      std::optional<Result> result;
      std::exception_ptr failure;
      try {
        result.emplace(produce_(index));
      } catch (...) {
        failure = std::current_exception();
      }
      const std::lock_guard lock(mutex_);
      slots_[index % slots_.size()] = std::move(result);
      if (failure) failure_ = failure;
      ready_.notify_one();
    }
  }

  Result take(std::size_t index) {
    std::unique_lock lock(mutex_);
    std::optional<Result>& slot = slots_[index % slots_.size()];
    ready_.wait(lock, [&] { return slot.has_value() || failure_; });
    if (failure_) std::rethrow_exception(failure_);
    Result result = std::move(*slot);
    slot.reset();
    taken_ = index + 1;
    room_.notify_one();
    return result;
  }

  std::size_t count_;
  std::size_t next_ = 0, taken_ = 0;
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
