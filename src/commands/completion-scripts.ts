import type { Shell } from "./completion.ts";

/**
 * What `completion` prints. A script gives the words of the command line to `partner-score complete`, and offers what that
 * prints: a first line `files` where the name of a file may stand here as well, `words` where not; then an offer a line.
 * No word is ever evaluated by the shell a second time. People keep these scripts in their settings, so what `complete`
 * takes and prints stays as it is.
 */
export const completionScripts: Readonly<Record<Shell, string>> = {
  // Bash quotes nothing by itself, so the program gets the line as it was typed and quotes what continues it.
  bash: `# Completion of partner-score in bash: partner-score completion bash >> ~/.bashrc
_partner_score() {
  local offer
  local -a offers=()
  while IFS= read -r offer; do offers+=("$offer"); done < <(
    command partner-score complete bash "$COMP_WORDBREAKS" "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null </dev/null
  )
  COMPREPLY=("\${offers[@]:1}")
  [[ \${offers[0]-} == files ]] && compopt -o default
}
complete -F _partner_score partner-score
`,
  // After the tab comes what the list shows for the offer.
  zsh: `# Completion of partner-score in zsh: partner-score completion zsh >> ~/.zshrc
_partner_score() {
  local -a offers values shown
  local offer
  offers=("\${(@f)$(command partner-score complete zsh "=$PREFIX" "\${(@Q)words[2,CURRENT-1]}" 2>/dev/null </dev/null)}")
  for offer in "\${(@)offers[2,-1]}"; do
    values+=("\${offer%%$'\\t'*}")
    shown+=("\${offer#*$'\\t'}")
  done
  local found=1
  if (( $#values )); then
    compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -l -d shown -a values && found=0
  fi
  if [[ $offers[1] == files ]]; then
    compset -P '--*='
    _files && found=0
  fi
  return found
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _partner_score partner-score
`,
  // Fish shows what follows the tab beside the offer.
  fish: `# Completion of partner-score in fish: partner-score completion fish > ~/.config/fish/completions/partner-score.fish
function __partner_score_complete
    set -l before (commandline -xpc 2>/dev/null; or commandline -opc)
    set -l offers (command partner-score complete fish "="(commandline -ct) $before[2..-1] 2>/dev/null </dev/null)
    string join \\n -- $offers[2..-1]
    test "$offers[1]" = files; and __fish_complete_path (commandline -ct)
end
complete -c partner-score -f -a '(__partner_score_complete)'
`,
  powershell: `# Completion of partner-score in PowerShell: partner-score completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName partner-score -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
    ForEach-Object { if ($null -ne $_.Value) { $_.Value } else { $_.Extent.Text } })
  $encoding = [Console]::OutputEncoding
  try {
    [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new()
    $offers = @(& partner-score complete powershell "=$wordToComplete" @before 2>$null)
  } finally {
    [Console]::OutputEncoding = $encoding
  }
  $offers | Select-Object -Skip 1 | ForEach-Object {
    $value, $shown = $_ -split "\`t", 2
    $text = if ($value -match '^[\\w./=-]+$') { $value } else { "'" + ($value -replace "['\\u2018-\\u201B]", '$0$0') + "'" }
    $tip = if ($shown) { $shown } else { $value }
    [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $tip)
  }
}
`,
};
