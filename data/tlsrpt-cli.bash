# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Bash completion for tlsrpt-cli.  The program's own --help is the list of
# commands and options, so there is nothing to keep up to date here.

# “  generate   Print the record for a domain”, below “Commands:”
_tlsrpt_cli_commands ()
{
  sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p'
}

_tlsrpt_cli ()
{
  local word=$2 before=$3 help

  if [ "$COMP_CWORD" -eq 1 ]
  then
    help=$(LC_ALL=C "$1" --help 2> /dev/null)
    mapfile -t COMPREPLY < <(
      compgen -W "--help --version $(_tlsrpt_cli_commands <<< "$help")" -- "$word")
    return
  fi

  if [ "${COMP_WORDS[1]}" = help ]
  then
    help=$(LC_ALL=C "$1" --help 2> /dev/null)
    mapfile -t COMPREPLY < <(
      compgen -W "json $(_tlsrpt_cli_commands <<< "$help")" -- "$word")
    return
  fi

  help=$(LC_ALL=C "$1" "${COMP_WORDS[1]}" --help 2> /dev/null)

  # Bash takes “--format=va” for three words.
  [ "$word" != = ] || word=
  [ "$before" != = ] || before=${COMP_WORDS[COMP_CWORD-2]}

  # “--format=FORMAT  What to print: zone, nsupdate, json”
  if [ "$before" = --format ] || [ "$before" = --form ] || [ "$before" = -f ]
  then
    mapfile -t COMPREPLY < <(
      compgen -W "$(sed -n 's/,/ /g; s/.*--form\(at\)\?=[A-Z]* .*: //p' <<< "$help")" -- "$word")
    return
  fi

  # The types of a sample are listed below its options.
  if [ "${COMP_WORDS[1]}" = sample ] && [[ $before = @(-t|--type) ]]
  then
    mapfile -t COMPREPLY < <(
      compgen -W "$(sed -n 's/^  \([a-z][a-z-]*\)$/\1/p' <<< "$help")" -- "$word")
    return
  fi

  if [ "${word:0:1}" = - ]
  then
    mapfile -t COMPREPLY < <(
      compgen -W "$(grep -o -e '--[a-z][a-z-]*' <<< "$help" | sort -u)" -- "$word")
    return
  fi

  # “  certificate-expired  The certificate has expired”; what has a space is not offered.
  if [ "${COMP_WORDS[1]}" = explain ] && [[ $before != @(-d|--domain|-m|--mx) ]]
  then
    mapfile -t COMPREPLY < <(
      compgen -W "$(LC_ALL=C COLUMNS=1000 "$1" explain 2> /dev/null |
        sed -n 's/^  \([^ ]\+\)\(  .*\)\?$/\1/p')" -- "$word")
  fi
}

# Other words may be files: that is what bash completes by default.
complete -o bashdefault -o default -F _tlsrpt_cli tlsrpt-cli
