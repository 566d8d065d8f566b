/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/flow.h"

#include "base/error.h"
#include "base/memory.h"
#include "solve/glpk.h"

/*
 * GLPK looks through all arcs for every unit that it sends. So what flows without turning back is
 * sent here, and GLPK gets what remains: the room left, and the way back along what flows. The cut
 * is the same.
 */
struct start {
    const struct flow_network *network;
    int *first;   /* by node, and one more: its arcs in `leaving` */
    int *leaving; /* indices of arcs */
    int *next;    /* by node: the arc to be tried, those before are spent */
    int *flow;    /* by arc */
    int *path;    /* arcs on the way */
    struct flow_arc *rest;
};

static bool start_open(struct start *start, const struct flow_network *network)
{
    const size_t nodes = (size_t)network->node_count + 1;
    const size_t arcs = (size_t)network->arc_count + 1;
    *start = (struct start){.network = network,
                            .first = memory_new(nodes, sizeof(int)),
                            .leaving = memory_new(arcs, sizeof(int)),
                            .next = memory_new(nodes, sizeof(int)),
                            .flow = memory_new(arcs, sizeof(int)),
                            .path = memory_new(nodes, sizeof(int)),
                            .rest = memory_new(2 * arcs, sizeof(struct flow_arc))};
    return start->first != NULL && start->leaving != NULL && start->next != NULL &&
           start->flow != NULL && start->path != NULL && start->rest != NULL;
}

static void start_close(struct start *start)
{
    memory_free(start->first);
    memory_free(start->leaving);
    memory_free(start->next);
    memory_free(start->flow);
    memory_free(start->path);
    memory_free(start->rest);
}

static void sort_arcs(struct start *start)
{
    const struct flow_network *network = start->network;
    for (int k = 0; k < network->arc_count; k++)
        start->first[network->arcs[k].from + 1]++;
    for (int node = 0; node < network->node_count; node++) {
        start->first[node + 1] += start->first[node];
        start->next[node] = start->first[node];
    }
    for (int k = 0; k < network->arc_count; k++)
        start->leaving[start->next[network->arcs[k].from]++] = k;
    for (int node = 0; node < network->node_count; node++)
        start->next[node] = start->first[node];
}

/* Sends one unit by the first arcs that are not spent; false when none leaves the source. */
static bool send_one(struct start *start)
{
    const struct flow_network *network = start->network;
    int length = 0;
    int node = network->source;
    while (node != network->sink) {
        if (start->next[node] == start->first[node + 1]) {
            if (length == 0)
                return false;
            node = network->arcs[start->path[--length]].from;
            start->next[node]++;
            continue;
        }
        const int arc = start->leaving[start->next[node]];
        if (start->flow[arc] < network->arcs[arc].room) {
            start->path[length++] = arc;
            node = network->arcs[arc].to;
        } else {
            start->next[node]++;
        }
    }
    while (length > 0)
        start->flow[start->path[--length]]++;
    return true;
}

static struct flow_network what_remains(const struct start *start)
{
    struct flow_network rest = *start->network;
    rest.arcs = start->rest;
    rest.arc_count = 0;
    for (int k = 0; k < start->network->arc_count; k++) {
        const struct flow_arc *arc = &start->network->arcs[k];
        if (start->flow[k] < arc->room)
            start->rest[rest.arc_count++] =
                (struct flow_arc){arc->from, arc->to, arc->room - start->flow[k]};
        if (start->flow[k] > 0)
            start->rest[rest.arc_count++] = (struct flow_arc){arc->to, arc->from, start->flow[k]};
    }
    return rest;
}

struct cut_work {
    struct flow_network network;
    bool *reached;
};

static void find_cut(void *user)
{
    const struct cut_work *work = user;
    lp_cut(&work->network, work->reached);
}

husly_status flow_cut(const struct flow_network *network, bool *reached, husly_error *error)
{
    struct start start;
    husly_status status = HUSLY_OK;
    if (start_open(&start, network)) {
        sort_arcs(&start);
        while (send_one(&start))
            ;
        struct cut_work work = {.network = what_remains(&start)};
        work.reached = reached;
        status = lp_run(find_cut, &work, error);
    } else {
        status = error_memory(error);
    }
    start_close(&start);
    return status;
}
