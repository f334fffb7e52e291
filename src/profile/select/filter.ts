/**
 * pprof's filters, with pprof's names and results: which stacks count, and which of their frames are
 * seen. Filters by label are tagfilter.ts, frames made of labels labelframes.ts.
 *
 * A stack that a filter drops stays in the profile without its frames: it is counted in the total, as
 * pprof's percentages are of all samples, and in no function.
 *
 * Source of the rules: profile/filter.go (FilterSamplesByName, ShowFrom) and
 * internal/driver/driver_focus.go (applyFocus) of github.com/google/pprof.
 */
import type { Filters } from '../../model/filters.ts';
import type { Locations, Profile } from '../profile.ts';
import { compileExpression, type Matches, matchFrames } from './expression.ts';
import { filterNames } from './filternames.ts';
import { addLabelFrames } from './labelframes.ts';
import { keepLines, rewriteStacks } from './rewrite.ts';
import { tagFilter } from './tagfilter.ts';

export interface Filtered {
  readonly profile: Profile;
  /** The filters that matched nothing in this profile. */
  readonly idle: readonly (keyof Filters)[];
}

/**
 * The profile as filtered, in pprof's order: label frames, names, show_from, labels.
 *
 * @throws {InputError} on an expression that is not valid RE2
 */
export async function filterProfile(profile: Profile, filters: Filters): Promise<Filtered> {
  const idle: (keyof Filters)[] = [];
  const note = (name: keyof Filters, matched: boolean): void => {
    if (!matched) idle.push(name);
  };
  let result = profile;
  if (filters.tagroot || filters.tagleaf) {
    const added = addLabelFrames(result, filters.tagroot ?? '', filters.tagleaf ?? '');
    note('tagroot', !filters.tagroot || added.isRootFound);
    note('tagleaf', !filters.tagleaf || added.isLeafFound);
    result = added.profile;
  }
  result = filterByName(result, await nameMatches(result, filters), note);
  if (filters.showFrom) {
    result = showFrom(result, await matchesOf(result, filters, 'showFrom'), note);
  }
  for (const name of ['tagfocus', 'tagignore'] as const) {
    const expression = filters[name];
    if (!expression) continue;
    const isMatch = await tagFilter(result, expression, name);
    result = filterByLabel(result, isMatch, name === 'tagfocus', (found) => note(name, found));
  }
  return { profile: result, idle };
}

type NameFilter = 'focus' | 'ignore' | 'hide' | 'show';
type Note = (name: keyof Filters, matched: boolean) => void;

async function matchesOf(
  profile: Profile,
  filters: Filters,
  name: NameFilter | 'showFrom',
): Promise<Matches> {
  const test = await compileExpression(filters[name] ?? '', filterNames[name]);
  return matchFrames(profile, { name: test, file: test, mapping: test });
}

type NameMatches = { readonly [N in NameFilter]?: Matches };

async function nameMatches(profile: Profile, filters: Filters): Promise<NameMatches> {
  const found: { -readonly [N in NameFilter]?: Matches } = {};
  for (const name of ['focus', 'ignore', 'hide', 'show'] as const) {
    if (filters[name]) found[name] = await matchesOf(profile, filters, name);
  }
  return found;
}

/** What a location is to `focus` and `ignore`; 0 is neither. */
const FOCUSED = 1;
const IGNORED = 2;

