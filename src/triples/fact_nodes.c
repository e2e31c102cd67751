/* From the words of an argument to nodes: entities, the members of plurals, literals.
 *
 * A named thing has one IRI in all documents, made of its name and type; an unnamed one ("the summit") has one under
 * its document, so that two reports' summits stay apart. Cost: O(log mentions) an argument.
 */
#include <triples/fact_draft.h>
#include <triples/iri.h>
#include <triples/node_type.h>

#include <string.h>

/* The second unnamed "agreement" of a document gets a number. */
static gchar *
mint_unnamed (RelFactDrafts *self, const gchar *label)
{
  g_autofree gchar *document = rel_iri_segment (self->document->id);
  g_autofree gchar *folder = g_strconcat ("thing/", document, "/", NULL);
  g_autofree gchar *segment = rel_iri_segment (label);
  g_autofree gchar *iri = rel_iri_join (self->base, folder, segment);
  guint n_used = GPOINTER_TO_UINT (g_hash_table_lookup (self->used_names, iri)) + 1;

  g_hash_table_replace (self->used_names, g_strdup (iri), GUINT_TO_POINTER (n_used));
  if (n_used == 1)
    return g_steal_pointer (&iri);
  return g_strdup_printf ("%s~%u", iri, n_used);
}

static RelNode *
new_node (RelFactDrafts *self, const gchar *label)
{
  RelNode *node = rel_arena_new_array (self->arena, RelNode, 1);

  node->label = rel_arena_strdup (self->arena, label);
  node->type = "";
  return node;
}

static RelNode *
new_unnamed (RelFactDrafts *self, const gchar *label)
{
  RelNode *node = new_node (self, label);
  g_autofree gchar *iri = mint_unnamed (self, node->label);

  node->iri = rel_arena_strdup (self->arena, iri);
  return node;
}

const RelNode *
rel_drafts_get_thing (RelFactDrafts *self, const RelNode *node)
{
  if (node == NULL || node->iri != NULL)
    return node;

  RelNode *thing = g_hash_table_lookup (self->things, node->label);

  if (thing == NULL) {
    thing = new_unnamed (self, node->label);
    g_hash_table_insert (self->things, (gpointer) thing->label, thing);
  }
  return thing;
}

const RelNode *
rel_drafts_make_text (RelFactDrafts *self, const gchar *text)
{
  RelNode *node = new_node (self, text);

  node->value = node->label;
  return node;
}

static const RelNode *
make_typed (RelFactDrafts *self, const gchar *label, const gchar *value, const gchar *datatype)
{
  RelNode *node = new_node (self, label);
  g_autofree gchar *iri = g_strconcat (REL_IRI_XSD, datatype, NULL);

  node->value = rel_arena_strdup (self->arena, value);
  node->type = datatype;
  node->type_iri = rel_arena_strdup (self->arena, iri);
  return node;
}

const RelNode *
rel_drafts_make_number (RelFactDrafts *self, const gchar *digits)
{
  gboolean point = FALSE;

  for (const gchar *c = digits; *c != '\0'; c++) {
    if (!g_ascii_isdigit (*c) && (*c != '.' || point || c == digits || c[1] == '\0'))
      return rel_drafts_make_text (self, digits);
    point = point || *c == '.';
  }
  return make_typed (self, digits, digits, point ? "decimal" : "integer");
}

static gboolean
is_pronouns_only (const RelDocument *document, const RelEntity *entity)
{
  for (guint i = 0; i < entity->n_mentions; i++)
    if (document->mentions[entity->mentions[i]].form != REL_MENTION_PRONOUN)
      return FALSE;
  return entity->n_mentions > 0;
}

static void
set_links (RelFactDrafts *self, RelNode *node, const gchar *resource)
{
  guint n_links = 0;
  const gchar *const *links = rel_lexicon_get_values (self->lexicon, resource, "skos:exactMatch", &n_links);

  node->links = links;
  node->n_links = n_links;
}

