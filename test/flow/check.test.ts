import { describe, expect, it } from 'vitest';
import { conformal } from '../../src/compare/benchmarks/conformal.ts';
import { selfCheck } from '../../src/flow/check.ts';
import { checkText } from '../../src/report/checktext.ts';
import { resolveConfig } from '../../src/settings/config.ts';
import { around, run, series } from '../compare/runs.ts';

const main = (...centers: number[]) =>
  centers.map((c, i) => run([series('A', around(c)), series('B', around(7))], { commit: `c${i}` }));
const steady = main(100, 101, 99.5, 100.4, 99.8, 100.1);

describe('the self-check', () => {
  it('finds no false alarm among runs that are alike, and says what so few can show', () => {
    const check = selfCheck(steady, null, resolveConfig());
    expect(check.settings[0]).toMatchObject({ threshold: 0.05, failed: 0 });
    expect(check.settings[0]?.interval[1]).toBeGreaterThan(0.3);
    expect(checkText(check)).toContain('6 runs cannot prove a rate under 1 %');
  });

  it('counts a run that stands out, names it, and knows the threshold from which it does not', () => {
    const check = selfCheck([...steady, ...main(1000)], null, resolveConfig());
    expect(check.settings[0]?.failed).toBe(1);
    expect(check.alarms.map(({ headline }) => headline)).toEqual([expect.stringMatching(/^A /)]);
    expect(check.quiet).toBeNull();
  });

  it('compares each run with as many as the gate would', () => {
    const drifting = main(100, 102, 104, 106, 108, 110);
    const config = { baselineRuns: 1, trustSingleRun: true, alpha: 0.05, threshold: 0.03 };
    // Neighbours differ by 2 %, the first and the last by 10 %.
    expect(selfCheck(drifting, null, resolveConfig(config)).settings[0]?.failed).toBe(0);
    const apart = main(100, 104, 100, 104, 100, 104);
    expect(selfCheck(apart, null, resolveConfig(config)).settings[0]?.failed).toBe(3);
  });

  it('says that none was red only of thresholds at which something was compared', () => {
    // Each run lacks what its neighbour has: incomplete, unless A alone makes it red.
    const apart = [100, 104, 100, 104, 100, 104].map((c, i) =>
      run([series('A', around(c)), series(`Only${i}`, around(7))], { commit: `c${i}` }),
    );
    const config = { baselineRuns: 1, trustSingleRun: true, alpha: 0.05, threshold: 0.03 };
    const check = selfCheck(apart, null, resolveConfig(config));
    const at = (wanted: number) => check.settings.find(({ threshold }) => threshold === wanted);
    expect(at(0.03)).toMatchObject({ failed: 3, incomplete: 3 });
    expect(at(0.05)).toMatchObject({ failed: 0, suspect: 0, passed: 0, incomplete: 6 });
    expect(check.quiet).toBeNull();
    expect(checkText(check)).toContain(
      'Every threshold with which runs could be compared has red runs; 3 runs cannot prove',
    );
  });

  it('tries each threshold once, the present one first', () => {
    const { settings } = selfCheck(steady, null, resolveConfig({ threshold: 0.1 }));
    const list = settings.map(({ threshold }) => threshold);
    expect(list[0]).toBe(0.1);
    expect(new Set(list).size).toBe(list.length);
  });
});

describe('conformal max-T', () => {
  const head = (c: number) => run([series('A', around(c)), series('B', around(7))]);
  it('is 1 / (K + 1) for the most unusual run, and 1 for the least', () => {
    expect(conformal(head(130), steady)?.p).toBeCloseTo(1 / 7, 12);
    expect(conformal(head(60), steady)?.p).toBe(1);
  });
  it('does not depend on the unit of measurement', () => {
    const scaled = (c: number) => run([series('A', around(c * 1e-9)), series('B', around(7))]);
    const runs = [100, 101, 99.5, 100.4, 99.8, 100.1].map(scaled);
    expect(conformal(scaled(100.6), runs)?.p).toBe(conformal(head(100.6), steady)?.p);
  });
  it('needs three runs', () => {
    expect(conformal(head(100), steady.slice(0, 2))).toBeNull();
  });
});
