#!/usr/bin/env bash
# Records benchmark runs for the tables of two passes, of quiet and of loaded machines:
#
#   eval/verdict/record.sh DIRECTORY FIRST LAST      # one job every half a minute
#   node eval/verdict/pack.ts DIRECTORY LOADED       # jobs from number LOADED on ran beside other work
#
# A job is two passes, each a process per package of Go's standard library that prints ten samples a
# benchmark: what two steps of one CI job would do. Needs only Go. For "quiet" leave the machine alone;
# for "loaded" use it (the project's own tests and builds did).
set -euo pipefail
directory=$1 first=$2 last=$3
mkdir -p "$directory"
directory=$(cd "$directory" && pwd)
export GOFLAGS=-trimpath
sources=$(go env GOROOT)/src

# package, and the benchmarks that are short and of different kinds
suite=(
  strings '^Benchmark(Index|Fields|ReplaceAll|SplitEmptySeparator|CountHard1|TrimSpace|EqualFold|GenericNoMatch|ByteByteReplaces|Builder.*|Map)$'
  strconv '^Benchmark(Quote)$'
  sort '^Benchmark(SortString1K|SortInt1K|SearchWrappers|StableInt1K)$'
  encoding/json '^Benchmark(CodeMarshal|UnmarshalString|NumberIsValid|DecoderStream|EncodeMarshaler)$'
  regexp '^Benchmark(Literal|NotLiteral|MatchClass|OnePassShortA|OnePassLongPrefix)$'
  fmt '^Benchmark(SprintfString|SprintfFloat|ManyArgs|FprintInt|ScanInts)$'
  math/big '^Benchmark(Exp2|ParseFloatSmallExp|GCD10x10)$'
)
binary() { printf '%s/%s.test' "$directory" "${1//\//_}"; }

for ((i = 0; i < ${#suite[@]}; i += 2)); do
  [ -x "$(binary "${suite[i]}")" ] || (cd "$sources" && go test -c -o "$(binary "${suite[i]}")" "${suite[i]}")
done

run_pass() {
  for ((i = 0; i < ${#suite[@]}; i += 2)); do
    # Tests read files beside their package.
    (cd "$sources/${suite[i]}" && "$(binary "${suite[i]}")" -test.run='^$' -test.bench="${suite[i + 1]}" \
      -test.benchtime=15ms -test.count=10 -test.short 2>&1)
  done
}

for job in $(seq "$first" "$last"); do
  for pass in 1 2; do run_pass >"$directory/job$(printf %03d "$job")-pass$pass.txt"; done
  echo "job$job $(date +%H:%M:%S) load $(cut -d' ' -f1-3 /proc/loadavg)" >>"$directory/log"
done
