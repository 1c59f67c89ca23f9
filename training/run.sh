#!/bin/sh
# Trains the model anew, from data to the files that the package ships. Resumes when it was stopped.
#
#   training/run.sh DATA [OUT]     DATA: folder with PolNeAR's train.jsonl and dev.jsonl
#
# Takes about two hours on two cores. PYTHON names the Python of an environment with training/requirements.txt.
set -eu
cd "$(dirname "$0")/.."
if [ $# -lt 1 ]; then
    sed -n '2,7s/^# \{0,1\}//p' "$0"
    exit 2
fi
data=$1
out=${2:-$HOME/.cache/onrecord/training}
python=${PYTHON:-.venv-training/bin/python}
weights=src/onrecord/neural/weights
# glibc gives freed memory back at once by default; keeping it halves a training step.
export MALLOC_TRIM_THRESHOLD_=4000000000 MALLOC_TOP_PAD_=400000000 MALLOC_MMAP_THRESHOLD_=4000000000
export OMP_NUM_THREADS=1 PYTHONPATH=src:.
"$python" -m training.train --data "$data" --out "$out" --epochs 40 --minutes 107
"$python" -m training.export "$(ls "$out"/epoch*.pt | tail -n 1)" --out "$weights"
"$python" -m training.tune --data "$data" --weights "$weights"
"$python" -m onrecord.cli.main evaluate "$data/dev.jsonl"
