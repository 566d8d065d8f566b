/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/problem.h"

bool kind_is_single(husly_kind kind)
{
    switch (kind) {
    case HUSLY_KIND_FAMILY:
    case HUSLY_KIND_YOUTH:
    case HUSLY_KIND_ELDERLY:
    case HUSLY_KIND_PRIVATE:
    case HUSLY_KIND_MUNICIPAL:
        return true;
    case HUSLY_KIND_SHARED:
    case HUSLY_KIND_SITE:
    case HUSLY_KIND_MINORS:
    case HUSLY_KIND_TRANSIT:
    case HUSLY_KIND_END:
        return false;
    }
    return false;
}

const char *kind_name(husly_kind kind, bool danish)
{
    static const char *const names[HUSLY_KIND_END][2] = {
        [HUSLY_KIND_FAMILY] = {"family", "familie"},
        [HUSLY_KIND_YOUTH] = {"youth", "ungdom"},
        [HUSLY_KIND_ELDERLY] = {"elderly", "ældre"},
        [HUSLY_KIND_PRIVATE] = {"private", "privat"},
        [HUSLY_KIND_MUNICIPAL] = {"municipal", "kommunal"},
        [HUSLY_KIND_SHARED] = {"shared", "delt"},
        [HUSLY_KIND_SITE] = {"site", "fælles"},
        [HUSLY_KIND_MINORS] = {"minors", "unge"},
        [HUSLY_KIND_TRANSIT] = {"transit", "midlertidig"},
    };
    return kind < HUSLY_KIND_END ? names[kind][danish ? 1 : 0] : NULL;
}
