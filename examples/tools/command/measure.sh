#!/bin/sh
# Any command: its own wall and CPU time
exec flamegate measure --run 'sh report.sh > /dev/null' "$@"
