"""
What the shells run to complete words of stdmig (補完スクリプト).

They ask the program itself, in the way in which every program made with Typer is
asked: by environment variables, so that a script keeps to work with later versions.
Where the program has no word, file names are completed.
"""

from __future__ import annotations

BASH = r"""_stdmig() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        [ -z "$line" ] || COMPREPLY+=("$line")
    done < <(IFS=$'\n'; env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" \
        _STDMIG_COMPLETE=complete_bash "$1" 2>/dev/null)
}
complete -o default -F _stdmig stdmig
"""

ZSH = r"""#compdef stdmig
_stdmig() {
    local line
    local -a lines found
    lines=("${(@f)$(_TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" \
        _TYPER_COMPLETE_FISH_ACTION=get-args \
        _STDMIG_COMPLETE=complete_fish "${words[1]}" 2>/dev/null)}")
    for line in $lines; do
        if [[ $line == *$'\t'* ]]; then
            found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        else
            found+=("${line//:/\\:}")
        fi
    done
    if (( $#found )); then
        _describe stdmig found
    else
        _files
    fi
}
# Read as a file of fpath it is the function; read by source it names itself.
if [ "$funcstack[1]" = "_stdmig" ]; then
    _stdmig "$@"
else
    compdef _stdmig stdmig
fi
"""

FISH = r"""function __stdmig_words
    set -lx _STDMIG_COMPLETE complete_fish
    set -lx _TYPER_COMPLETE_FISH_ACTION get-args
    set -lx _TYPER_COMPLETE_ARGS (commandline -cp)
    set -l words (stdmig 2>/dev/null | string match -r '.+')
    if set -q words[1]
        printf '%s\n' $words
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c stdmig -f -a '(__stdmig_words)'
"""

POWERSHELL = r"""Register-ArgumentCompleter -Native -CommandName stdmig -ScriptBlock {
    param($word, $line, $cursor)
    $env:_STDMIG_COMPLETE = 'complete_powershell'
    $env:_TYPER_COMPLETE_ARGS = $line.ToString()
    $env:_TYPER_COMPLETE_WORD_TO_COMPLETE = $word
    try {
        stdmig 2>$null | Where-Object { $_ } | ForEach-Object {
            $value, $help = $_ -split ':::', 2
            if (-not $help -or -not $help.Trim()) { $help = $value }
            [System.Management.Automation.CompletionResult]::new(
                $value, $value, 'ParameterValue', $help)
        }
    } finally {
        $env:_STDMIG_COMPLETE = $null
        $env:_TYPER_COMPLETE_ARGS = $null
        $env:_TYPER_COMPLETE_WORD_TO_COMPLETE = $null
    }
}
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH, "powershell": POWERSHELL}

SET_UP = {
    "bash": "echo 'source <(stdmig completion bash)' >> ~/.bashrc",
    "zsh": "echo 'source <(stdmig completion zsh)' >> ~/.zshrc",
    "fish": "stdmig completion fish > ~/.config/fish/completions/stdmig.fish",
    "powershell": "Add-Content $PROFILE 'stdmig completion powershell | Out-String"
    " | Invoke-Expression'",
}
"""The command by which a person sets each up; nothing is written unasked."""
