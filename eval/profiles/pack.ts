/**
 * Recorded profiles as one small file, so that the tables can be made again without Go:
 *
 *   node eval/profiles/pack.ts OUT [std|other]   reads OUT/*.<pprof|cpuprofile|txt> and OUT/times, writes
 *                                                recorded.json.gz (recorded-std.json.gz, recorded-other.json.gz)
 *
 * Kept are the stacks by function, whether a frame was inlined, and the counts. Left out are
 * addresses, build ids, lines within functions and the directories in which scripts lay.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readAnyProfile } from '../../src/formats/profiles/readtable.ts';
import { type Profile, text } from '../../src/profile/profile.ts';
import { type Packed, packedFiles } from './recorded.ts';

const out = process.argv[2] ?? '';
const set = process.argv[3] ?? 'example';
if (!(set in packedFiles))
  throw new Error(`expected ${Object.keys(packedFiles).join(', ')}, found ${set}`);
const packedFile = packedFiles[set as keyof typeof packedFiles];
const times = new Map(
  readFileSync(join(out, 'times'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([kind, round, nanos]) => [`${kind}-${round}`, Number(nanos)]),
);

const functions: Packed['functions'] = [];
const frames: Packed['frames'] = [];
const numbers = new Map<string, number>();

/** The number of a value in a list, added where it is new. */
function numberOf<T>(list: T[], value: T): number {
  const key = `${list === (frames as unknown) ? 'frame' : 'function'} ${JSON.stringify(value)}`;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, list.length);
  return list.push(value) - 1;
}

function stacks({
  samples,
  locations,
  functions: of,
  strings,
  sampleTypes,
}: Profile): [number, number][] {
  const counts = new Map<number, number>();
  for (let s = 0; s < samples.count; s++) {
    let frame = -1;
    const [first, end] = [samples.locationStart[s] ?? 0, samples.locationStart[s + 1] ?? 0];
    for (let i = end - 1; i >= first; i--) {
      const location = samples.locations[i] ?? 0;
      const [inner, outer] = [
        locations.lineStart[location] ?? 0,
        locations.lineStart[location + 1] ?? 0,
      ];
      for (let line = outer - 1; line >= inner; line--) {
        const f = locations.lineFunction[line] ?? 0;
        const named: Packed['functions'][number] = [
          text(strings, of.name[f] ?? 0),
          text(strings, of.file[f] ?? 0).replace(/^.*\/(?=\w+\.js$)/, ''),
          of.startLine[f] ?? 0,
        ];
        frame = numberOf(frames, [frame, numberOf(functions, named), line === outer - 1 ? 0 : 1]);
      }
    }
    // py-spy has stacks that it could not unwind.
    if (frame < 0) continue;
    counts.set(frame, (counts.get(frame) ?? 0) + (samples.values[sampleTypes.length * s] ?? 0));
  }
  return [...counts].sort(([a], [b]) => a - b);
}

const profiles: Packed['profiles'] = [];
for (const file of readdirSync(out).sort()) {
  const [, kind, round] = /^(.+)-(\d+)\.(?:pprof|cpuprofile|txt)$/.exec(file) ?? [];
  const nanos = times.get(`${kind}-${round}`);
  // A recording that was broken off has no time.
  if (kind === undefined || nanos === undefined) continue;
  const bytes = readFileSync(join(out, file));
  const profile = await readAnyProfile({ file, bytes });
  const counted = stacks(profile);
  profiles.push({
    kind,
    round: Number(round),
    nanosPerOp: nanos,
    seconds: Number(profile.durationNanos) / 1e9,
    // Differences are small numbers, which pack well.
    stacks: counted.map(([frame], i) => frame - (counted[i - 1]?.[0] ?? 0)),
    counts: counted.map(([, count]) => count),
  });
}
profiles.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.round - b.round));
const packed: Packed = { functions, frames: frames.map(([p, f, i], n) => [n - p, f, i]), profiles };
const bytes = gzipSync(JSON.stringify(packed), { level: 9 });
writeFileSync(packedFile, bytes);
console.log(`${profiles.length} profiles, ${bytes.length} bytes`);
