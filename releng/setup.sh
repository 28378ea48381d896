# Sourced by clusterwright and test, with $root set: finds or installs what a fresh machine lacks, and builds only what changed.
# Everything it makes lies in .build/ (ignored by git).

say() { if [ -t 2 ]; then printf 'clusterwright: %s\n' "$*" >&2; fi; }
die() { printf 'clusterwright: %s\n' "$*" >&2; exit 2; }

# need WHAT:PACKAGE ...   WHAT is a program, a library (libx.so.N) or an absolute path; PACKAGE the Debian package that has it.
need() {
  need_missing=
  for need_pair in "$@"; do
    need_what=${need_pair%%:*}; need_package=${need_pair#*:}
    case $need_what in
      /*) [ -e "$need_what" ] ;;
      *.so.*) /sbin/ldconfig -p 2>/dev/null | grep -q "^[[:space:]]*$need_what " ;;
      *) PATH=$PATH:/usr/sbin:/sbin command -v "$need_what" >/dev/null 2>&1 ;;
    esac || case " $need_missing " in *" $need_package "*) ;; *) need_missing="$need_missing $need_package" ;; esac
  done
  [ -n "$need_missing" ] || return 0
  need_line="apt-get install -y --no-install-recommends$need_missing"
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then die "missing packages; as root run: $need_line"; fi
  say "installing$need_missing"
  install_packages $need_missing || die "could not install the packages; see .build/apt.log, or run: $need_line"
}

# The packages' own services must not start here, hence policy-rc.d while it installs.
install_packages() {
  mkdir -p "$root/.build"
  install_policy=
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d; chmod +x /usr/sbin/policy-rc.d; install_policy=1
  fi
  install_status=0
  { DEBIAN_FRONTEND=noninteractive apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } \
    > "$root/.build/apt.log" 2>&1 < /dev/null || install_status=$?
  [ -z "$install_policy" ] || rm -f /usr/sbin/policy-rc.d
  return $install_status
}

# A JDK that fits; Debian's own where there is one and we may install it.
use_jdk() {
  if ! . "$root/releng/jdk.sh" 2>/dev/null; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
      for use_feature in 25 21; do
        if apt-cache show "openjdk-$use_feature-jdk-headless" >/dev/null 2>&1; then say "installing openjdk-$use_feature-jdk-headless"; install_packages "openjdk-$use_feature-jdk-headless"; break; fi
      done
    fi
    . "$root/releng/jdk.sh" || exit 2
  fi
}

# What mvnx needs to fetch its Maven.
need_maven() {
  [ -x "${XDG_CACHE_HOME:-$HOME/.cache}/clusterwright/apache-maven-$(sed -n 's/^version=//p' "$root/mvnx")/bin/mvn" ] || need mvn:maven
}

# changed STAMP PATH...   true when a file below the paths differs from what the stamp was made of. Times first, contents only where times differ.
changed() {
  changed_stamp=$1; shift
  [ -f "$changed_stamp" ] || return 0
  [ -n "$(find "$@" -newer "$changed_stamp" -print 2>/dev/null | head -n 1)" ] || return 1
  changed_new=$(mktemp "$root/.build/stamp.XXXXXX")
  sum "$@" > "$changed_new"
  if cmp -s "$changed_new" "$changed_stamp"; then mv "$changed_new" "$changed_stamp"; return 1; fi
  rm -f "$changed_new"; return 0
}

sum() { find "$@" -type f 2>/dev/null | LC_ALL=C sort | tr '\n' '\0' | xargs -0 sha256sum; }

# build STAMP LOG "PATH..." COMMAND...   runs the command, quietly, when the paths changed; one build at a time.
build() {
  build_stamp=$1; build_log=$2; build_paths=$3; shift 3
  changed "$build_stamp" $build_paths || return 0
  mkdir -p "$root/.build"
  if command -v flock >/dev/null; then exec 9> "$root/.build/lock"; flock 9; changed "$build_stamp" $build_paths || { exec 9>&-; return 0; }; fi
  say "building; the first time takes some minutes"
  sum $build_paths > "$build_stamp.new"
  if ! "$@" > "$build_log" 2>&1 < /dev/null 9>&-; then
    grep -E '^\[ERROR\]|error:|ERROR' "$build_log" | head -n 20 >&2 || :
    die "the build failed; all of it is in $build_log"
  fi
  mv "$build_stamp.new" "$build_stamp"
  if command -v flock >/dev/null; then exec 9>&-; fi
}

flat_modules="bundles/org.clusterwright.model bundles/org.clusterwright.dsl bundles/org.clusterwright.dsl.ide bundles/org.clusterwright.formats bundles/org.clusterwright.core"

# What a build of some modules depends on; not what the build itself writes there.
sources() {
  printf '%s\n' pom.xml targetplatform/pom.xml targetplatform/clusterwright.target releng/cli
  for sources_module in "$@"; do
    for sources_part in src model META-INF pom.xml build.properties plugin.xml plugin.properties feature.xml icons css intro schema resources splash.png; do
      [ ! -e "$sources_module/$sources_part" ] || printf '%s\n' "$sources_module/$sources_part"
    done
    for sources_part in "$sources_module"/*.product "$sources_module"/*.ini; do [ ! -e "$sources_part" ] || printf '%s\n' "$sources_part"; done
  done
}

all_modules() { sed -n 's#.*<module>\(.*\)</module>.*#\1#p' pom.xml | grep -v '^tests/'; }
