/* Names: the words of a name in (name_run.c), the name without its title, and what the title tells, out. */
#include <reference/name_phrase.h>
#include <reference/name_run.h>

#include <string.h>

#define MAX_PERSON_WORDS 3
#define ORGANIZATION_IRI "https://schema.org/Organization"
#define MAX_TITLE_WORDS 4 /* "minister of foreign affairs" */

const gchar *
rel_title_find (const RelDiscourse *self, guint32 sentence, gint32 token, const gchar *class_name, gint32 *first)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, sentence);

  for (gint32 n = MIN (MAX_TITLE_WORDS, token + 1); n >= 1; n--) {
    g_autofree gchar *words = rel_name_run_join (tokens, token - n + 1, token + 1);
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

/* The organization of that name, of whatever kind. */
static const gchar *
find_organization (const RelLexicon *lexicon, const gchar *text)
{
  guint n_kinds = 0;
  const gchar *const *kinds = rel_lexicon_get_subjects (lexicon, "rdfs:subClassOf", ORGANIZATION_IRI, &n_kinds);
  const gchar *organization = rel_lexicon_find (lexicon, text, ORGANIZATION_IRI);

  for (guint i = 0; i < n_kinds && organization == NULL; i++)
    organization = rel_lexicon_find (lexicon, text, kinds[i]);
  return organization;
}

gboolean
rel_name_is_organization (const RelLexicon *lexicon, const gchar *resource)
{
  guint n_kinds = 0;
  const gchar *const *kinds = rel_lexicon_get_values (lexicon, resource, "rdf:type", &n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (strcmp (kinds[i], ORGANIZATION_IRI) == 0
        || rel_lexicon_has (lexicon, kinds[i], "rdfs:subClassOf", ORGANIZATION_IRI))
      return TRUE;
  return FALSE;
}

const gchar *
rel_name_find_resource (const RelLexicon *lexicon, const gchar *text, RelNameType type)
{
  static const gchar *const place_classes[]
    = { "schema:Country", "schema:AdministrativeArea", "schema:City", "schema:Continent" };

  if (rel_lexicon_find (lexicon, text, NULL) == NULL)
    return NULL;
  if (type == REL_NAME_PER || type == REL_NAME_MISC)
    return find_organization (lexicon, text);
  for (guint i = 0; i < G_N_ELEMENTS (place_classes); i++) {
    const gchar *place = rel_lexicon_find (lexicon, text, place_classes[i]);
    if (place != NULL)
      return place;
  }
  return find_organization (lexicon, text);
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
    g_autofree gchar *words = rel_name_run_join (tokens, end - length, end);
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
    name->gender
      = rel_lexicon_has (self->lexicon, title, "rel:gender", "rel:Male") ? REL_GENDER_MALE : REL_GENDER_FEMALE;
}

/* "Queen" of "Queen Elizabeth II". */
static gboolean
is_part_of_name (const RelDiscourse *self, const gchar *title)
{
  return rel_lexicon_has (self->lexicon, title, "rdf:type", "rel:NamePart");
}

static const gchar *
find_title_or_address (const RelDiscourse *self, guint32 sentence, gint32 token, gint32 *first)
{
  const gchar *title = rel_title_find (self, sentence, token, "rel:Title", first);

  return title != NULL ? title : rel_title_find (self, sentence, token, "rel:Honorific", first);
}

/* Takes titles off the front of the name of a person, and the adjective before them: "Italian PM Meloni". */
static void
strip_titles (const RelDiscourse *self, guint32 sentence, RelNamePhrase *name)
{
  gint32 first = 0;
  guint n_places = 0;

  if (name->end - name->first > 2 && rel_demonym_find (self, sentence, name->first, &first, &n_places) != NULL
      && n_places > 0 && find_title_or_address (self, sentence, name->first + 1, &first) != NULL)
    name->first++;
  for (gint32 n = MIN (MAX_TITLE_WORDS, name->end - name->first - 1); n >= 1; n--) {
    const gchar *title = find_title_or_address (self, sentence, name->first + n - 1, &first);

    if (title == NULL || first != name->first)
      continue;
    note_title (self, sentence, title, first, name);
    if (is_part_of_name (self, title))
      return;
    name->first += n;
    n = MIN (MAX_TITLE_WORDS, name->end - name->first - 1) + 1;
  }
}

/* Whether the tree joins the word before a name to it. */
static gboolean
is_attached (const RelToken *tokens, gint32 before, const RelNamePhrase *name)
{
  return (tokens[before].head >= name->first && tokens[before].head < name->end) || tokens[name->head].head == before;
}

/* Reads the titles that stand right before the name, which make it a person's whatever its tag. */
static void
read_titles_before (const RelDiscourse *self, guint32 sentence, RelNamePhrase *name)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, sentence);
  gint32 first = name->first;

  for (gint32 before = first - 1; before >= 0 && before >= name->first - 2 * MAX_TITLE_WORDS; before = first - 1) {
    const gchar *title = NULL;

    if (tokens[before].upos == REL_UPOS_NOUN || tokens[before].upos == REL_UPOS_PROPN)
      title = find_title_or_address (self, sentence, before, &first);
    if (title == NULL || (name->type != REL_NAME_PER && !is_attached (tokens, before, name)))
      break;
    name->type = REL_NAME_PER;
    note_title (self, sentence, title, first, name);
    if (is_part_of_name (self, title) && first == before && before == name->first - 1)
      name->first = before;
  }
}

