/* Names: name tags and tree in, the exact words of the name and what its title tells out.
 *
 * The tags say which words are names, the tree says which of them belong together: "South Korea and Italy" are two even
 * where one run of tags covers both. Where there are no tags, proper nouns that hang together are a name.
 */
#include <reference/name_phrase.h>

#include <string.h>

#define MAX_KNOWN_WORDS 3 /* behind the tagged ones */
#define MAX_PERSON_WORDS 3
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

/* Without tags: the words around @head that proper nouns and arcs of names join to it; a tagged one among them too
 * ("Chicago Marathon"). */
static void
get_untagged_run (const RelTree *tree, gint32 head, gint32 *first, gint32 *end)
{
  const RelToken *tokens = tree->tokens;

  for (*first = head; *first > 0 && is_name_like (&tokens[*first - 1]) && tokens[*first - 1].head == head
                      && is_name_arc (tokens[*first - 1].deprel);)
    (*first)--;
  for (*end = head + 1; *end < tree->n && tokens[*end].name == REL_NAME_NONE && tokens[*end].head == head
                        && (is_name_like (&tokens[*end]) || tokens[*end].deprel == REL_DEPREL_FLAT)
                        && is_name_arc (tokens[*end].deprel);)
    (*end)++;
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

static gboolean
is_separator (const RelToken *token)
{
  return token->upos == REL_UPOS_CCONJ || strcmp (token->form, ",") == 0;
}

/* Whether all parts of the run between separators are names of places: "South Korea and Italy". */
static gboolean
is_list_of_places (const RelDiscourse *self, const RelToken *tokens, gint32 first, gint32 end)
{
  gint32 start = first;
  guint n_parts = 0;

  for (gint32 i = first; i <= end; i++) {
    if (i < end && !is_separator (&tokens[i]))
      continue;
    if (i > start) {
      g_autofree gchar *part = join_forms (tokens, start, i);
      if (rel_name_find_resource (self->lexicon, part, REL_NAME_LOC) == NULL)
        return FALSE;
      n_parts++;
    }
    start = i + 1;
  }
  return n_parts > 1;
}

/* Narrows a tagged run to the part around @token where it is a list of names: of persons always, since "and" is no part
 * of their names; of others when the parts are known places ("Institute of Volcanology and Seismology" is one name). */
static void
narrow_run (const RelDiscourse *self, const RelTree *tree, gint32 token, gint32 *first, gint32 *end)
{
  const RelToken *tokens = tree->tokens;

  if (tokens[token].name != REL_NAME_PER && !is_list_of_places (self, tokens, *first, *end))
    return;
  for (gint32 i = token; i >= *first; i--)
    if (is_separator (&tokens[i])) {
      *first = i + 1;
      break;
    }
  for (gint32 i = token + 1; i < *end; i++)
    if (is_separator (&tokens[i])) {
      *end = i;
      break;
    }
}

static gboolean
is_given_name (const RelDiscourse *self, const gchar *form)
{
  return rel_lexicon_has (self->lexicon, "rel:Male", "rel:givenName", form)
         || rel_lexicon_has (self->lexicon, "rel:Female", "rel:givenName", form);
}

/* The "-jae" of "Min-jae" at @hyphen, but not the "-led" of "Meloni-led". */
static gboolean
is_hyphenated (const RelTree *tree, gint32 hyphen)
{
  const RelToken *tokens = tree->tokens;

  return hyphen > 0 && hyphen + 1 < tree->n && strcmp (tokens[hyphen].form, "-") == 0 && !tokens[hyphen - 1].space_after
         && !tokens[hyphen].space_after && tokens[hyphen + 1].name == REL_NAME_NONE
         && (tokens[hyphen + 1].upos == REL_UPOS_PROPN || tokens[hyphen + 1].upos == REL_UPOS_NOUN || tokens[hyphen + 1].upos == REL_UPOS_X);
}

/* Takes in proper nouns behind the run that the tree holds to be part of the name but the tags do not, and the surname
 * behind a given name. */
static void
extend_run (const RelDiscourse *self, const RelTree *tree, gint32 first, gint32 *end)
{
  const RelToken *tokens = tree->tokens;

  if (*end < tree->n && *end - first == 1 && tokens[*end].name == REL_NAME_NONE && g_ascii_isupper (tokens[*end].form[0])
      && g_ascii_islower (tokens[*end].form[1]) && is_given_name (self, tokens[first].form))
    (*end)++;
  if (*end < tree->n && *end - first == 1 && tokens[*end].name == tokens[first].name && is_given_name (self, tokens[first].form))
    while (*end < tree->n && tokens[*end].name == tokens[first].name && !is_separator (&tokens[*end])
           && (*end == first + 1 || !tokens[*end].name_begins))
      (*end)++;
  if (tokens[first].name == REL_NAME_PER)
    while (is_hyphenated (tree, *end))
      *end += 2;
  while (*end < tree->n && tokens[*end].name == REL_NAME_NONE && tokens[*end].upos == REL_UPOS_PROPN
         && tokens[*end].deprel == REL_DEPREL_FLAT && tokens[*end].head >= first && tokens[*end].head < *end)
    (*end)++;
}

/* A noun that is no name by itself: "Peninsula", "Group"; titles are another matter. */
static gboolean
is_common_noun (const RelDiscourse *self, const gchar *form)
{
  g_autofree gchar *noun = g_ascii_strdown (form, -1);
  guint n_types = 0;

  if (rel_lexicon_find (self->lexicon, form, "rel:Title") != NULL)
    return FALSE;
  rel_lexicon_get_subjects (self->lexicon, "rel:headNoun", noun, &n_types);
  return n_types > 0;
}

/* Whether the untagged word before @first belongs to the name: "Korean" to "Peninsula", "Indo-" to "Pacific". */
static gboolean
continues_left (const RelDiscourse *self, const RelTree *tree, gint32 first, gint32 end, gint32 *new_first)
{
  const RelToken *tokens = tree->tokens;
  gint32 before = first - 1;

  if (before < 1 && !(before == 0 && tokens[first].name != REL_NAME_PER))
    return FALSE;
  if (before > 0 && strcmp (tokens[before].form, "-") == 0 && !tokens[before].space_after && !tokens[before - 1].space_after
      && tokens[before].name == REL_NAME_NONE)
    *new_first = before - 1;
  else if (end - first == 1 && tokens[before].head == first && is_common_noun (self, tokens[first].form))
    *new_first = before;
  else
    return FALSE;
  return tokens[first].name != REL_NAME_PER && tokens[*new_first].name == REL_NAME_NONE
         && g_ascii_isupper (tokens[*new_first].form[0]) && tokens[*new_first].upos != REL_UPOS_DET;
}

/* Whether words behind the run make it a name that ontology/ knows ("Group of 20"), or a number does ("Region 11"). */
static gint32
find_known_end (const RelDiscourse *self, const RelTree *tree, gint32 first, gint32 end)
{
  const RelToken *tokens = tree->tokens;

  for (gint32 n = MIN (MAX_KNOWN_WORDS, tree->n - end); n > 0; n--) {
    g_autofree gchar *text = join_forms (tokens, first, end + n);
    if (rel_name_find_resource (self->lexicon, text, tokens[first].name) != NULL)
      return end + n;
  }
  if (end < tree->n && end - first == 1 && tokens[end].upos == REL_UPOS_NUM && tokens[end].head == first
      && is_common_noun (self, tokens[first].form))
    return end + 1;
  return end;
}

/* Tokens [*first, *end) of the tagged name around @token, without article and punctuation at the ends. */
static void
get_tagged_name (const RelDiscourse *self, const RelTree *tree, gint32 token, gint32 *first, gint32 *end)
{
  const RelToken *tokens = tree->tokens;
  gint32 before = 0;

  get_tagged_run (tree, token, first, end);
  narrow_run (self, tree, token, first, end);
  extend_run (self, tree, *first, end);
  *end = find_known_end (self, tree, *first, *end);
  if (continues_left (self, tree, *first, *end, &before))
    *first = before;
  while (*first < token && (tokens[*first].upos == REL_UPOS_PUNCT || tokens[*first].upos == REL_UPOS_DET
                            || tokens[*first].upos == REL_UPOS_ADP))
    (*first)++;
  while (*end - 1 > token && (tokens[*end - 1].upos == REL_UPOS_PART || tokens[*end - 1].upos == REL_UPOS_ADP
                              || (tokens[*end - 1].upos == REL_UPOS_PUNCT && strcmp (tokens[*end - 1].form, ".") != 0)))
    (*end)--;
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

  if (name->end - name->first > 2 && rel_demonym_find (self, sentence, name->first, &first, &n_places) != NULL && n_places > 0
      && find_title_or_address (self, sentence, name->first + 1, &first) != NULL)
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
  case REL_DEPREL_NSUBJ: case REL_DEPREL_NSUBJ_PASS: case REL_DEPREL_OBJ: case REL_DEPREL_IOBJ: case REL_DEPREL_OBL:
  case REL_DEPREL_OBL_AGENT: case REL_DEPREL_NMOD: case REL_DEPREL_NMOD_POSS: case REL_DEPREL_ROOT: case REL_DEPREL_CONJ:
    return 3;
  case REL_DEPREL_PUNCT: case REL_DEPREL_DET: case REL_DEPREL_AUX: case REL_DEPREL_CASE: case REL_DEPREL_CC:
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
begins_with_given_name (const RelDiscourse *self, const RelToken *tokens, const RelNamePhrase *name)
{
  gint32 n = name->end - name->first;

  if (name->type == REL_NAME_NONE || n < 2 || n > MAX_PERSON_WORDS || !is_given_name (self, tokens[name->first].form))
    return FALSE;

  g_autofree gchar *text = join_forms (tokens, name->first, name->end);

  for (gint32 i = name->first; i < name->end; i++)
    if (!g_unichar_isupper (g_utf8_get_char (tokens[i].form)))
      return FALSE;

  return !is_common_noun (self, tokens[name->end - 1].form)
         && rel_name_find_resource (self->lexicon, text, REL_NAME_LOC) == NULL;
}

gboolean
rel_name_phrase_find (const RelDiscourse *self, guint32 sentence, gint32 token, RelNamePhrase *name)
{
  const RelTree *tree = self->trees[sentence];
  gint32 before = 0;

  *name = (RelNamePhrase) { .type = tree->tokens[token].name, .head = token };
  if (name->type == REL_NAME_NONE && tree->tokens[token].upos != REL_UPOS_PROPN)
    return FALSE;

  if (name->type != REL_NAME_NONE) {
    get_tagged_name (self, tree, token, &name->first, &name->end);
    name->head = get_head_of_name (tree, name->first, name->end);
  } else {
    get_untagged_run (tree, token, &name->first, &name->end);
    if (continues_left (self, tree, name->first, name->end, &before))
      name->first = before;
  }
  if (name->type == REL_NAME_PER)
    strip_titles (self, sentence, name);
  else if (begins_with_given_name (self, tree->tokens, name))
    name->type = REL_NAME_PER;
  read_titles_before (self, sentence, name);
  return TRUE;
}
