# Sourced: sets JAVA_HOME to a JDK of 21 or newer, the one named by JAVA_HOME if it fits, else the newest under /usr/lib/jvm; returns 1 where there is none.
jdk_feature() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }
jdk_best=; jdk_best_feature=20
jdk_found=$(jdk_feature "${JAVA_HOME:-/none}" || true)
if [ "${jdk_found:-0}" -gt 20 ] && [ -x "$JAVA_HOME/bin/javac" ]; then
  jdk_best=$JAVA_HOME; jdk_best_feature=$jdk_found
else
  for jdk in /usr/lib/jvm/*; do
    [ -x "$jdk/bin/javac" ] || continue
    jdk_found=$(jdk_feature "$jdk" || true)
    if [ "${jdk_found:-0}" -gt "$jdk_best_feature" ]; then jdk_best=$jdk; jdk_best_feature=$jdk_found; fi
  done
fi
if [ -n "$jdk_best" ]; then
  JAVA_HOME=$jdk_best; export JAVA_HOME
else
  echo "Clusterwright needs a JDK of 21 or newer: none under /usr/lib/jvm. Install one (Temurin 25, say) or set JAVA_HOME to it." >&2
  return 1
fi
