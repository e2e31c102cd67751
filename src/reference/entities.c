/* Entities: a document with trees and name tags in, mentions and entities with names out.
 *
 * First the mentions are collected, then joined: names over the whole text, the others in the order of the text, each
 * with what stands before it. Last every chain becomes an entity. Rules from the surest to the least sure, in the manner
 * of the multi-pass sieve (Lee et al. 2013). Near linear in the length of the document.
 */
#include <reference/link_cues.h>

#include <string.h>

#define MAX_POSSESSORS 2
#define MAX_LABEL_WORDS 16 /* of an unnamed thing: a longer phrase loses what follows its head */

static void
discourse_init (RelDiscourse *self, const RelLexicon *lexicon, RelDocument *document)
{
  *self = (RelDiscourse){ .document = document, .lexicon = lexicon, .scratch = rel_arena_new () };
  self->referents = g_array_new (FALSE, FALSE, sizeof (RelReferent));
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_word = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->passed = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->near_misses = g_array_new (FALSE, FALSE, sizeof (RelNearMiss));
  self->by_members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_office = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->speaker_of_text); i++)
    self->speaker_of_text[i] = REL_NO_REFERENT;

  self->trees = rel_arena_new_array (self->scratch, RelTree *, document->n_sentences + 1);
  for (guint i = 0; i < document->n_sentences; i++)
    self->trees[i] = rel_tree_new (self->scratch, document, &document->sentences[i]);
  for (guint i = 0; i < document->n_tokens && !self->has_types; i++)
    self->has_types = document->tokens[i].etype > 0;
}

static void
discourse_clear (RelDiscourse *self)
{
  g_hash_table_unref (self->by_office);
  g_hash_table_unref (self->by_members);
  g_array_unref (self->near_misses);
  g_array_unref (self->passed);
  g_ptr_array_unref (self->by_word);
  g_hash_table_unref (self->words);
  g_array_unref (self->referents);
  rel_arena_free (self->scratch);
}

static gint
compare_heads (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const RelDiscourse *self = user_data;
  const RelMention *x = &rel_discourse_get (self, *(const guint32 *) a)->mention;
  const RelMention *y = &rel_discourse_get (self, *(const guint32 *) b)->mention;

  return x->head - y->head;
}

/* The surest rule that applies joins the mention to what stands before it. */
static void
link_mention (RelDiscourse *self, guint32 index)
{
  const RelReferent *referent = rel_discourse_get (self, index);

  if (referent->mention.form == REL_MENTION_QUANTITY || referent->mention.form == REL_MENTION_DEMONYM
      || rel_discourse_find (self, index) != index)
    return;
  if (referent->person == 1 || referent->person == 2)
    rel_discourse_link_speaker (self, index);
  else if (referent->mention.form != REL_MENTION_NOMINAL
           || (!rel_discourse_link_office (self, index) && !rel_discourse_link_plural (self, index)))
    rel_discourse_link_ranked (self, index);
}

/* Joins the mentions of a sentence in the order of their heads, so that "her" comes before "her daughter". */
static void
link_sentence (RelDiscourse *self, guint32 sentence)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = self->first_referent[sentence]; i < self->first_referent[sentence + 1]; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_heads, self);

  for (guint k = 0; k < order->len; k++) {
    link_mention (self, g_array_index (order, guint32, k));
    rel_discourse_pass (self, g_array_index (order, guint32, k));
  }
}

/* Gives each chain its number, in the order of first mentions, and each mention that of its chain. */
static guint
number_entities (const RelDiscourse *self, guint32 *numbers)
{
  guint n = 0;

  for (guint32 i = 0; i < self->referents->len; i++) {
    guint32 root = rel_discourse_find (self, i);
    if (root == i)
      numbers[i] = n++;
    rel_discourse_get (self, i)->mention.entity = numbers[root];
  }
  return n;
}

static void append_label (const RelDiscourse *self, guint32 index, guint depth, GString *label);

/* Appends the name of the possessor instead of its words: "Giorgia Meloni's daughter" for "her daughter", and one deeper
 * for "her daughter's interest". Returns the token behind what was appended. */
