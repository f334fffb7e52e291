#!/bin/sh
# C++ with Google Benchmark: apt-get install g++ libbenchmark-dev
exec flamegate measure \
  --setup 'g++ -O2 -o "$FLAMEGATE_BIN/bench" search.cc -lbenchmark -lpthread' \
  --run '"$FLAMEGATE_BIN/bench" --benchmark_format=json --benchmark_min_time=0.02 --benchmark_filter="$FLAMEGATE_FILTER"' \
  "$@"
