#!/bin/sh
# Runs PDE. In a checkout it builds what is missing or stale first; an installed copy is run as it is.
#
#   PDE_ENV_FILE    settings of an installed copy, NAME=VALUE by line (/etc/pde/pde.env); variables that are set win
#   PDE_JAVA_OPTS   further options for the JVM; they win over the ones below
#   JAVA_HOME       the Java to use, otherwise the one on the PATH
set -u

here=$(dirname -- "$(readlink -f -- "$0")")
app=$here/target/app
installed=false
if [ -f "$here/app/run.jar" ] && [ ! -e "$here/pom.xml" ]; then
  installed=true
  app=$here/app
fi

# Every message stands in both languages: nothing has been read yet that says which one is wanted.
tell() { printf 'pde: %s\n     %s\n' "$1" "$2" >&2; }

stop() {
  tell "$2" "$3"
  exit "$1"
}

java_command() {
  if [ -n "${JAVA_HOME:-}" ]; then printf '%s/bin/%s' "$JAVA_HOME" "$1"; else command -v "$1"; fi
}

# The release file beside a JDK tells its version without starting it.
java_major() {
  release=$(dirname -- "$(dirname -- "$(readlink -f -- "$1")")")/release
  version=$(sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$release" 2>/dev/null)
  [ -n "$version" ] || version=$("$1" -version 2>&1 | sed -n 's/.* version "\([0-9][0-9]*\).*/\1/p' | head -n 1)
  printf '%s' "${version:-0}"
}

need_java() {
  java=$(java_command java) && [ -x "$java" ] || stop 1 \
    "Java tidak ditemukan${JAVA_HOME:+ di JAVA_HOME ($JAVA_HOME)}. Pasang Java 17 atau yang lebih baru: apt-get install openjdk-17-jdk-headless" \
    "Java was not found${JAVA_HOME:+ at JAVA_HOME ($JAVA_HOME)}. Install Java 17 or newer: apt-get install openjdk-17-jdk-headless"
  major=$(java_major "$java")
  [ "$major" -ge 17 ] || stop 1 \
    "Java di $java terlalu lama (versi $major). Pasang Java 17 atau yang lebih baru, atau arahkan JAVA_HOME ke sana." \
    "The Java at $java is too old (version $major). Install Java 17 or newer, or point JAVA_HOME to it."
}

need_build_tools() {
  javac=$(java_command javac) && [ -x "$javac" ] || stop 1 \
    "Kompilator Java (javac) tidak ditemukan. Pasang JDK: apt-get install openjdk-17-jdk-headless" \
    "The Java compiler (javac) was not found. Install a JDK: apt-get install openjdk-17-jdk-headless"
  command -v mvn >/dev/null 2>&1 || stop 1 \
    "Maven (mvn) tidak ditemukan. Pasang dengan: apt-get install maven" \
    "Maven (mvn) was not found. Install it with: apt-get install maven"
}

# Names, sizes and times of all that goes into the jar. A list shows deleted and restored files, too,
# which a comparison with the newest time does not.
sources() {
  (cd "$here" && find pom.xml .mvn src/main/java src/main/resources -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort | cksum)
}

fresh() { [ -f "$app/built-from" ] && [ -f "$app/run.jar" ] && [ "$(cat "$app/built-from")" = "$now" ]; }

build() {
  need_build_tools
  mkdir -p "$app" 2>/dev/null || stop 1 \
    "Folder $app tidak dapat ditulis, padahal program perlu dibangun." \
    "The folder $app cannot be written to, but the program has to be built."
  exec 9>"$here/target/app.lock"
  if command -v flock >/dev/null 2>&1 && ! flock -n 9; then
    tell "menunggu pembangunan yang sedang berjalan ..." "waiting for the build that is under way ..."
    flock 9
    now=$(sources)
    if fresh; then
      exec 9>&-
      return
    fi
  fi
  printf 'pde: membangun program / building the program ...\n' >&2
  if ! mvn -q -B -ntp -f "$here/pom.xml" -Dmaven.test.skip=true -DskipChecks package \
    </dev/null >"$app/build.log" 2>&1 9>&-; then
    tail -n 30 "$app/build.log" >&2
    stop 1 \
      "Program tidak dapat dibangun; catatan lengkap: $app/build.log" \
      "The program could not be built; the whole log: $app/build.log"
  fi
  # A server that still runs the jar before this one keeps its bytes: the name moves, the file does not change.
  cp "$app/pde.jar" "$app/run.jar.new" && mv -f "$app/run.jar.new" "$app/run.jar"
  archive_classes
  printf '%s\n' "$now" >"$app/built-from"
  exec 9>&-
}

# Class data sharing: `pde version` starts in about half the time. Only a gain, so a failure is none.
archive_classes() {
  rm -f "$app/run.jsa"
  "$java" -XX:ArchiveClassesAtExit="$app/run.jsa" $quick -Xlog:disable -Xlog:all=off -Dpde.launcher.dir="$here" \
    -cp "$app/run.jar" id.pde.app.Main check "$here/mappings" </dev/null >/dev/null 2>&1 9>&- || :
}

# What the tests need besides Java and Maven; Debian's names of the packages.
test_tools() {
  missing=
  for tool in javac:openjdk-17-jdk-headless mvn:maven flock:util-linux unshare:util-linux setsid:util-linux git:git \
    chromium:chromium chromedriver:chromium-driver; do
    command -v "${tool%%:*}" >/dev/null 2>&1 || case " $missing " in
      *" ${tool#*:} "*) ;;
      *) missing="$missing ${tool#*:}" ;;
    esac
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    tell "memasang yang diperlukan pengujian:$missing" "installing what the tests need:$missing"
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    apt-get update -qq </dev/null >&2
    # shellcheck disable=SC2086 # one word per package
    apt-get install -y -qq --no-install-recommends $missing </dev/null >&2 || stop 1 \
      "Pemasangan gagal; pasang sendiri:$missing" \
      "Installing failed; install them yourself:$missing"
    return 0
  fi
  stop 1 \
    "Untuk pengujian masih kurang:$missing (sebagai root: apt-get install$missing)" \
    "The tests still need:$missing (as root: apt-get install$missing)"
}

