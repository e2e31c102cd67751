/* Mentions: tokens, trees and name tags in, one RelReferent for each noun phrase, name, pronoun, date and amount out.
 *
 * Which tokens head a mention was counted in GUM train (Zeldes 2017): nouns, proper nouns and pronouns in the places of
 * arguments nearly always do, as compounds only where a name tag or the model says so. Times and measures come first
 * and take their words. Cost: linear in tokens, times the depth of trees within a sentence.
 */
#include <reference/amounts.h>
#include <reference/discourse.h>
#include <reference/mention_features.h>
#include <reference/name_phrase.h>
#include <reference/name_run.h>
#include <reference/name_type.h>
#include <reference/phrase.h>

#include <string.h>

/* One sentence in work. */
typedef struct {
  RelDiscourse *discourse;
  guint32 sentence;
  const RelTree *tree;
  guint8 *taken; /* [n] tokens that are part of a time, an amount, an adjective of a country or the title of a name */
} Collector;

static gboolean
is_argument_place (RelDeprel deprel)
{
  switch (deprel) {
  case REL_DEPREL_NSUBJ:
  case REL_DEPREL_NSUBJ_PASS:
  case REL_DEPREL_NSUBJ_OUTER:
  case REL_DEPREL_OBJ:
  case REL_DEPREL_IOBJ:
  case REL_DEPREL_OBL:
  case REL_DEPREL_OBL_AGENT:
  case REL_DEPREL_OBL_UNMARKED:
  case REL_DEPREL_NMOD:
  case REL_DEPREL_NMOD_POSS:
  case REL_DEPREL_NMOD_UNMARKED:
  case REL_DEPREL_APPOS:
  case REL_DEPREL_CONJ:
  case REL_DEPREL_ROOT:
  case REL_DEPREL_PARATAXIS:
  case REL_DEPREL_LIST:
  case REL_DEPREL_DISLOCATED:
  case REL_DEPREL_VOCATIVE:
  case REL_DEPREL_ORPHAN:
  case REL_DEPREL_DEP:
  case REL_DEPREL_XCOMP:
  case REL_DEPREL_CCOMP:
  case REL_DEPREL_ADVCL:
  case REL_DEPREL_ACL_RELCL:
  case REL_DEPREL_ACL:
  case REL_DEPREL_ADVCL_RELCL:
  case REL_DEPREL_CSUBJ:
    return TRUE;
  default:
    return FALSE;
  }
}

static void
take (Collector *self, gint32 first, gint32 end)
{
  memset (self->taken + first, 1, (gsize) (end - first));
}

static RelReferent
new_referent (const Collector *self, gint32 head)
{
  return (RelReferent){
    .mention = { .sentence = self->sentence, .head = head, .reason = "new" },
    .key = "",
    .speaker = REL_NO_REFERENT,
    .takes_up = REL_NO_REFERENT,
    .possessor = REL_NO_REFERENT,
    .clause = -1,
    .n_mentions = 1,
  };
}

static void
set_span (const Collector *self, RelReferent *referent, gint32 first, gint32 end)
{
  referent->mention.first = first;
  referent->mention.end = end;
  referent->mention.span = (RelSpan){ self->tree->tokens[first].span.start, self->tree->tokens[end - 1].span.end };
}

static void
add (Collector *self, RelReferent *referent)
{
  rel_mention_describe (self->discourse, referent);
  referent->is_named = referent->mention.form == REL_MENTION_NAME || referent->mention.form == REL_MENTION_DEMONYM;
  g_array_append_val (self->discourse->referents, *referent);
}

static void
set_key (RelReferent *referent, const gchar *key)
{
  referent->key = key;
  referent->n_words = *key != '\0';
  for (const gchar *c = key; *c != '\0'; c++)
    referent->n_words += *c == ' ';
}

