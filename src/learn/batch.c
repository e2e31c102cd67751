/* Sentences in packed order; see batch.h. */
#include "learn/batch.h"

RelBatch *
rel_batch_new (guint n_groups)
{
  RelBatch *self = g_new0 (RelBatch, 1);

  self->n_groups = n_groups;
  self->bags = g_new0 (RelFeatureBag, n_groups);
  for (guint g = 0; g < n_groups; g++) {
    self->bags[g].offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
    self->bags[g].ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  }
  self->lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  rel_batch_clear (self);
  return self;
}

void
rel_batch_clear (RelBatch *self)
{
  const guint32 zero = 0;

  for (guint g = 0; g < self->n_groups; g++) {
    g_array_set_size (self->bags[g].ids, 0);
    g_array_set_size (self->bags[g].offsets, 0);
    g_array_append_val (self->bags[g].offsets, zero);
  }
  g_array_set_size (self->lengths, 0);
  self->n_tokens = self->n_steps = 0;
  g_clear_pointer (&self->active, g_free);
  g_clear_pointer (&self->offsets, g_free);
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->packed_rows, g_free);
}

void
rel_batch_free (RelBatch *self)
{
  if (self == NULL)
    return;
  rel_batch_clear (self);
  for (guint g = 0; g < self->n_groups; g++) {
    g_array_unref (self->bags[g].offsets);
    g_array_unref (self->bags[g].ids);
  }
  g_array_unref (self->lengths);
  g_free (self->bags);
  g_free (self);
}

void
rel_batch_add_sentence (RelBatch *self, guint n_tokens)
{
  g_assert (self->lengths->len == 0 || g_array_index (self->lengths, guint, self->lengths->len - 1) >= n_tokens);
  g_array_append_val (self->lengths, n_tokens);
  self->n_tokens += n_tokens;
}

void
rel_batch_end_token (RelBatch *self)
{
  for (guint g = 0; g < self->n_groups; g++) {
    guint32 end = self->bags[g].ids->len;

    g_array_append_val (self->bags[g].offsets, end);
  }
}

void
rel_batch_pack (RelBatch *self)
{
  guint n_sentences = self->lengths->len, token = 0;
  const guint *lengths = (const guint *) (gpointer) self->lengths->data;

  self->n_steps = n_sentences > 0 ? lengths[0] : 0;
  self->active = g_new0 (guint, self->n_steps + 1);
  self->offsets = g_new0 (guint, self->n_steps + 1);
  self->starts = g_new0 (guint, n_sentences + 1);
  self->packed_rows = g_new0 (guint, self->n_tokens + 1);
  for (guint s = 0; s < n_sentences; s++)
    for (guint t = 0; t < lengths[s]; t++)
      self->active[t]++;
  for (guint t = 0; t < self->n_steps; t++)
    self->offsets[t + 1] = self->offsets[t] + self->active[t];
  for (guint s = 0; s < n_sentences; s++) {
    self->starts[s] = token;
    for (guint t = 0; t < lengths[s]; t++)
      self->packed_rows[token++] = self->offsets[t] + s;
  }
  g_assert (token == self->n_tokens);
}
