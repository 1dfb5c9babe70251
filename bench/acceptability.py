"""The same simulation with numpy, so many draws at a time: sorted uniform numbers, a matrix product, an argsort, counts.

Prints the median of the runs, in milliseconds. The first two runs warm up, as in acceptability.js.
"""
import sys
import time

import numpy

_, table, questions, draws, at_once, runs = sys.argv
questions, draws, at_once = int(questions), int(draws), int(at_once)
values = numpy.fromfile(table).reshape(-1, questions)
candidates = len(values)
random = numpy.random.default_rng(1)


def simulate():
    counts = numpy.zeros(candidates * candidates, dtype=numpy.int64)
    central = numpy.zeros((questions, candidates))
    for _ in range(draws // at_once):
        cuts = numpy.sort(random.random((at_once, questions - 1)), axis=1)
        weights = numpy.diff(cuts, axis=1, prepend=0.0, append=1.0)
        order = numpy.argsort(-(weights @ values.T), axis=1)
        counts += numpy.bincount((order * candidates + numpy.arange(candidates)).ravel(), minlength=len(counts))
        for question in range(questions):
            central[question] += numpy.bincount(order[:, 0], weights=weights[:, question], minlength=candidates)
    return counts, central


times = []
for run in range(int(runs) + 2):
    start = time.perf_counter()
    simulate()
    if run > 1:
        times.append((time.perf_counter() - start) * 1000)
print(sorted(times)[(len(times) - 1) // 2])
