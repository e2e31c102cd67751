/* Names in trees: where a name begins and ends, the title before it, the adjective of a country. */
#pragma once

#include <reference/discourse.h>

G_BEGIN_DECLS

typedef struct {
  gint32 first, end;   /* tokens of the name, without article, title and possessive ending */
  gint32 head;         /* the token of the name that hangs on something outside */
  RelNameType type;    /* of the name tag; NONE: found by part of speech only */
  const gchar *office; /* (nullable) IRI of the title before the name */
  const gchar *place;  /* (nullable) IRI of the place that the title belongs to */
  RelGender gender;    /* told by the title or form of address */
  gboolean has_title;  /* a title or form of address stands before it: a person */
} RelNamePhrase;

/* Fills @name with the name around @token; FALSE when @token is part of none. */
gboolean rel_name_phrase_find (const RelDiscourse *self, guint32 sentence, gint32 token, RelNamePhrase *name);

/* The title that ends at @token: its IRI, class @class_name, and first token; NULL: none. The longest counts. */
const gchar *rel_title_find (const RelDiscourse *self, guint32 sentence, gint32 token, const gchar *class_name,
                             gint32 *first);

/* The places whose adjective ends at @token ("South Korean"); n = 0: none. */
const gchar *const *rel_demonym_find (const RelDiscourse *self, guint32 sentence, gint32 token, gint32 *first,
                                      guint *n);

/* The place whose adjective or possessive stands right before @token; NULL: none, or several. */
const gchar *rel_place_before (const RelDiscourse *self, guint32 sentence, gint32 token);

/* Whether the resource of ontology/ is an organization of any kind. */
gboolean rel_name_is_organization (const RelLexicon *lexicon, const gchar *resource);

/* The place or organization that is called @text; NULL: none. @type restricts to what the name tag allows. */
const gchar *rel_name_find_resource (const RelLexicon *lexicon, const gchar *text, RelNameType type);

G_END_DECLS
