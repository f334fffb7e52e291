"""Makes the golden tables of this folder, in 50-digit arithmetic, and checks them with scipy.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install scipy==1.17.* mpmath==1.4.* statsmodels==0.15.*
    /tmp/venv/bin/python make.py

Every table is a JSON array of rows; inputs are exact doubles (printed with repr), results are
rounded to 17 digits. Nothing here is read by the tests but the tables.
"""

import json
import random
from pathlib import Path

import mpmath as mp
import numpy
import scipy
from scipy import stats
from statsmodels.stats.multitest import multipletests

mp.mp.dps = 50
here = Path(__file__).parent


def write(name, rows):
    text = ",\n".join(json.dumps(row) for row in rows)
    (here / name).write_text(f"[\n{text}\n]\n")
    print(name, len(rows))


def number(x):
    return float(mp.nstr(x, 20))


def close(a, b, tolerance):
    assert abs(a - b) <= tolerance * max(abs(a), abs(b)), (a, b)


def t_lower(t, df):
    """P(T <= t)."""
    t, df = mp.mpf(t), mp.mpf(df)
    tail = mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2
    return tail if t < 0 else 1 - tail


def student():
    rows = []
    dfs = [1, 1.3, 2, 2.7, 3, 4, 5.584615384615385, 8, 10, 18, 29.5, 50, 100, 317.25, 1000, 1e4]
    for df in dfs:
        for t in [0.0, 1e-8, 0.01, 0.5, 1, 2, 3.5, 7, 15, 40, 100, 1e3, 1e5, 1e8]:
            p = t_lower(-t, df)
            if p < mp.mpf("1e-80"):
                continue
            if p > 1e-10 and t > 1e-3:  # scipy has no digits left in 0.5 - p below that
                close(float(p), stats.t.sf(t, df), 1e-9)
            rows.append({"t": t, "df": df, "upper": number(p), "lower": number(1 - p)})
        # Down to p = 1e-80, whatever t that takes.
        for exponent in [20, 40, 60, 79]:
            t = float(
                mp.findroot(
                    lambda x: mp.log10(t_lower(-mp.exp(x), df)) + exponent,
                    (mp.mpf(1), mp.mpf(6)),
                    solver="anderson",
                    tol=1e-10,
                    maxsteps=200,
                )
            )
            t = float(mp.exp(t))
            rows.append(
                {
                    "t": t,
                    "df": df,
                    "upper": number(t_lower(-t, df)),
                    "lower": number(1 - t_lower(-t, df)),
                }
            )
    write("student.json", rows)


def student_quantile():
    rows = []
    for df in [1, 1.3, 2, 3, 5.584615384615385, 9, 18, 40.5, 100, 1e4]:
        for p in [0.5, 0.55, 0.8, 0.9, 0.95, 0.975, 0.99, 0.999, 0.99999, 1e-6, 1e-10, 1e-20, 1e-40]:
            start = mp.mpf(float(stats.t.ppf(p, df)))
            if p == 0.5:
                t = mp.mpf(0)
            else:
                # Newton on the logarithm of the tail.
                t = start
                target = mp.log(p) if p < 0.5 else mp.log(1 - mp.mpf(p))
                for _ in range(60):
                    side = t if p < 0.5 else -t
                    f = mp.log(t_lower(side, df)) - target
                    density = (
                        mp.gamma((mp.mpf(df) + 1) / 2)
                        / (mp.sqrt(mp.mpf(df) * mp.pi) * mp.gamma(mp.mpf(df) / 2))
                        * (1 + side * side / df) ** (-(mp.mpf(df) + 1) / 2)
                    )
                    step = f * t_lower(side, df) / density
                    side -= step
                    t = side if p < 0.5 else -side
                    if abs(step) < abs(t) * mp.mpf("1e-30"):
                        break
                else:
                    raise AssertionError((df, p))
            rows.append({"p": p, "df": df, "t": number(t)})
    write("student-quantile.json", rows)


def normal():
    rows = []
    for z in [0, 1e-9, 0.1, 0.5, 1, 1.2815515655446004, 1.959963984540054, 3, 5, 8.3, 10, 15, 19]:
        upper = mp.erfc(mp.mpf(z) / mp.sqrt(2)) / 2
        rows.append({"z": z, "upper": number(upper), "lower": number(1 - upper)})
    write("normal.json", rows)
    rows = []
    for p in [1e-80, 1e-40, 1e-20, 1e-10, 1e-5, 0.001, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.5, 0.6, 0.8, 0.95, 0.975, 0.999]:
        z = mp.sqrt(2) * mp.erfinv(2 * mp.mpf(p) - 1) if p > 1e-6 else mp.findroot(
            lambda x: mp.log(mp.erfc(-x / mp.sqrt(2)) / 2) - mp.log(p), mp.mpf(float(stats.norm.ppf(p)))
        )
        rows.append({"p": p, "z": number(z)})
    write("normal-quantile.json", rows)