/* The word that the name of an unnamed @entity begins with, when it is a possessive pronoun or "no": -1: neither; sets
 * @sentence. */
static gint32
find_first_word (RelFactDrafts *self, const RelEntity *entity, guint32 *sentence)
{
  for (guint i = 0; i < entity->n_mentions; i++) {
    const RelMention *mention = &self->document->mentions[entity->mentions[i]];
    const RelToken *token = rel_drafts_get_token (self, mention->sentence, mention->first);
    gsize length = strlen (token->form);
    gboolean owner = token->deprel == REL_DEPREL_NMOD_POSS && token->upos == REL_UPOS_PRON;

    if (!(owner || (token->deprel == REL_DEPREL_DET && rel_token_has_feature (token, "PronType=Neg")))
        || g_ascii_strncasecmp (entity->name, token->form, length) != 0 || entity->name[length] != ' ')
      continue;
    *sentence = mention->sentence;
    return mention->first;
  }
  return -1;
}

/* (transfer full): "her daughter" as "Giorgia Meloni's daughter", because the graph has no "her"; without owner where the
 * text has several or does not tell. Without "no", which is the fact's polarity. */
static gchar *
dup_label (RelFactDrafts *self, const RelEntity *entity)
{
  guint32 sentence = 0;
  gint32 word = entity->is_named ? -1 : find_first_word (self, entity, &sentence);

  if (word < 0)
    return g_strdup (entity->name);

  const gchar *rest = strchr (entity->name, ' ') + 1;
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  const RelMention *mention = rel_document_find_mention (self->document, sentence, word);

  /* Unnamed owners could own each other: "her husband", "his wife". */
  if (mention != NULL && self->document->entities[mention->entity].is_named
      && self->document->entities[mention->entity].n_members == 0)
    rel_drafts_collect_head (self, sentence, word, owners);
  if (owners->len != 1)
    return g_strdup (rest);
  return g_strconcat (((const RelNode *) g_ptr_array_index (owners, 0))->label, "'s ", rest, NULL);
}

static const RelNode *
make_entity (RelFactDrafts *self, const RelEntity *entity)
{
  if (is_pronouns_only (self->document, entity) || entity->name == NULL || *entity->name == '\0')
    return NULL;

  g_autofree gchar *label = dup_label (self, entity);
  RelNode *node = entity->is_named ? new_node (self, label) : new_unnamed (self, label);

  if (entity->is_named) {
    g_autofree gchar *iri = rel_entity_dup_iri (entity, self->base);
    node->iri = rel_arena_strdup (self->arena, iri);
  }
  node->type = rel_node_type_get_label (entity->type);
  node->type_iri = rel_node_type_get_iri (entity->type);
  node->aliases = entity->aliases;
  node->n_aliases = entity->n_aliases;
  if (entity->resource != NULL && self->lexicon != NULL)
    set_links (self, node, entity->resource);
  return node;
}

const RelNode *
rel_drafts_get_entity (RelFactDrafts *self, guint32 entity)
{
  g_return_val_if_fail (entity < self->document->n_entities, NULL);

  if (self->entities[entity] == NULL)
    self->entities[entity] = make_entity (self, &self->document->entities[entity]);
  return self->entities[entity];
}

static const gchar *
get_mention_text (RelFactDrafts *self, const RelMention *mention)
{
  RelSpan span = mention->span;

  return rel_arena_strndup (self->arena, self->document->text + span.start, span.end - span.start);
}

/* A bare number is a number; an amount with a unit keeps its words ("$8.08 billion"), which say more than one literal
 * can. */
static const RelNode *
make_quantity (RelFactDrafts *self, const RelMention *mention)
{
  const gchar *text = get_mention_text (self, mention);

  if (mention->value == NULL || mention->unit != NULL || mention->approximate)
    return rel_drafts_make_text (self, text);
  return make_typed (self, text, mention->value, strchr (mention->value, '.') != NULL ? "decimal" : "integer");
}

