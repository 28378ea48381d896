# Sourced with $root and JAVA_HOME set: cli_java runs a main class of the flat class path with the flags that start it fastest.
# An archive of loaded classes is made for the JVM found and again when that JVM or the jars change; where that does not work it goes without.
cli_dir=$root/.build/cli
cli_path=$(printf '%s:' "$cli_dir"/lib/*.jar)
# One short run: the quick compiler alone, the simplest collector, no byte code generated for injection or reflection. -Xlog:disable: an archive that does not
# fit is no news.
cli_flags="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Dguice_bytecode_gen_option=DISABLED -Djdk.reflect.useNativeAccessorOnly=true"

cli_java() { LC_ALL=C.UTF-8 "$JAVA_HOME/bin/java" $cli_flags $cli_archive -cp "$cli_path" "$@"; }

cli_archive=
cli_use_archive() {
  [ "${CLUSTERWRIGHT_ARCHIVE-}" != off ] || return 0
  if [ "$(sed -n 's/^home=//p' "$cli_dir/jvm" 2>/dev/null)" != "$JAVA_HOME" ] || ! sed 1d "$cli_dir/jvm" 2>/dev/null | cmp -s - "$JAVA_HOME/release"; then cli_make_archive; fi
  if [ -s "$cli_dir/archive.aot" ]; then cli_archive="-XX:AOTCache=$cli_dir/archive.aot"
  elif [ -s "$cli_dir/archive.jsa" ]; then cli_archive="-XX:SharedArchiveFile=$cli_dir/archive.jsa"; fi
}

# The archive is what the JVM keeps of a run of the main jobs: an AOT cache where it has them (JDK 25), else or where that fails an archive of classes.
# The note about the JVM is written last, and also when nothing came of it.
cli_make_archive() {
  [ -w "$cli_dir" ] || return 0
  say "preparing a quicker start"
  cli_work=$(mktemp -d "$cli_dir/archive.XXXXXX") || return 0
  rm -f "$cli_dir/archive.aot" "$cli_dir/archive.jsa"
  if [ "$(jdk_feature "$JAVA_HOME")" -ge 25 ]; then cli_try_archive aot -XX:AOTCacheOutput= -XX:AOTCache= || :; fi
  [ -s "$cli_dir/archive.aot" ] || cli_try_archive jsa -XX:ArchiveClassesAtExit= -XX:SharedArchiveFile= || :
  cli_archive=
  rm -rf "$cli_work"
  { echo "home=$JAVA_HOME"; cat "$JAVA_HOME/release"; } > "$cli_dir/jvm"
}

# cli_try_archive KIND WRITE READ   makes an archive and keeps it when a run with it does what it should. A JVM that dies of it does so in the work folder.
cli_try_archive() {
  cli_dies="-XX:-CreateCoredumpOnCrash -XX:ErrorFile=$cli_work/error.log"
  cli_archive="$2$cli_work/archive.$1 $cli_dies"; cli_main_job || return 1
  [ -s "$cli_work/archive.$1" ] || return 1
  cli_archive="$3$cli_work/archive.$1 $cli_dies"; cli_main_job || return 1
  mv "$cli_work/archive.$1" "$cli_dir/archive.$1"
}
cli_main_job() {
  cli_java org.clusterwright.core.cli.Rehearsal export "$root/examples/an-clusterA.cluster" -o "$cli_work/bundles" \
    then generate "$root/examples/an-clusterA.cluster" -o "$cli_work/out" >/dev/null 2>&1 </dev/null
}
