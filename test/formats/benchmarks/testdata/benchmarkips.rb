require 'benchmark/ips'

TEXT = 'flamegate ' * 40

Benchmark.ips do |x|
  x.config(time: 0.3, warmup: 0.1)
  x.report('reverse') { TEXT.reverse }
  x.report('sort, by letters') { TEXT.chars.sort }
  x.json!('ips.json')
end
