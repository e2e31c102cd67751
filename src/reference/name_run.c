/* The words of a name: name tags and tree in, first and last token out.
 *
 * The tags say which words are names. Mostly a run of tags is one name, whatever the tree makes of it, but "South Korea and
 * Italy" are two. Words that the tagger left off come back by the tree, by ontology/ and by hyphens. Where there are no
 * tags, proper nouns that hang together are a name. Linear in the length of the name.
 */
#include <reference/name_phrase.h>
#include <reference/name_run.h>

#include <string.h>

#define MAX_KNOWN_WORDS 3  /* behind the tagged ones */
#define MAX_WORDS_BEHIND 8 /* up to a bracket with the letters of the name */

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
gchar *
rel_name_run_join (const RelToken *tokens, gint32 first, gint32 end)
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
      g_autofree gchar *part = rel_name_run_join (tokens, start, i);
      if (rel_name_find_resource (self->lexicon, part, REL_NAME_LOC) == NULL)
        return FALSE;
      n_parts++;
    }
    start = i + 1;
  }
  return n_parts > 1;
}

/* "Keldan Ltd (KL" is one name and the beginning of another. */
static void
cut_at_brackets (const RelToken *tokens, gint32 token, gint32 *first, gint32 *end)
{
  for (gint32 i = token; i > *first; i--)
    if (strcmp (tokens[i - 1].form, "(") == 0 || strcmp (tokens[i - 1].form, ")") == 0) {
      *first = i;
      break;
    }
  for (gint32 i = token + 1; i < *end; i++)
    if (strcmp (tokens[i].form, "(") == 0 || strcmp (tokens[i].form, ")") == 0) {
      *end = i;
      break;
    }
}

/* "Anna Berg of Norway": where a person comes from is no part of the name. */
static void
cut_origin (const RelDiscourse *self, const RelToken *tokens, gint32 token, gint32 first, gint32 *end)
{
  if (!rel_name_is_given (self, tokens[first].form))
    return;
  for (gint32 i = MAX (token, first) + 1; i < *end; i++)
    if (tokens[i].upos == REL_UPOS_ADP && i > first + 1) {
      *end = i;
      return;
    }
}

/* Narrows a tagged run to the part around @token where it is a list of names: of persons always, since "and" is no part
 * of their names; of others when the parts are known places ("Institute of Volcanology and Seismology" is one name). */
static void
narrow_run (const RelDiscourse *self, const RelTree *tree, gint32 token, gint32 *first, gint32 *end)
{
  const RelToken *tokens = tree->tokens;

  cut_at_brackets (tokens, token, first, end);
  cut_origin (self, tokens, token, *first, end);
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

gboolean
rel_name_is_given (const RelDiscourse *self, const gchar *form)
{
  return rel_lexicon_has (self->lexicon, "rel:Male", "rel:givenName", form)
         || rel_lexicon_has (self->lexicon, "rel:Female", "rel:givenName", form);
}

/* Whether the word at @token, whatever its tags, is the surname to the given name before it: "May" of "Theresa May". */
gboolean
rel_name_is_surname (const RelDiscourse *self, const RelTree *tree, gint32 token)
{
  const RelToken *tokens = tree->tokens;

  return token > 0 && token < tree->n && tokens[token - 1].upos == REL_UPOS_PROPN && tokens[token - 1].space_after
         && (token < 2 || tokens[token - 2].upos != REL_UPOS_PROPN) && g_ascii_isupper (tokens[token].form[0])
         && g_ascii_islower (tokens[token].form[1]) && tokens[token].upos != REL_UPOS_NOUN
         && (token + 1 >= tree->n || tokens[token + 1].upos != REL_UPOS_NUM)
         && rel_name_is_given (self, tokens[token - 1].form);
}

/* The "-jae" of "Min-jae" at @hyphen, but not the "-led" of "Meloni-led". */
static gboolean
is_hyphenated (const RelTree *tree, gint32 hyphen)
{
  const RelToken *tokens = tree->tokens;

  return hyphen > 0 && hyphen + 1 < tree->n && strcmp (tokens[hyphen].form, "-") == 0 && !tokens[hyphen - 1].space_after
         && !tokens[hyphen].space_after && tokens[hyphen + 1].name == REL_NAME_NONE
         && (tokens[hyphen + 1].upos == REL_UPOS_PROPN || tokens[hyphen + 1].upos == REL_UPOS_NOUN
             || tokens[hyphen + 1].upos == REL_UPOS_X);
}

/* Whether the tree makes the proper noun at @end, which the tags leave off or hold to be another name, a part of the name
 * before it: "Davao del" and "Sur", "Mount" and "Apo". */
static gboolean
is_part_behind (const RelTree *tree, gint32 first, gint32 end)
{
  const RelToken *tokens = tree->tokens, *next = &tokens[end];

  if (next->upos != REL_UPOS_PROPN)
    return FALSE;
  if (next->deprel == REL_DEPREL_FLAT && next->head >= first && next->head < end)
    return TRUE;
  return next->name == REL_NAME_NONE && tokens[end - 1].head == end && tokens[end - 1].deprel == REL_DEPREL_COMPOUND
         && tokens[end - 1].upos == REL_UPOS_PROPN;
}

/* Takes in proper nouns behind the run that the tree holds to be part of the name but the tags do not, and the surname
 * behind a given name. */
static void
extend_run (const RelDiscourse *self, const RelTree *tree, gint32 first, gint32 *end)
{
  const RelToken *tokens = tree->tokens;

  if (*end < tree->n && *end - first == 1 && tokens[*end].name == REL_NAME_NONE
      && g_ascii_isupper (tokens[*end].form[0]) && g_ascii_islower (tokens[*end].form[1])
      && rel_name_is_given (self, tokens[first].form))
    (*end)++;
  if (*end < tree->n && *end - first == 1 && tokens[*end].name == tokens[first].name
      && rel_name_is_given (self, tokens[first].form))
    while (*end < tree->n && tokens[*end].name == tokens[first].name && !is_separator (&tokens[*end])
           && (*end == first + 1 || !tokens[*end].name_begins))
      (*end)++;
  if (tokens[first].name == REL_NAME_PER)
    while (is_hyphenated (tree, *end))
      *end += 2;
  while (*end < tree->n && is_part_behind (tree, first, *end))
    (*end)++;
}

/* A noun that is no name by itself: "Peninsula", "Group"; titles are another matter. */
gboolean
rel_name_is_common_noun (const RelDiscourse *self, const gchar *form)
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
  if (before > 0 && strcmp (tokens[before].form, "-") == 0 && !tokens[before].space_after
      && !tokens[before - 1].space_after && tokens[before].name == REL_NAME_NONE)
    *new_first = before - 1;
  else if (end - first == 1 && tokens[before].head == first && rel_name_is_common_noun (self, tokens[first].form))
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
    g_autofree gchar *text = rel_name_run_join (tokens, first, end + n);
    if (rel_name_find_resource (self->lexicon, text, tokens[first].name) != NULL)
      return end + n;
  }
  if (end < tree->n && end - first == 1 && tokens[end].upos == REL_UPOS_NUM && tokens[end].head == first
      && rel_name_is_common_noun (self, tokens[first].form))
    return end + 1;
  return end;
}