run_tests() {
  profile=
  for option; do
    case $option in
      --release) profile=-Prelease-evidence ;;
      -D*) ;;
      *) stop 2 "Pilihan tidak dikenal: $option. Pakai: pde test [--release]" "Unknown option: $option. Usage: pde test [--release]" ;;
    esac
  done
  for option; do
    shift
    case $option in --release) ;; *) set -- "$@" "$option" ;; esac
  done
  test_tools
  need_java
  need_build_tools
  exec mvn -B -ntp -f "$here/pom.xml" ${profile:+"$profile"} "$@" verify </dev/null
}

# Reads names and values; nothing in the file is run.
settings() {
  [ -r "$1" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    name=${line%%=*}
    case $line in \#* | '') continue ;; *=*) ;; *) continue ;; esac
    case $name in *[!A-Z0-9_]* | '' | [0-9]*) continue ;; esac
    printenv "$name" >/dev/null || export "$name=${line#*=}"
  done <"$1"
}

# An archive with all that a server without Maven and network needs. The same sources give the same bytes.
release() {
  [ $# -eq 0 ] || stop 2 "Pakai: pde release" "Usage: pde release"
  need_java
  need_build_tools
  work=$here/target/release
  rm -rf "$work"
  mkdir -p "$work" || stop 1 "Folder $work tidak dapat ditulis." "The folder $work cannot be written to."
  version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$here/pom.xml" | head -n 1)
  name=pde-$version
  tell "membangun $name ..." "building $name ..."
  mvn -q -B -ntp -f "$here/pom.xml" -Dmaven.test.skip=true -DskipChecks -Dbuild.folder=target/release/build \
    package org.cyclonedx:cyclonedx-maven-plugin:makeBom -DincludeBomSerialNumber=false -DincludeTestScope=false \
    -DoutputFormat=json -DoutputName=bom -DprojectType=application </dev/null >&2 || stop 1 \
    "Rilis tidak dapat dibangun." "The release could not be built."
  to=$work/$name
  mkdir -p "$to/app" "$to/src/main"
  cp "$work/build/pde.jar" "$to/app/run.jar"
  cp -R "$work/build/lib" "$to/app/lib"
  cp "$work/build/bom.json" "$to/bom.json"
  cp "$here/pde" "$here/README.md" "$here/LICENSE" "$here/NOTICE" "$to/"
  cp -R "$here/mappings" "$here/routes" "$to/"
  cp -R "$here/src/main/demo" "$to/src/main/demo"
  cp -R "$here/src/docs" "$to/docs"
  # An installed copy has its documents one folder nearer, and no sources: the schemas lie beside them.
  find "$here/src/main/resources" -name '*.schema.json' -exec cp {} "$to/docs/" \;
  find "$to/docs" -name '*.md' -exec sed -i -e 's|](\.\./\.\./src/[^)]*/|](|g' -e 's|](\.\./\.\./|](../|g' {} +
  sed -i 's|](src/docs/|](docs/|g' "$to/README.md"
  cp -R "$here/src/main/release/." "$to/"
  find "$to" -name '.*.lock' -exec rm -f {} +
  chmod -R u+rwX,go+rX,go-w "$to"
  LC_ALL=C tar --sort=name --format=gnu --mtime='2026-01-01 00:00:00Z' --owner=0 --group=0 --numeric-owner \
    -C "$work" -cf "$work/$name.tar" "$name" && gzip -9n "$work/$name.tar" || stop 1 \
    "Arsip tidak dapat ditulis." "The archive could not be written."
  mv -f "$work/$name.tar.gz" "$here/target/$name.tar.gz"
  (cd "$here/target" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
  printf '%s\n' "$here/target/$name.tar.gz"
}

# Under the C locale Java cannot open a file whose name is not plain ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
  *) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac

if [ $installed = true ]; then
  settings "${PDE_ENV_FILE:-/etc/pde/pde.env}"
  case ${1:-} in
    test | release)
      stop 2 "Perintah ini hanya ada di checkout sumber; yang ini salinan terpasang." \
        "This command is for a checkout of the sources; this is an installed copy."
      ;;
  esac
