# Sourced by .ci/run and .ci/full: a throwaway place to work in, with uv, away from the caller's environments.
# Leaves behind: $work (removed at the end), `uv` on the path, `gate` and `interpreter`.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV UV_PYTHON UV_PROJECT
export PYTHONUTF8=1 PYTHONHASHSEED=random UV_PYTHON_DOWNLOADS=never UV_HTTP_TIMEOUT="${UV_HTTP_TIMEOUT:-180}"

work=$(mktemp -d "${TMPDIR:-/tmp}/troopmoves-ci.XXXXXX")
trap 'rm -rf "$work"' EXIT

gate() { printf '\n===== %s (after %d s)\n' "$1" "$SECONDS"; }

# interpreter 3.12: print the path of a Python of that version that really starts (a pyenv shim may not).
interpreter() {
  local candidate
  for candidate in "python$1" "${PYENV_ROOT:-$HOME/.pyenv}/versions/$1".*/bin/python; do
    "$candidate" -c 'import sys; print(sys.executable)' 2>/dev/null && return
  done
  return 1
}

python=$(interpreter 3.11) || python=$(interpreter 3) || { echo "no Python found" >&2; exit 1; }
"$python" -c 'import sys; sys.exit("Python 3.11 or later, please") if sys.version_info < (3, 11) else None'

gate "environment: $("$python" --version), uv"
"$python" -m venv "$work/tools"
"$work/tools/bin/python" -m pip install --quiet --disable-pip-version-check uv
export PATH="$work/tools/bin:$PATH" UV_PYTHON="$python" UV_PROJECT_ENVIRONMENT="$work/project"
uv --version
