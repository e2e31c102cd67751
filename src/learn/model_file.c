/* The model file: a header, a table of sections, the sections.
 *
 *   header   magic[8]  version u32  n_sections u32  n_bytes u64  checksum u64
 *   table    n_sections times  name[40]  offset u64  n_bytes u64
 *   sections each at a multiple of 64 bytes from the start
 *
 * All numbers are little-endian. The checksum covers every byte behind the header and is computed in four lanes of
 * multiply and rotate (the loop of xxHash64, Yann Collet 2012), about 1 ms for 10 MB.
 */
#include <relata/learn.h>

#include <string.h>

#define MODEL_VERSION 1
#define MODEL_ALIGN 64 /* a cache line, and the widest vector register */

/* As in PNG: a byte above 127 and both line ends show what a text-mode transfer has broken. */
static const guint8 model_magic[8] = { 0x89, 'R', 'E', 'L', 'M', '\r', '\n', 0x1a };

typedef struct {
  guint8 magic[8];
  guint32 version;
  guint32 n_sections;
  guint64 n_bytes; /* of the whole file */
  guint64 checksum;
} ModelHeader;

typedef struct {
  gchar name[REL_MODEL_NAME_MAX + 1];
  guint64 offset;
  guint64 n_bytes;
} ModelSection;

typedef struct {
  gpointer data;
  GDestroyNotify free_data;
} ModelPart;

struct _RelModel {
  gchar *path;
  gchar hash[17];
  GMappedFile *file;
  const gchar *bytes;
  const ModelSection *sections; /* [n_sections] in the mapped file */
  guint n_sections;
  GMutex lock;       /* of parts */
  GHashTable *parts; /* name → ModelPart */
};

struct _RelModelWriter {
  GPtrArray *names;  /* gchar *, in the order of the file */
  GPtrArray *values; /* GBytes *, beside names */
};

static guint64
rotate_left (guint64 x, guint n_bits)
{
  return (x << n_bits) | (x >> (64 - n_bits));
}

static guint64
compute_checksum (const gchar *bytes, gsize n_bytes)
{
  const guint64 p1 = 0x9E3779B185EBCA87u, p2 = 0xC2B2AE3D27D4EB4Fu; /* primes of xxHash64 */
  guint64 lanes[4] = { p1 + p2, p2, 0, -p1 };
  guint64 sum;
  gsize i = 0;

  for (; i + 32 <= n_bytes; i += 32)
    for (guint lane = 0; lane < 4; lane++) {
      guint64 word;

      memcpy (&word, bytes + i + 8 * lane, 8);
      lanes[lane] = rotate_left (lanes[lane] + GUINT64_FROM_LE (word) * p2, 31) * p1;
    }

  sum = rotate_left (lanes[0], 1) + rotate_left (lanes[1], 7) + rotate_left (lanes[2], 12) + rotate_left (lanes[3], 18);
  sum += n_bytes;
  for (; i < n_bytes; i++)
    sum = rotate_left (sum ^ ((guint8) bytes[i] * p1), 11) * p2;
  sum ^= sum >> 33;
  sum *= p2;
  sum ^= sum >> 29;
  return sum;
}

static gboolean
refuse (const gchar *path, GError **error, const gchar *what)
{
  g_set_error (error, REL_ERROR, REL_ERROR_MODEL, "%s: %s", path, what);
  return FALSE;
}

static gboolean
check_header (const gchar *path, const gchar *bytes, gsize n_bytes, GError **error)
{
  ModelHeader header;

  if (n_bytes < sizeof model_magic || memcmp (bytes, model_magic, sizeof model_magic) != 0)
    return refuse (path, error, "not a relata model file");
  if (n_bytes < sizeof header)
    return refuse (path, error, "model file is truncated; copy or download it again");

  memcpy (&header, bytes, sizeof header);
  if (GUINT32_FROM_LE (header.version) != MODEL_VERSION) {
    g_set_error (
      error, REL_ERROR, REL_ERROR_MODEL,
      "%s: model file has version %u, this relata reads version %d; use a model and a relata that belong together",
      path, GUINT32_FROM_LE (header.version), MODEL_VERSION);
    return FALSE;
  }
  if (GUINT64_FROM_LE (header.n_bytes) > n_bytes) {
    g_set_error (error, REL_ERROR, REL_ERROR_MODEL,
                 "%s: model file is truncated: %" G_GSIZE_FORMAT " of %" G_GUINT64_FORMAT
                 " bytes; copy or download it again",
                 path, n_bytes, GUINT64_FROM_LE (header.n_bytes));
    return FALSE;
  }
  if (GUINT64_FROM_LE (header.n_bytes) != n_bytes
      || GUINT64_FROM_LE (header.checksum) != compute_checksum (bytes + sizeof header, n_bytes - sizeof header))
    return refuse (path, error, "model file is damaged (wrong checksum); copy or download it again");
  return TRUE;
}

