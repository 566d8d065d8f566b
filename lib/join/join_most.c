/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of the argument why no plan can place more: a network of places, its cut, the check. */
#include "join/join_most.h"

#include <limits.h>

#include "base/error.h"
#include "base/memory.h"
#include "report/reason/reason.h"
#include "report/survey/most_check.h"
#include "solve/flow.h"

/* The network's nodes in this order: households, dwellings, units, organisations, source, sink. */
struct network {
    const husly_problem *problem;
    struct open_pairs pairs;
    struct right_count right;
    struct flow_network flow;
    struct flow_arc *arcs;
    bool *barred;  /* by household */
    bool *reached; /* by node */
    int *root;     /* by node: another one of its part, itself where it stands for the part */
    int *members;  /* groups take their lists from here; parts share no node, so all have room */
    struct most_limit *limits;
};

static int dwelling_node(const struct network *network, int dwelling)
{
    return network->problem->household_count + dwelling;
}

static int unit_node(const struct network *network, int unit)
{
    return dwelling_node(network, network->problem->dwelling_count) + unit;
}

static int organisation_node(const struct network *network, int organisation)
{
    return unit_node(network, network->right.count) + organisation;
}

static int unit_of(const struct network *network, int dwelling)
{
    return network->problem->policy.right_offered_only ? NONE : network->right.unit_of[dwelling];
}

/* The organisation whose extra dwellings a unit may use, NONE. */
static int helper_of(const struct network *network, int unit)
{
    const int organisation = network->right.units[unit].organisation;
    const bool helps =
        organisation != NONE && network->problem->organisations[organisation].extras_left > 0;
    return helps ? organisation : NONE;
}

static void add_arc(struct network *network, int from, int to, int64_t room)
{
    network->arcs[network->flow.arc_count++] =
        (struct flow_arc){from, to, room < INT_MAX ? (int)room : INT_MAX};
}

static void add_household(struct network *network, int household)
{
    if (network->barred[household])
        return;
    add_arc(network, network->flow.source, household, 1);
    for (int d = 0; d < network->problem->dwelling_count; d++) {
        if (open_pairs_has(&network->pairs, household, d))
            add_arc(network, household, dwelling_node(network, d), INT_MAX);
    }
}

static void add_places(struct network *network)
{
    const husly_problem *problem = network->problem;
    const int sink = network->flow.sink;
    for (int d = 0; d < problem->dwelling_count; d++) {
        const int unit = unit_of(network, d);
        add_arc(network, dwelling_node(network, d), unit != NONE ? unit_node(network, unit) : sink,
                open_pairs_room(&network->pairs, problem, d));
    }
    for (int u = 0; u < network->right.count; u++) {
        const int helper = helper_of(network, u);
        add_arc(network, unit_node(network, u), sink,
                network->right.units[u].entitlement + network->right.units[u].pool);
        if (helper != NONE)
            add_arc(network, unit_node(network, u), organisation_node(network, helper), INT_MAX);
    }
    for (int o = 0; o < problem->organisation_count; o++) {
        const int64_t left = problem->organisations[o].extras_left;
        add_arc(network, organisation_node(network, o), sink, left > 0 ? left : 0);
    }
}

static size_t count_arcs(const struct network *network)
{
    const husly_problem *problem = network->problem;
    size_t count = 1 + (size_t)problem->household_count + (size_t)problem->dwelling_count +
                   2 * (size_t)network->right.count + (size_t)problem->organisation_count;
    for (int h = 0; h < problem->household_count; h++) {
        for (int d = 0; d < problem->dwelling_count; d++)
            count += open_pairs_has(&network->pairs, h, d);
    }
    return count;
}

static bool network_open(struct network *network, struct arena *arena)
{
    const husly_problem *problem = network->problem;
    if (!open_pairs_find(&network->pairs, problem, arena) ||
        !right_count_find(&network->right, problem, arena))
        return false;
    struct flow_network *flow = &network->flow;
    flow->source = organisation_node(network, problem->organisation_count);
    flow->sink = flow->source + 1;
    flow->node_count = flow->sink + 1;
    const size_t nodes = (size_t)flow->node_count;
    const size_t arcs = count_arcs(network);
    network->barred = arena_take(arena, nodes, sizeof *network->barred);
    network->reached = arena_take(arena, nodes, sizeof *network->reached);
    network->root = arena_take(arena, nodes, sizeof *network->root);
    network->members = arena_take(arena, nodes, sizeof *network->members);
    network->limits = arena_take(arena, nodes, sizeof *network->limits);
    network->arcs = arcs < INT_MAX / 2 ? arena_take(arena, arcs, sizeof *network->arcs) : NULL;
    flow->arcs = network->arcs;
    return network->barred != NULL && network->reached != NULL && network->root != NULL &&
           network->members != NULL && network->limits != NULL && network->arcs != NULL;
}

static bool has_any(const struct network *network, int household)
{
    for (int d = 0; d < network->problem->dwelling_count; d++) {
        if (open_pairs_has(&network->pairs, household, d) &&
            !most_right_closed(network->problem, &network->right, household, d))
            return true;
    }
    return false;
}

/* Those whom unplaced.csv gives a code that does not speak of others. */
static bool find_barred(struct most *out, struct network *network, struct arena *arena)
{
    out->barred =
        arena_take(arena, (size_t)network->problem->household_count + 1, sizeof *out->barred);
    struct reasons *reasons = reasons_new(network->problem);
    for (int h = 0; out->barred != NULL && reasons != NULL && h < network->problem->household_count;
         h++) {
        if (has_any(network, h))
            continue;
        const enum reason reason = reason_find(reasons, h, true);
        network->barred[h] = reason < REASON_COMPETITION;
        if (network->barred[h])
            out->barred[out->barred_count++] = (struct most_barred){h, reason_code(reason)};
    }
    const bool found = out->barred != NULL && reasons != NULL && !reasons_failed(reasons);
    reasons_free(reasons);
    return found;
}

