"""Makes suite.json from the reference implementation of the stored-run rule:

    python3 test/compare/golden/suite.py DIRECTORY > test/compare/golden/suite.json

DIRECTORY holds stored_verdict.py (the reference that came with the rule: standard library only). What
its cap adds for young baselines is set to what suite.ts has, which falls with the cube of the runs, and
red is judged at 0.85 of alpha, and at half of it in suites under 8. Its bad run asks the fast side alone, suite.ts the slow one
too: `bad` is replaced by the smaller of it and of itself with the signs turned. It knows neither baselines under three runs as
suite.ts judges them, nor two groups, nor holes, nor a suite that got faster by more than a machine does: cases have none of these.
"""
import json, random, sys
sys.path.insert(0, sys.argv[1])
import stored_verdict as reference

random.seed(20261128)
short = lambda x: round(x, 6)

one_side = reference.bad
reference.bad = lambda d, s: min(one_side(d, s), one_side([-x for x in d], s))

def heavy(scale):
    """A run's deviation: t with 2 degrees of freedom, levelling off."""
    u = random.uniform(1e-9, 1 - 1e-9)
    t = (2 * u - 1) / (2 * u * (1 - u)) ** .5
    return max(-.6, min(.6, scale * t))

def case(m, K, bad=1., shift=0., slow=0., changed=0):
    """bad: the head is a bad run; slow: one benchmark's slowdown; changed: rows whose main changed."""
    base, head, level = [], [], []
    for b in range(m):
        centre, scale = random.uniform(-15, 1), .004 * 2 ** random.uniform(0, 3)
        runs = [centre + heavy(scale) for _ in range(K)]
        n = K
        if b < changed and K > 6:
            n = 5
            runs = [x if k < n else x - .4 for k, x in enumerate(runs)]
        base.append([short(x) for x in runs]); level.append(n)
        head.append(short(centre + bad * heavy(scale) + shift + (slow if b == m - 1 else 0)))
    of = iter(level)
    reference.CAPK = .282 / K
    out = reference.judge(base, head, level=lambda runs: next(of), alpha=.01 * (.85 if m >= 8 else .5))
    return dict(base=base, head=head, level=level,
                expected={k: out[k] for k in ('p', 'shift', 'd', 'red', 'amber', 'state')})

cases = [case(m, K, **more) for m, K, more in [
    (1, 3, {}), (3, 5, dict(slow=.4)), (7, 10, dict(slow=.2)), (8, 3, dict(slow=.7)), (8, 12, dict(shift=.05)),
    (12, 3, {}), (12, 4, dict(slow=.9)), (12, 10, dict(slow=.3, bad=4.)), (12, 20, dict(slow=.12, shift=-.03)),
    (12, 10, dict(changed=4, slow=.25)), (25, 7, dict(bad=5.)), (40, 15, dict(slow=.65, shift=.03, changed=5)),
    (120, 5, dict(slow=.7))]]
json.dump(cases, sys.stdout)
