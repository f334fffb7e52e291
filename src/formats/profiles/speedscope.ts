/**
 * speedscope's file format (py-spy writes it with `-f speedscope`). Several threads of one file are
 * added up, as pprof has them. Sampled profiles are read here, evented ones in evented.ts.
 *
 * Source: speedscope.app/file-format-schema.json.
 */
import type { Profile } from '../../profile/profile.ts';
import { addStack, type Build, built, type FrameInput, locationOf, newBuild } from './build.ts';
import { addEvents } from './evented.ts';
import {
  countIn,
  expected,
  field,
  items,
  lineIn,
  numbersIn,
  type Part,
  parseJson,
  sizeIn,
  textOf,
} from './jsonfile.ts';

/** Nanoseconds in the units of time there are. */
const NANOSECONDS: Readonly<Record<string, number>> = {
  nanoseconds: 1,
  microseconds: 1e3,
  milliseconds: 1e6,
  seconds: 1e9,
};

/** @throws {InputError} that names the part which is not as the format has it */
export function readSpeedscope(content: Buffer, file: string): Profile {
  const whole = parseJson(content, file);
  const profiles = items(field(whole, 'profiles'));
  const unit = profiles[0] === undefined ? 'none' : textOf(field(profiles[0], 'unit'));
  const nanoseconds = NANOSECONDS[unit];
  const build = newBuild(file, [
    { type: 'samples', unit: 'count' },
    ...(nanoseconds !== undefined
      ? [{ type: 'cpu', unit: 'nanoseconds' }]
      : unit === 'bytes'
        ? [{ type: 'space', unit: 'bytes' }]
        : []),
  ]);
  const parts = items(field(field(whole, 'shared'), 'frames'));
  const locations = parts.map((part) => locationOf(build, frameOf(part)));
  const names = parts.map((part) => textOf(field(part, 'name')));
  for (const profile of profiles) {
    if (textOf(field(profile, 'unit')) !== unit) throw expected(field(profile, 'unit'), unit);
    const type = field(profile, 'type');
    if (type.value === 'evented') addEvents(build, profile, names, locations, nanoseconds ?? 1);
    else if (type.value === 'sampled') addSamples(build, profile, locations, nanoseconds ?? 1);
    else throw expected(type, '"sampled" or "evented"');
  }
  return built(build);
}

function addSamples(
  build: Build,
  profile: Part,
  locations: readonly number[],
  scale: number,
): void {
  const weights = numbersIn(field(profile, 'weights'), sizeIn);
  const samples = items(field(profile, 'samples'));
  if (samples.length !== weights.length) {
    throw expected(field(profile, 'weights'), `a list of ${samples.length}, one for each sample`);
  }
  for (const [i, sample] of samples.entries()) {
    const weight = Math.round((weights[i] as number) * scale);
    addStack(build, stackOf(sample, locations), [1, weight].slice(0, build.sampleTypes.length));
  }
}

/** Leaf first; the format has the root first. */
function stackOf(sample: Part, locations: readonly number[]): number[] {
  const stack = Array.from(numbersIn(sample, countIn), (frame) => {
    const location = locations[frame];
    if (location === undefined) throw expected({ ...sample, value: frame }, 'numbers of frames');
    return location;
  });
  return stack.reverse();
}

function frameOf(part: Part): FrameInput {
  const [fileIn, line] = [field(part, 'file'), field(part, 'line')];
  const file = isGiven(fileIn) ? textOf(fileIn) : '';
  const name = textOf(field(part, 'name')) || '(anonymous)';
  if (file === '') return { name };
  // As of collapsed stacks: a Python name alone is not enough to tell functions apart.
  return {
    name: `${name} (${file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)})`,
    file,
    line: isGiven(line) ? Math.max(0, lineIn(line)) : 0,
  };
}

const isGiven = ({ value }: Part): boolean => value !== undefined && value !== null;