def mp_moments(xs):
    xs = [mp.mpf(x) for x in xs]
    m = mp.fsum(xs) / len(xs)
    v = mp.fsum((x - m) ** 2 for x in xs) / (len(xs) - 1) if len(xs) > 1 else mp.mpf(0)
    return m, v, len(xs)


def t_quantile(p, df):
    """Upper-half quantile, p >= 0.5, by bisection in mpmath."""
    lo, hi = mp.mpf(0), mp.mpf(1)
    while t_lower(-hi, df) > 1 - mp.mpf(p):
        hi *= 2
    for _ in range(140):
        mid = (lo + hi) / 2
        if t_lower(-mid, df) > 1 - mp.mpf(p):
            lo = mid
        else:
            hi = mid
    return (lo + hi) / 2


def result(difference, se, df, margin, confidence):
    t = (difference - mp.mpf(margin)) / se
    half = t_quantile((1 + mp.mpf(confidence)) / 2, df) * se
    return {
        "difference": number(difference),
        "se": number(se),
        "df": number(df),
        "t": number(t),
        "twoSided": number(2 * t_lower(-abs(t), df)),
        "greater": number(t_lower(-t, df)) if t > 0 else number(1 - t_lower(t, df)),
        "less": number(t_lower(t, df)) if t < 0 else number(1 - t_lower(-t, df)),
        "ci": [number(difference - half), number(difference + half)],
    }


def sample(rng, n, mean, sd):
    return [round(rng.gauss(mean, sd), 6) for _ in range(n)]


def welch():
    rng = random.Random(20261121)
    cases = [
        ([2, 1, 3, 4], [6, 5, 7, 9], 0, 0.95),
        ([1, 2], [3, 5], 0, 0.95),
        ([1, 2], [3, 5], -2.5, 0.9),
        ([1.5, 1.5, 1.5], [2, 3, 4], 0, 0.95),
        ([2, 3, 4, 9], [1.5, 1.5], 0.25, 0.99),
        ([100, 101, 99.5], sample(rng, 40, 120, 30), 0, 0.95),
    ]
    for nx, ny, shift, margin in [
        (2, 2, 0.01, 0),
        (2, 9, 0.3, 0.05),
        (5, 5, 0.0, 0),
        (5, 6, 0.02, 0.05),
        (10, 10, 0.05, 0.05),
        (10, 10, 0.1, 0.0),
        (10, 20, 0.2, 0.02),
        (20, 20, 1.0, 0.05),
        (25, 3, -0.3, 0),
        (40, 40, 2.0, 0),
        (60, 50, 5.0, 0.1),
    ]:
        for sd in [0.002, 0.01, 0.05]:
            # As the gate does: logarithms of positive values. The logarithm is taken by mpmath.
            base = sample(rng, ny, 100, 100 * sd)
            head = sample(rng, nx, 100 * float(mp.exp(shift)), 200 * sd)
            cases.append((head, base, margin, 0.95, True))
    rows = []
    for case in cases:
        x, y, margin, confidence = case[:4]
        logs = len(case) > 4
        to = (lambda v: mp.log(mp.mpf(v))) if logs else mp.mpf
        (mx, vx, nx), (my, vy, ny) = mp_moments(map(to, x)), mp_moments(map(to, y))
        a, b = vx / nx, vy / ny
        df = (a + b) ** 2 / (a * a / (nx - 1) + b * b / (ny - 1))
        row = {"x": x, "y": y, "log": logs, "margin": margin, "confidence": confidence}
        row |= result(mx - my, mp.sqrt(a + b), df, margin, confidence)
        if row["twoSided"] < 1e-80:
            continue
        if margin == 0:
            f = numpy.log if logs else numpy.array
            check = stats.ttest_ind(f(x), f(y), equal_var=False)
            close(check.pvalue, row["twoSided"], 1e-7)
            close(check.df, row["df"], 1e-9)
        rows.append(row)
    write("welch.json", rows)


def pooled():
    rng = random.Random(20261122)
    rows = []
    for nx, ny, shift in [(1, 5, 0.1), (1, 10, 0.0), (2, 2, 0.05), (3, 20, 0.2), (1, 1, 0.5), (1, 3, 1.6), (5, 5, -0.1)]:
        for floor, prior in [(0, None), (0.0004, None), (0, {"sd": 0.04, "df": 3}), (0.0009, {"sd": 0.01, "df": 2.5})]:
            for margin in [0, 0.05]:
                x, y = sample(rng, nx, shift, 0.02), sample(rng, ny, 0, 0.02)
                (mx, vx, _), (my, vy, _) = mp_moments(x), mp_moments(y)
                df = mp.mpf(nx + ny - 2)
                squares = (nx - 1) * vx + (ny - 1) * vy
                if prior:
                    squares += mp.mpf(prior["df"]) * mp.mpf(prior["sd"]) ** 2
                    df += mp.mpf(prior["df"])
                if df == 0:
                    continue
                variance = max(squares / df, mp.mpf(floor))
                se = mp.sqrt(variance * (mp.mpf(1) / nx + mp.mpf(1) / ny))
                row = {"x": x, "y": y, "margin": margin, "confidence": 0.95, "floor": floor, "prior": prior}
                row |= {"variance": number(variance)}
                row |= result(mx - my, se, df, margin, 0.95)
                if floor == 0 and prior is None and margin == 0 and nx > 1:
                    close(stats.ttest_ind(x, y).pvalue, row["twoSided"], 1e-9)
                rows.append(row)
    write("pooled.json", rows)


