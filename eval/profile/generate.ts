/**
 * Makes the two large profiles that `speed.ts` measures with: 400,000 samples, 60,000 functions,
 * about 39 MB each before gzip, the same bytes on every machine.
 *
 * They look like what a profile store hands out for a Go service: the order of messages and the
 * numbering that `go tool pprof -proto` writes (a location gets its number when a sample first
 * needs it), packed lists, long Go names, stacks that are paths through one call graph, a quarter
 * of the call sites with an inlined function. Head walks the same graph with other random choices
 * and two heavier functions.
 *
 *   node eval/profile/generate.ts DIRECTORY      writes base.pb.gz and head.pb.gz
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const FUNCTIONS = 60_000;
const SAMPLES = 400_000;
const CALL_SITES = 3;
const ROOTS = 40;

/** A small seeded generator (mulberry32): uniform in [0, 1). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Bytes of protobuf, growing as they are written. */
class Writer {
  bytes = Buffer.allocUnsafe(1 << 20);
  length = 0;

  reserve(count: number): void {
    if (this.length + count > this.bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + count));
      this.bytes.copy(grown, 0, 0, this.length);
      this.bytes = grown;
    }
  }

  varint(value: number): void {
    this.reserve(10);
    while (value > 127) {
      this.bytes[this.length++] = (value % 128) | 128;
      value = Math.floor(value / 128);
    }
    this.bytes[this.length++] = value;
  }

  number(field: number, value: number): void {
    this.varint(field * 8);
    this.varint(value);
  }

  chunk(field: number, content: Uint8Array): void {
    this.varint(field * 8 + 2);
    this.varint(content.length);
    this.reserve(content.length);
    this.bytes.set(content, this.length);
    this.length += content.length;
  }

  /** A nested message or packed list, written by `write` into the scratch writer given. */
  nested(field: number, scratch: Writer, write: (to: Writer) => void): void {
    scratch.length = 0;
    write(scratch);
    this.chunk(field, scratch.bytes.subarray(0, scratch.length));
  }
}

interface Program {
  readonly names: readonly string[];
  readonly files: readonly string[];
  /** callees[f * CALL_SITES + k]: the function that call site k of f calls. */
  readonly callees: Int32Array;
  /** The function inlined at a call site, or -1. */
  readonly inlined: Int32Array;
}

const WORDS =
  'account audit batch buffer cache catalog channel client codec column commit cursor decoder digest ' +
  'encoder engine event export filter frame gateway handler header index ingest journal keyring ledger ' +
  'limiter merge metric mirror notify order packet parser planner policy pool query queue reader record ' +
  'registry replica request resolver router scanner schema session shard signer snapshot storage stream ' +
  'table ticket token tracker transport tunnel update validator vector watcher window worker writer';

