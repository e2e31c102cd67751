/* Dates, durations, numbers, money and measures in trees. */
#pragma once

#include <reference/discourse.h>

G_BEGIN_DECLS

/* Fills form, type, span, value of @mention, whose .sentence and .head are set, when its head is that of a time. */
gboolean rel_amount_read_time (RelDiscourse *self, RelMention *mention);

/* The same for a number, an amount of money or a measure. */
gboolean rel_amount_read_quantity (const RelDiscourse *self, RelMention *mention);

G_END_DECLS
