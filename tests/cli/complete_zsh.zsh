#!/usr/bin/env zsh
# complete_zsh.zsh LINE…: what the completion script offers after each line, on one line each. A shell completes only
# when it is interactive, so one runs in a pseudo-terminal and reports what it would offer. It echoes what it is sent:
# the marks that are waited for are put together when they are printed.
zmodload zsh/zpty
session=$(mktemp)
trap 'rm -f $session' EXIT
cat > $session <<'END'
PROMPT=
autoload -Uz compinit && compinit -D -u
source <(napkin completion zsh)
zstyle ':completion:*' verbose no
compadd() {
  # With -O, -A or -D it fills arrays of its caller: that offers nothing yet.
  if [[ -n ${(M)@[1,(i)(-|--)]:#-(O|A|D)*} ]]; then builtin compadd "$@"; return; fi
  local -a offered
  builtin compadd -A offered "$@"
  (($#offered)) && print -rl -- '' "OFFER "$^offered
  builtin compadd "$@"
}
report() { compstate[insert]= ; compstate[list]= ; print DO''NE }
offer() { comppostfuncs=(report); _main_complete }
zle -C offer complete-word offer
bindkey '^I' offer
print RE''ADY
END
zpty shell zsh -f -i
zpty -w shell "source $session"
zpty -r shell line '*READY*'
for input in "$@"; do
  zpty -w -n shell "$input"$'\t'
  zpty -r shell output '*DONE*'
  offers=(${(M)${(f)${output//$'\r'/}}:#OFFER *})
  offers=(${(ou)offers#OFFER })
  print -r -- "$input → $offers"
  zpty -w -n shell $'\x15'
done
zpty -d shell
