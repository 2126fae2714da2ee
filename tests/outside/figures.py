#!/usr/bin/env python3
"""Computes a cohort's figures a second time, by other people's programs, for the tests of src/cohort to hold against.

    pip install numpy scipy scikit-learn statsmodels
    python3 tests/outside/figures.py > src/cohort/fixtures/figures.json

What is checked against whom: correlations, deviations, covariances and quantiles against NumPy; the discrimination
index also against SciPy; alpha against its formula on NumPy's covariance matrix (which is another way to write it);
Wilson's interval against statsmodels; weighted kappa against scikit-learn and statsmodels. Marks are made here from a
seed, some of them partial, and written beside the figures.
"""
import json

import numpy as np
from scipy import stats
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import proportion_confint

MASK = (1 << 128) - 1


def splitmix(state):
    """The generator of src/clock.rs, from its description: SplitMix64, two steps for 128 bits, the second is lower."""
    while True:
        halves = []
        for _ in range(2):
            state = (state + 0x9E3779B97F4A7C15) & MASK
            z = state & 0xFFFFFFFFFFFFFFFF
            z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
            halves.append(z ^ (z >> 31))
        yield halves[1]


def items(marks):
    """Each item of a matrix of marks (rows: attempts; -1: no answer that counts)."""
    found = []
    m = np.where(marks < 0, np.nan, marks) / 10_000
    for at in range(m.shape[1]):
        rows = ~np.isnan(m[:, at])
        x, whole = m[rows, at], np.nanmean(m[rows], axis=1)
        rest = np.nanmean(np.delete(m[rows], at, axis=1), axis=1)
        greatest = np.cov(np.sort(x), np.sort(rest))[0, 1]
        r = np.corrcoef(x, rest)[0, 1]
        assert abs(r - stats.pearsonr(x, rest)[0]) < 1e-12
        found.append({
            "answers": int(rows.sum()),
            "facility": x.mean(),
            "deviation": x.std(ddof=1),
            "discrimination": r,
            "efficiency": np.cov(x, rest)[0, 1] / greatest,
            "covariance": np.cov(x, whole)[0, 1],
        })
    roots = [np.sqrt(i["covariance"]) if i["covariance"] > 0 else 0 for i in found]
    for item, root in zip(found, roots):
        item["weight"] = root / sum(roots) if item.pop("covariance") >= 0 else None
    return found


def whole(marks):
    """The test as a whole; alpha from the covariance matrix of complete attempts."""
    m = np.where(marks < 0, np.nan, marks) / 10_000
    results, complete = np.nanmean(m, axis=1), m[~np.isnan(m).any(axis=1)]
    matrix, k = np.cov(complete.T), m.shape[1]
    alpha = k / (k - 1) * (1 - np.trace(matrix) / matrix.sum())
    return {
        "mean": results.mean(),
        "median": float(np.median(results)),
        "deviation": results.std(ddof=1),
        "complete": len(complete),
        "alpha": alpha,
        "error_ratio": np.sqrt(1 - alpha),
        "standard_error": complete.mean(axis=1).std(ddof=1) * np.sqrt(1 - alpha),
    }


def bootstrap(pairs, seed, samples):
    """The percentile bootstrap of a correlation, with the numbers of the program and the arithmetic of NumPy."""
    pairs = np.array(sorted(pairs))
    numbers, found = splitmix(seed), []
    for _ in range(samples):
        drawn = pairs[[(next(numbers) * len(pairs)) >> 64 for _ in range(len(pairs))]]
        if np.ptp(drawn[:, 0]) > 0 and np.ptp(drawn[:, 1]) > 0:
            found.append(np.corrcoef(drawn.T)[0, 1])
    low, high = np.quantile(found, [0.025, 0.975])
    return {"pairs": pairs.tolist(), "seed": seed, "samples": samples, "low": low, "high": high}


def kappa(first, second):
    """Weighted kappa by two programs that know nothing of each other."""
    labels = list(range(max(first + second) + 1))
    table = np.zeros((len(labels), len(labels)))
    for a, b in zip(first, second):
        table[a, b] += 1
    out = {"first": first, "second": second}
    for weights in ("linear", "quadratic"):
        out[weights] = cohen_kappa_score(first, second, labels=labels, weights=weights)
        assert abs(out[weights] - cohens_kappa(table, wt=weights).kappa) < 1e-12
    return out


def main():
    chance = np.random.default_rng(20261123)
    ability = chance.normal(size=(45, 1))
    right = ability + chance.normal(size=(45, 9)) > chance.normal(size=(1, 9)) * 0.8
    marks = right * 10_000
    marks[:, 3] = chance.integers(0, 4, size=45) * 3333  # partial marks
    marks[:, 5] = 10_000 - marks[:, 5]  # a wrong key
    marks[:, 6] = chance.integers(0, 10_001, size=45)
    gaps = marks.copy()
    gaps[chance.random(gaps.shape) < 0.04] = -1
    pairs = [(float(x), float(y)) for x, y in np.round(chance.normal(size=(24, 2)) + ability[:24], 6)]
    first = [int(x) for x in chance.integers(0, 6, size=40)]
    second = [int(np.clip(x + d, 0, 5)) for x, d in zip(first, chance.integers(-1, 3, size=40))]
    shares = [(0, 20), (1, 20), (10, 20), (20, 20), (37, 60), (3, 7), (12.5, 31)]
    wilson = [[k, n, *proportion_confint(k, n, method="wilson")] for k, n in shares]
    tests = [{"marks": m.tolist(), "items": items(m), "whole": whole(m)} for m in (marks, gaps)]
    json.dump({"tests": tests, "bootstrap": bootstrap(pairs, 7, 400), "kappa": kappa(first, second), "wilson": wilson},
              __import__("sys").stdout, indent=None)
    print()


main()
