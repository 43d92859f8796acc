#!/usr/bin/env bash
# Gives the roles the least that they need on a Kafka with an authorizer. To run it again changes nothing.
#
#   docs/acls.sh --bootstrap-server kafka:9092 --command-config admin.properties \
#       --ingest User:ingest --processor User:processor --topics User:topics --operator User:operator
#
# Roles left out get nothing. KAFKA_ACLS names the command, kafka-acls.sh unless set; with KAFKA_ACLS=echo the script
# shows what it would do. It supposes the default application.id and the transactional ids given below.
set -euo pipefail

ingest='' processor='' topics='' operator=''
application_id=vorsprung-processor
transactional_id=vorsprung-ingest
connection=()

while (($# > 0)); do
    case $1 in
        --bootstrap-server | --command-config) connection+=("$1" "$2") ;;
        --ingest) ingest=$2 ;;
        --processor) processor=$2 ;;
        --topics) topics=$2 ;;
        --operator) operator=$2 ;;
        --application-id) application_id=$2 ;;
        --transactional-id) transactional_id=$2 ;;
        *)
            echo "acls.sh: unknown option $1; see the head of the script" >&2
            exit 2
            ;;
    esac
    shift 2
done

events=(
    market.funding-rounds market.model-releases market.benchmark-results market.price-changes
    market.usage-reports market.financial-reports market.lead-claims
)
journal=(market.publications market.reporters market.publish-attempts market.publish-answers)

# allow PRINCIPAL OPERATIONS RESOURCE...: OPERATIONS are separated by commas
allow() {
    local principal=$1 operations=$2
    shift 2
    local flags=() operation
    for operation in ${operations//,/ }; do
        flags+=(--operation "$operation")
    done
    "${KAFKA_ACLS:-kafka-acls.sh}" "${connection[@]}" --add --allow-principal "$principal" "${flags[@]}" "$@"
}

# topic_flags NAME...: into the array flags
topic_flags() {
    flags=()
    local name
    for name in "$@"; do
        flags+=(--topic "$name")
    done
}

# Writes events and its journal, reads its journal. fenceProducers needs no more than the transactional ids.
if [[ -n $ingest ]]; then
    topic_flags "${events[@]}" "${journal[@]}"
    allow "$ingest" Write,Describe "${flags[@]}"
    topic_flags "${journal[@]:1}"
    allow "$ingest" Read,Describe "${flags[@]}"
    allow "$ingest" Write,Describe --transactional-id "$transactional_id" --resource-pattern-type prefixed
fi

# Reads events, writes what follows from them, and owns its changelogs and its group.
if [[ -n $processor ]]; then
    topic_flags "${events[@]}"
    allow "$processor" Read,Describe "${flags[@]}"
    allow "$processor" Read,Write,Describe --topic market.signals --topic market.changes --topic market.price-cuts --topic market.crossings
    allow "$processor" Write,Describe --topic market.dead-letters
    allow "$processor" All --topic "$application_id-" --resource-pattern-type prefixed
    allow "$processor" Read,Describe,Delete,DescribeConfigs,AlterConfigs --group "$application_id" --resource-pattern-type prefixed
    allow "$processor" Write,Describe --transactional-id "$application_id" --resource-pattern-type prefixed
fi

# `topics create`.
if [[ -n $topics ]]; then
    allow "$topics" Create,Describe,DescribeConfigs --topic market. --resource-pattern-type prefixed
fi

# `import`, `watch`, `dead-letters`, `doctor`, and to read everything, the audit and the dead letters too.
if [[ -n $operator ]]; then
    topic_flags "${events[@]}" market.reporters market.source-state market.dead-letter-decisions
    allow "$operator" Write,Describe "${flags[@]}"
    allow "$operator" Read,Describe,DescribeConfigs --topic market. --resource-pattern-type prefixed
    allow "$operator" Describe --group "$application_id" --resource-pattern-type prefixed
    allow "$operator" Write,Describe --transactional-id "$transactional_id" --resource-pattern-type prefixed
fi
