# Sourced: sets JAVA_HOME to a JDK of 21 or newer, the one named by JAVA_HOME if it fits, else the newest under /usr/lib/jvm.
jdk_feature() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }
jdk_found=$(jdk_feature "${JAVA_HOME:-/none}" || true)
if [ -z "$jdk_found" ] || [ "$jdk_found" -lt 21 ]; then
  jdk_best=; jdk_best_feature=20
  for jdk in /usr/lib/jvm/*; do
    [ -x "$jdk/bin/javac" ] || continue
    jdk_found=$(jdk_feature "$jdk" || true)
    if [ "${jdk_found:-0}" -gt "$jdk_best_feature" ]; then jdk_best=$jdk; jdk_best_feature=$jdk_found; fi
  done
  [ -n "$jdk_best" ] || { echo "Clusterwright needs a JDK of 21 or newer: none under /usr/lib/jvm. Install one (Temurin 25, say) or set JAVA_HOME to it." >&2; exit 1; }
  JAVA_HOME=$jdk_best; export JAVA_HOME
fi
