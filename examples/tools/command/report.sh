# Squares and their sum, in plain awk.
awk 'BEGIN { for (n = 1; n <= 300000; n++) sum += n * n; print sum }'
