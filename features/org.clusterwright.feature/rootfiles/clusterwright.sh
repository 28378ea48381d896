#!/bin/sh
# Starts Clusterwright from its own folder:  clusterwright.sh [FILE.cluster...] [-data WORKSPACE]
# Java 21 or newer is taken from CLUSTERWRIGHT_JAVA, JAVA_HOME, the path or /usr/lib/jvm, whichever fits first.
set -eu
home=$(dirname "$(readlink -f "$0")")
version() { "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1; }
fits() { [ -x "$1" ] && v=$(version "$1") && [ "${v:-0}" -ge 21 ]; }
java=
for candidate in "${CLUSTERWRIGHT_JAVA:-}" "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" $(ls -d /usr/lib/jvm/*/bin/java 2>/dev/null | sort -r); do
  if [ -n "$candidate" ] && fits "$candidate"; then java=$candidate; break; fi
done
[ -n "$java" ] || { echo "Clusterwright needs Java 21 or newer. Install it, or set CLUSTERWRIGHT_JAVA to its java." >&2; exit 1; }
# Guice still asks for what newer Javas warn of.
quiet=; [ "$(version "$java")" -lt 23 ] || quiet=--sun-misc-unsafe-memory-access=allow
launcher=$(ls "$home"/plugins/org.eclipse.equinox.launcher_*.jar | tail -n 1)
library=$(ls "$home"/plugins/org.eclipse.equinox.launcher.*/eclipse_*.so 2>/dev/null | tail -n 1 || true)
# $CLUSTERWRIGHT_VMARGS is split into words on purpose.
exec "$java" -Xmx1g --enable-native-access=ALL-UNNAMED $quiet ${CLUSTERWRIGHT_VMARGS:-} \
  -jar "$launcher" -name Clusterwright -startup "$launcher" ${library:+--launcher.library "$library" -showsplash "$home/splash.png"} "$@"
