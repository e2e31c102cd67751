/* What a user says of names: asked while mentions are gathered. */
#pragma once

#include <relata/reference.h>

G_BEGIN_DECLS

/* One name of the file, perhaps in one document only. What is behind .group is valid at the group's number only. */
typedef struct {
  const gchar *words;    /* folded: lower case, one blank between words */
  const gchar *name;     /* as written */
  const gchar *document; /* (nullable) id */
  guint group;           /* number of the first name of its group: names of one thing */
  guint main;            /* the name that the thing goes by */
  gboolean is_joined;    /* of several names, or named by a line "same" */
  gint type;             /* RelEntityType; -1: not told */
  const gchar *apart;    /* (nullable) tells it from another thing with that main name */
} RelIdentityName;

/* Numbers of the names that are @words in any document: [*n]; NULL for none. */
const guint *rel_identities_find (const RelIdentities *self, const gchar *words, guint *n);
const RelIdentityName *rel_identities_get (const RelIdentities *self, guint number);
/* Whether the file says that the two names are those of different things. */
gboolean rel_identities_differ (const RelIdentities *self, guint a, guint b);

G_END_DECLS
