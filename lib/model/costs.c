/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/costs.h"

const char *cost_place_name(enum cost_place place, bool danish)
{
    static const struct {
        const char *english, *danish;
    } names[COST_PLACE_END] = {[COST_PERMANENT] = {"permanent", "varig"},
                               [COST_CURRENT] = {"current", "nuværende"},
                               [COST_TRANSIT] = {"transit", "midlertidig"},
                               [COST_EMERGENCY] = {"emergency", "nødplads"},
                               [COST_HOJSKOLE] = {"hojskole", "højskole"}};
    return danish ? names[place].danish : names[place].english;
}
