#!/usr/bin/env bash
# complete_bash.sh LINE…: what the completion script offers after each line, on one line each.
source <(napkin completion bash)
for line in "$@"; do
  read -ra COMP_WORDS <<< "$line"
  [[ $line == *' ' ]] && COMP_WORDS+=("")
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _napkin
  echo "$line → ${COMPREPLY[*]}"
done
