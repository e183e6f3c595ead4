#!/usr/bin/env bash
# Brings a hosted Supabase project up to date with this checkout: see usage(). Works with bash 3.2, which macOS has.
set -euo pipefail
umask 077
readonly started_in="$PWD"
cd "$(dirname "$0")"

readonly FUNCTIONS="upload rft-responses rft-rewards rft-checkpoints"
# What the functions take from the environment of whoever deploys, when it is set there.
readonly SECRET_NAMES="JWT_SECRET S3_ENDPOINT S3_REGION S3_BUCKET S3_ACCESS_KEY_ID S3_SECRET_ACCESS_KEY"
readonly S3_NAMES="S3_ENDPOINT S3_REGION S3_BUCKET S3_ACCESS_KEY_ID S3_SECRET_ACCESS_KEY"

usage() {
  cat <<'HELP'
Usage: supabase/deploy.sh --project REF [--secrets FILE] [--lead EMAIL] [--url URL] [--dry-run]

Brings a hosted Supabase project up to date: database, secrets, edge functions; then checks that it is well. It may be run
again at any time: what is there already is left as it is.

  --project REF    The project's reference, the word before .supabase.co. Default: SUPABASE_PROJECT_REF.
  --secrets FILE   Secrets for the functions, NAME=VALUE a line. Those of these names in the environment are taken too:
                   JWT_SECRET (legacy tokens), S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY.
                   None is needed with Supabase's own storage and new keys.
  --lead EMAIL     Makes the account with this address a lead; invite it first (docs/supabase.md).
  --url URL        Where the project is reached, if it has a domain of its own. Default: https://REF.supabase.co.
  --dry-run        Looks and says what would be done; changes nothing in the project.
  --help           This.

Log in first with `npx supabase login` in this folder, or set SUPABASE_ACCESS_TOKEN. SUPABASE_DB_PASSWORD is used if set.
Secrets are never taken from the command line. Exit status: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
HELP
}

wrong_usage() {
  printf '%s\nTry supabase/deploy.sh --help.\n' "$1" >&2
  exit 2
}

project="${SUPABASE_PROJECT_REF:-}"
secrets_file=""
lead=""
url=""
dry_run=""
while [ $# -gt 0 ]; do
  case "$1" in
    --project | --secrets | --lead | --url)
      [ $# -ge 2 ] || wrong_usage "$1 needs a value."
      case "$1" in
        --project) project="$2" ;;
        --secrets) secrets_file="$2" ;;
        --lead) lead="$2" ;;
        --url) url="$2" ;;
      esac
      shift 2
      ;;
    --dry-run) dry_run=yes; shift ;;
    --help | -h) usage; exit 0 ;;
    # What it is may be a secret in the wrong place.
    *) wrong_usage "There is an argument that is not known." ;;
  esac
done
[[ "$project" =~ ^[a-z0-9]{20}$ ]] ||
  wrong_usage "Name the project with --project: the 20 letters and digits before .supabase.co."
