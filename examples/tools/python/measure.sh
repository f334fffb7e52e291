#!/bin/sh
# Python with pytest-benchmark: pip install pytest-benchmark
exec flamegate measure \
  --run 'python3 -m pytest -q -p no:cacheprovider --benchmark-max-time=0.1 --benchmark-min-rounds=3 --benchmark-json="$FLAMEGATE_OUTPUT"' \
  "$@"
