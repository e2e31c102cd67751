/* relata/base.h: errors, memory and spans; knows nothing about language.
 *
 * Ownership, everywhere in relata: an unmarked pointer argument is borrowed for the call; a function
 * named _new, _dup_ or _to_ gives its result away; one named _get_ lends it; _take_ swallows its
 * argument; _free accepts NULL. What lives in an arena dies with the arena and is never freed alone.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The error domain of every function of relata that takes a GError. Finding nothing is no error. */
#define REL_ERROR (rel_error_quark ())
GQuark rel_error_quark (void);

/* One code for each cause that a caller could act on. */
typedef enum {
  REL_ERROR_IO,       /* a file cannot be read or written                    */
  REL_ERROR_ENCODING, /* bytes that are not text in the encoding declared    */
  REL_ERROR_FORMAT,   /* text that breaks the rules of its format            */
  REL_ERROR_LIMIT,    /* larger than relata works on                         */
  REL_ERROR_MODEL,    /* a model file that is damaged, truncated or too new  */
  REL_ERROR_USAGE,    /* options that do not go together                     */
  REL_ERROR_INTERNAL, /* a mistake of relata: please report it               */
} RelError;

/* Bytes [start, end) of a document's text. */
typedef struct {
  guint32 start;
  guint32 end;
} RelSpan;

/* A region of memory that is given back as a whole. Not thread-safe. */
typedef struct _RelArena RelArena; /* opaque: src/base/arena.c */

RelArena *rel_arena_new (void);
void rel_arena_free (RelArena *self);

/**
 * rel_arena_alloc:
 * Returns: @n_bytes zeroed bytes, aligned for any type, valid until @self is freed
 */
gpointer rel_arena_alloc (RelArena *self, gsize n_bytes);

/* Room for @n values of @type, zeroed. */
#define rel_arena_new_array(arena, type, n) ((type *) rel_arena_alloc ((arena), sizeof (type) * (gsize) (n)))

/* A copy of @string[0..n_bytes), with a NUL behind it. */
gchar *rel_arena_strndup (RelArena *self, const gchar *string, gsize n_bytes);
gchar *rel_arena_strdup (RelArena *self, const gchar *string);

/* Bytes that @self holds, for statistics. */
gsize rel_arena_get_size (const RelArena *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelArena, rel_arena_free)

/* UTF-8 in lower case, letter by letter: unlike g_utf8_strdown() the same in every locale. (transfer full) */
gchar *rel_utf8_to_lower (const gchar *string);

/* FNV-1a with a final mix: the same value on every machine and in every run. */
guint64 rel_hash_bytes (gconstpointer bytes, gsize n_bytes, guint64 seed);
guint64 rel_hash_string (const gchar *string, guint64 seed);

G_END_DECLS