def power(effect, df, critical):
    """P(T > critical) for the noncentral t, integrated over S = sqrt(chi^2 / df) in 30 digits."""
    with mp.workdps(30):
        df, effect, critical = mp.mpf(df), mp.mpf(effect), mp.mpf(critical)

        def density(u):
            return mp.exp(df * (u - (mp.exp(2 * u) - 1) / 2))

        def integrand(u):
            return density(u) * mp.erfc((critical * mp.exp(u) - effect) / mp.sqrt(2)) / 2

        low, high = -70 / df - 4 / mp.sqrt(df), min(mp.mpf(4), 14 / mp.sqrt(df))
        cuts = [low + (high - low) * i / 40 for i in range(41)]
        middle = mp.log(effect / critical) if effect > 0 else None
        if middle is not None and low < middle < high:
            cuts = sorted(cuts + [c for c in (middle + k / effect for k in range(-8, 9, 2)) if low < c < high])
        return mp.quad(integrand, cuts) / mp.quad(density, cuts)


def noncentral():
    rows = []
    for df in [1, 1.5, 2, 3, 4.2, 8, 18, 60, 1000]:
        for alpha in [0.05, 0.01, 1e-4, 1e-6]:
            critical = float(stats.t.isf(alpha, df))
            for effect in [0.5, 2.5, critical, critical * 1.2 + 1]:
                got = power(effect, df, critical)
                try:
                    reference = float(stats.nct.sf(critical, df, effect))
                    close(reference, float(got), 1e-6)
                    checked = True
                except AssertionError:
                    checked = False
                rows.append({"effect": effect, "df": df, "alpha": alpha, "power": number(got), "scipyAgrees": checked})
    print("scipy.nct agrees in", sum(r["scipyAgrees"] for r in rows), "of", len(rows))
    write("noncentral.json", rows)


def holm():
    rng = random.Random(20261123)
    rows = []
    for n in [1, 2, 3, 5, 12, 40]:
        ps = [round(rng.random() ** 3, 4) for _ in range(n)]
        if n > 3:
            ps[2] = ps[0]
        adjusted = multipletests(ps, method="holm")[1]
        rows.append({"p": ps, "adjusted": [float(a) for a in adjusted]})
    write("holm.json", rows)


def signed_rank():
    """Wilcoxon's signed-rank test, one-sided: scipy's exact distribution, and R's normal one above."""
    draw = random.Random(20261121)
    rows = []
    for n in [1, 2, 5, 6, 10, 20, 50]:
        for shift in [0.0, 0.02]:
            differences = [draw.gauss(0.03, 0.05) for _ in range(n)]
            moved = numpy.array([d - shift for d in differences])
            p = stats.wilcoxon(moved, alternative="greater", method="exact").pvalue
            rows.append({"differences": differences, "shift": shift, "p": float(p), "relative": 1e-9})
    for n in [150, 400]:
        differences = [draw.gauss(0.004, 0.05) for _ in range(n)]
        p = stats.wilcoxon(differences, alternative="greater", method="asymptotic", correction=True).pvalue
        rows.append({"differences": differences, "shift": 0.0, "p": float(p), "relative": 1e-9})
    # Ties: every way the signs can fall, counted here.
    for differences in [[1, 1, 2, 3, -1], [1, -1, 1, -1, 2, 2, 2], [0, 3, 3, -3, 5, 5, 1, 2]]:
        kept = [d for d in differences if d != 0]
        ranks = stats.rankdata(numpy.abs(kept))
        seen = sum(r for r, d in zip(ranks, kept) if d > 0)
        ways = sum(
            sum(r for k, r in enumerate(ranks) if way >> k & 1) >= seen - 1e-9
            for way in range(2 ** len(kept))
        )
        rows.append({"differences": differences, "shift": 0.0, "p": ways / 2 ** len(kept), "relative": 1e-12})
    write("signedrank.json", rows)


print("mpmath", mp.__version__, "scipy", scipy.__version__)
student()
student_quantile()
normal()
welch()
pooled()
noncentral()
holm()
signed_rank()