[[ -z "$lead" || "$lead" =~ ^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+$ ]] || wrong_usage "--lead takes an e-mail address."
url="${url:-https://$project.supabase.co}"
url="${url%/}"
[[ "$url" =~ ^(https://|http://127\.0\.0\.1:) ]] || wrong_usage "--url takes an address that begins with https://."
case "$secrets_file" in
  '' | /*) secrets_path="$secrets_file" ;;
  *) secrets_path="$started_in/$secrets_file" ;;
esac

# --- What is told

steps=()
states=()
notes=()
step=""
finished=""
child=""
scratch="$(mktemp -d)"
gathered="$scratch/secrets"
output="$scratch/output"
: >"$gathered"
: >"$output"

begin() { step="$1"; printf -- '- %s\n' "$1"; }
end() { steps+=("$step"); states+=("$1"); notes+=("$2"); step=""; }

# What a tool said, without what must not be seen.
redacted() {
  local text name value
  text="$(tail -n 20 "$output")"
  while IFS='=' read -r name value; do
    # The tool takes the quotes off.
    case "$value" in \"*\" | \'*\') value="${value:1:${#value}-2}" ;; esac
    [ "${#value}" -lt 4 ] || text="${text//"$value"/(secret)}"
  done <"$gathered"
  for name in SUPABASE_ACCESS_TOKEN SUPABASE_DB_PASSWORD; do
    value="${!name:-}"
    [ "${#value}" -lt 4 ] || text="${text//"$value"/(secret)}"
  done
  printf '%s\n' "$text"
}

# Ends with what failed, what the tool said and what to do.
fail() {
  if [ -s "$output" ]; then redacted | sed 's/^/    /' >&2; fi
  end FAILED "$1"
  printf '\n%s\n%s\n' "$1" "$2" >&2
  exit 1
}

finish() {
  local status=$? i
  trap - EXIT INT TERM
  if [ -n "$step" ]; then end "$([ "$status" -ge 128 ] && echo INTERRUPTED || echo FAILED)" "ended before it was done"; fi
  rm -rf "$scratch"
  if [ "${#steps[@]}" -gt 0 ]; then
    printf '\n'
    for ((i = 0; i < ${#steps[@]}; i++)); do printf '%-12s %-22s %s\n' "${states[$i]}" "${steps[$i]}" "${notes[$i]}"; done
  fi
  if [ -z "$finished" ] && [ "$status" -ne 0 ]; then
    printf '\nNothing after this was done. Run it again when that is put right: what is done already does no harm.\n' >&2
  fi
  exit "$status"
}
stop() {
  trap '' INT TERM
  [ -z "$child" ] || kill "$child" 2>/dev/null || true
  wait || true
  exit "$1"
}
trap finish EXIT
trap 'stop 130' INT
trap 'stop 143' TERM

# In the background, so that an interruption is answered at once and what was running is ended first.
run() {
  local status=0
  "$@" </dev/null >"$output" 2>&1 &
  child=$!
  wait "$child" || status=$?
  child=""
  return "$status"
}

supabase() { run npx --no-install supabase "$@" --agent no; }

# --- What is done

check_tools() {
  begin "tools"
  local tool pinned found
  for tool in node npx; do
    command -v "$tool" >/dev/null 2>&1 || fail "There is no $tool." "Install Node.js 20 or later (https://nodejs.org)."
  done
  pinned="$(node -p 'require("./package.json").devDependencies.supabase')"
  found="$(npx --no-install supabase --version --agent no </dev/null 2>/dev/null)" || found=""
  [ "$found" = "$pinned" ] ||
    fail "The Supabase CLI $pinned is not installed here (found: ${found:-none})." "Run \`npm ci\` in the folder supabase."
  end ok "Supabase CLI $pinned"
}

check_project() {
  begin "login"
  if ! supabase projects list --output-format json; then
    grep -qiE 'access ?token|unauthori[sz]ed|401' "$output" || fail "Supabase cannot be asked." \
      "What the tool says is above. Look at the network and https://status.supabase.com."
    fail "You are not logged in to Supabase." \
      "Run \`npx supabase login\` in the folder supabase, or set SUPABASE_ACCESS_TOKEN."
  fi
  end ok ""
  begin "project"
  grep -qF "\"$project\"" "$output" || { : >"$output"; fail "Your account has no project $project." \
    "Look at the reference in the project's settings, or log in with the account it belongs to."; }
  supabase link --project-ref "$project" || fail "The project $project cannot be linked." \
    "If it is paused, restore it in the dashboard. If the database password is wanted, set SUPABASE_DB_PASSWORD."
  end ok "$project"
}

push_migrations() {
  begin "database"
  if [ -n "$dry_run" ]; then
    supabase db push --remote --dry-run || fail "The database cannot be looked at." \
      "Set SUPABASE_DB_PASSWORD to the database's password (Database settings in the dashboard)."
    end would "apply: $(grep -cE '[0-9]{14}_[a-z_]+\.sql' "$output" || true) migrations"
    return
  fi
  supabase db push --remote --yes || fail "A migration was refused." \
    "Those before it are applied and stay; the refused one left nothing. What the database says is above; see \"A migration was refused\" in docs/supabase.md."
  end ok "$(newest_migration)"
}

newest_migration() {
  local file newest=""
  for file in migrations/*.sql; do newest="${file#migrations/}"; done
  printf '%s' "${newest%%_*}"
}

# A line for the tool, to which # begins a comment wherever it is, unless the value is in quotes.
gather() {
  local name="$1" value="$2"
  case "$value" in
    *$'\n'*) fail "The secret $name has a line break." "Give it in one line, in quotes, in the file of --secrets." ;;
    *[!A-Za-z0-9_./:+=@%,-]*)
      case "$value" in *\'*) fail "The secret $name has a ' in it." "Put it in \" in the file of --secrets." ;; esac
      value="'$value'"
      ;;
  esac
  printf '%s=%s\n' "$name" "$value" >>"$gathered"
}

gather_secrets() {
  begin "secrets"
  local line name value number=0
  if [ -n "$secrets_file" ]; then
    [ -r "$secrets_path" ] || fail "The file of secrets cannot be read: $secrets_file." "Name another one with --secrets."
    while IFS= read -r line || [ -n "$line" ]; do
      number=$((number + 1))
      line="${line%$'\r'}"
      case "$line" in '' | \#*) continue ;; esac
      # Said by its number: what stands there may be a secret.
      [[ "$line" =~ ^[A-Z][A-Z0-9_]*= ]] ||
        fail "Line $number of $secrets_file is not NAME=VALUE." "Put it right; names have capitals, digits and _."
      name="${line%%=*}"
      value="${line#*=}"
      [ -n "$value" ] || fail "The secret $name has no value in $secrets_file." "Give it one, or take the line out."
      case "$name" in SUPABASE_*) fail "$name cannot be set." "Supabase sets it itself; take the line out." ;; esac
      case "$value" in
        \"*\" | \'*\') printf '%s\n' "$line" >>"$gathered" ;;
        *) gather "$name" "$value" ;;
      esac
    done <"$secrets_path"
  fi
  for name in $SECRET_NAMES; do
    value="${!name:-}"
    if [ -n "$value" ] && ! grep -q "^$name=" "$gathered"; then gather "$name" "$value"; fi
  done
  if grep -q '^S3_' "$gathered"; then
    for name in $S3_NAMES; do
      grep -q "^$name=" "$gathered" || fail "The secret $name is missing; the other ones for S3 are there." \
        "Put it into the file of --secrets, or set it in the environment."
    done
  fi
}

set_secrets() {
  gather_secrets
  local count
  count="$(grep -c '' "$gathered" || true)"
  if [ "$count" -eq 0 ]; then
    end ok "none to set"
  elif [ -n "$dry_run" ]; then
    end would "set $count: $(cut -d= -f1 "$gathered" | tr '\n' ' ')"
  else
    supabase secrets set --env-file "$gathered" --remote --yes || fail "The secrets were not set." \
      "What the tool says is above. Your access token may lack the right to write secrets."
    end ok "$count set"
  fi
}

deploy_functions() {
  local name
  for name in $FUNCTIONS; do
    begin "function $name"
    if [ -n "$dry_run" ]; then
      end would "deploy"
      continue
    fi
    # Bundled over there: no Docker is needed here.
    supabase functions deploy "$name" --use-api --remote --yes || fail "The function $name was not deployed." \
      "What the tool says is above. The functions before it are new, those after it are as they were."
    end ok "deployed"
  done
}

check_health() {
  begin "health"
  if [ -n "$dry_run" ]; then
    end would "check $url"
    return
  fi
  local key="${SUPABASE_PUBLISHABLE_KEY:-}"
  if [ -z "$key" ]; then
    supabase projects api-keys --remote --output-format json || fail "The project's keys cannot be listed." \
      "Set SUPABASE_PUBLISHABLE_KEY (API keys in the dashboard's settings) and run this again."
    key="$(grep -oE 'sb_publishable_[A-Za-z0-9_-]+' "$output" | head -n 1 || true)"
    # Nothing of the keys stays about.
    : >"$output"
    [ -n "$key" ] || fail "The project has no publishable key." \
      "Make one under API keys in the dashboard's settings, or set SUPABASE_PUBLISHABLE_KEY."
  fi
  URL="$url" KEY="$key" WANTED="$(newest_migration)" run node local/health.mjs ||
    fail "The project is deployed and not well." \
      "\`reward-desk doctor --url $url\` says more; so do the functions' logs in the dashboard. See docs/supabase.md."
  end ok "$(tail -n 1 "$output")"
}

appoint_lead() {
  [ -n "$lead" ] || return 0
  begin "lead"
  if [ -n "$dry_run" ]; then
    end would "make $lead a lead"
    return
  fi
  # The address was found to have nothing that ends a text in SQL.
  cat >"$scratch/lead.sql" <<SQL
do \$\$
begin
  insert into public.members (user_id, role) select u.id, 'lead' from auth.users u where lower(u.email) = lower('$lead')
    on conflict (user_id) do update set role = 'lead', revoked_at = null;
  if not found then
    raise exception 'No account has the address %.', '$lead';
  end if;
end
\$\$;
SQL
  supabase db query --file "$scratch/lead.sql" --remote --yes || fail "$lead was not made a lead." \
    "Invite that address first: Authentication, Users, Invite in the dashboard. Then run this again."
  end ok "$lead"
}

main() {
  check_tools
  check_project
  push_migrations
  set_secrets
  deploy_functions
  check_health
  appoint_lead
  finished=yes
  [ -n "$dry_run" ] && printf '\nNothing was changed.\n' || printf '\nAll is well. The workspace is at %s\n' "$url"
}

main
