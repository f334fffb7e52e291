/** Profiles work.mjs with Datadog's profiler for Node: DATADOG_PPROF is the folder of @datadog/pprof. */
import { writeFileSync } from 'node:fs';

const { time, encode } = await import(`${process.env.DATADOG_PPROF}/out/src/index.js`);
time.start({ intervalMicros: 5000, durationMillis: 2000 });
await import('./work.mjs');
writeFileSync(process.argv[3], await encode(time.stop()));
