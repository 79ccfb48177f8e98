# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Completion of spillwayctl in bash: the program itself says what fits.
#   source <(spillwayctl completion bash)

_spillwayctl() {
    local rest=${COMP_LINE:0:COMP_POINT} words=() word before i
    # bash parts words at = and : too; what no blank parts belongs together.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        before=$rest
        rest=${rest#"${rest%%[![:space:]]*}"}
        word=${COMP_WORDS[i]}
        if ((i == COMP_CWORD)); then
            word=$rest # only up to the cursor
        fi
        if ((i > 0)) && [[ $rest == "$before" && -n $word ]]; then
            words[-1]+=$word
        else
            words+=("$word")
        fi
        rest=${rest#"$word"}
    done

    local program=${words[0]/#\~/$HOME} current=${words[-1]} typed=$word lines=() line
    if [[ $typed == [=:] ]]; then
        typed=
    fi
    mapfile -t lines < <("$program" __complete "${words[@]:1}" 2>/dev/null)
    COMPREPLY=()
    if ((${#lines[@]} == 0)); then
        return
    fi
    local directive=${lines[-1]#:} kept=${current%"$typed"}
    unset 'lines[-1]'
    for line in "${lines[@]}"; do
        line=${line%%$'\t'*}
        COMPREPLY+=("${line#"$kept"}")
    done
    if ((${#COMPREPLY[@]} == 0 && (directive & 4) == 0)); then
        mapfile -t COMPREPLY < <(compgen -f -- "$typed")
        compopt -o filenames 2>/dev/null
    fi
}
complete -F _spillwayctl spillwayctl
