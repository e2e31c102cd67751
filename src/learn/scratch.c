/* A bump allocator of floats; see scratch.h. After a reset one chunk holds what all chunks held before, so that batches
 * of like size soon need no more memory from the system. */
#include "learn/scratch.h"

#include <stdlib.h>
#include <string.h>

#define SCRATCH_ALIGN 64
#define SCRATCH_CHUNK (1u << 18) /* floats: 1 MB */

typedef struct {
  gfloat *floats;
  gsize size;
} Chunk;

struct _RelScratch {
  GArray *chunks; /* Chunk; the last one is being filled */
  gsize used;     /* floats of the last chunk */
};

static gfloat *
allocate_floats (gsize n)
{
  gpointer floats = NULL;

  if (posix_memalign (&floats, SCRATCH_ALIGN, n * sizeof (gfloat)) != 0)
    g_error ("out of memory: %" G_GSIZE_FORMAT " bytes", n * sizeof (gfloat));
  return floats;
}

RelScratch *
rel_scratch_new (void)
{
  RelScratch *self = g_new0 (RelScratch, 1);

  self->chunks = g_array_new (FALSE, FALSE, sizeof (Chunk));
  return self;
}

static void
add_chunk (RelScratch *self, gsize size)
{
  Chunk chunk = { allocate_floats (size), size };

  g_array_append_val (self->chunks, chunk);
  self->used = 0;
}

static gsize
free_chunks (RelScratch *self)
{
  gsize total = 0;

  for (guint i = 0; i < self->chunks->len; i++) {
    total += g_array_index (self->chunks, Chunk, i).size;
    free (g_array_index (self->chunks, Chunk, i).floats);
  }
  g_array_set_size (self->chunks, 0);
  return total;
}

void
rel_scratch_free (RelScratch *self)
{
  if (self == NULL)
    return;
  free_chunks (self);
  g_array_unref (self->chunks);
  g_free (self);
}

gfloat *
rel_scratch_alloc (RelScratch *self, gsize n)
{
  Chunk *last;
  gfloat *floats;

  n = (n + 15) & ~(gsize) 15;
  if (self->chunks->len == 0 || g_array_index (self->chunks, Chunk, self->chunks->len - 1).size - self->used < n)
    add_chunk (self, MAX (n, SCRATCH_CHUNK));
  last = &g_array_index (self->chunks, Chunk, self->chunks->len - 1);
  floats = last->floats + self->used;
  self->used += n;
  return floats;
}

gfloat *
rel_scratch_alloc_zeros (RelScratch *self, gsize n)
{
  return memset (rel_scratch_alloc (self, n), 0, n * sizeof (gfloat));
}

void
rel_scratch_reset (RelScratch *self)
{
  if (self->chunks->len > 1)
    add_chunk (self, free_chunks (self));
  self->used = 0;
}
