#!/bin/sh
# Records CPU profiles of four own programs, two of them not in Go (programs/): shop (Node, --cpu-prof, 1,000/s),
# report (Python, py-spy, 1,000/s), gowords and gotext (Go, 100/s). Kinds:
#
#   <program>          as it is: about 1,000 samples of shop and report, 300 of the others
#   <program>-double   the call marked `doubled` is made twice: a real change
#   <program>-half     it is made twice in every second job, x 1.5
#   <program>-moved    moved.patch: one function renamed, one cut in two, one inlined by hand (shop and report)
#   <program>-long     as it is, about 4,000 samples (shop and report)
#   <program>-short    as it is, for 0.3 s: most of it is the start (shop and report)
#
# Each round takes six of a program as it is, one after the other as in a CI job, and then of the other kinds. Programs
# and rounds ran side by side and other work with them: a load of 20 to 35 on two CPUs, worse than most shared runners.
# py-spy and V8 look at a thread by the clock, while it waits for a CPU too, so that their samples come in clumps; Go's
# profiler goes by the CPU.
#
#   eval/profiles/record-other.sh OUT FROM TO      rounds FROM to TO (six in all; a round takes three minutes)
#
# PROGRAMS='shop report' for some only; LONG=0 and SHORT=0 leave those kinds out. Each is OUT/<kind>-<number>.<pprof|cpuprofile|txt>, and a line
# `<kind> <number> <ns per op>` of OUT/times. Needs Go, Node, patch, and Python with py-spy (pip install py-spy).
set -eu

[ $# -eq 3 ] || { echo "usage: $0 OUT FROM TO" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
export GOFLAGS='-trimpath -buildvcs=false' GOPROXY=off GOTOOLCHAIN=local GOWORK=off GO111MODULE=off

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for kind in base double half moved; do
  cp -r "$here/programs" "$work/$kind"
done
for file in shop.js report.py gowords/main.go gotext/main.go; do
  from=$here/programs/$file
  sed -E 's/^(.*) (\/\/|#) doubled$/\1\n\1/' "$from" > "$work/double/$file"
  case $file in
    *.js) half='\1\n if (i % 2) \1' ;;
    *.py) half='\1\n    if i % 2: \1' ;;
    *.go) half='\1\n if i%2 == 1 { \1 }' ;;
  esac
  sed -E "s/^ *(.*) (\/\/|#) doubled\$/$( [ "${file%.py}" = "$file" ] || printf '    ')$half/" "$from" > "$work/half/$file"
done
(cd "$work/moved" && patch -p1 -s < moved.patch)
for kind in base double half; do
  for name in gowords gotext; do
    (cd "$work/$kind/$name" && go build -o "../$name.bin" main.go)
  done
done

# take PROGRAM KIND NUMBER DIRECTORY JOBS
take() (
  cd "$work/$4"
  case $1 in
    shop) time=$(node --cpu-prof --cpu-prof-interval 1000 --cpu-prof-dir "$out" --cpu-prof-name "$2-$3.cpuprofile" shop.js "$5") ;;
    report) time=$(py-spy record -r 1000 --function -f raw -o "$out/$2-$3.txt" -- python3 report.py "$5" 2>/dev/null | grep -E '^[0-9.]+$') ;;
    *) time=$("./$1.bin" "$out/$2-$3.pprof" "$5") ;;
  esac
  echo "$2 $3 ${time%% *}" >> "$out/times"
)

# several PROGRAM KIND COUNT ROUND DIRECTORY JOBS
several() {
  i=0
  while [ "$i" -lt "$3" ]; do
    i=$((i + 1))
    take "$1" "$2" $((($4 - 1) * $3 + i)) "$5" "$6"
  done
}

# series PROGRAM FROM TO JOBS [JOBS_LONG JOBS_SHORT]
series() {
  round=$2
  while [ "$round" -le "$3" ]; do
    several "$1" "$1" 6 "$round" base "$4"
    several "$1" "$1-double" 3 "$round" double "$4"
    several "$1" "$1-half" 3 "$round" half "$4"
    if [ -n "${5-}" ]; then
      several "$1" "$1-moved" 2 "$round" moved "$4"
      [ "$5" = 0 ] || several "$1" "$1-long" 6 "$round" base "$5"
      [ "$6" = 0 ] || several "$1" "$1-short" 6 "$round" base "$6"
    fi
    round=$((round + 1))
  done
}
pids=
for name in ${PROGRAMS:-shop report gowords gotext}; do
  case $name in
    shop) series shop "$2" "$3" 1500 "${LONG:-4800}" "${SHORT:-400}" & ;;
    report) series report "$2" "$3" 500 "${LONG:-1500}" "${SHORT:-160}" & ;;
    gowords) series gowords "$2" "$3" 21000 & ;;
    gotext) series gotext "$2" "$3" 4200 & ;;
  esac
  pids="$pids $!"
done
for pid in $pids; do wait "$pid"; done
