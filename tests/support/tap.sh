# shellcheck shell=sh
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# For test scripts: “check NAME COMMAND…” is a test that passes if the command
# exits with 0 and prints nothing; “plan” ends the script.  What it prints goes to
# standard error, since Meson shows no other lines of a TAP test.

points=0
failures=0

check ()
{
  name=$1
  shift
  points=$((points + 1))

  if output=$("$@" 2>&1) && [ -z "$output" ]
  then
    echo "ok $points $name"
  else
    printf '%s\n' "$output" >&2
    echo "not ok $points $name"
    failures=$((failures + 1))
  fi
}

plan ()
{
  echo "1..$points"
  [ "$failures" = 0 ]
}