/* How much an arc into a name makes its token the head of the name: that of an argument more than that of a part. */
static guint
get_head_rank (RelDeprel deprel)
{
  switch (deprel) {
  case REL_DEPREL_NSUBJ:
  case REL_DEPREL_NSUBJ_PASS:
  case REL_DEPREL_OBJ:
  case REL_DEPREL_IOBJ:
  case REL_DEPREL_OBL:
  case REL_DEPREL_OBL_AGENT:
  case REL_DEPREL_NMOD:
  case REL_DEPREL_NMOD_POSS:
  case REL_DEPREL_ROOT:
  case REL_DEPREL_CONJ:
    return 3;
  case REL_DEPREL_PUNCT:
  case REL_DEPREL_DET:
  case REL_DEPREL_AUX:
  case REL_DEPREL_CASE:
  case REL_DEPREL_CC:
    return 1;
  default:
    return 2;
  }
}

/* The token of the name [first, end) that hangs on something outside; where the tree tears the name apart, the one that is
 * an argument, the first of several. */
static gint32
get_head_of_name (const RelTree *tree, gint32 first, gint32 end)
{
  gint32 best = first;
  guint best_rank = 0;

  for (gint32 i = first; i < end; i++) {
    const RelToken *token = &tree->tokens[i];
    if ((token->head < first || token->head >= end) && get_head_rank (token->deprel) > best_rank) {
      best = i;
      best_rank = get_head_rank (token->deprel);
    }
  }
  return best;
}

/* "Giorgia Meloni" is a person even where the tag says a place; "Victoria Falls" is not, nor is a place of ontology/. */
static gboolean
begins_with_given_name (const RelDiscourse *self, const RelTree *tree, const RelNamePhrase *name)
{
  const RelToken *tokens = tree->tokens;
  gint32 n = name->end - name->first;

  if (n < 2 || n > MAX_PERSON_WORDS
      || (name->type == REL_NAME_NONE && !rel_name_is_surname (self, tree, name->first + 1))
      || !rel_name_is_given (self, tokens[name->first].form))
    return FALSE;

  g_autofree gchar *text = rel_name_run_join (tokens, name->first, name->end);

  for (gint32 i = name->first; i < name->end; i++)
    if (!g_unichar_isupper (g_utf8_get_char (tokens[i].form)))
      return FALSE;

  return !rel_name_is_common_noun (self, tokens[name->end - 1].form)
         && rel_name_find_resource (self->lexicon, text, REL_NAME_LOC) == NULL;
}

gboolean
rel_name_phrase_find (const RelDiscourse *self, guint32 sentence, gint32 token, RelNamePhrase *name)
{
  const RelTree *tree = self->trees[sentence];

  *name = (RelNamePhrase){ .type = tree->tokens[token].name, .head = token };
  if (name->type == REL_NAME_NONE && tree->tokens[token].upos != REL_UPOS_PROPN)
    return FALSE;

  if (name->type != REL_NAME_NONE) {
    rel_name_run_get_tagged (self, tree, token, &name->first, &name->end);
    name->head = get_head_of_name (tree, name->first, name->end);
  } else {
    rel_name_run_get_untagged (self, tree, token, &name->first, &name->end);
  }
  if (name->type == REL_NAME_PER)
    strip_titles (self, sentence, name);
  else if (begins_with_given_name (self, tree, name))
    name->type = REL_NAME_PER;
  read_titles_before (self, sentence, name);
  return TRUE;
}
