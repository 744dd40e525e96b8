# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What ./build-aux/run, ./build-aux/test and .ci/run share. It is sourced, not run.
#
# How it works: each of them names the packages it needs. Where there is apt, the ones that are not
# installed are listed, then installed; when nothing is missing, apt is not even asked. On another
# system nothing is installed: what is missing is found by command and by pkg-config, and printed.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${GEOAT_BUILD_DIR:-$root/build}
fuzz=$build-fuzz

# What the build needs. Debian 13's libxlsxwriter-dev asks for libminizip-dev without depending on it.
build_packages=(
  gcc libc6-dev meson ninja-build pkgconf gettext python3
  libglib2.0-dev libjson-glib-dev libcairo2-dev libharfbuzz-dev libpango1.0-dev libcsv-dev
  libarchive-dev libical-dev libminizip-dev libuchardet-dev libxlsxwriter-dev libxml2-dev
  libgtk-4-dev libadwaita-1-dev libgtk-4-bin libxml2-utils desktop-file-utils shared-mime-info
)
build_commands=(
  cc meson ninja pkg-config msgfmt python3
  glib-compile-resources glib-compile-schemas xmllint update-desktop-database update-mime-database
)
build_modules=(
  'glib-2.0 >= 2.74' 'gio-unix-2.0 >= 2.74' 'gmodule-2.0 >= 2.74' 'json-glib-1.0 >= 1.6' harfbuzz
  pangocairo cairo-svg cairo-pdf 'libarchive >= 3.6' 'libical >= 3.0' 'libxml-2.0 >= 2.9' xlsxwriter
  uchardet
  'gtk4 >= 4.8' 'libadwaita-1 >= 1.2'
)

# What the window needs besides: icons and the loader that draws them, fonts, a session bus.
run_packages=(
  adwaita-icon-theme hicolor-icon-theme librsvg2-common fonts-cantarell fonts-noto-core
  dbus-daemon at-spi2-core
)

# What the tests need besides.
test_packages=(
  "${run_packages[@]}"
  xvfb xdotool imagemagick poppler-utils appstream libglib2.0-bin
  gir1.2-atspi-2.0 gir1.2-gtk-4.0 python3-gi python3-jsonschema python3-docx python3-openpyxl
  clang libclang-rt-dev libxtst-dev
)
test_commands=(
  Xvfb xdotool import pdftotext appstreamcli desktop-file-validate gio dbus-daemon msgen xgettext
  clang
)
test_modules=(xtst)
test_python=(gi jsonschema docx openpyxl)

say () { printf '%s\n' "$*" >&2; }
die () { say "$*"; exit 1; }

has_apt () { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

# Those of the packages that are not installed, one a line.
missing_packages () {
  local installed package
  installed=$(dpkg-query --show --showformat='${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null |
    sed -n 's/^ii *//p') || true
  for package in "$@"; do
    grep --quiet --line-regexp --fixed-strings -- "$package" <<<"$installed" || printf '%s\n' "$package"
  done
}

as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "This needs root, and there is no sudo here. As root: $*"
  fi
}

# Asks nothing, whatever a package would like to know; a changed configuration file stays as it is.
apt_get () {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 \
    -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
    "$@" >/dev/null
}

# Installs those of the packages that are missing. Says so first; does nothing when there are none.
install_packages () {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  say "To be installed, with what they need in turn: ${missing[*]}"
  if ! apt-get --simulate --no-install-recommends install "${missing[@]}" >/dev/null 2>&1; then
    say "Asking for the list of packages …"
    apt_get update
  fi
  # A list that is out of date names files that are gone: ask for a new one, once.
  if ! apt_get --yes --no-install-recommends install "${missing[@]}"; then
    say "Trying again with a new list of packages …"
    apt_get update
    apt_get --yes --no-install-recommends install "${missing[@]}"
  fi
}

# Without apt: stops with what is missing, in words that any distribution's package search takes.
check_commands () {
  local command
  for command in "$@"; do
    command -v "$command" >/dev/null || printf '  the command %s\n' "$command"
  done
}

