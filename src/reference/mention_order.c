/* The order of mentions: by start, longer first, each within another or outside it. Near linear in mentions. */
#include <reference/discourse.h>

static gint
compare_referents (gconstpointer a, gconstpointer b)
{
  const RelMention *x = &((const RelReferent *) a)->mention, *y = &((const RelReferent *) b)->mention;

  if (x->sentence != y->sentence)
    return x->sentence < y->sentence ? -1 : 1;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end ? -1 : 1;
  return x->head - y->head;
}

/* Lets mentions nest: one that begins in another and ends behind it widens the other; within a name it is cut. Nesting is
 * tried against the mentions that are still open, which are few. */
static void
nest_spans (RelDiscourse *self)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < self->referents->len; i++) {
    RelMention *mention = &rel_discourse_get (self, i)->mention;

    while (open->len > 0) {
      const RelMention *last = &rel_discourse_get (self, g_array_index (open, guint32, open->len - 1))->mention;
      if (last->sentence == mention->sentence && last->end > mention->first)
        break;
      g_array_set_size (open, open->len - 1);
    }
    for (guint k = open->len; k-- > 0;) {
      RelMention *outer = &rel_discourse_get (self, g_array_index (open, guint32, k))->mention;
      if (outer->end >= mention->end)
        continue;
      if (outer->form == REL_MENTION_NAME && mention->head < outer->end) {
        mention->end = outer->end;
        mention->span.end = outer->span.end;
      } else {
        outer->end = mention->end;
        outer->span.end = mention->span.end;
      }
    }
    g_array_append_val (open, i);
  }
}

static void
index_sentences (RelDiscourse *self)
{
  guint32 sentence = 0;

  self->first_referent = rel_arena_new_array (self->scratch, guint32, self->document->n_sentences + 1);
  for (guint32 i = 0; i < self->referents->len; i++) {
    RelReferent *referent = rel_discourse_get (self, i);
    referent->parent = i;
    while (sentence <= referent->mention.sentence)
      self->first_referent[sentence++] = i;
  }
  while (sentence <= self->document->n_sentences)
    self->first_referent[sentence++] = self->referents->len;
}

void
rel_discourse_order (RelDiscourse *self)
{
  g_array_sort (self->referents, compare_referents);
  nest_spans (self);
  index_sentences (self);
}