static void
collect_times (Collector *self)
{
  for (gint32 i = 0; i < self->tree->n; i++) {
    RelReferent referent = new_referent (self, i);
    RelDeprel deprel = self->tree->tokens[i].deprel;

    if (self->taken[i] || deprel == REL_DEPREL_FLAT || deprel == REL_DEPREL_FIXED || deprel == REL_DEPREL_NMOD_DESC
        || rel_name_is_surname (self->discourse, self->tree, i))
      continue;
    if (!rel_amount_read_time (self->discourse, &referent.mention))
      continue;
    if (!is_argument_place (deprel) && referent.mention.value == NULL)
      continue;
    take (self, referent.mention.first, referent.mention.end);
    set_key (&referent,
             rel_discourse_fold_words (self->discourse, self->sentence, referent.mention.first, referent.mention.end));
    add (self, &referent);
  }
}

/* Heads that are units first, so that the number of "10 kilometres" is not an amount of its own. */
static void
collect_amounts (Collector *self, gboolean numbers)
{
  for (gint32 i = 0; i < self->tree->n; i++) {
    RelReferent referent = new_referent (self, i);
    const RelToken *token = &self->tree->tokens[i];

    if (self->taken[i] || (token->upos == REL_UPOS_NUM) != numbers || token->deprel == REL_DEPREL_COMPOUND
        || token->deprel == REL_DEPREL_FLAT || token->deprel == REL_DEPREL_FIXED)
      continue;
    if (!rel_amount_read_quantity (self->discourse, &referent.mention))
      continue;
    take (self, referent.mention.first, referent.mention.end);
    add (self, &referent);
  }
}

/* Whether the word at @token is inside the name of the word it hangs on: "Korean War". */
static gboolean
is_inside_name (const Collector *self, gint32 token)
{
  RelNamePhrase name;
  gint32 head = self->tree->tokens[token].head;

  return head >= 0 && head < self->tree->n && rel_name_phrase_find (self->discourse, self->sentence, head, &name)
         && name.first <= token && token < name.end;
}

static void
collect_demonyms (Collector *self)
{
  for (gint32 i = 0; i < self->tree->n; i++) {
    const RelToken *token = &self->tree->tokens[i];
    RelReferent referent = new_referent (self, i);
    gint32 first = i;
    guint n = 0;

    if (self->taken[i] || token->upos != REL_UPOS_ADJ || token->deprel == REL_DEPREL_FLAT)
      continue;

    const gchar *const *places = rel_demonym_find (self->discourse, self->sentence, i, &first, &n);

    if (n == 0 || is_inside_name (self, i))
      continue;
    take (self, first, i + 1);
    set_span (self, &referent, first, i + 1);
    referent.mention.form = REL_MENTION_DEMONYM;
    referent.mention.type = REL_ENTITY_PLACE;
    referent.resource = n == 1 ? places[0] : NULL;
    set_key (&referent, rel_discourse_fold_words (self->discourse, self->sentence, first, i + 1));
    add (self, &referent);
  }
}

static gboolean
is_pronoun (const RelToken *token)
{
  if (token->upos != REL_UPOS_PRON && token->upos != REL_UPOS_DET)
    return FALSE;
  if (token->deprel == REL_DEPREL_EXPL || rel_token_has_feature (token, "PronType=Rel")
      || rel_token_has_feature (token, "PronType=Int"))
    return FALSE;
  if (token->xpos != NULL && (token->xpos[0] == 'W' || strcmp (token->xpos, "EX") == 0))
    return FALSE;
  return is_argument_place (token->deprel);
}

/* Persons say I and you; he and she have a gender; what "it" and "they" are, their antecedents tell. */
static RelEntityType
get_pronoun_type (const RelDiscourse *self, const RelToken *token)
{
  if (rel_token_has_feature (token, "Person=1") || rel_token_has_feature (token, "Person=2")
      || rel_token_has_feature (token, "Gender=Masc") || rel_token_has_feature (token, "Gender=Fem"))
    return REL_ENTITY_PERSON;
  return rel_mention_guess_nominal_type (self, token);
}

