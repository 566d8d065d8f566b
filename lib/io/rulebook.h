/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_RULEBOOK_H
#define HUSLY_IO_RULEBOOK_H

#include <husly/policy.h>

#include "io/read/nearest.h"

/* The rules of rules.csv as data: what is read, what it defaults to, and where it comes from. */
enum rule_kind {
    RULE_DATE,    /* husly_date */
    RULE_WHOLE,   /* int32_t */
    RULE_POINTS,  /* int64_t */
    RULE_AMOUNT,  /* husly_amount */
    RULE_SHARE,   /* husly_share */
    RULE_BOOL,    /* bool */
    RULE_WORDS,   /* bool: the first word is false, the second true */
    RULE_STAGES,  /* stages and stage_count */
    RULE_BENEFIT, /* housing_benefit and benefit_year */
    RULE_SELFPAY, /* selfpay_year */
    RULE_WEIGHT   /* int64_t, HUSLY_NO_WEIGHT where it is not set */
};

/* What is known of a rule's source. */
enum rule_standing {
    RULE_VERIFIED, /* its text, or an authority's page about it, was read */
    RULE_HEARD_OF, /* nobody has looked it up for husly */
    RULE_CHOICE    /* no law gives the value: the municipality decides */
};

struct rule_entry {
    const char *name;
    const char *danish;
    enum rule_kind kind;
    size_t offset; /* into husly_policy */
    int64_t low, high;
    const struct word *words; /* two of them, for RULE_WORDS */
    bool may_be_none;         /* `none`, in Danish `ingen` */
    bool needs_source;        /* a text in column source is required when it is not the default */
    enum rule_standing standing; /* of `source` */
    const char *fallback; /* the default as rules.csv would have it; "" where there is none */
    const char *about;
    const char *source; /* provision or policy, with its year where known */
};

/* Of every weight, a measure's too. */
enum { WEIGHT_LIMIT = 1000000 };

extern const struct rule_entry rulebook[];
extern const size_t rulebook_count;

/* By either name, case ignored; NULL when there is none. */
const struct rule_entry *rulebook_find(const char *name);

/* The rule that one of whose names is most like the one given, told in the file's language. */
const char *rulebook_nearest(const char *name, bool danish);

#endif