static const RelNode *
make_time (RelFactDrafts *self, const RelMention *mention)
{
  const gchar *text = get_mention_text (self, mention);
  const gchar *datatype = mention->value != NULL ? rel_node_type_get_time (mention->value) : NULL;

  if (datatype == NULL)
    return rel_drafts_make_text (self, text);
  return make_typed (self, text, mention->value, datatype);
}

/* A phrase that is no mention: a node for a noun, text for anything else, nothing for a pronoun. */
static const RelNode *
get_phrase_node (RelFactDrafts *self, guint32 sentence, gint32 head)
{
  const RelToken *token = rel_drafts_get_token (self, sentence, head);
  gint64 key = ((gint64) sentence << 32) | head;
  const RelNode *node = g_hash_table_lookup (self->phrases, &key);

  if (node != NULL || token->upos == REL_UPOS_PRON || token->upos == REL_UPOS_DET || token->upos == REL_UPOS_PUNCT)
    return node;

  const gchar *label = rel_drafts_get_phrase (self, sentence, head);

  if (token->upos == REL_UPOS_NOUN || token->upos == REL_UPOS_PROPN)
    node = new_unnamed (self, label);
  else
    node = rel_drafts_make_text (self, label);
  g_hash_table_insert (self->phrases, g_memdup2 (&key, sizeof key), (gpointer) node);
  return node;
}

static void
add_node (GPtrArray *nodes, const RelNode *node)
{
  if (node != NULL && !g_ptr_array_find (nodes, node, NULL))
    g_ptr_array_add (nodes, (gpointer) node);
}

/* "the city of Chicago": the name that "of" gives to a kind of place; NULL: none. */
static const RelMention *
find_name_of_kind (RelFactDrafts *self, const RelTree *tree, const RelMention *noun)
{
  const RelToken *kind = &tree->tokens[noun->head];

  if (self->lexicon == NULL || kind->lemma == NULL || kind->upos != REL_UPOS_NOUN
      || rel_token_has_feature (kind, "Number=Plur")
      || !rel_lexicon_has (self->lexicon, "rel:NamedKind", "rel:lemma", kind->lemma))
    return NULL;
  for (gint32 child = rel_tree_get_child (tree, noun->head, REL_DEPREL_NMOD); child >= 0;
       child = rel_tree_get_next (tree, child, REL_DEPREL_NMOD)) {
    const RelMention *name = rel_document_find_mention (self->document, noun->sentence, child);
    gint32 mark = rel_tree_get_child (tree, child, REL_DEPREL_CASE);

    if (name != NULL && name->form == REL_MENTION_NAME && name->type == REL_ENTITY_PLACE && mark == noun->head + 1
        && strcmp (tree->tokens[mark].form, "of") == 0)
      return name;
  }
  return NULL;
}

/* "Niger's president Mahamadou Issoufou": the name right behind a noun says who it is. */
static const RelMention *
find_name_behind (RelFactDrafts *self, const RelMention *noun)
{
  const RelTree *tree = rel_drafts_get_tree (self, noun->sentence);

  for (gint32 child = rel_tree_get_child (tree, noun->head, REL_DEPREL_APPOS); child >= 0;
       child = rel_tree_get_next (tree, child, REL_DEPREL_APPOS)) {
    const RelMention *name = rel_document_find_mention (self->document, noun->sentence, child);

    if (name != NULL && name->form == REL_MENTION_NAME && name->first == noun->head + 1)
      return name;
  }

  const RelMention *name = find_name_of_kind (self, tree, noun);
  return name != NULL ? name : noun;
}

void
rel_drafts_collect_head (RelFactDrafts *self, guint32 sentence, gint32 head, GPtrArray *nodes)
{
  const RelMention *mention = rel_document_find_mention (self->document, sentence, head);

  if (mention == NULL) {
    add_node (nodes, get_phrase_node (self, sentence, head));
    return;
  }
  if (mention->form == REL_MENTION_TIME || mention->form == REL_MENTION_QUANTITY) {
    add_node (nodes, mention->form == REL_MENTION_TIME ? make_time (self, mention) : make_quantity (self, mention));
    return;
  }

  if (mention->form == REL_MENTION_NOMINAL)
    mention = find_name_behind (self, mention);

  const RelEntity *entity = &self->document->entities[mention->entity];

  for (guint i = 0; i < entity->n_members; i++)
    add_node (nodes, rel_drafts_get_entity (self, entity->members[i]));
  if (entity->n_members == 0)
    add_node (nodes, rel_drafts_get_entity (self, mention->entity));
}

