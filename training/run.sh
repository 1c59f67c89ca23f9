#!/bin/sh
# Trains the model anew, from data to the files that the package ships. Resumes when it was stopped.
#
#   training/run.sh DATA [OUT]     DATA: folder with PolNeAR's train.jsonl and dev.jsonl
#
# Takes about seven hours on two cores. PYTHON names the Python of an environment with training/requirements.txt.
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
mkdir -p "$out/wide" "$out/narrow" "$out/hidden"
# 1. Syntax and names of the same articles, by a general parser.
"$python" -m training.silver --data "$(dirname "$data")" --out "$out/parses.jsonl"
# 2. The whole of MiniLM learns; 3. its least useful parts are cut off; 4. what is left learns on; 5. and once more
# with an eighth of the words hidden, since by now it knows its articles by heart.
"$python" -m training.train --data "$data" --parses "$out/parses.jsonl" --out "$out/wide" --wide --epochs 40 --minutes 107
"$python" -m training.prune "$(ls "$out"/wide/epoch*.pt | tail -n 1)" --data "$data" --out "$out/start.pt"
"$python" -m training.train --data "$data" --parses "$out/parses.jsonl" --start "$out/start.pt" --out "$out/narrow" \
    --epochs 40 --minutes 88 --rate 0.6 --dropout 0.1 --seed 2
"$python" -m training.train --data "$data" --parses "$out/parses.jsonl" --start "$(ls "$out"/narrow/epoch*.pt | tail -n 1)" \
    --out "$out/hidden" --epochs 40 --minutes 95 --rate 0.5 --dropout 0.1 --hide 0.12 --seed 6
"$python" -m training.export "$(ls "$out"/hidden/epoch*.pt | tail -n 1)" --out "$weights"
"$python" -m training.tune --data "$data" --weights "$weights"
# 6. Texts that lost their marks: from what ships on, twice with other chances, and the average of both.
"$python" -m training.restore "$weights" --out "$out/shipped.pt"
for run in "11 0.1 0.15" "12 0.12 0.2"; do
    set -- $run
    mkdir -p "$out/bare$1"
    "$python" -m training.train --data "$data" --parses "$out/parses.jsonl" --start "$out/shipped.pt" --out "$out/bare$1" \
        --bare --processes 1 --epochs 40 --minutes 95 --rate 0.4 --seed "$1" --dropout "$2" --hide "$3" &
    runs="${runs:-} $!"
done
for run in $runs; do wait "$run"; done
"$python" -m training.bare $(for run in 11 12; do ls "$out/bare$run"/epoch*.pt | tail -n 1; done) --weights "$weights"
"$python" -m training.tune --data "$data" --weights "$weights" --bare
"$python" -m onrecord.cli.main evaluate "$data/dev.jsonl"