static void
add_pronoun (Collector *self, gint32 token)
{
  RelReferent referent = new_referent (self, token);

  set_span (self, &referent, token, token + 1);
  referent.mention.form = REL_MENTION_PRONOUN;
  referent.mention.type = get_pronoun_type (self->discourse, &self->tree->tokens[token]);
  add (self, &referent);
}

static const gchar *
fold_text (const RelDiscourse *self, const gchar *text)
{
  g_autofree gchar *folded = rel_utf8_to_lower (text);

  return rel_arena_strdup (self->document->arena, folded);
}

static void
add_name (Collector *self, gint32 head, const RelNamePhrase *name)
{
  RelDiscourse *discourse = self->discourse;
  RelReferent referent = new_referent (self, head);
  const gchar *text = rel_discourse_dup_text (discourse, self->sentence, name->first, name->end);

  set_span (self, &referent, name->first, name->end);
  referent.name_first = name->first;
  referent.name_end = name->end;
  referent.mention.form = REL_MENTION_NAME;
  referent.gender = name->gender;
  referent.resource = rel_name_choose_resource (discourse, self->sentence, head, text, name);
  referent.mention.type = rel_name_get_type (discourse, self->tree, &referent, name);
  set_key (&referent, fold_text (discourse, text));
  if (name->office != NULL && referent.mention.type == REL_ENTITY_PERSON) {
    referent.offices = rel_arena_new_array (discourse->scratch, RelOffice, 1);
    referent.offices->role = name->office;
    referent.offices->place = name->place;
  }
  add (self, &referent);
}

/* First token behind article and possessor: where the words that count begin. */
static gint32
skip_determiners (const RelTree *tree, gint32 head, gint32 first)
{
  for (gint32 i = first; i < head; i++) {
    gint32 branch = rel_phrase_get_branch (tree, i, head);
    RelDeprel deprel = branch >= 0 ? tree->tokens[branch].deprel : REL_DEPREL_PUNCT;

    if (deprel != REL_DEPREL_DET && deprel != REL_DEPREL_DET_PREDET && deprel != REL_DEPREL_NMOD_POSS
        && tree->tokens[i].upos != REL_UPOS_PUNCT)
      return i;
  }
  return head;
}

/* Lemmas of the phrase, so that number and letter case do not matter. */
static const gchar *
fold_lemmas (const Collector *self, gint32 first, gint32 end)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (gint32 i = first; i < end; i++) {
    const RelToken *token = &self->tree->tokens[i];
    if (token->upos == REL_UPOS_PUNCT || token->upos == REL_UPOS_DET)
      continue;
    g_autofree gchar *word = rel_utf8_to_lower (token->lemma != NULL ? token->lemma : token->form);
    g_string_append_printf (key, "%s%s", key->len > 0 ? " " : "", word);
  }
  return rel_arena_strndup (self->discourse->document->arena, key->str, key->len);
}

static void
add_nominal (Collector *self, gint32 head)
{
  RelReferent referent = new_referent (self, head);
  gint32 first, end;

  rel_phrase_measure (self->tree, head, &first, &end);
  set_span (self, &referent, first, end);
  referent.mention.form = REL_MENTION_NOMINAL;
  referent.mention.type = rel_mention_guess_nominal_type (self->discourse, &self->tree->tokens[head]);
  set_key (&referent, fold_lemmas (self, skip_determiners (self->tree, head, first), end));
  add (self, &referent);
}

/* "Prime Minister" and "the Premier" name a role, not a person. */
static gboolean
is_title_only (const Collector *self, const RelNamePhrase *name)
{
  gint32 first = 0;

  return rel_title_find (self->discourse, self->sentence, name->end - 1, "rel:Title", &first) != NULL
         && first <= name->first;
}

