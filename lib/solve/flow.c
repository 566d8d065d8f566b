/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/flow.h"

#include "solve/glpk.h"

struct cut_work {
    const struct flow_network *network;
    bool *reached;
};

static void find_cut(void *user)
{
    const struct cut_work *work = user;
    lp_cut(work->network, work->reached);
}

husly_status flow_cut(const struct flow_network *network, bool *reached, husly_error *error)
{
    struct cut_work work = {network, reached};
    return lp_run(find_cut, &work, error);
}