static gint32
append_possessor (const RelDiscourse *self, const RelMention *mention, guint depth, GString *label)
{
  const RelTree *tree = self->trees[mention->sentence];
  gint32 child = rel_tree_get_child (tree, mention->head, REL_DEPREL_NMOD_POSS);
  gsize n_before = label->len;

  if (child < mention->first || child > mention->head)
    return mention->first;

  guint32 index = rel_discourse_find_head (self, mention->sentence, child);

  if (index == REL_NO_REFERENT || rel_discourse_get (self, index)->mention.first != mention->first)
    return mention->first;

  const RelReferent *possessor = rel_discourse_get (self, index);
  const RelEntity *entity = &self->document->entities[possessor->mention.entity];

  if (entity->is_named && entity->name != NULL)
    g_string_append (label, entity->name);
  else if (possessor->mention.form == REL_MENTION_NOMINAL && depth < MAX_POSSESSORS)
    append_label (self, index, depth + 1, label);
  if (label->len == n_before)
    return mention->first;
  g_string_append (label, label->str[label->len - 1] == 's' && !entity->is_named ? "' " : "'s ");
  return MIN (tree->right[child] + 1, mention->head);
}

/* A phrase without article, with its possessor by name. */
static void
append_label (const RelDiscourse *self, guint32 index, guint depth, GString *label)
{
  const RelMention *mention = &rel_discourse_get (self, index)->mention;
  const RelToken *tokens = rel_discourse_get_tokens (self, mention->sentence);
  gint32 first = append_possessor (self, mention, depth, label);
  gint32 end = mention->end - first > MAX_LABEL_WORDS ? MAX (mention->head + 1, first + 1) : mention->end;

  while (first < mention->head && tokens[first].upos == REL_UPOS_DET
         && (rel_token_has_feature (&tokens[first], "PronType=Art")
             || rel_token_has_feature (&tokens[first], "PronType=Dem")))
    first++;
  g_string_append (label, rel_discourse_dup_text (self, mention->sentence, first, end));
}

static const gchar *
make_label (const RelDiscourse *self, guint32 index)
{
  g_autoptr (GString) label = g_string_new (NULL);

  append_label (self, index, 0, label);
  return rel_arena_strndup (self->document->arena, label->str, label->len);
}

/* How well a mention names its chain: an acronym less well than the words it stands for. */
static guint
get_rank (const RelReferent *referent)
{
  static const guint ranks[] = { 6, 4, 1, 2, 5, 5 }; /* in the order of RelMentionForm */

  return referent->is_acronym ? 3 : ranks[referent->mention.form];
}

/* Whether @b names the thing better than @a: a name, the one with more words, longer; the earlier of equals. */
static gboolean
is_better_name (const RelReferent *a, const RelReferent *b)
{
  guint rank_a = get_rank (a), rank_b = get_rank (b);

  if (rank_a != rank_b)
    return rank_b > rank_a;
  if (a->mention.form != REL_MENTION_NAME)
    return FALSE;
  if (a->n_words != b->n_words)
    return b->n_words > a->n_words;
  return strlen (b->key) > strlen (a->key);
}

/* The label of a country is its name in ontology/, whatever the text calls it; so is that of a place which the text names
 * by its adjective only. */
static const gchar *
get_place_label (const RelDiscourse *self, const RelReferent *root, RelMentionForm form)
{
  if (root->resource == NULL
      || (form != REL_MENTION_DEMONYM
          && !rel_lexicon_has (self->lexicon, root->resource, "rdf:type", "schema:Country")))
    return NULL;
  return rel_lexicon_get_value (self->lexicon, root->resource, "rdfs:label");
}

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

/* "Seoul" where it stands for South Korea names the state once, but is no name of it. */
static gboolean
is_capital_of (const RelDiscourse *self, const gchar *state, const gchar *name)
{
  const gchar *city = state != NULL ? rel_lexicon_find (self->lexicon, name, "schema:City") : NULL;

  return city != NULL && rel_lexicon_has (self->lexicon, state, "rel:capital", city);
}

