#compdef spillwayctl
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of spillwayctl in zsh: the program itself says what fits.
#   source <(spillwayctl completion zsh), or as a file _spillwayctl in a folder of $fpath

_spillwayctl() {
    local -a lines candidates
    local line name directive
    lines=("${(@f)$("${words[1]/#\~/$HOME}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    directive=${lines[-1]#:}
    for line in "${(@)lines[1,-2]}"; do
        name=${line%%$'\t'*}
        if [[ $line == *$'\t'* ]]; then
            candidates+=("${name//:/\\:}:${line#*$'\t'}")
        else
            candidates+=("${name//:/\\:}")
        fi
    done
    if (( ${#candidates} )); then
        _describe -V spillwayctl candidates
    elif (( (directive & 4) == 0 )); then
        compset -P '--*='
        _files
    fi
}

if [[ ${funcstack[1]} == _spillwayctl ]]; then
    _spillwayctl "$@"
else
    compdef _spillwayctl spillwayctl
fi
