# Sourced with $root and JAVA_HOME set: cli_java runs a main class of the flat class path with the flags that start it fastest.
# An archive of loaded classes is made for the JVM found and again when that JVM or the jars change; where that does not work it goes without.
cli_dir=$root/.build/cli
cli_path=$(printf '%s:' "$cli_dir"/lib/*.jar)
# One short run: the quick compiler alone, the simplest collector, no byte code generated for injection. -Xlog:disable: an archive that does not fit is no news.
cli_flags="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Dguice_bytecode_gen_option=DISABLED"

cli_java() { LC_ALL=C.UTF-8 "$JAVA_HOME/bin/java" $cli_flags $cli_archive -cp "$cli_path" "$@"; }

cli_archive=
cli_use_archive() {
  [ "${CLUSTERWRIGHT_ARCHIVE-}" != off ] || return 0
  if [ "$(sed -n 's/^home=//p' "$cli_dir/jvm" 2>/dev/null)" != "$JAVA_HOME" ] || ! sed 1d "$cli_dir/jvm" 2>/dev/null | cmp -s - "$JAVA_HOME/release"; then cli_make_archive; fi
  if [ -s "$cli_dir/archive.jsa" ]; then cli_archive="-XX:SharedArchiveFile=$cli_dir/archive.jsa"; fi
}

# A run of the main job, from which the JVM keeps what it loaded. The note about the JVM is written last, and also when nothing came of it.
cli_make_archive() {
  [ -w "$cli_dir" ] || return 0
  say "preparing a quicker start"
  cli_work=$(mktemp -d "$cli_dir/archive.XXXXXX") || return 0
  rm -f "$cli_dir/archive.jsa"
  # Not an AOT cache: JDK 25 dies while it writes one of these classes (AOTClassLinker). Should it die of this, its complaint stays in the work folder.
  cli_archive="-XX:ArchiveClassesAtExit=$cli_work/archive.jsa -XX:ErrorFile=$cli_work/error.log"
  cli_java org.clusterwright.core.cli.Main generate "$root/examples/an-clusterA.cluster" -o "$cli_work/out" >/dev/null 2>&1 </dev/null || :
  cli_archive=
  if [ -s "$cli_work/archive.jsa" ]; then mv "$cli_work/archive.jsa" "$cli_dir/archive.jsa"; fi
  rm -rf "$cli_work"
  { echo "home=$JAVA_HOME"; cat "$JAVA_HOME/release"; } > "$cli_dir/jvm"
}