static husly_status find_cut(struct network *network, husly_error *error)
{
    for (int h = 0; h < network->problem->household_count; h++)
        add_household(network, h);
    add_places(network);
    return flow_cut(&network->flow, network->reached, error);
}

static int part_of(struct network *network, int node)
{
    while (network->root[node] != node)
        node = network->root[node] = network->root[network->root[node]];
    return node;
}

static void join_parts(struct network *network, int a, int b)
{
    network->root[part_of(network, b)] = part_of(network, a);
}

/* The node whose room is the limit for a dwelling of the cut. */
static int limit_node(const struct network *network, int dwelling)
{
    const int unit = unit_of(network, dwelling);
    return unit != NONE && network->reached[unit_node(network, unit)]
               ? unit_node(network, unit)
               : dwelling_node(network, dwelling);
}

/* Nodes that one household, or one organisation, ties together belong to one part. */
static void find_parts(struct network *network)
{
    for (int node = 0; node < network->flow.node_count; node++)
        network->root[node] = node;
    for (int k = 0; k < network->flow.arc_count; k++) {
        const struct flow_arc *arc = &network->arcs[k];
        const int dwelling = arc->to - dwelling_node(network, 0);
        if (arc->from < network->problem->household_count && network->reached[arc->from])
            join_parts(network, arc->from, limit_node(network, dwelling));
    }
    for (int u = 0; u < network->right.count; u++) {
        const int helper = helper_of(network, u);
        if (helper != NONE && network->reached[unit_node(network, u)])
            join_parts(network, unit_node(network, u), organisation_node(network, helper));
    }
}

static void add_limit(struct most_group *group, struct most_limit limit)
{
    group->limits[group->limit_count++] = limit;
    group->places += limit.places;
}

/* Whether a node, which is no dwelling behind a unit, belongs to the part. */
static bool belongs_to(struct network *network, int node, int part)
{
    return network->reached[node] && part_of(network, node) == part;
}

static void add_limits(struct most_group *group, struct network *network, int part)
{
    const husly_problem *problem = network->problem;
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (belongs_to(network, dwelling_node(network, d), part))
            add_limit(group, (struct most_limit){MOST_DWELLING, d, problem->dwellings[d].id,
                                                 open_pairs_room(&network->pairs, problem, d)});
    }
    for (int u = 0; u < network->right.count; u++) {
        const struct count_unit *unit = &network->right.units[u];
        if (belongs_to(network, unit_node(network, u), part))
            add_limit(group, (struct most_limit){MOST_UNIT, u, unit->name,
                                                 unit->entitlement + unit->pool});
    }
    for (int o = 0; o < problem->organisation_count; o++) {
        const struct organisation *organisation = &problem->organisations[o];
        if (belongs_to(network, organisation_node(network, o), part))
            add_limit(group, (struct most_limit){MOST_EXTRAS, o, organisation->id,
                                                 organisation->extras_left});
    }
}

static bool is_narrowed(const struct network *network, int household)
{
    for (int d = 0; d < network->problem->dwelling_count; d++) {
        if (open_pairs_lawful(&network->pairs, household, d) &&
            !open_pairs_has(&network->pairs, household, d))
            return true;
    }
    return false;
}

static void add_group(struct most *out, struct network *network, int part)
{
    struct most_group group = {.households = network->members, .limits = network->limits};
    for (int h = 0; h < network->problem->household_count; h++) {
        if (!belongs_to(network, h, part))
            continue;
        group.households[group.household_count++] = h;
        group.narrowed = group.narrowed || is_narrowed(network, h);
    }
    add_limits(&group, network, part);
    network->members += group.household_count;
    network->limits += group.limit_count;
    if (group.household_count > group.places)
        out->groups[out->group_count++] = group;
}

/* One group for each part, at its first household. */
static bool find_groups(struct most *out, struct network *network, struct arena *arena)
{
    const int households = network->problem->household_count;
    bool *told = arena_take(arena, (size_t)network->flow.node_count, sizeof *told);
    out->groups = arena_take(arena, (size_t)households + 1, sizeof *out->groups);
    if (told == NULL || out->groups == NULL)
        return false;
    find_parts(network);
    for (int h = 0; h < households; h++) {
        const int part = part_of(network, h);
        if (!network->reached[h] || told[part])
            continue;
        told[part] = true;
        add_group(out, network, part);
    }
    return true;
}

static int64_t sum_bound(const struct most *most)
{
    int64_t bound = most->household_count - most->barred_count;
    for (int g = 0; g < most->group_count; g++)
        bound -= most->groups[g].household_count - most->groups[g].places;
    return bound;
}

husly_status most_find(struct most *out, const husly_problem *problem, struct arena *arena,
                       husly_error *error)
{
    const struct most nothing = {.household_count = problem->household_count,
                                 .bound = problem->household_count};
    struct network network = {.problem = problem};
    *out = nothing;
    if (!network_open(&network, arena) || !find_barred(out, &network, arena))
        return error_memory(error);
    const husly_status status = find_cut(&network, error);
    if (status != HUSLY_OK)
        return status;
    if (!find_groups(out, &network, arena))
        return error_memory(error);
    out->bound = sum_bound(out);
    if (!most_check(out, problem, &network.pairs, &network.right))
        *out = nothing;
    return HUSLY_OK;
}