/* "Office of Roads and Bridges (ORB)": the letters in brackets tell that the name goes on behind "and". */
static gint32
find_abbreviated_end (const RelTree *tree, gint32 first, gint32 end)
{
  const RelToken *tokens = tree->tokens;
  gint32 bracket = end;
  const gchar *letter;

  if (end >= tree->n || !is_separator (&tokens[end]) || tokens[first].name == REL_NAME_PER)
    return end;
  while (bracket < tree->n && bracket < end + MAX_WORDS_BEHIND && strcmp (tokens[bracket].form, "(") != 0)
    bracket++;
  if (bracket + 2 >= tree->n || strcmp (tokens[bracket].form, "(") != 0 || strcmp (tokens[bracket + 2].form, ")") != 0)
    return end;
  letter = tokens[bracket + 1].form;
  for (gint32 i = first; i < bracket; i++)
    if (g_ascii_isupper (tokens[i].form[0]) && *letter++ != tokens[i].form[0])
      return end;
  return *letter == '\0' ? bracket : end;
}

/* Without tags: the words around @head that hang together, and what belongs to them on the left. */
void
rel_name_run_get_untagged (const RelDiscourse *self, const RelTree *tree, gint32 head, gint32 *first, gint32 *end)
{
  gint32 before = 0;

  get_untagged_run (tree, head, first, end);
  if (rel_name_is_surname (self, tree, *end))
    (*end)++;
  if (continues_left (self, tree, *first, *end, &before))
    *first = before;
}

/* Tokens [*first, *end) of the tagged name around @token, without article and punctuation at the ends. */
void
rel_name_run_get_tagged (const RelDiscourse *self, const RelTree *tree, gint32 token, gint32 *first, gint32 *end)
{
  const RelToken *tokens = tree->tokens;
  gint32 before = 0;

  get_tagged_run (tree, token, first, end);
  narrow_run (self, tree, token, first, end);
  extend_run (self, tree, *first, end);
  *end = find_known_end (self, tree, *first, *end);
  *end = find_abbreviated_end (tree, *first, *end);
  if (continues_left (self, tree, *first, *end, &before))
    *first = before;
  while (*first < token
         && (tokens[*first].upos == REL_UPOS_PUNCT || tokens[*first].upos == REL_UPOS_DET
             || tokens[*first].upos == REL_UPOS_ADP))
    (*first)++;
  while (*end - 1 > token
         && (tokens[*end - 1].upos == REL_UPOS_PART || tokens[*end - 1].upos == REL_UPOS_ADP
             || (tokens[*end - 1].upos == REL_UPOS_PUNCT && strcmp (tokens[*end - 1].form, ".") != 0)))
    (*end)--;
}