function filterByName(profile: Profile, matches: NameMatches, note: Note): Profile {
  const { focus, ignore, hide, show } = matches;
  if (!focus && !ignore && !hide && !show) return profile;
  const { locations } = profile;
  const regard = new Uint8Array(locations.count);
  for (let l = 0; l < locations.count; l++) {
    if (ignore && isMatched(locations, l, ignore)) regard[l] = IGNORED;
    else if (!focus || isMatched(locations, l, focus)) regard[l] = FOCUSED;
  }
  const { hidden, ...lines } = visibleLines(locations, hide, show);
  note('focus', !focus || regard.includes(FOCUSED));
  note('ignore', !ignore || regard.includes(IGNORED));
  note('hide', !hide || anyMatched(locations, hide));
  note('show', !show || hidden.includes(0));
  const samples = rewriteStacks(profile.samples, (stack, out) => {
    let isFocused = false;
    let length = 0;
    for (const location of stack) {
      if (regard[location] === IGNORED) return 0;
      isFocused ||= regard[location] === FOCUSED;
      if (hidden[location] === 0) out[length++] = location;
    }
    return isFocused ? length : 0;
  });
  return { ...profile, samples, locations: { ...locations, ...lines } };
}

const isMapped = ({ mapping }: Locations, l: number, { mappings }: Matches): boolean => {
  const m = mapping[l] as number;
  return m >= 0 && mappings[m] === 1;
};

/** Whether a frame of the location matches, or the file it is in. */
function isMatched(locations: Locations, l: number, matches: Matches): boolean {
  if (isMapped(locations, l, matches)) return true;
  const end = locations.lineStart[l + 1] as number;
  for (let k = locations.lineStart[l] as number; k < end; k++) {
    if (matches.functions[locations.lineFunction[k] as number] === 1) return true;
  }
  return false;
}

function anyMatched(locations: Locations, matches: Matches): boolean {
  for (let l = 0; l < locations.count; l++) if (isMatched(locations, l, matches)) return true;
  return false;
}

/** The lines left of each location, and which locations have none left. */
function visibleLines(locations: Locations, hide?: Matches, show?: Matches) {
  const hidden = new Uint8Array(locations.count);
  const lines = keepLines(locations, (l, k) => {
    const f = locations.lineFunction[k] as number;
    if (hide && (isMapped(locations, l, hide) || hide.functions[f] === 1)) return false;
    return !show || isMapped(locations, l, show) || show.functions[f] === 1;
  });
  for (let l = 0; l < locations.count; l++) {
    const isEmpty = lines.lineStart[l] === lines.lineStart[l + 1];
    // Code without symbols has no lines before either: `hide` goes by its mapping, `show` never
    // shows it.
    if (isEmpty && (show || (hide && isMatched(locations, l, hide)))) hidden[l] = 1;
  }
  return { hidden, ...lines };
}

function showFrom(profile: Profile, matches: Matches, note: Note): Profile {
  const { locations } = profile;
  const isShown = new Uint8Array(locations.count);
  const outermost = new Int32Array(locations.count);
  for (let l = 0; l < locations.count; l++) {
    const start = locations.lineStart[l] as number;
    let k = (locations.lineStart[l + 1] as number) - 1;
    outermost[l] = k;
    if (isMapped(locations, l, matches)) {
      isShown[l] = 1;
      continue;
    }
    while (k >= start && matches.functions[locations.lineFunction[k] as number] === 0) k--;
    if (k < start) continue;
    isShown[l] = 1;
    outermost[l] = k;
  }
  note('showFrom', isShown.includes(1));
  const lines = keepLines(locations, (l, k) => k <= (outermost[l] as number));
  const samples = rewriteStacks(profile.samples, (stack, out) => {
    let length = stack.length;
    while (length > 0 && isShown[stack[length - 1] as number] === 0) length--;
    out.set(stack.subarray(0, length));
    return length;
  });
  return { ...profile, samples, locations: { ...locations, ...lines } };
}

/** Keeps the stacks whose sample matches, or, where `isWanted` is false, does not. */
function filterByLabel(
  profile: Profile,
  isMatch: (sample: number) => boolean,
  isWanted: boolean,
  found: (any: boolean) => void,
): Profile {
  let any = false;
  const samples = rewriteStacks(profile.samples, (stack, out, s) => {
    const matched = isMatch(s);
    any ||= matched;
    if (matched !== isWanted) return 0;
    out.set(stack);
    return stack.length;
  });
  found(any);
  return { ...profile, samples };
}
