# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fish completion for tlsrpt-cli.  The program's own --help is the list of
# commands and options, so there is nothing to keep up to date here.

function __tlsrpt_cli_words
    set -l words (commandline -opc)
    set -l program $words[1]
    set -l before $words[-1]

    if test (count $words) -eq 1; or begin
            test (count $words) -eq 2; and test $words[2] = help
        end
        # “  generate   Print the record for a domain”, below “Commands:”
        env LC_ALL=C $program --help 2>/dev/null \
            | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z-]*\)  *\(.*\)/\1\t\2/p'
        test (count $words) -eq 1; and printf '%s\n' --help --version; or echo json
        return
    end

    set -l help (env LC_ALL=C $program $words[2] --help 2>/dev/null)

    # “--format=FORMAT  What to print: zone, nsupdate, json”
    if contains -- $before --format --form -f
        printf '%s\n' $help | sed -n 's/.*--form\(at\)\{0,1\}=[A-Z]* .*: //p' | string split ', '
    else if string match -q -- '-*' (commandline -ct)
        printf '%s\n' $help | sed -n 's/^  \(-., \)\{0,1\}\(--[a-z-]*\)[^ ]* *\(.*\)/\2\t\3/p'
    else if test $words[2] = explain
        env LC_ALL=C COLUMNS=1000 $program explain 2>/dev/null \
            | sed -n 's/^  \([^ ][^ ]*\)\(  .*\)\{0,1\}$/\1/p'
    end
end

complete -c tlsrpt-cli -n 'test (count (commandline -opc)) -eq 1' -f
complete -c tlsrpt-cli -a '(__tlsrpt_cli_words)'
