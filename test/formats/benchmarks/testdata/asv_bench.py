class TimeSuite:
    params = [[10, 1000], ['a', 'b']]
    param_names = ['n', 'kind']
    number = 10
    repeat = 3
    def time_range(self, n, kind): return sum(range(n))
def time_plain(): return sorted([3, 1, 2])
def mem_list(): return [0] * 256
def track_count(): return 42
track_count.unit = 'widgets'
def time_broken(): raise ValueError('no')
def peakmem_x(): return bytearray(10**6)