check_modules () {
  local module
  for module in "$@"; do
    pkg-config --print-errors --exists "$module" 2>/dev/null ||
      printf '  the library %s, with its development files (pkg-config)\n' "$module"
  done
}

check_python () {
  local module
  for module in "$@"; do
    python3 -c "import $module" 2>/dev/null || printf '  the module %s of Python\n' "$module"
  done
}

check_libcsv () {
  printf '#include <csv.h>\nint main (void) { return csv_error (0) != 0; }\n' |
    cc -fsyntax-only -x c - 2>/dev/null || printf '  the library libcsv, with its header csv.h\n'
}

stop_if_missing () {
  [ -z "$1" ] || die "This is not Debian or a relative of it, so nothing was installed. Missing are
$1
Install them with your system's package manager, then start this again."
}

need_for_build () {
  if has_apt; then
    install_packages "${build_packages[@]}" "$@"
  else
    stop_if_missing "$(check_commands "${build_commands[@]}"; check_modules "${build_modules[@]}"
      check_libcsv)"
  fi
}

need_for_tests () {
  need_for_build "${test_packages[@]}" "$@"
  if ! has_apt; then
    stop_if_missing "$(check_commands "${test_commands[@]}"; check_modules "${test_modules[@]}"
      check_python "${test_python[@]}")"
  fi
}

# The value of an option of the build folder; nothing where there is no such folder yet.
build_option () {
  local options=$build/meson-info/intro-buildoptions.json
  [ ! -f "$options" ] || python3 -c '
import json, sys
for option in json.load(open(sys.argv[1], encoding="utf-8")):
    if option["name"] == sys.argv[2]:
        print(str(option["value"]).lower())' "$options" "$1"
}

# Sets the build folder up once, changes the options (name=value) that differ, and builds.
build_with () {
  local option changes=()
  if [ ! -f "$build/build.ninja" ]; then
    meson setup "$build" "$root" "${@/#/-D}"
  else
    for option in "$@"; do
      [ "$(build_option "${option%%=*}")" = "${option#*=}" ] || changes+=("-D$option")
    done
    [ ${#changes[@]} -eq 0 ] || meson configure "$build" "${changes[@]}"
  fi
  meson compile -C "$build"
}

# Builds the fuzz targets, with clang in a folder of their own, and runs each for a minute, or for
# GEOAT_FUZZ_SECONDS.
run_fuzz_targets () {
  local seconds=${GEOAT_FUZZ_SECONDS:-60}
  {
    [ -f "$fuzz/build.ninja" ] ||
      CC=clang meson setup "$fuzz" "$root" -Dfuzz=true -Dtests=false -Dapplication=disabled
  } && meson compile -C "$fuzz" &&
    meson test -C "$fuzz" --no-rebuild --print-errorlogs --suite fuzz \
      --timeout-multiplier $((3 + seconds / 60)) --test-args="-max_total_time=$seconds"
}

# Runs the tests of the build folder, and the fuzz targets, which are the suite `fuzz`, when all tests
# or that suite are wanted. Two tests run at a time for each core, since those of the window mostly
# wait. The last line of the output counts them; the status is that of the tests. Arguments are those
# of `meson test`.
run_tests () {
  local log=$build/meson-logs/testlog.json fuzz_log=$fuzz/meson-logs/testlog.json
  local logs=() status=0
  rm -f "$log" "$fuzz_log"
  if [ "$*" != '--suite fuzz' ]; then
    logs+=("$log")
    meson test -C "$build" --no-rebuild --print-errorlogs --timeout-multiplier 3 \
      --num-processes $((2 * $(nproc))) "$@" || status=$?
  fi
  if [ $# -eq 0 ] || [ "$*" = '--suite fuzz' ]; then
    logs+=("$fuzz_log")
    run_fuzz_targets || status=$?
  fi
  python3 "$root/build-aux/count-tests.py" --status "$status" "${logs[@]}"
}
