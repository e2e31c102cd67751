/* relata/learn.h: the model file and the network that reads it.
 *
 *   CoNLL-U, BIO ─ train ─► RelModelWriter ─► en.relm ─ mmap ─► RelModel ─► sections ─► parts used by the stages
 *
 * A model file is a list of named sections of bytes: tables of numbers and strings that are used in place.
 * Each stage owns the sections that begin with its own name ("network.", "tokenizer.", ...), so that stages are trained
 * apart and put together by copying sections.
 */
#pragma once

#include <relata/base.h>

G_BEGIN_DECLS

/* A model file, mapped into memory; not modified after opening, so one may serve many threads.
 * Opaque: src/learn/model_file.c */
typedef struct _RelModel RelModel;

/**
 * rel_model_open:
 * @path: a model file
 *
 * Maps @path and checks its magic number, version, size and checksum.
 *
 * Returns: (transfer full) (nullable): NULL with %REL_ERROR_IO when @path cannot be read, %REL_ERROR_MODEL when it is
 *   no model file, is truncated or damaged, or was written by a newer relata; the message tells which
 */
RelModel *rel_model_open (const gchar *path, GError **error);
void rel_model_free (RelModel *self);

/* The path that @self was opened with, for messages. */
const gchar *rel_model_get_path (const RelModel *self);

/* 16 hexadecimal digits that change with any byte of the file: names the model in provenance. */
const gchar *rel_model_get_hash (const RelModel *self);

/**
 * rel_model_get_section:
 * @n_bytes: (out) (optional): size of the section; 0 when there is none
 *
 * Returns: (nullable): the bytes of the section, aligned to 64, valid until @self is freed; NULL when there is none
 */
gconstpointer rel_model_get_section (const RelModel *self, const gchar *name, gsize *n_bytes);

/* Number of sections, and the name of each, in the order of the file. */
guint rel_model_get_n_sections (const RelModel *self);
const gchar *rel_model_get_section_name (const RelModel *self, guint index);

/* Makes the structure that a stage works with out of the sections of @model; NULL with %REL_ERROR_MODEL when they
 * are missing or do not fit together. */
typedef gpointer (*RelPartLoadFunc) (const RelModel *model, GError **error);

/**
 * rel_model_get_part:
 * @name: names the part, "network"
 * @load: makes it, called at most once in the life of @self unless it fails
 * @free_part: (nullable): frees it, called when @self is freed
 *
 * Thread-safe. A part lives as long as its model and must not be modified.
 *
 * Returns: (nullable): the part; NULL with the error of @load
 */
gconstpointer rel_model_get_part (const RelModel *self, const gchar *name, RelPartLoadFunc load,
                                  GDestroyNotify free_part, GError **error);

/* The sections of a file to be written. Opaque: src/learn/model_file.c */
typedef struct _RelModelWriter RelModelWriter;

RelModelWriter *rel_model_writer_new (void);
void rel_model_writer_free (RelModelWriter *self);

/* Adds a copy of @bytes as section @name (at most %REL_MODEL_NAME_MAX bytes of ASCII), in the place of one that has
 * that name already. */
void rel_model_writer_set_section (RelModelWriter *self, const gchar *name, gconstpointer bytes, gsize n_bytes);

/* Takes over all sections of @model that @self does not have, but not those whose name begins with @except (nullable):
 * so that a part trained anew leaves nothing of its old self. */
void rel_model_writer_copy_sections (RelModelWriter *self, const RelModel *model, const gchar *except);

/* Writes beside @path and renames when whole. FALSE with %REL_ERROR_IO, and @path as it was. */
gboolean rel_model_writer_save (const RelModelWriter *self, const gchar *path, GError **error);

#define REL_MODEL_NAME_MAX 39 /* a section table entry is 56 bytes: 40 of name, two numbers of 8 */

/* A section of strings, each ending in NUL: a vocabulary. @n_strings counts them; g_free() the array, not the strings. */
const gchar **rel_model_get_strings (const RelModel *self, const gchar *name, guint *n_strings);
void rel_model_writer_set_strings (RelModelWriter *self, const gchar *name, const gchar *const *strings, guint n_strings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelModel, rel_model_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelModelWriter, rel_model_writer_free)

G_END_DECLS
