/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_FLOW_H
#define HUSLY_SOLVE_FLOW_H

#include <stdbool.h>

#include <husly/error.h>

/* A network of nodes 0 … node_count - 1 without circles, through which whole units flow from source
 * to sink. */
struct flow_arc {
    int from, to;
    int room; /* most that it carries, at least 0 */
};

struct flow_network {
    const struct flow_arc *arcs;
    int arc_count;
    int node_count;
    int source, sink;
};

/*
 * Marks the source's side of the smallest cut: the nodes that a maximum flow leaves reachable from
 * the source. `reached` has node_count flags. What comes back is GLPK's word alone; check it.
 */
husly_status flow_cut(const struct flow_network *network, bool *reached, husly_error *error);

#endif
