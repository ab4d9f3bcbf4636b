#!/usr/bin/env bash
# Puts a backup in the place of what the database holds: of the data, or of the keys. The servers are stopped meanwhile
# (docs/operations.md, Restoring).
#   docker compose run --rm restore groei-DATE.archive.gz
# Or beside it, into the database groei-drill, to see that it can be done: nothing needs to be stopped.
#   docker compose run --rm restore groei-DATE.archive.gz drill
#   docker compose run --rm restore groei-keys-DATE.tar
set -euo pipefail
folder=${BACKUP_FOLDER:-/backups}
keys_folder=${BACKUP_KEYS_FOLDER:-/backup-keys}
config=${RESTORE_CONFIG:-/run/secrets/mongo_root_config}
name=${1:-none}

drill=()
[ "${2:-}" != drill ] || drill=(--nsFrom='groei.*' --nsTo='groei-drill.*')
restore() { mongorestore --config="$config" --gzip --archive="$1" --nsInclude='groei.*' "${drill[@]}" --drop; }

case "$name" in
groei-keys-*) archive="$keys_folder/$name" ;;
*) archive="$folder/$name" ;;
esac
if [ ! -s "$archive" ]; then
  echo "Name one of these:" >&2
  find "$folder" "$keys_folder" -maxdepth 1 '(' -name 'groei-*.archive.gz' -o -name 'groei-keys-*.tar' ')' -printf '%f\n' | sort >&2
  exit 1
fi
case "$name" in
groei-keys-*)
  work=$(mktemp -d)
  trap 'rm -r "$work"' EXIT
  tar --extract --file="$archive" --directory="$work"
  for one in "$work"/*.archive.gz; do restore "$one"; done
  ;;
*) restore "$archive" ;;
esac
