#include <benchmark/benchmark.h>
#include <vector>
#include <numeric>
static void BM_Sum(benchmark::State& state) {
  std::vector<int> v(state.range(0), 1);
  for (auto _ : state) benchmark::DoNotOptimize(std::accumulate(v.begin(), v.end(), 0));
  state.SetBytesProcessed(state.iterations() * state.range(0) * sizeof(int));
  state.counters["widgets"] = 7;
}
BENCHMARK(BM_Sum)->Arg(64)->Arg(4096);
static void BM_Wait(benchmark::State& state) { for (auto _ : state) { benchmark::ClobberMemory(); } }
BENCHMARK(BM_Wait)->Unit(benchmark::kMicrosecond)->UseRealTime();
static void BM_Broken(benchmark::State& state) { state.SkipWithError("no file"); for (auto _ : state) {} }
BENCHMARK(BM_Broken);
BENCHMARK_MAIN();
