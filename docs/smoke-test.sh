#!/bin/sh
# Tries a running system from outside: imports the bundled history, publishes one event, and compares what both
# processors answer with figures that are known. Ends with 0 when all is as it should be. For docker-compose.yml:
#
#   docs/smoke-test.sh
#
# Where the services are, when elsewhere (PROMETHEUS= leaves it out, API_2= too):
#
#   KAFKA=… REGISTRY=… GATEWAY=… API_1=… API_2=… PROMETHEUS=… docs/smoke-test.sh
#
# A token, if the services want one, by VORSPRUNG_TOKEN_FILE. It leaves the history and one invented company behind:
# nothing for a system in use.
set -eu

cd "$(dirname "$0")/.."
vorsprung=${VORSPRUNG:-./vorsprung}
kafka=${KAFKA-127.0.0.1:9092}
registry=${REGISTRY-http://127.0.0.1:8081/apis/ccompat/v7}
gateway=${GATEWAY-http://127.0.0.1:8082}
apis="${API_1-http://127.0.0.1:8080} ${API_2-http://127.0.0.1:8090}"
prometheus=${PROMETHEUS-http://127.0.0.1:9090}
patience=120

say() {
    echo "smoke test: $*"
}

fail() {
    say "FAILED: $*" >&2
    exit 1
}

# until_holds WHAT COMMAND...: tries again until the command succeeds
until_holds() {
    what=$1
    shift
    end=$(($(date +%s) + patience))
    until "$@"; do
        [ "$(date +%s)" -lt "$end" ] || fail "not within $patience s: $what"
        sleep 1
    done
    say "$what"
}

# holds API PATH TEXT: whether the answer, without blanks, has this text in it
holds() {
    ask "$1$2" | tr -d ' \n' | grep -qF "$3"
}

ask() {
    if [ -n "${VORSPRUNG_TOKEN_FILE:-}" ]; then
        curl --silent --max-time 20 --header "Authorization: Bearer $(cat "$VORSPRUNG_TOKEN_FILE")" "$1"
    else
        curl --silent --max-time 20 "$1"
    fi
}

targets_are_up() {
    answer=$(curl --silent --max-time 20 "$prometheus/api/v1/query?query=up")
    up=$(printf '%s' "$answer" | grep -o '"value":\[[0-9.]*,"1"\]' | wc -l)
    down=$(printf '%s' "$answer" | grep -o '"value":\[[0-9.]*,"0"\]' | wc -l)
    [ "$up" -ge 3 ] && [ "$down" -eq 0 ]
}

history=app/src/main/resources/vorsprung/market-history.jsonl
say "importing $history"
# Word splitting is meant: VORSPRUNG may be a command with arguments.
$vorsprung import --bootstrap "$kafka" --registry "$registry" "$history" || fail "the history cannot be imported"

$vorsprung publish funding-round --gateway "$gateway" --company "Smoke Test" --round Seed \
    --occurred-at 2026-01-05 --amount-usd 5000000 --source smoke-test || fail "the gateway takes no event"

for api in $apis; do
    then='asOf=2025-03-31'
    until_holds "$api: OpenAI stood at 300 billion on 2025-03-31" \
        holds "$api" "/v1/companies/openai?$then" '"valuationUsd":300000000000'
    until_holds "$api: Google led on gpqa-diamond then" \
        holds "$api" "/v1/benchmarks/gpqa-diamond?$then" '"leader":"google"'
    until_holds "$api: what was published through the gateway is there" \
        holds "$api" "/v1/companies/smoke-test" '"totalRaisedUsd":5000000'
    until_holds "$api: every instance is reached" \
        holds "$api" "/v1/status" '"state":"RUNNING"'
    ! holds "$api" "/v1/status" '"reachable":false' || fail "$api does not reach an instance"
done

[ -z "$prometheus" ] || until_holds "$prometheus: every target is up" targets_are_up
say "passed"
