#!/usr/bin/env bash
# Checks this directory as far as that goes without a Docker engine: lints the Dockerfile, validates compose.yaml, and does
# by hand what the image does: extracts the layers of target/nguongoc.jar and runs the image's own command as its user.
# Needs the built jar, JDK 25 (JDK25_HOME, or beside the JDK on the PATH) and curl; npm for the linters; root to change user.
set -euo pipefail
umask 022 # the other user must be able to read what is made here
cd "$(dirname "${BASH_SOURCE[0]}")/.."

dockerfile=docker/Dockerfile
jar=target/nguongoc.jar
start_limit=40
stop_limit=20

say() { printf 'docker/check.sh: %s\n' "$*"; }
fail() {
    say "FAILED: $*" >&2
    exit 1
}

work=$(mktemp -d)
pid=
cleanup() {
    if [[ -n $pid ]]; then
        kill -KILL "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# --- Linters, by exact version -----------------------------------------------------------------------------------------

has_npm() { command -v npm >/dev/null; }

# Install scripts may download more from elsewhere, so none runs.
npm_tool() { npm exec --yes --ignore-scripts --loglevel=error --package="$1" -- "${@:2}"; }

if has_npm; then
    # One knows the syntax, the other the customs; the second would fetch shellcheck for RUN lines, which -s none spares it.
    npm_tool dockerfile-utils@0.16.3 dockerfile-utils lint "$dockerfile" || fail "dockerfile-utils refuses the Dockerfile"
    npm_tool dockerlinter@2.0.0 dockerlinter -s none -f "$dockerfile" || fail "dockerlinter refuses the Dockerfile"
    say "Dockerfile: dockerfile-utils and dockerlinter have nothing to say"
else
    say "Dockerfile: NOT linted, there is no npm"
fi

if docker compose version >/dev/null 2>&1; then
    docker compose -f docker/compose.yaml config --quiet || fail "docker compose refuses compose.yaml"
    say "compose.yaml: valid for docker compose"
elif has_npm; then
    # It carries the Compose schema with it. --quiet: errors only, its warnings are about the order of keys.
    npm_tool dclint@3.1.0 dclint --quiet docker/compose.yaml || fail "dclint refuses compose.yaml"
    say "compose.yaml: valid for dclint"
else
    say "compose.yaml: NOT validated, there is neither docker compose nor npm"
fi

# --- The image by hand -------------------------------------------------------------------------------------------------

# The rest of the Dockerfile's line that begins so; one line, or the check does not understand the Dockerfile any more.
line() {
    local found
    found=$(sed -n "s|^$1||p" "$dockerfile")
    [[ -n $found && $found != *$'\n'* ]] || fail "the Dockerfile should have one line beginning with: $1"
    printf '%s\n' "$found"
}

# The words of a JSON array of strings, which hold no quotation marks.
words() { grep -o '"[^"]*"' | sed -e 's/^"//' -e 's/"$//' -e 's/\\\\/\\/g'; }

is_jdk25() { [[ -x $1/bin/java && $("$1/bin/java" -version 2>&1) == *' version "25'* ]]; }

find_jdk25() {
    local javac home candidate
    if [[ -n ${JDK25_HOME:-} ]]; then
        is_jdk25 "$JDK25_HOME" || fail "JDK25_HOME is not the home of a JDK 25"
        printf '%s\n' "$JDK25_HOME"
        return
    fi
    javac=$(command -v javac) || fail "no javac on the PATH to look for JDK 25 beside: set JDK25_HOME"
    home=$(dirname "$(dirname "$(readlink -f "$javac")")")
    for candidate in "$(dirname "$home")"/*25*; do
        if is_jdk25 "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    fail "no JDK 25 beside the one on the PATH: set JDK25_HOME"
}

[[ -f $jar ]] || fail "no $jar: run mvn package first"
jdk=$(find_jdk25)
path=$jdk/bin:/usr/bin:/bin

# The first stage, then the COPY lines of the last one.
chmod 755 "$work"
mkdir "$work/layers" "$work/app" "$work/data" "$work/tmp"
cp "$jar" "$work/layers/"
extract="java $(line 'RUN java ')"
(cd "$work/layers" && PATH=$path bash -c "$extract")
while read -r layer; do
    cp -R "$work/layers/$layer." "$work/app/" || fail "the jar has no layer $layer"
done < <(sed -n 's|^COPY --from=layers /layers/\(.*/\) \./$|\1|p' "$dockerfile")
extracted=$(cd "$work/layers/extracted" && find ./* -type f | cut -d/ -f3- | sort)
copied=$(cd "$work/app" && find . -type f | cut -d/ -f2- | sort)
[[ $copied == "$extracted" ]] || fail "the Dockerfile does not copy every layer that has files"
say "layers: $(wc -l <<<"$copied") files"

# As the image's user, without capabilities and ways back to them, as compose.yaml has it.
as=()
if [[ $(id -u) == 0 ]] && command -v setpriv >/dev/null; then
    user=$(line 'USER ')
    chown "$user" "$work/data" "$work/tmp"
    as=(setpriv --reuid="${user%:*}" --regid="${user#*:}" --clear-groups --inh-caps=-all --bounding-set=-all --no-new-privs)
    say "running as ${user}, the image's user"
else
    say "running as $(id -un): changing to the image's user needs root and setpriv"
fi

port=18080
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
management=$((port + 1))
while (exec 3<>"/dev/tcp/127.0.0.1/$management") 2>/dev/null; do management=$((management + 1)); done

# Nothing of this shell's environment gets in: a NGUONGOC_… or SPRING_… variable would change what is checked.
# JAVA_TOOL_OPTIONS keeps what the JVM would leave in /tmp when it is killed in the directory that is removed.
directory=$(line 'ENV ')
environment=(env -i "PATH=$path" LANG=C.UTF-8 "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=$work/tmp -XX:-UsePerfData"
    "SERVER_PORT=$port" "MANAGEMENT_SERVER_PORT=$management" "${directory%%=*}=$work/data")
entrypoint=$(line 'ENTRYPOINT \[')
healthcheck=$(line 'HEALTHCHECK .* CMD \[')
mapfile -t entrypoint < <(words <<<"$entrypoint")
mapfile -t healthcheck < <(words <<<"$healthcheck")
healthy() { "${as[@]}" "${environment[@]}" "${healthcheck[@]}" 2>/dev/null; }
is_up() { curl -fs --noproxy '*' --max-time 2 "http://127.0.0.1:$management/actuator/health" | grep -q '"status":"UP"'; }
fail_with_log() {
    cat "$work/log" >&2
    fail "$@"
}

say "${entrypoint[*]}"
begin=$SECONDS
(cd "$work/app" && exec "${as[@]}" "${environment[@]}" "${entrypoint[@]}") >"$work/log" 2>&1 &
pid=$!
until is_up; do
    kill -0 "$pid" 2>/dev/null || fail_with_log "the service ended instead of starting"
    ((SECONDS - begin < start_limit)) || fail_with_log "not UP after $start_limit s"
    sleep 0.2
done
say "UP after about $((SECONDS - begin)) s on port $port, its management on $management"
healthy || fail_with_log "the service is UP, but the Dockerfile's HEALTHCHECK does not see it"
[[ -s $work/data/store.mv ]] || fail_with_log "the service does not keep its data where ${directory%%=*} says"

begin=$SECONDS
kill -TERM "$pid"
while kill -0 "$pid" 2>/dev/null; do
    ((SECONDS - begin < stop_limit)) || fail_with_log "still running $stop_limit s after SIGTERM"
    sleep 0.2
done
status=0
wait "$pid" || status=$?
pid=
[[ $status == 143 || $status == 0 ]] || fail_with_log "ended with exit code $status after SIGTERM"
! healthy || fail "the Dockerfile's HEALTHCHECK sees a service that is not there"
say "ended by itself after SIGTERM, exit code $status"

# Root may write anywhere; only as somebody else can this be seen.
if ((${#as[@]})); then
    status=0
    mkdir "$work/locked"
    (cd "$work/app" && exec "${as[@]}" "${environment[@]}" "${entrypoint[@]}" "--nguongoc.mongo.directory=$work/locked/data") \
        >"$work/log" 2>&1 || status=$?
    [[ $status == 1 ]] || fail_with_log "a directory that may not be written to: exit code $status"
    grep -q 'This user may not write to' "$work/log" || fail_with_log "a directory that may not be written to is not named"
    say "refuses a directory that it may not write to, exit code $status"
fi
say "passed"
