/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glpk.h>

#include "solve/flow.h"
#include "solve/glpk.h"

/* A graph is freed with the thread's environment, as problems are. */
static glp_graph *graph_of(const struct flow_network *network)
{
    glp_graph *graph = glp_create_graph(sizeof(int), sizeof(double));
    glp_add_vertices(graph, network->node_count);
    for (int k = 0; k < network->arc_count; k++) {
        const struct flow_arc *arc = &network->arcs[k];
        *(double *)glp_add_arc(graph, arc->from + 1, arc->to + 1)->data = arc->room;
    }
    return graph;
}

void lp_cut(const struct flow_network *network, bool *reached)
{
    glp_graph *graph = graph_of(network);
    double flow;
    if (glp_maxflow_ffalg(graph, network->source + 1, network->sink + 1, 0, &flow, -1, 0) != 0)
        lp_panic(HUSLY_E_SOLVER, "no maximum flow");
    for (int node = 0; node < network->node_count; node++)
        reached[node] = *(const int *)graph->v[node + 1]->data != 0;
}
