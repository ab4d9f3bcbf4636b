#!/usr/bin/env bash
# A backup of the database each day at BACKUP_AT: the data in /backups, of which the last BACKUP_KEEP stay, and the keys
# apart in /backup-keys, of which the last BACKUP_KEYS_KEEP stay. A key that was deleted is in no backup of the keys that
# is made after it; once the older ones are gone, what it sealed is noise in every backup of the data.
#   backup.sh         for ever
#   backup.sh once    one now
#   backup.sh fresh   is there one of the last 25 hours?
set -euo pipefail
umask 077
folder=${BACKUP_FOLDER:-/backups}
keys_folder=${BACKUP_KEYS_FOLDER:-/backup-keys}
config=${BACKUP_CONFIG:-/run/secrets/mongo_backup_config}
keep=${BACKUP_KEEP:-14}
keys_keep=${BACKUP_KEYS_KEEP:-7}
# Those that wrap others come last, so that they open all that was kept before them.
keys=(pairKeys personKeys organisationKeys tenantKeys dataKeys)

backups() { find "$folder" -maxdepth 1 -name 'groei-*.archive.gz' "$@" | sort; }
key_backups() { find "$keys_folder" -maxdepth 1 -name 'groei-keys-*.tar' "$@" | sort; }
dump() { mongodump --quiet --config="$config" --gzip --db=groei "$@"; }

# A file gets its name when it is whole, and only then an older one goes.
once() {
  local at name
  at=$(date -u +%Y%m%dT%H%M%SZ)
  name="groei-$at.archive.gz"
  rm -rf "$folder"/.unfinished-* "$keys_folder"/.unfinished-*
  # The data first: whatever is in it, its key is in what is kept after it.
  dump "${keys[@]/#/--excludeCollection=}" --archive="$folder/.unfinished-$name"
  mkdir "$keys_folder/.unfinished-$at"
  for one in "${keys[@]}"; do
    dump --collection="$one" --archive="$keys_folder/.unfinished-$at/$one.archive.gz"
  done
  tar --create --file="$keys_folder/.unfinished-$at.tar" --directory="$keys_folder/.unfinished-$at" .
  rm -r "$keys_folder/.unfinished-$at"
  mv "$keys_folder/.unfinished-$at.tar" "$keys_folder/groei-keys-$at.tar"
  mv "$folder/.unfinished-$name" "$folder/$name"
  backups | head -n "-$keep" | xargs --no-run-if-empty rm
  key_backups | head -n "-$keys_keep" | xargs --no-run-if-empty rm
  echo "backup: $name, $(stat -c %s "$folder/$name") bytes, and its keys"
}

fresh() { [ -n "$(backups -mmin -1500)" ] && [ -n "$(key_backups -mmin -1500)" ]; }

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
