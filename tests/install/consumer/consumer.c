/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include <husly/husly.h>

int main(void)
{
    husly_policy policy;
    husly_policy_default(&policy);
    printf("husly %s on GLPK %s: %s, %d days\n", husly_version(), husly_glpk_version(),
           husly_status_text(HUSLY_OK), (int)policy.horizon_days);
    return 0;
}