/* Words of a name or nominal as one of its aliases; NULL for what names nothing, or names the people of a place. */
static const gchar *
get_alias (const RelDiscourse *self, const RelReferent *root, guint32 index)
{
  const RelMention *mention = &rel_discourse_get (self, index)->mention;

  if (mention->form == REL_MENTION_NAME || rel_discourse_get (self, index)->is_acronym) {
    const gchar *name = rel_discourse_dup_text (self, mention->sentence, mention->first, mention->end);
    gboolean is_adjective = root->resource != NULL
                            && rel_lexicon_has (self->lexicon, root->resource, "rel:demonym", name)
                            && !rel_lexicon_has (self->lexicon, root->resource, "skos:altLabel", name);
    return is_adjective || is_capital_of (self, root->resource, name) ? NULL : name;
  }
  return mention->form == REL_MENTION_NOMINAL && !root->is_named ? make_label (self, index) : NULL;
}

static void
fill_aliases (const RelDiscourse *self, RelEntity *entity, const RelReferent *root)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (seen, (gpointer) entity->name);
  for (guint i = 0; i < entity->n_mentions; i++) {
    const gchar *alias = get_alias (self, root, entity->mentions[i]);
    if (alias != NULL && g_hash_table_add (seen, (gpointer) alias))
      g_ptr_array_add (aliases, (gpointer) alias);
  }
  g_ptr_array_sort (aliases, compare_strings);
  entity->n_aliases = aliases->len;
  entity->aliases = rel_arena_new_array (self->document->arena, const gchar *, aliases->len);
  if (aliases->len > 0)
    memcpy ((gpointer) entity->aliases, aliases->pdata, aliases->len * sizeof (gpointer));
}

static void
fill_members (const RelDiscourse *self, RelEntity *entity, const RelReferent *root, const guint32 *numbers)
{
  guint32 *members = rel_arena_new_array (self->document->arena, guint32, root->n_members);

  for (guint i = 0; i < root->n_members; i++)
    members[i] = numbers[rel_discourse_find (self, root->members[i])];
  entity->members = members;
  entity->n_members = root->n_members;
}

/* Names come before the phrases that hold them as possessors. */
static void
fill_name (const RelDiscourse *self, RelEntity *entity, const RelReferent *root)
{
  guint32 best = entity->mentions[0];

  for (guint i = 1; i < entity->n_mentions; i++)
    if (is_better_name (rel_discourse_get (self, best), rel_discourse_get (self, entity->mentions[i])))
      best = entity->mentions[i];

  const RelMention *mention = &rel_discourse_get (self, best)->mention;

  entity->value = mention->value;
  entity->unit = mention->unit;
  if (rel_discourse_apply_identity (self, root, entity))
    return;
  entity->name = get_place_label (self, root, mention->form);
  if (entity->name == NULL && mention->form == REL_MENTION_NOMINAL)
    entity->name = make_label (self, best);
  if (entity->name == NULL)
    entity->name = rel_discourse_dup_text (self, mention->sentence, mention->first, mention->end);
}

static void
fill_entity (const RelDiscourse *self, RelEntity *entity, const RelReferent *root)
{
  entity->type = root->mention.type;
  entity->is_named = root->is_named || root->marks != NULL;
  entity->is_plural = root->is_plural;
  entity->gender = root->gender;
  entity->resource = root->resource;
}

/* Mention numbers of each entity, one behind the other: counted, then filled. */
static void
gather_mentions (const RelDiscourse *self)
{
  RelDocument *document = self->document;
  guint32 *all = rel_arena_new_array (document->arena, guint32, self->referents->len + 1);
  guint32 next = 0;

  for (guint32 i = 0; i < self->referents->len; i++)
    document->entities[rel_discourse_get (self, i)->mention.entity].n_mentions++;
  for (guint i = 0; i < document->n_entities; i++) {
    document->entities[i].mentions = all + next;
    next += document->entities[i].n_mentions;
    document->entities[i].n_mentions = 0;
  }
  for (guint32 i = 0; i < self->referents->len; i++) {
    RelEntity *entity = &document->entities[rel_discourse_get (self, i)->mention.entity];
    ((guint32 *) entity->mentions)[entity->n_mentions++] = i;
  }
}

