#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: run-headless.sh [--screen WIDTHxHEIGHT | --touch] [--locale NAME] COMMAND [ARGUMENT...]
#
# Runs a command with a display, a D-Bus session, an accessibility bus and a home of its own, all of which are gone when
# it ends. Any number may run at the same time. The exit status is the command's.
#
# --touch gives the display a touch screen, whose socket LIEUDIT_TOUCH names (see touch_screen.py); Xvfb has none.
set -u

fail () {
  echo "run-headless.sh: $1" >&2
  exit 2
}

screen=1280x900
touch=
support=$(cd "$(dirname "$0")" && pwd)
locale=
while [ $# -gt 0 ]; do
  case $1 in
    --screen) screen=$2; shift 2 ;;
    --touch) touch=yes; shift ;;
    --locale) locale=$2; shift 2 ;;
    --) shift; break ;;
    -*) fail "unknown option $1" ;;
    *) break ;;
  esac
done
[ $# -gt 0 ] || fail 'say which command to run'
server=Xvfb
[ -z "$touch" ] || server=Xorg
for program in $server dbus-run-session setsid; do
  command -v "$program" >/dev/null || fail "$program is missing; install the [test] packages of packages.txt"
done

place=$(mktemp -d "${TMPDIR:-/tmp}/lieudit-XXXXXX") || fail 'cannot make a temporary folder'
display_process=
session=

# Services that D-Bus starts leave its process group; they are known by their environment.
started_here () {
  grep -lszxF "LIEUDIT_HEADLESS=$place" /proc/[0-9]*/environ | sed -n 's,^/proc/\([0-9]*\)/.*,\1,p'
}

# Quick and without mercy: Meson gives a test half a second to end once its time is up.
clean_up () {
  trap '' INT TERM HUP
  [ -z "$session" ] || kill -KILL "-$session" 2>/dev/null
  left=$(started_here)
  [ -z "$left" ] || kill -KILL $left 2>/dev/null
  if [ -n "$display_process" ]; then
    kill -TERM "$display_process" 2>/dev/null
    wait "$display_process" 2>/dev/null
  fi
  rm -rf "$place"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir -m 700 "$place/home" "$place/run" "$place/services"
mkdir -p "$place/home/.config/gtk-4.0" "$place/home/.local/share" "$place/home/.cache" "$place/home/.local/state"

# A cursor that blinks draws frames for ever, and every answer on the accessibility bus waits for one.
printf '[Settings]\ngtk-cursor-blink=0\n' >"$place/home/.config/gtk-4.0/settings.ini"

# The server picks a free number and writes it once it is ready.
mkfifo "$place/display"
if [ -n "$touch" ]; then
  sed "s,FOLDER,$place," "$support/touch-screen.conf" >"$place/xorg.conf"
  setsid Xorg -displayfd 3 -config "$place/xorg.conf" -logfile "$place/Xorg.log" -dpi 96 -noreset -nolisten tcp \
    3>"$place/display" >"$place/server.log" 2>&1 &
  export LIEUDIT_TOUCH="$place/touch"
else
  setsid Xvfb -displayfd 3 -screen 0 "${screen}x24" -dpi 96 -noreset -nolisten tcp 3>"$place/display" 2>"$place/server.log" &
fi
display_process=$!
read -r number <"$place/display" || fail "$server did not start: $(tail -n 3 "$place/server.log")"

# Only the accessibility bus can be started by name: no portal, file system or settings service of the machine.
ln -s /usr/share/dbus-1/services/org.a11y.Bus.service "$place/services/"
cat >"$place/session.conf" <<CONFIGURATION
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=$place/run/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$place/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONFIGURATION

unset WAYLAND_DISPLAY WAYLAND_SOCKET XAUTHORITY DBUS_SESSION_BUS_ADDRESS DESKTOP_STARTUP_ID XDG_ACTIVATION_TOKEN
unset GTK_THEME GTK_MODULES GTK_DEBUG GTK_IM_MODULE LANG LANGUAGE LC_MESSAGES
LC_ALL=${LC_ALL:-C.UTF-8}
if [ -n "$locale" ]; then
  mkdir "$place/locales"
  localedef -i "$locale" -f UTF-8 "$place/locales/$locale.UTF-8" 2>/dev/null ||
    [ -e "$place/locales/$locale.UTF-8/LC_IDENTIFICATION" ] ||
    fail "cannot make the locale $locale; install the [test] packages of packages.txt"
  export LOCPATH="$place/locales" LANGUAGE="$locale"
  LC_ALL=$locale.UTF-8
fi
export LC_ALL
export LIEUDIT_HEADLESS="$place"
export DISPLAY=":$number" GDK_BACKEND=x11 GSK_RENDERER=cairo LIBGL_ALWAYS_SOFTWARE=1
export GTK_A11Y=atspi GTK_USE_PORTAL=0 ADW_DISABLE_PORTAL=1
export GSETTINGS_BACKEND=memory GIO_USE_VFS=local
export HOME="$place/home" XDG_RUNTIME_DIR="$place/run"
export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share"
export XDG_CACHE_HOME="$HOME/.cache" XDG_STATE_HOME="$HOME/.local/state"

# What D-Bus and its services say goes to a log; the command keeps its output to itself.
exec 8>&1 9>&2
setsid dbus-run-session --config-file="$place/session.conf" -- \
  sh -c 'exec "$@" 1>&8 2>&9 8>&- 9>&-' sh "$@" <&0 1>"$place/session.log" 2>&1 &
session=$!
wait "$session"
status=$?
[ $status -ne 127 ] || cat "$place/session.log" >&2
exit $status
