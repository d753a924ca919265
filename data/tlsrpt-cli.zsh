#compdef tlsrpt-cli
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Zsh completion for tlsrpt-cli.  The program's own --help is the list of
# commands and options, so there is nothing to keep up to date here.

local program=$words[1] before=$words[CURRENT-1] help
local -a found

if (( CURRENT == 2 )) || [[ CURRENT -eq 3 && $words[2] == help ]]
then
  # “  generate   Print the record for a domain”, below “Commands:”
  help=$(LC_ALL=C $program --help 2> /dev/null)
  found=(${(f)"$(sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p' <<< $help)"})
  (( CURRENT == 2 )) && found+=(--help --version) || found+=(json)
  compadd -- $found
  return
fi

help=$(LC_ALL=C $program $words[2] --help 2> /dev/null)

# “--format=FORMAT  What to print: zone, nsupdate, json”
if [[ $before == (--format|--form|-f) ]]
then
  found=(${(s:, :)"$(sed -n 's/.*--form\(at\)\{0,1\}=[A-Z]* .*: //p' <<< $help)"})
elif [[ $words[CURRENT] == -* ]]
then
  found=(${(f)"$(grep -o -e '--[a-z][a-z-]*' <<< $help | sort -u)"})
elif [[ $words[2] == explain ]]
then
  found=(${(f)"$(LC_ALL=C COLUMNS=1000 $program explain 2> /dev/null |
    sed -n 's/^  \([^ ][^ ]*\)\(  .*\)\{0,1\}$/\1/p')"})
else
  _files
  return
fi

compadd -- $found
