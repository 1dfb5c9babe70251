"""The same scores and order with numpy: a matrix product and an argsort. Prints the median of the runs, in milliseconds."""
import sys
import time

import numpy

_, table, weights, runs = sys.argv
weights = numpy.array([float(weight) for weight in weights.split(",")])
values = numpy.fromfile(table).reshape(-1, len(weights))
times = []
for run in range(int(runs) + 2):
    start = time.perf_counter()
    order = numpy.argsort(-(values @ weights))
    # The first two warm up, as in engine.js.
    if run > 1:
        times.append((time.perf_counter() - start) * 1000)
print(sorted(times)[(len(times) - 1) // 2])
