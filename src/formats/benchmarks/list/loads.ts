/** Formats of tools that load a server or a database, or time one run of a command. */
import { json, lines } from '../detect.ts';
import { noFilter } from '../filter.ts';
import type { BenchmarkFormat } from '../format.ts';

export const loads = [
  {
    name: 'wrk',
    help: 'what wrk and wrk2 print',
    files: ['wrk.txt'],
    writes: 'wrk -t2 -c16 -d10s --latency http://localhost:3000/ | tee wrk.txt',
    detect: lines(/^Running \S+ test @ /m, 'no'),
    filter: noFilter,
    load: async () => (await import('../servertext.ts')).readWrk,
  },
  {
    name: 'hey',
    help: 'what hey prints',
    files: ['hey.txt'],
    writes: 'hey -z 10s http://localhost:3000/ | tee hey.txt',
    detect: lines(/^ +Requests\/sec:\t/m, 'no'),
    filter: noFilter,
    load: async () => (await import('../servertext.ts')).readHey,
  },
  {
    name: 'ab',
    help: 'what ab prints',
    files: ['ab.txt'],
    writes: 'ab -q -n 10000 -c 16 http://localhost:3000/ | tee ab.txt',
    detect: lines(/^This is ApacheBench, /m, 'no'),
    filter: noFilter,
    load: async () => (await import('../servertext.ts')).readAb,
  },
  {
    name: 'vegeta',
    help: 'the JSON of vegeta',
    files: ['vegeta.json'],
    writes:
      'vegeta attack -duration=10s -targets=targets.txt | vegeta report -type=json > vegeta.json',
    detect: json('latencies.50th', 'throughput'),
    filter: noFilter,
    load: async () => (await import('../serverjson.ts')).readVegeta,
    unread: [
      {
        prints: /^Latencies +\[(?:min, )?mean, 50/m,
        tool: 'vegeta',
        instead: 'use vegeta report -type=json',
      },
    ],
  },
  {
    name: 'oha',
    help: 'the JSON of oha',
    files: ['oha.json'],
    writes: 'oha --no-tui --output-format json -z 10s http://localhost:3000/ > oha.json',
    detect: json('summary.requestsPerSec', 'latencyPercentiles'),
    filter: noFilter,
    load: async () => (await import('../serverjson.ts')).readOha,
  },
  {
    name: 'ghz',
    help: 'the JSON of ghz',
    files: ['ghz.json'],
    writes: 'ghz --format json --call helloworld.Greeter.SayHello localhost:50051 > ghz.json',
    detect: json('rps', 'latencyDistribution', 'statusCodeDistribution'),
    filter: noFilter,
    load: async () => (await import('../serverjson.ts')).readGhz,
  },
  {
    name: 'gnu-time',
    help: 'what GNU time prints with -v',
    files: ['time.txt'],
    writes: '/usr/bin/time -v -a -o time.txt ./tool input.txt, several times',
    detect: lines(/^\tCommand being timed: /m, 'no'),
    filter: noFilter,
    load: async () => (await import('../commandtext.ts')).readGnuTime,
  },
  {
    name: 'sysbench',
    help: 'what sysbench prints',
    files: ['sysbench.txt'],
    writes: 'sysbench cpu --time=10 run | tee sysbench.txt',
    detect: lines(/^sysbench \d[\w.]* \(/m, 'no'),
    filter: noFilter,
    load: async () => (await import('../commandtext.ts')).readSysbench,
  },
  {
    name: 'pgbench',
    help: 'what pgbench prints',
    files: ['pgbench.txt'],
    writes: 'pgbench -T 10 bench | tee pgbench.txt',
    detect: lines(/^tps = [^\n]*\(/m, 'no'),
    filter: noFilter,
    load: async () => (await import('../commandtext.ts')).readPgbench,
  },
] as const satisfies readonly BenchmarkFormat[];
