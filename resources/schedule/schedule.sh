#!/bin/sh
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Applies the bounds that the timeline gives for now. Started every few minutes by a CronJob; needs
# sh, date and kubectl. It looks at the present only: a run that was missed is repaired by the next
# one, and a run too many changes nothing. All calendar work was done by the console that wrote the
# timeline, so every time here is in seconds since 1970 and the clock needs no time zone.
#
# Files beside it:
#   settings       namespace=, policy=, force=, start=, leadTime.*= (lines of name=value; the last two are the console's)
#   targets        component kind name min max      (min, max: bounds once the timeline has ended)
#   timeline.NAME  from to min max reason...        (sorted, without gaps, to excluded)
#
# Ends with 0 if every component has its bounds, else with 1 and a line on stderr for each that has
# not; the others have theirs.

set -u
dir=${SPILLWAY_SCHEDULE_DIR:-/spillway}
# The only place that looks at the clock.
now=${SPILLWAY_NOW:-$(date +%s)}
manager=spillway-schedule

namespace='' policy='' force=''
while IFS='=' read -r name value; do
    case $name in
    namespace) namespace=$value ;;
    policy) policy=$value ;;
    force) force=$value ;;
    esac
done <"$dir/settings" || exit 1

fail() {
    echo "schedule: $*" >&2
    failed=1
}

is_count() {
    case $1 in
    '' | *[!0-9]*) return 1 ;;
    esac
}

# Sets row_min and row_max to the bounds for now and state to held, early or expired. An instant
# before the first row takes that row: the clock may be behind that of the console.
find_row() {
    state=expired row_min='' row_max='' first=yes
    while read -r from to min max _; do
        if ! is_count "$from" || ! is_count "$to" || ! is_count "$min" || ! is_count "$max"; then
            state=broken
            return
        fi
        if [ "$now" -lt "$to" ] && { [ "$now" -ge "$from" ] || [ "$first" = yes ]; }; then
            state=held row_min=$min row_max=$max
            return
        fi
        first=no
    done <"$1"
}

apply_bounds() { # kind name min max
    case $1 in
    HorizontalPodAutoscaler) api=autoscaling/v2 low=minReplicas high=maxReplicas ;;
    ScaledObject) api=keda.sh/v1alpha1 low=minReplicaCount high=maxReplicaCount ;;
    *) return 1 ;;
    esac
    set -- "$api" "$low" "$high" "$@"
    # Bounds are not a whole object, which a kubectl before 1.27 would miss: only the server checks.
    printf '{"apiVersion":"%s","kind":"%s","metadata":{"name":"%s","namespace":"%s"},"spec":{"%s":%s,"%s":%s}}\n' \
        "$1" "$4" "$5" "$namespace" "$2" "$6" "$3" "$7" |
        kubectl apply --server-side --validate=false --field-manager="$manager" ${force:+--force-conflicts} \
            --request-timeout=20s -f -
}

# One Warning a day for each component. Whether it can be written does not matter for the bounds.
warn_expired() { # component kind name
    day=$(date -u -d "@$now" +%Y%m%d) && time=$(date -u -d "@$now" +%Y-%m-%dT%H:%M:%S.000000Z) ||
        return 0
    case $2 in
    HorizontalPodAutoscaler) api=autoscaling/v2 ;;
    *) api=keda.sh/v1alpha1 ;;
    esac
    answer=$(printf '{"apiVersion":"events.k8s.io/v1","kind":"Event","metadata":{"name":"%s","namespace":"%s"},"type":"Warning","reason":"ScheduleExpired","action":"ApplySchedule","note":"%s","reportingController":"spillway.dev/schedule","reportingInstance":"%s","eventTime":"%s","regarding":{"apiVersion":"%s","kind":"%s","name":"%s","namespace":"%s"}}\n' \
        "$3.schedule-expired.$day" "$namespace" \
        "The timeline of policy $policy has ended, $1 has its base bounds. Push the policy again." \
        "$manager" "$time" "$api" "$2" "$3" "$namespace" |
        kubectl create --request-timeout=20s -f - 2>&1) && return 0
    case $answer in
    *AlreadyExists* | *'already exists'*) ;;
    *) echo "schedule: $1: the warning could not be written: $answer" >&2 ;;
    esac
}

failed=0
if ! is_count "$now" || [ -z "$namespace" ]; then
    fail "no time or no namespace"
    exit 1
fi
while read -r component kind object base_min base_max <&3; do
    if [ ! -r "$dir/timeline.$component" ]; then
        fail "$component: it has no timeline"
        continue
    fi
    find_row "$dir/timeline.$component"
    if [ "$state" = broken ]; then
        fail "$component: its timeline is damaged"
        continue
    fi
    if [ "$state" = expired ]; then
        row_min=$base_min row_max=$base_max
    fi
    apply_bounds "$kind" "$object" "$row_min" "$row_max" ||
        fail "$component: the bounds $row_min to $row_max were not applied"
    if [ "$state" = expired ]; then
        warn_expired "$component" "$kind" "$object"
    fi
done 3<"$dir/targets" || fail "there are no targets"
exit $failed