static gboolean
check_sections (const RelModel *self, gsize n_bytes, GError **error)
{
  if (self->n_sections > (n_bytes - sizeof (ModelHeader)) / sizeof (ModelSection))
    return refuse (self->path, error, "model file is damaged (table of sections)");

  for (guint i = 0; i < self->n_sections; i++) {
    const ModelSection *section = &self->sections[i];
    guint64 offset = GUINT64_FROM_LE (section->offset), size = GUINT64_FROM_LE (section->n_bytes);

    if (memchr (section->name, 0, sizeof section->name) == NULL || offset > n_bytes || size > n_bytes - offset
        || offset % MODEL_ALIGN != 0)
      return refuse (self->path, error, "model file is damaged (table of sections)");
  }
  return TRUE;
}

static void
model_part_free (gpointer data)
{
  ModelPart *part = data;

  if (part->free_data != NULL)
    part->free_data (part->data);
  g_free (part);
}

RelModel *
rel_model_open (const gchar *path, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (RelModel) self = NULL;
  g_autoptr (GError) cause = NULL;
  ModelHeader header;
  gsize n_bytes;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: is a directory, not a model file", path);
    return NULL;
  }
  file = g_mapped_file_new (path, FALSE, &cause);
  if (file == NULL) {
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: cannot read the model: %s", path, cause->message);
    return NULL;
  }
  n_bytes = g_mapped_file_get_length (file);
  if (!check_header (path, g_mapped_file_get_contents (file), n_bytes, error))
    return NULL;

  self = g_new0 (RelModel, 1);
  g_mutex_init (&self->lock);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, model_part_free);
  self->path = g_strdup (path);
  self->file = g_steal_pointer (&file);
  self->bytes = g_mapped_file_get_contents (self->file);
  memcpy (&header, self->bytes, sizeof header);
  self->n_sections = GUINT32_FROM_LE (header.n_sections);
  self->sections = (const ModelSection *) (self->bytes + sizeof header);
  g_snprintf (self->hash, sizeof self->hash, "%016" G_GINT64_MODIFIER "x", GUINT64_FROM_LE (header.checksum));
  if (!check_sections (self, n_bytes, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
rel_model_free (RelModel *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->parts);
  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self->path);
  g_free (self);
}

const gchar *
rel_model_get_path (const RelModel *self)
{
  return self->path;
}

const gchar *
rel_model_get_hash (const RelModel *self)
{
  return self->hash;
}

gconstpointer
rel_model_get_section (const RelModel *self, const gchar *name, gsize *n_bytes)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (guint i = 0; i < self->n_sections; i++)
    if (strcmp (self->sections[i].name, name) == 0) {
      if (n_bytes != NULL)
        *n_bytes = GUINT64_FROM_LE (self->sections[i].n_bytes);
      return self->bytes + GUINT64_FROM_LE (self->sections[i].offset);
    }
  if (n_bytes != NULL)
    *n_bytes = 0;
  return NULL;
}

guint
rel_model_get_n_sections (const RelModel *self)
{
  return self->n_sections;
}

const gchar *
rel_model_get_section_name (const RelModel *self, guint index)
{
  g_return_val_if_fail (index < self->n_sections, NULL);
  return self->sections[index].name;
}

gconstpointer
rel_model_get_part (const RelModel *self, const gchar *name, RelPartLoadFunc load, GDestroyNotify free_part,
                    GError **error)
{
  RelModel *model = (RelModel *) self; /* the cache of parts is the only thing that changes, under its lock */
  ModelPart *part;
  gconstpointer data = NULL;

  g_mutex_lock (&model->lock);
  part = g_hash_table_lookup (model->parts, name);
  if (part == NULL) {
    gpointer loaded = load (self, error);

    if (loaded != NULL) {
      part = g_new0 (ModelPart, 1);
      part->data = loaded;
      part->free_data = free_part;
      g_hash_table_insert (model->parts, g_strdup (name), part);
    }
  }
  if (part != NULL)
    data = part->data;
  g_mutex_unlock (&model->lock);
  return data;
}

