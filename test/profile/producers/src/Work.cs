/** A program for profilers to look at: two methods, one heavier, and a collection of the class library. */
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;

public class Work {
  static long sink;

  [MethodImpl(MethodImplOptions.NoInlining)]
  static void Heavy(int n) {
    for (int i = 0; i < n; i++) sink += (long) i * i % 7;
  }

  class Cart {
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Light(int n) {
      Dictionary<int, int> items = new Dictionary<int, int>();
      for (int i = 0; i < n; i++) items[i] = i;
      sink += items.Count;
    }
  }

  [MethodImpl(MethodImplOptions.NoInlining)]
  static void Serve(DateTime until) {
    while (DateTime.UtcNow < until) {
      Heavy(30000);
      new Cart().Light(300);
    }
  }

  public static void Main(string[] args) {
    Serve(DateTime.UtcNow.AddSeconds(double.Parse(args[0], CultureInfo.InvariantCulture)));
  }
}
