/** A program for profilers to look at: two methods, one heavier, and a collection of the class library. */
public class Work {
  static long sink;

  static void heavy(int n) {
    for (int i = 0; i < n; i++) sink += (long) i * i % 7;
  }

  static class Cart {
    void light(int n) {
      java.util.HashMap<Integer, Integer> items = new java.util.HashMap<>();
      for (int i = 0; i < n; i++) items.put(i, i);
      sink += items.size();
    }
  }

  static void serve(long until) {
    while (System.nanoTime() < until) {
      heavy(30_000);
      new Cart().light(300);
    }
  }

  public static void main(String[] args) {
    serve(System.nanoTime() + (long) (Double.parseDouble(args[0]) * 1e9));
  }
}
