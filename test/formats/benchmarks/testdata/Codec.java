package example;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.*;

@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 1, time = 20, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 20, timeUnit = TimeUnit.MILLISECONDS)
public class Codec {
  @Param({"16", "4096"})
  int size;

  byte[] text;

  @Setup
  public void fill() {
    text = new byte[size];
    for (int i = 0; i < size; i++) text[i] = (byte) (i * 31);
  }

  @Benchmark
  @BenchmarkMode({Mode.Throughput, Mode.AverageTime, Mode.SampleTime})
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public byte[] encode() {
    byte[] out = new byte[2 * size];
    for (int i = 0; i < size; i++) {
      out[2 * i] = (byte) (text[i] >> 4);
      out[2 * i + 1] = (byte) (text[i] & 15);
    }
    return out;
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public int checksum() {
    int sum = 0;
    for (byte of : text) sum = sum * 31 + of;
    return sum;
  }
}