fi

case ${1:-} in
  test)
    shift
    run_tests "$@"
    ;;
  release)
    shift
    release "$@"
    exit 0
    ;;
esac

quick="-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
work="-Xmx256m -XX:+UseParallelGC"

need_java
if [ $installed = false ]; then
  now=$(sources)
  fresh || build
fi

# Whether the first file among the words is so large that the better compiler pays.
large_file() {
  for word; do
    case $word in -*) continue ;; esac
    if [ -f "$word" ]; then
      [ -n "$(find -L "$word" -prune -size +4M 2>/dev/null)" ]
      return
    fi
  done
  return 1
}

options=$quick
for word; do
  case $word in
    load | plan | replay | approve | undo | bench | up | demo | export | backup | restore | reconcile)
      options=$work
      break
      ;;
    read)
      ! large_file "$@" || options=$work
      break
      ;;
    check | version | completion | help | runs | run | rejects | sql | guess | doctor | down) break ;;
  esac
done

terminal=false
[ -t 2 ] && terminal=true

# The archive of classes was made with another collector and compiler in mind, but fits all of them;
# one that does not fit is passed over, and the JVM's remark on it must not reach stdout.
# shellcheck disable=SC2086 # options are words
exec "$java" $options -Xshare:auto -XX:SharedArchiveFile="$app/run.jsa" -Xlog:disable -Xlog:all=error:stderr \
  -Dfile.encoding=UTF-8 -Dpde.terminal=$terminal -Dpde.launcher.dir="$here" ${PDE_JAVA_OPTS:-} -cp "$app/run.jar" id.pde.app.Main "$@"
