/**
 * The reader against another one, and against bytes at random. `pprof-format` decodes what is valid
 * (and much that is not), with int64 as unsigned bigints beyond 28 bits.
 */
import fc from 'fast-check';
import { Profile as Decoded } from 'pprof-format';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../src/formats/profiles/pprof/read.ts';
import { InputError } from '../../src/model/error.ts';
import { type Profile, text, word64 } from '../../src/profile/profile.ts';
import { pruneFrames } from '../../src/profile/select/prune.ts';
import { functionTable } from '../../src/profile/table.ts';
import { runs } from '../runs.ts';
import { anyModel, encode } from './model.ts';

const signed = (value: number | bigint): bigint => BigInt.asIntN(64, BigInt(value));

/** Both readings of the same bytes as plain objects, ids replaced by indices. */
function fromDecoded(profile: Decoded) {
  const string = (index: number | bigint) => profile.stringTable.strings[Number(index)];
  const indices = (messages: readonly { readonly id: number | bigint }[]) =>
    new Map(messages.map(({ id }, index) => [BigInt(id), index]));
  const locations = indices(profile.location);
  const functions = indices(profile.function);
  const mappings = indices(profile.mapping);
  return {
    types: profile.sampleType.map(({ type, unit }) => [string(type), string(unit)]),
    samples: profile.sample.map((sample) => ({
      stack: sample.locationId.map((id) => locations.get(BigInt(id))),
      values: sample.value.map(signed),
      labels: sample.label.map(({ key, str, num, numUnit }) => [
        string(key),
        string(str),
        signed(num),
        string(numUnit),
      ]),
    })),
    locations: profile.location.map((location) => ({
      mapping: location.mappingId === 0 ? -1 : mappings.get(BigInt(location.mappingId)),
      lines: location.line.map(({ functionId, line }) => [
        functions.get(BigInt(functionId)),
        signed(line),
      ]),
    })),
    functions: profile.function.map(({ name, filename, startLine }) => [
      string(name),
      string(filename),
      signed(startLine),
    ]),
    mappings: profile.mapping.map(({ filename, hasFunctions }) => [string(filename), hasFunctions]),
  };
}

function fromColumns(profile: Profile) {
  const { samples, locations, functions, mappings, strings, sampleTypes } = profile;
  const count = (length: number) => Array.from({ length }, (_, index) => index);
  const part = <T>(start: Int32Array, of: number, make: (index: number) => T): T[] =>
    count((start[of + 1] ?? 0) - (start[of] ?? 0)).map((index) => make((start[of] ?? 0) + index));
  const string = (column: Int32Array, index: number) => text(strings, column[index] ?? -1);
  const types = sampleTypes.length;
  return {
    types: sampleTypes.map(({ type, unit }) => [type, unit]),
    samples: count(samples.count).map((s) => ({
      stack: part(samples.locationStart, s, (index) => samples.locations[index]),
      values: count(types).map((type) => BigInt(samples.values[s * types + type] ?? 0.5)),
      labels: part(samples.labels.start, s, (k) => [
        string(samples.labels.key, k),
        string(samples.labels.text, k),
        word64(samples.labels.number, k),
        string(samples.labels.unit, k),
      ]),
    })),
    locations: count(locations.count).map((l) => ({
      mapping: locations.mapping[l],
      lines: part(locations.lineStart, l, (k) => [
        locations.lineFunction[k],
        BigInt(locations.lineNumber[k] ?? 0.5),
      ]),
    })),
    functions: count(functions.count).map((f) => [
      string(functions.name, f),
      string(functions.file, f),
      BigInt(functions.startLine[f] ?? 0.5),
    ]),
    mappings: count(mappings.count).map((m) => [
      string(mappings.file, m),
      ((mappings.flags[m] ?? 0) & 1) === 1,
    ]),
  };
}

describe('what is read', () => {
  it('is what pprof-format decodes', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const bytes = encode(model);
        const columns = fromColumns(readProfile(bytes, { file: 'p' }));
        expect(columns).toEqual(fromDecoded(Decoded.decode(bytes)));
      }),
      { numRuns: runs(200, 500) },
    );
  });
});

describe('bytes at random', () => {
  /** A table, or an InputError; anything else is a bug. */
  async function survives(bytes: Uint8Array): Promise<'read' | 'refused'> {
    try {
      functionTable(await pruneFrames(readProfile(bytes, { file: 'p', maxInflated: 1 << 20 })));
      return 'read';
    } catch (error) {
      if (error instanceof InputError) {
        return 'refused';
      }
      throw error;
    }
  }

  it('in place of a profile are refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await survives(bytes)).toBe('refused');
      }),
      { numRuns: runs(1000, 2000) },
    );
  });

  it('in a profile are refused or change what it says, and break nothing', async () => {
    const outcomes = { read: 0, refused: 0 };
    const edit = fc.record({
      at: fc.nat({ max: 1 << 20 }),
      remove: fc.nat({ max: 3 }),
      insert: fc.uint8Array({ maxLength: 4 }),
    });
    const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(anyModel, edits, async (model, changes) => {
        let bytes = encode(model);
        for (const { at, remove, insert } of changes) {
          const start = at % (bytes.length + 1);
          const rest = bytes.subarray(start + remove);
          bytes = Buffer.concat([bytes.subarray(0, start), insert, rest]);
        }
        outcomes[await survives(bytes)]++;
      }),
      { numRuns: runs(1000, 3000) },
    );
    expect(outcomes.read).toBeGreaterThan(0);
    expect(outcomes.refused).toBeGreaterThan(outcomes.read / 2);
  });
});