/* "Prime Minister" as head of the name behind it, which some trees have: the name is what is meant. */
static gboolean
find_name_behind_title (const Collector *self, gint32 head, RelNamePhrase *name)
{
  const RelToken *tokens = self->tree->tokens;
  gint32 first = 0, next = head + 1;

  if (next >= self->tree->n || tokens[next].name != REL_NAME_PER || !tokens[next].name_begins
      || rel_title_find (self->discourse, self->sentence, head, "rel:Title", &first) == NULL)
    return FALSE;
  for (gint32 i = next; i < self->tree->n && tokens[i].name == REL_NAME_PER; i++)
    if (tokens[i].head == head && tokens[i].deprel != REL_DEPREL_CONJ)
      return rel_name_phrase_find (self->discourse, self->sentence, i, name);
  return FALSE;
}

/* "(R)" or "(3rd from L)" of a caption */
static gboolean
is_letter_in_brackets (const Collector *self, gint32 i)
{
  const RelToken *tokens = self->tree->tokens;

  return g_ascii_isupper (tokens[i].form[0]) && tokens[i].form[1] == '\0' && i + 1 < self->tree->n
         && strcmp (tokens[i + 1].form, ")") == 0;
}

/* Whether a noun at @i may head a mention: in the place of an argument; as compound when the model says so. */
static gboolean
is_noun_place (const Collector *self, gint32 i)
{
  const RelToken *token = &self->tree->tokens[i];

  if (is_argument_place (token->deprel))
    return TRUE;
  if (token->deprel != REL_DEPREL_COMPOUND)
    return FALSE;
  if (self->discourse->has_types)
    return token->etype > 0;
  return token->upos == REL_UPOS_PROPN && token->head >= 0 && self->tree->tokens[token->head].upos == REL_UPOS_NOUN;
}

static void
collect_noun (Collector *self, gint32 i)
{
  const RelToken *token = &self->tree->tokens[i];
  RelNamePhrase name;
  gboolean is_name;

  if (find_name_behind_title (self, i, &name)) {
    take (self, name.first, name.end);
    add_name (self, i, &name);
    return;
  }
  is_name = !rel_name_is_people (self->discourse, self->tree, i)
            && rel_name_phrase_find (self->discourse, self->sentence, i, &name) && !is_title_only (self, &name);
  if (is_name && self->taken[name.head]) /* its words are those of a date */
    return;
  if (is_name && (token->name != REL_NAME_NONE || rel_name_is_surname (self->discourse, self->tree, i + 1))
      && (token->upos != REL_UPOS_NUM
          || name.end - name.first > 1)) { /* its leftmost word: the others are taken with it */
    take (self, MIN (i, name.first), name.end);
    add_name (self, name.head, &name);
    return;
  }
  if (!is_noun_place (self, i))
    return;
  if (is_name)
    add_name (self, i, &name);
  else
    add_nominal (self, i);
}

/* "the poor" */
static gboolean
is_adjective_as_noun (const Collector *self, gint32 i)
{
  RelDeprel deprel = self->tree->tokens[i].deprel;

  return (deprel == REL_DEPREL_NSUBJ || deprel == REL_DEPREL_OBJ || deprel == REL_DEPREL_OBL
          || deprel == REL_DEPREL_NSUBJ_PASS || deprel == REL_DEPREL_NMOD)
         && rel_tree_get_child (self->tree, i, REL_DEPREL_DET) >= 0;
}

static void
collect_nominals (Collector *self)
{
  for (gint32 i = 0; i < self->tree->n; i++) {
    const RelToken *token = &self->tree->tokens[i];

    if (self->taken[i] || is_letter_in_brackets (self, i))
      continue;
    if (is_pronoun (token))
      add_pronoun (self, i);
    else if (token->upos == REL_UPOS_NOUN || token->upos == REL_UPOS_PROPN || token->upos == REL_UPOS_X
             || token->name != REL_NAME_NONE)
      collect_noun (self, i);
    else if (token->upos == REL_UPOS_ADJ && is_adjective_as_noun (self, i))
      add_nominal (self, i);
  }
}