static gboolean
has_token (const RelTokenList *list, gint32 token)
{
  for (guint i = 0; i < list->n; i++)
    if (list->tokens[i] == token)
      return TRUE;
  return FALSE;
}

/* "Yoon, not Kim": the conjunct is named to be left out. */
static gboolean
is_denied (const RelTree *tree, gint32 conjunct)
{
  REL_TREE_EACH_CHILD (tree, conjunct, child)
    if (child < conjunct && tree->tokens[child].deprel == REL_DEPREL_ADVMOD
        && tree->tokens[child + 1].upos != REL_UPOS_ADV /* "not only" */
        && rel_token_has_feature (&tree->tokens[child], "Polarity=Neg"))
      return TRUE;
  return FALSE;
}

/* The entity that has the name or alias @text, NULL: none. */
static const RelNode *
find_by_name (RelFactDrafts *self, const gchar *text)
{
  for (guint i = 0; i < self->document->n_entities; i++) {
    const RelEntity *entity = &self->document->entities[i];
    gboolean found = g_strcmp0 (entity->name, text) == 0;

    for (guint k = 0; k < entity->n_aliases && !found; k++)
      found = strcmp (entity->aliases[k], text) == 0;
    if (found)
      return rel_drafts_get_entity (self, i);
  }
  return NULL;
}

/* The country that a demonym stands for: its entity where the text speaks of it elsewhere, else the name alone. */
static const RelNode *
find_supplied (RelFactDrafts *self, const gchar *text)
{
  const RelNode *node = find_by_name (self, text);

  return node != NULL ? node : rel_drafts_make_text (self, text);
}

/* Whether the argument says other words than the sentence, as "Italy" for "Italian". */
static gboolean
is_supplied (const RelFactDrafts *self, guint32 sentence, const RelArgument *argument)
{
  const RelToken *token = rel_drafts_get_token (self, sentence, argument->head);

  return token->upos == REL_UPOS_ADJ && argument->text != NULL && argument->tokens.n == 1
         && strcmp (argument->text, token->form) != 0
         && rel_document_find_mention (self->document, sentence, argument->head) == NULL;
}

void
rel_drafts_collect_argument (RelFactDrafts *self, guint32 sentence, const RelArgument *argument, GPtrArray *nodes)
{
  if (argument->role == REL_ROLE_CLAUSE || argument->head < 0) {
    if (argument->text != NULL && *argument->text != '\0')
      add_node (nodes, rel_drafts_make_text (self, argument->text));
    return;
  }

  if (is_supplied (self, sentence, argument)) {
    add_node (nodes, find_supplied (self, argument->text));
    return;
  }

  const RelTree *tree = rel_drafts_get_tree (self, sentence);

  gboolean not_but
    = rel_tree_get_child (tree, argument->head, REL_DEPREL_CONJ) >= 0 && is_denied (tree, argument->head);

  if (!not_but)
    rel_drafts_collect_head (self, sentence, argument->head, nodes);
  for (gint32 child = rel_tree_get_child (tree, argument->head, REL_DEPREL_CONJ); child >= 0;
       child = rel_tree_get_next (tree, child, REL_DEPREL_CONJ))
    if (has_token (&argument->tokens, child) && !is_denied (tree, child))
      rel_drafts_collect_head (self, sentence, child, nodes);
}

const RelNode *
rel_drafts_find_source (RelFactDrafts *self, const gchar *text)
{
  const RelNode *node = find_by_name (self, text);

  return rel_drafts_get_thing (self, node != NULL ? node : rel_drafts_make_text (self, text));
}
