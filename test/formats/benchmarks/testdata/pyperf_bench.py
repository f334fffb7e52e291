import pyperf
r = pyperf.Runner(values=3, warmups=1, processes=3)
r.bench_func('sum range', sum, range(1000))
r.timeit('sorted', stmt='sorted(a)', setup='a=[3,1,2]*50')
