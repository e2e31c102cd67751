/* Names: name tags and tree in, the exact words of the name and what its title tells out.
 *
 * The tags say which words are names, the tree says which of them belong together: "South Korea and Italy" are two even
 * where one run of tags covers both. Where there are no tags, proper nouns that hang together are a name.
 */
#include <reference/name_phrase.h>

#include <string.h>

#define MAX_TITLE_WORDS 4 /* "minister of foreign affairs" */

static gboolean
is_name_like (const RelToken *token)
{
  return token->upos == REL_UPOS_PROPN || (token->xpos != NULL && g_str_has_prefix (token->xpos, "NNP"));
}

/* The arc of a word into the name it is part of. */
static gboolean
is_name_arc (RelDeprel deprel)
{
  return deprel == REL_DEPREL_FLAT || deprel == REL_DEPREL_COMPOUND || deprel == REL_DEPREL_AMOD
         || deprel == REL_DEPREL_NUMMOD || deprel == REL_DEPREL_GOESWITH || deprel == REL_DEPREL_FIXED;
}

/* Tokens [*first, *end) of the run of name tags around @token. */
static void
get_tagged_run (const RelTree *tree, gint32 token, gint32 *first, gint32 *end)
{
  const RelToken *tokens = tree->tokens;
  RelNameType type = tokens[token].name;

  for (*first = token; *first > 0 && !tokens[*first].name_begins && tokens[*first - 1].name == type;)
    (*first)--;
  for (*end = token + 1; *end < tree->n && tokens[*end].name == type && !tokens[*end].name_begins;)
    (*end)++;
}

/* Without tags: the words around @head that proper nouns and arcs of names join to it. */
static void
get_untagged_run (const RelTree *tree, gint32 head, gint32 *first, gint32 *end)
{
  const RelToken *tokens = tree->tokens;

  for (*first = head; *first > 0 && tokens[*first - 1].name == REL_NAME_NONE && is_name_like (&tokens[*first - 1])
                      && tokens[*first - 1].head == head && is_name_arc (tokens[*first - 1].deprel);)
    (*first)--;
  for (*end = head + 1; *end < tree->n && tokens[*end].name == REL_NAME_NONE && tokens[*end].head == head
                        && (is_name_like (&tokens[*end]) || tokens[*end].deprel == REL_DEPREL_FLAT)
                        && is_name_arc (tokens[*end].deprel);)
    (*end)++;
}

/* Whether @token belongs to the name headed by @head: no arc to it from coordination, apposition or title. */
static gboolean
belongs (const RelTree *tree, gint32 token, gint32 head)
{
  for (gint32 steps = 0; token != head; steps++) {
    if (token < 0 || token >= tree->n || steps > tree->n)
      return FALSE;
    switch (tree->tokens[token].deprel) {
    case REL_DEPREL_CONJ: case REL_DEPREL_APPOS: case REL_DEPREL_NMOD_DESC: case REL_DEPREL_PARATAXIS:
    case REL_DEPREL_LIST: case REL_DEPREL_ACL: case REL_DEPREL_ACL_RELCL: case REL_DEPREL_NSUBJ:
      return FALSE;
    case REL_DEPREL_CC: case REL_DEPREL_CASE: case REL_DEPREL_DET:
      if (tree->tokens[token].head == head)
        return FALSE;
      break;
    default:
      break;
    }
    token = tree->tokens[token].head;
  }
  return TRUE;
}

/* The part of [*first, *end) around @head that belongs to it, without punctuation at the ends. */
static void
clip_run (const RelTree *tree, gint32 head, gint32 *first, gint32 *end)
{
  gint32 left = head, right = head;

  for (gint32 i = head - 1; i >= *first; i--) {
    if (tree->tokens[i].upos == REL_UPOS_PUNCT)
      continue;
    if (!belongs (tree, i, head))
      break;
    left = i;
  }
  for (gint32 i = head + 1; i < *end; i++) {
    if (tree->tokens[i].upos == REL_UPOS_PUNCT)
      continue;
    if (!belongs (tree, i, head))
      break;
    right = i;
  }
  *first = left;
  *end = right + 1;
}

/* The words of tokens [first, end) with a blank between, where the text has any space or not. */
static gchar *
join_forms (const RelToken *tokens, gint32 first, gint32 end)
{
  GString *words = g_string_new (tokens[first].form);

  for (gint32 i = first + 1; i < end; i++) {
    if (tokens[i - 1].space_after)
      g_string_append_c (words, ' ');
    g_string_append (words, tokens[i].form);
  }
  return g_string_free (words, FALSE);
}

const gchar *
rel_title_find (const RelDiscourse *self, guint32 sentence, gint32 token, const gchar *class_name, gint32 *first)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, sentence);

  for (gint32 n = MIN (MAX_TITLE_WORDS, token + 1); n >= 1; n--) {
    g_autofree gchar *words = join_forms (tokens, token - n + 1, token + 1);
    const gchar *title = rel_lexicon_find (self->lexicon, words, class_name);

    if (title != NULL) {
      *first = token - n + 1;
      return title;
    }
  }
  return NULL;
}

const gchar *const *
rel_demonym_find (const RelDiscourse *self, guint32 sentence, gint32 token, gint32 *first, guint *n)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, sentence);
  const gchar *const *places;

  *n = 0;
  if (!g_ascii_isupper (tokens[token].form[0]))
    return NULL;
  if (token > 0 && g_ascii_isupper (tokens[token - 1].form[0])) {
    g_autofree gchar *words = g_strconcat (tokens[token - 1].form, " ", tokens[token].form, NULL);

    *first = token - 1;
    places = rel_lexicon_get_subjects (self->lexicon, "rel:demonym", words, n);
    if (*n > 0)
      return places;
  }
  *first = token;
  return rel_lexicon_get_subjects (self->lexicon, "rel:demonym", tokens[token].form, n);
}

