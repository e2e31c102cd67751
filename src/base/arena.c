/* Memory that is given back as a whole: blocks of doubling size, cut from the front.
 *
 * Cost: O(1) an allocation; a block is zeroed once, when it is taken from the system.
 */
#include <relata/base.h>

#include <string.h>

#define FIRST_BLOCK_BYTES (16u << 10)
#define LARGEST_BLOCK_BYTES (1u << 20)
#define ALIGNMENT 16u

typedef struct _Block Block;
struct _Block {
  Block *previous;
  gsize n_bytes; /* room behind the header */
  gsize used;
};

/* The header's size, rounded up so that what follows is aligned. */
#define HEADER_BYTES ((sizeof (Block) + ALIGNMENT - 1) & ~(gsize) (ALIGNMENT - 1))

struct _RelArena {
  Block *last;
  gsize next_block_bytes;
  gsize size;
};

RelArena *
rel_arena_new (void)
{
  RelArena *self = g_new0 (RelArena, 1);

  self->next_block_bytes = FIRST_BLOCK_BYTES;
  return self;
}

void
rel_arena_free (RelArena *self)
{
  if (self == NULL)
    return;

  for (Block *block = self->last; block != NULL;) {
    Block *previous = block->previous;
    g_free (block);
    block = previous;
  }
  g_free (self);
}

static void
add_block (RelArena *self, gsize n_bytes)
{
  gsize room = MAX (self->next_block_bytes, n_bytes);
  Block *block = g_malloc0 (HEADER_BYTES + room);

  block->previous = self->last;
  block->n_bytes = room;
  self->last = block;
  self->size += HEADER_BYTES + room;
  self->next_block_bytes = MIN (self->next_block_bytes * 2, LARGEST_BLOCK_BYTES);
}

gpointer
rel_arena_alloc (RelArena *self, gsize n_bytes)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_bytes <= G_MAXSIZE - HEADER_BYTES - ALIGNMENT, NULL);

  gsize rounded = (n_bytes + ALIGNMENT - 1) & ~(gsize) (ALIGNMENT - 1);

  if (self->last == NULL || self->last->n_bytes - self->last->used < rounded)
    add_block (self, rounded);

  gpointer result = (guint8 *) self->last + HEADER_BYTES + self->last->used;
  self->last->used += rounded;
  return result;
}

gchar *
rel_arena_strndup (RelArena *self, const gchar *string, gsize n_bytes)
{
  gchar *copy = rel_arena_alloc (self, n_bytes + 1);

  if (n_bytes > 0)
    memcpy (copy, string, n_bytes);
  return copy;
}

gchar *
rel_arena_strdup (RelArena *self, const gchar *string)
{
  return string != NULL ? rel_arena_strndup (self, string, strlen (string)) : NULL;
}

gsize
rel_arena_get_size (const RelArena *self)
{
  return self->size;
}