static void
make_entities (const RelDiscourse *self)
{
  RelDocument *document = self->document;
  guint32 *numbers = rel_arena_new_array (self->scratch, guint32, self->referents->len + 1);
  const RelReferent **roots;

  document->n_entities = number_entities (self, numbers);
  document->entities = rel_arena_new_array (document->arena, RelEntity, document->n_entities + 1);
  roots = rel_arena_new_array (self->scratch, const RelReferent *, document->n_entities + 1);
  for (guint32 i = 0; i < self->referents->len; i++)
    roots[numbers[rel_discourse_find (self, i)]] = rel_discourse_get (self, rel_discourse_find (self, i));

  gather_mentions (self);
  for (guint i = 0; i < document->n_entities; i++)
    fill_entity (self, &document->entities[i], roots[i]);
  for (guint named = 0; named < 2; named++)
    for (guint i = 0; i < document->n_entities; i++)
      if (document->entities[i].is_named == (named == 0))
        fill_name (self, &document->entities[i], roots[i]);
  for (guint i = 0; i < document->n_entities; i++) {
    fill_aliases (self, &document->entities[i], roots[i]);
    fill_members (self, &document->entities[i], roots[i], numbers);
  }
}

static void
copy_mentions (const RelDiscourse *self)
{
  RelDocument *document = self->document;

  document->n_mentions = self->referents->len;
  document->mentions = rel_arena_new_array (document->arena, RelMention, self->referents->len + 1);
  for (guint32 i = 0; i < self->referents->len; i++) {
    RelMention *mention = &document->mentions[i];

    *mention = rel_discourse_get (self, i)->mention;
    mention->takes_up = rel_discourse_get (self, i)->takes_up + 1;
    if (mention->form == REL_MENTION_PRONOUN)
      mention->type = document->entities[mention->entity].type;
  }
}

static gint
compare_near_misses (gconstpointer a, gconstpointer b)
{
  const RelNearMiss *x = a, *y = b;

  if (x->mention != y->mention)
    return x->mention < y->mention ? -1 : 1;
  return x->antecedent < y->antecedent ? -1 : x->antecedent > y->antecedent;
}

/* Those that nothing else has joined in the end. */
static void
copy_near_misses (const RelDiscourse *self)
{
  RelDocument *document = self->document;

  g_array_sort (self->near_misses, compare_near_misses);
  document->near_misses = rel_arena_new_array (document->arena, RelNearMiss, self->near_misses->len + 1);
  for (guint i = 0; i < self->near_misses->len; i++) {
    const RelNearMiss *miss = &g_array_index (self->near_misses, RelNearMiss, i);
    const RelNearMiss *before
      = document->n_near_misses > 0 ? &document->near_misses[document->n_near_misses - 1] : NULL;

    if (document->mentions[miss->mention].entity == document->mentions[miss->antecedent].entity)
      continue;
    if (before == NULL || before->mention != miss->mention || before->antecedent != miss->antecedent)
      document->near_misses[document->n_near_misses++] = *miss;
  }
}

void
rel_discourse_run (RelDocument *document, const RelLexicon *lexicon, RelLinkModel *links, RelLinkChooseFunc choose,
                   gpointer choose_data)
{
  RelDiscourse discourse;

  discourse_init (&discourse, lexicon, document);
  discourse.links = links;
  discourse.choose = choose;
  discourse.choose_data = choose_data;
  rel_discourse_collect (&discourse);
  rel_discourse_mark_quotes (&discourse);
  rel_discourse_mark_identities (&discourse);
  rel_discourse_link_names (&discourse);
  rel_discourse_link_persons (&discourse);
  rel_discourse_link_acronyms (&discourse);
  rel_discourse_link_identities (&discourse);
  rel_discourse_collect_offices (&discourse);
  for (guint32 i = 0; i < discourse.referents->len; i++)
    rel_link_prepare (&discourse, i);
  for (guint32 i = 0; i < document->n_sentences; i++)
    link_sentence (&discourse, i);
  make_entities (&discourse);
  copy_mentions (&discourse);
  copy_near_misses (&discourse);
  discourse_clear (&discourse);
}

gboolean
rel_entities_annotate (const RelModel *model, const RelLexicon *lexicon, RelDocument *document, GError **error)
{
  g_return_val_if_fail (lexicon != NULL && document != NULL, FALSE);

  RelLinkModel *links = (RelLinkModel *) rel_lexicon_get_part (lexicon, "coreference", rel_link_cues_load,
                                                               (GDestroyNotify) rel_link_model_free);

  rel_discourse_run (document, lexicon, links, NULL, NULL);
  return TRUE;
}