/** One program: names, files and a call graph. The same for base and head. */
export function program(count = FUNCTIONS): Program {
  const next = random(7);
  const words = WORDS.split(' ');
  const word = () => words[Math.floor(next() * words.length)] ?? '';
  const title = () => {
    const text = word();
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const names: string[] = [];
  const files: string[] = [];
  let directory = '';
  for (let f = 0; f < count; f++) {
    if (f % 64 === 0) {
      directory = `github.com/${word()}-${word()}/${word()}service/internal/${word()}${f}/${word()}`;
    }
    names.push(
      next() < 0.6
        ? `${directory}.(*${title()}${title()}).${word()}${title()}${f}`
        : `${directory}.${title()}${title()}${f}`,
    );
    files.push(`/home/runner/go/src/${directory}/${words[Math.floor(f / 8) % 8]}.go`);
  }
  const callees = new Int32Array(count * CALL_SITES);
  const inlined = new Int32Array(count * CALL_SITES).fill(-1);
  for (let site = 0; site < callees.length; site++) {
    const caller = Math.floor(site / CALL_SITES);
    // Calls go mostly to functions nearby, and now and then anywhere: some recursion, long tails.
    const reach = next() < 0.7 ? 400 : count;
    callees[site] = (caller + 1 + Math.floor(next() * reach)) % count;
    if (next() < 0.25) {
      inlined[site] = (caller + 1 + Math.floor(next() * 64)) % count;
    }
  }
  return { names, files, callees, inlined };
}

/** Profile bytes of random walks through the program. */
export function profile(
  code: Program,
  seed: number,
  hot: readonly number[],
  samples = SAMPLES,
): Buffer {
  const count = code.names.length;
  const next = random(seed);
  const out = new Writer();
  const message = new Writer();
  const inner = new Writer();
  const strings = new Map<string, number>([['', 0]]);
  const text = (value: string): number => {
    const known = strings.get(value) ?? strings.size;
    strings.set(value, known);
    return known;
  };

  for (const [type, unit] of [
    ['samples', 'count'],
    ['cpu', 'nanoseconds'],
  ] as const) {
    out.nested(1, message, (to) => {
      to.number(1, text(type));
      to.number(2, text(unit));
    });
  }

  const locationOfSite = new Int32Array(code.callees.length);
  const siteOfLocation: number[] = [];
  const stack: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    stack.length = 0;
    const depth = 16 + Math.floor(next() * 17);
    let f = Math.floor(next() ** 2 * ROOTS) * Math.floor(count / ROOTS);
    while (stack.length < depth) {
      const site = f * CALL_SITES + Math.floor(next() ** 5 * CALL_SITES);
      if (locationOfSite[site] === 0) {
        siteOfLocation.push(site);
        locationOfSite[site] = siteOfLocation.length;
      }
      stack.push(locationOfSite[site] ?? 0);
      f = code.callees[site] ?? 0;
    }
    const leaf = Math.floor((siteOfLocation[(stack.at(-1) ?? 1) - 1] ?? 0) / CALL_SITES);
    const times = 1 + Math.floor(next() ** 4 * 8) + (hot.includes(leaf % 997) ? 6 : 0);
    out.nested(2, message, (to) => {
      to.nested(1, inner, (ids) => {
        for (let i = stack.length - 1; i >= 0; i--) {
          ids.varint(stack[i] ?? 0);
        }
      });
      to.nested(2, inner, (values) => {
        values.varint(times);
        values.varint(times * 10_000_000);
      });
    });
  }

  out.nested(3, message, (to) => {
    to.number(1, 1);
    to.number(2, 0x400000);
    to.number(3, 0x8400000);
    to.number(5, text('/srv/ledger/bin/ledgerd'));
    to.number(6, text('5f3c9a77d0e14f6b'));
    for (const flag of [7, 8, 9, 10]) {
      to.number(flag, 1);
    }
  });

  const functionNumber = new Int32Array(count);
  const functions: number[] = [];
  const functionId = (f: number): number => {
    if (functionNumber[f] === 0) {
      functions.push(f);
      functionNumber[f] = functions.length;
    }
    return functionNumber[f] ?? 0;
  };
  for (const [index, site] of siteOfLocation.entries()) {
    const f = Math.floor(site / CALL_SITES);
    const line = 20 + (f % 64) * 24 + (site % CALL_SITES) * 5;
    out.nested(4, message, (to) => {
      to.number(1, index + 1);
      to.number(2, 1);
      to.number(3, 0x400000 + site * 48 + seed);
      const callee = code.inlined[site] ?? -1;
      if (callee >= 0) {
        to.nested(4, inner, (entry) => {
          entry.number(1, functionId(callee));
          entry.number(2, 20 + (callee % 64) * 24);
        });
      }
      to.nested(4, inner, (entry) => {
        entry.number(1, functionId(f));
        entry.number(2, line);
      });
    });
  }
  for (const [index, f] of functions.entries()) {
    const name = text(code.names[f] ?? '');
    const file = text(code.files[f] ?? '');
    out.nested(5, message, (to) => {
      to.number(1, index + 1);
      to.number(2, name);
      to.number(3, name);
      to.number(4, file);
      to.number(5, 18 + (f % 64) * 24);
    });
  }
  const periodType = [text('cpu'), text('nanoseconds')] as const;
  for (const value of strings.keys()) {
    out.chunk(6, Buffer.from(value));
  }
  out.number(9, 1_700_000_000_000_000_000);
  out.number(10, 30_000_000_000);
  out.nested(11, message, (to) => {
    to.number(1, periodType[0]);
    to.number(2, periodType[1]);
  });
  out.number(12, 10_000_000);
  process.stderr.write(
    `${samples} samples, ${siteOfLocation.length} locations, ${functions.length} functions, ` +
      `${(out.length / 1e6).toFixed(1)} MB\n`,
  );
  return out.bytes.subarray(0, out.length);
}

/** Writes base.pb.gz and head.pb.gz into the directory and returns their paths. */
export function generate(directory: string): { base: string; head: string } {
  mkdirSync(directory, { recursive: true });
  const code = program();
  const base = join(directory, 'base.pb.gz');
  const head = join(directory, 'head.pb.gz');
  writeFileSync(base, gzipSync(profile(code, 1, [])));
  writeFileSync(head, gzipSync(profile(code, 2, [13, 500])));
  return { base, head };
}

if (import.meta.main) {
  const directory = process.argv[2];
  if (directory === undefined) {
    process.stderr.write('usage: node eval/profile/generate.ts DIRECTORY\n');
    process.exit(2);
  }
  generate(directory);
}
