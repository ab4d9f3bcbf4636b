#!/usr/bin/env bash
# A backup of the database each day at BACKUP_AT, of which the last BACKUP_KEEP stay in /backups.
#   backup.sh         for ever
#   backup.sh once    one now
#   backup.sh fresh   is there one of the last 25 hours?
set -euo pipefail
umask 077
folder=${BACKUP_FOLDER:-/backups}
config=${BACKUP_CONFIG:-/run/secrets/mongo_backup_config}
keep=${BACKUP_KEEP:-14}

backups() { find "$folder" -maxdepth 1 -name 'groei-*.archive.gz' "$@" | sort; }

# A file gets its name when it is whole, and only then an older one goes.
once() {
  local name
  name="groei-$(date -u +%Y%m%dT%H%M%SZ).archive.gz"
  rm -f "$folder"/.unfinished-*
  mongodump --quiet --config="$config" --gzip --archive="$folder/.unfinished-$name"
  mv "$folder/.unfinished-$name" "$folder/$name"
  backups | head -n "-$keep" | xargs --no-run-if-empty rm
  echo "backup: $name, $(stat -c %s "$folder/$name") bytes"
}

fresh() { [ -n "$(backups -mmin -1500)" ]; }

case "${1:-}" in
once) once ;;
fresh) fresh ;;
*)
  trap 'exit 0' TERM INT
  fresh || once || echo 'backup: failed'
  while true; do
    next=$(date -d "${BACKUP_AT:-02:30}" +%s)
    now=$(date +%s)
    [ "$next" -gt "$now" ] || next=$((next + 86400))
    # In the background, so that SIGTERM is heard.
    sleep $((next - now)) &
    wait $!
    once || echo 'backup: failed'
  done
  ;;
esac
