#!/usr/bin/env bash
# Proves README.md's two commands in a bare Debian: python3, git, ca-certificates and nothing else, no display.
# Needs root and debootstrap on a Debian machine. Nothing is mounted into the root but /proc and /dev; the checkout is
# cloned into it, so only what is committed counts.
#
#   packaging/bare_root_proof.sh [COMMAND …]      by default: test, then demo
#
# Surroundings, all optional:
#   BARE_ROOT          folder to build the root in, must not exist yet; by default a fresh temporary one
#   BARE_ROOT_KEEP     1 = leave the root behind
#   BARE_ROOT_SUITE    Debian release, by default bookworm
#   BARE_ROOT_MIRROR   where Debian comes from, by default debootstrap's own choice
#   BARE_ROOT_BESIDE   folder laid beside the clone under its own name (what tests read in place from `../`)
#   BARE_ROOT_CARRY    files that say how this machine reaches the package registries, copied as they are
set -eu -o pipefail

checkout=$(cd "$(dirname "$0")/.." && pwd)
root=${BARE_ROOT:-$(mktemp -u -d -t bare-root.XXXXXX)}
suite=${BARE_ROOT_SUITE:-bookworm}
carry=${BARE_ROOT_CARRY:-/etc/resolv.conf /etc/hosts /etc/ssl/certs /usr/local/share/ca-certificates /etc/apt/apt.conf.d /etc/pip.conf /etc/xdg/pip}
[ $# -gt 0 ] || set -- "python3 packaging/start.py test" "python3 packaging/start.py demo"
[ "$(id -u)" = 0 ] || { echo "bare_root_proof: must be root" >&2; exit 2; }
[ ! -e "$root" ] || { echo "bare_root_proof: $root exists already" >&2; exit 2; }

leave() {
    umount "$root/proc" "$root/dev" 2>/dev/null || true
    # Never across a mount: a failed umount must not empty the machine's own /dev.
    [ "${BARE_ROOT_KEEP:-0}" = 1 ] || rm -rf --one-file-system "$root"
}
trap leave EXIT

began=$(date +%s)
debootstrap --variant=minbase --include=python3,git,ca-certificates "$suite" "$root" ${BARE_ROOT_MIRROR:-} >"$root.log" 2>&1 \
    || { tail -n 5 "$root.log" >&2; exit 3; }
rm -f "$root.log"
for file in $carry; do
    [ -e "$file" ] || continue
    mkdir -p "$root$(dirname "$file")"
    cp -a -T "$file" "$root$file"
done
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
git clone --quiet --no-hardlinks "$checkout" "$root/srv/checkout"
if [ -n "${BARE_ROOT_BESIDE:-}" ]; then cp -a "$BARE_ROOT_BESIDE" "$root/srv/$(basename "$BARE_ROOT_BESIDE")"; fi
echo "bare root: Debian $(cat "$root/etc/debian_version"), $(chroot "$root" python3 --version)," \
    "commit $(git -C "$checkout" rev-parse --short HEAD), made in $(($(date +%s) - began)) s"

# Of the caller's variables only those that tell pip and apt how to get out.
kept=()
for name in $(compgen -e); do
    case $name in
        PIP_CERT | PIP_INDEX_URL | PIP_EXTRA_INDEX_URL | PIP_DEFAULT_TIMEOUT | http_proxy | https_proxy | no_proxy | HTTP_PROXY | HTTPS_PROXY | NO_PROXY)
            kept+=("$name=${!name}") ;;
    esac
done

status=0
for command in "$@"; do
    began=$(date +%s)
    result=0
    echo "=== $command"
    chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin ${kept[@]+"${kept[@]}"} \
        /bin/sh -c "cd /srv/checkout && $command" </dev/null || result=$?
    echo "=== $command: exit $result after $(($(date +%s) - began)) s"
    [ "$result" = 0 ] || status=1
done
exit "$status"
