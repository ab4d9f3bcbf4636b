#!/usr/bin/env bash
# Puts a backup in the place of what the database holds. The servers are stopped meanwhile (docs/operations.md, Restoring).
#   docker compose run --rm restore groei-DATE.archive.gz
# Or beside it, into the database groei-drill, to see that it can be done: nothing needs to be stopped.
#   docker compose run --rm restore groei-DATE.archive.gz drill
set -euo pipefail
folder=${BACKUP_FOLDER:-/backups}
config=${RESTORE_CONFIG:-/run/secrets/mongo_root_config}

archive="$folder/${1:-none}"
if [ ! -s "$archive" ]; then
  echo "Name one of these:" >&2
  find "$folder" -maxdepth 1 -name 'groei-*.archive.gz' -printf '%f\n' | sort >&2
  exit 1
fi
drill=()
[ "${2:-}" != drill ] || drill=(--nsFrom='groei.*' --nsTo='groei-drill.*')
mongorestore --config="$config" --gzip --archive="$archive" --nsInclude='groei.*' "${drill[@]}" --drop