const gchar **
rel_model_get_strings (const RelModel *self, const gchar *name, guint *n_strings)
{
  gsize n_bytes = 0;
  const gchar *bytes = rel_model_get_section (self, name, &n_bytes);
  GPtrArray *strings = g_ptr_array_new ();

  for (gsize start = 0; start < n_bytes;) {
    const gchar *end = memchr (bytes + start, 0, n_bytes - start);

    if (end == NULL)
      break;
    g_ptr_array_add (strings, (gpointer) (bytes + start));
    start = (gsize) (end - bytes) + 1;
  }
  *n_strings = strings->len;
  g_ptr_array_add (strings, NULL);
  return (const gchar **) g_ptr_array_free (strings, FALSE);
}

RelModelWriter *
rel_model_writer_new (void)
{
  RelModelWriter *self = g_new0 (RelModelWriter, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return self;
}

void
rel_model_writer_free (RelModelWriter *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->values);
  g_free (self);
}

static gint
find_section (const RelModelWriter *self, const gchar *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (strcmp (g_ptr_array_index (self->names, i), name) == 0)
      return (gint) i;
  return -1;
}

void
rel_model_writer_set_section (RelModelWriter *self, const gchar *name, gconstpointer bytes, gsize n_bytes)
{
  gint place;

  g_return_if_fail (name != NULL && strlen (name) <= REL_MODEL_NAME_MAX);

  place = find_section (self, name);
  if (place >= 0) {
    g_bytes_unref (self->values->pdata[place]);
    self->values->pdata[place] = g_bytes_new (bytes, n_bytes);
    return;
  }
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->values, g_bytes_new (bytes, n_bytes));
}

void
rel_model_writer_set_strings (RelModelWriter *self, const gchar *name, const gchar *const *strings, guint n_strings)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (guint i = 0; i < n_strings; i++)
    g_byte_array_append (bytes, (const guint8 *) strings[i], (guint) strlen (strings[i]) + 1);
  rel_model_writer_set_section (self, name, bytes->data, bytes->len);
}

void
rel_model_writer_copy_sections (RelModelWriter *self, const RelModel *model, const gchar *except)
{
  for (guint i = 0; i < model->n_sections; i++) {
    const gchar *name = model->sections[i].name;
    gsize n_bytes = 0;
    gconstpointer bytes = rel_model_get_section (model, name, &n_bytes);

    if ((except == NULL || !g_str_has_prefix (name, except)) && find_section (self, name) < 0)
      rel_model_writer_set_section (self, name, bytes, n_bytes);
  }
}

static void
pad_to_alignment (GByteArray *out)
{
  static const guint8 zeros[MODEL_ALIGN];

  if (out->len % MODEL_ALIGN != 0)
    g_byte_array_append (out, zeros, MODEL_ALIGN - out->len % MODEL_ALIGN);
}

/* The whole file as it will stand on the disk. */
static GByteArray *
compose_file (const RelModelWriter *self)
{
  guint n = self->names->len;
  GByteArray *out = g_byte_array_new ();
  ModelHeader header = { 0 };
  gsize table = sizeof header;

  g_byte_array_set_size (out, (guint) (sizeof header + n * sizeof (ModelSection)));
  memset (out->data, 0, out->len);
  for (guint i = 0; i < n; i++) {
    gsize n_bytes = 0;
    gconstpointer bytes = g_bytes_get_data (self->values->pdata[i], &n_bytes);
    ModelSection section = { 0 };

    pad_to_alignment (out);
    g_strlcpy (section.name, self->names->pdata[i], sizeof section.name);
    section.offset = GUINT64_TO_LE ((guint64) out->len);
    section.n_bytes = GUINT64_TO_LE ((guint64) n_bytes);
    if (n_bytes > 0)
      g_byte_array_append (out, bytes, (guint) n_bytes);
    memcpy (out->data + table + i * sizeof section, &section, sizeof section);
  }

  memcpy (header.magic, model_magic, sizeof model_magic);
  header.version = GUINT32_TO_LE (MODEL_VERSION);
  header.n_sections = GUINT32_TO_LE (n);
  header.n_bytes = GUINT64_TO_LE ((guint64) out->len);
  header.checksum
    = GUINT64_TO_LE (compute_checksum ((const gchar *) out->data + sizeof header, out->len - sizeof header));
  memcpy (out->data, &header, sizeof header);
  return out;
}

gboolean
rel_model_writer_save (const RelModelWriter *self, const gchar *path, GError **error)
{
  g_autoptr (GByteArray) out = compose_file (self);
  g_autoptr (GError) cause = NULL;

  if (!g_file_set_contents_full (path, (const gchar *) out->data, (gssize) out->len, G_FILE_SET_CONTENTS_CONSISTENT,
                                 0666, &cause)) {
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: cannot write the model: %s", path, cause->message);
    return FALSE;
  }
  return TRUE;
}