const gchar *
rel_name_find_resource (const RelLexicon *lexicon, const gchar *text, RelNameType type)
{
  static const gchar *const place_classes[] = { "schema:Country", "schema:AdministrativeArea", "schema:City", "schema:Continent" };

  if (type == REL_NAME_PER || type == REL_NAME_MISC || rel_lexicon_find (lexicon, text, NULL) == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (place_classes); i++) {
    const gchar *place = rel_lexicon_find (lexicon, text, place_classes[i]);
    if (place != NULL)
      return place;
  }
  return rel_lexicon_find (lexicon, text, "schema:Organization");
}

const gchar *
rel_place_before (const RelDiscourse *self, guint32 sentence, gint32 token)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, sentence);
  gint32 first = 0, end = token;
  guint n = 0;

  if (token <= 0)
    return NULL;
  if (tokens[token - 1].upos == REL_UPOS_ADJ || tokens[token - 1].upos == REL_UPOS_PROPN) {
    const gchar *const *places = rel_demonym_find (self, sentence, token - 1, &first, &n);
    if (n > 0)
      return n == 1 ? places[0] : NULL;
  }
  if (tokens[token - 1].upos == REL_UPOS_PART)
    end--;
  for (gint32 length = MIN (3, end); length >= 1; length--) {
    g_autofree gchar *words = join_forms (tokens, end - length, end);
    const gchar *place = rel_name_find_resource (self->lexicon, words, REL_NAME_LOC);

    if (place != NULL && g_ascii_isupper (words[0]))
      return place;
  }
  return NULL;
}

static void
note_title (const RelDiscourse *self, guint32 sentence, const gchar *title, gint32 first, RelNamePhrase *name)
{
  const gchar *gender = rel_lexicon_get_value (self->lexicon, title, "rel:gender");

  name->has_title = TRUE;
  if (rel_lexicon_has (self->lexicon, title, "rdf:type", "rel:Title") && name->office == NULL) {
    name->office = title;
    name->place = rel_place_before (self, sentence, first);
  }
  if (gender != NULL)
    name->gender = rel_lexicon_has (self->lexicon, title, "rel:gender", "rel:Male") ? REL_GENDER_MALE : REL_GENDER_FEMALE;
}

static const gchar *
find_title_or_address (const RelDiscourse *self, guint32 sentence, gint32 token, gint32 *first)
{
  const gchar *title = rel_title_find (self, sentence, token, "rel:Title", first);

  return title != NULL ? title : rel_title_find (self, sentence, token, "rel:Honorific", first);
}

/* Takes titles off the front of the name of a person. */
static void
strip_titles (const RelDiscourse *self, guint32 sentence, RelNamePhrase *name)
{
  gint32 first = 0;

  for (gint32 n = MIN (MAX_TITLE_WORDS, name->end - name->first - 1); n >= 1; n--) {
    const gchar *title = find_title_or_address (self, sentence, name->first + n - 1, &first);

    if (title == NULL || first != name->first)
      continue;
    note_title (self, sentence, title, first, name);
    name->first += n;
    n = MIN (MAX_TITLE_WORDS, name->end - name->first - 1) + 1;
  }
}

/* Reads the titles that stand right before the name. */
static void
read_titles_before (const RelDiscourse *self, guint32 sentence, RelNamePhrase *name)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, sentence);
  gint32 first = name->first;

  for (gint32 before = first - 1; before >= 0 && before >= name->first - 2 * MAX_TITLE_WORDS; before = first - 1) {
    const gchar *title = NULL;

    if (tokens[before].upos == REL_UPOS_NOUN || tokens[before].upos == REL_UPOS_PROPN)
      title = find_title_or_address (self, sentence, before, &first);
    if (title == NULL)
      break;
    note_title (self, sentence, title, first, name);
  }
}

gboolean
rel_name_phrase_find (const RelDiscourse *self, guint32 sentence, gint32 head, RelNamePhrase *name)
{
  const RelTree *tree = self->trees[sentence];
  const RelToken *token = &tree->tokens[head];

  *name = (RelNamePhrase) { .type = token->name };
  if (token->name == REL_NAME_NONE && token->upos != REL_UPOS_PROPN)
    return FALSE;

  if (token->name != REL_NAME_NONE)
    get_tagged_run (tree, head, &name->first, &name->end);
  else
    get_untagged_run (tree, head, &name->first, &name->end);
  clip_run (tree, head, &name->first, &name->end);
  while (name->end - 1 > head && tree->tokens[name->end - 1].upos == REL_UPOS_PART)
    name->end--;
  if (name->type == REL_NAME_PER)
    strip_titles (self, sentence, name);
  if (name->type == REL_NAME_PER || name->type == REL_NAME_NONE)
    read_titles_before (self, sentence, name);
  return TRUE;
}

gboolean
rel_name_phrase_is_head (const RelTree *tree, gint32 token)
{
  gint32 first, end;

  if (tree->tokens[token].name == REL_NAME_NONE)
    return FALSE;
  get_tagged_run (tree, token, &first, &end);
  return tree->tokens[token].head < first || tree->tokens[token].head >= end;
}