/* What the text speaks of: names, and words that are all of a phrase ("iodine"). */
static GHashTable *
collect_keys (const RelDiscourse *self)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < self->referents->len; i++) {
    const RelReferent *referent = rel_discourse_get (self, i);
    if (referent->mention.form == REL_MENTION_NAME
        || (referent->n_words == 1 && referent->mention.form == REL_MENTION_NOMINAL))
      g_hash_table_add (keys, (gpointer) referent->key);
  }
  return keys;
}

/* "Cambridge" in "University of Cambridge" and "U.S." in "U.S. Congress", but no part of a person's name. */
static void
collect_name_inside (Collector *self, GHashTable *keys, gint32 i)
{
  const RelToken *tokens = self->tree->tokens;
  RelNamePhrase name = { .first = self->tree->left[i], .end = i + 1, .head = i, .type = REL_NAME_NONE };

  for (gint32 k = name.first; k < i; k++)
    if (tokens[k].upos != REL_UPOS_PROPN)
      name.first = k + 1;

  const gchar *text = rel_discourse_dup_text (self->discourse, self->sentence, name.first, name.end);

  if (g_hash_table_contains (keys, fold_text (self->discourse, text)))
    add_name (self, i, &name);
}

/* "iodine" in "iodine deficiency" is a mention where the text speaks of iodine elsewhere. @taken: 1 for heads and words of
 * persons' names, times and amounts, 2 for words of other names. */
static void
collect_words_inside (Collector *self, GHashTable *keys, const guint8 *taken)
{
  for (gint32 i = 0; i < self->tree->n; i++) {
    const RelToken *token = &self->tree->tokens[i];
    gboolean is_compound = token->deprel == REL_DEPREL_COMPOUND;

    if (taken[i] == 1 || token->lemma == NULL)
      continue;
    if (token->upos == REL_UPOS_PROPN && (is_compound || (taken[i] == 2 && token->deprel == REL_DEPREL_NMOD))) {
      collect_name_inside (self, keys, i);
    } else if (token->upos == REL_UPOS_NOUN && is_compound && taken[i] == 0) {
      g_autofree gchar *key = rel_utf8_to_lower (token->lemma);
      if (g_hash_table_contains (keys, key))
        add_nominal (self, i);
    }
  }
}

static void
take_words (guint8 *taken, const RelReferent *referent)
{
  RelMentionForm form = referent->mention.form;
  gboolean is_open = form == REL_MENTION_NAME && referent->mention.type != REL_ENTITY_PERSON;

  for (gint32 i = referent->mention.first; i < referent->mention.end && form != REL_MENTION_NOMINAL; i++)
    if (taken[i] != 1)
      taken[i] = is_open ? 2 : 1;
  taken[referent->mention.head] = 1;
}

static void
collect_repeated_words (RelDiscourse *self)
{
  g_autoptr (GHashTable) keys = collect_keys (self);
  guint n_before = self->referents->len, next = 0;

  for (guint32 s = 0; s < self->document->n_sentences; s++) {
    Collector collector = { .discourse = self, .sentence = s, .tree = self->trees[s] };
    g_autofree guint8 *taken = g_new0 (guint8, collector.tree->n + 1);

    for (; next < n_before && rel_discourse_get (self, next)->mention.sentence == s; next++)
      take_words (taken, rel_discourse_get (self, next));
    collect_words_inside (&collector, keys, taken);
  }
}

void
rel_discourse_collect (RelDiscourse *self)
{
  for (guint32 i = 0; i < self->document->n_sentences; i++) {
    Collector collector = { .discourse = self, .sentence = i, .tree = self->trees[i] };

    collector.taken = rel_arena_new_array (self->scratch, guint8, collector.tree->n + 1);
    collect_times (&collector);
    collect_amounts (&collector, FALSE);
    collect_amounts (&collector, TRUE);
    collect_demonyms (&collector);
    collect_nominals (&collector);
  }
  collect_repeated_words (self);
  rel_discourse_order (self);
}
