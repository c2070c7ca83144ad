#!/bin/sh
# Install stdmig from this folder, without a network.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2
fits='import sys; sys.exit(sys.version_info[:2] not in @TUPLES@)'
for version in @NEWEST_FIRST@ 3; do
  if "python$version" -c "$fits" 2>/dev/null; then
    exec "python$version" -sP "$here/installer/install.py" "$@"
  fi
done
echo "No Python of these versions was found: @PYTHONS@" >&2
echo "Python（@PYTHONS@のいずれか）が見つかりません。" >&2
exit 2
