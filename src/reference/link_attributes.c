/* Attributes of a mention by which antecedents are ranked: what it is, where it stands, its words. O(words) a mention. */
#include <reference/link_cues.h>
#include <reference/mention_features.h>

#include <string.h>

#define MAX_WORDS 24
#define MAX_NAME 64 /* bytes of the name of an attribute; of a longer word nothing is learned */

static const gchar *const form_names[] = { "name", "nominal", "pronoun", "demonym", "time", "quantity" };

static void add (const RelDiscourse *self, RelReferent *referent, const gchar *format, ...) G_GNUC_PRINTF (3, 4);

static void
add (const RelDiscourse *self, RelReferent *referent, const gchar *format, ...)
{
  gchar name[MAX_NAME];
  va_list arguments;
  gint number, length;

  va_start (arguments, format);
  length = g_vsnprintf (name, sizeof name, format, arguments);
  va_end (arguments);
  if (length >= (gint) sizeof name || !g_str_is_ascii (name))
    return;
  number = rel_link_model_get_number (self->links, name);
  if (number >= 0 && referent->n_attributes < REL_LINK_MAX_ATTRIBUTES)
    referent->attributes[referent->n_attributes++] = (guint16) number;
}

/* The number of a word in this document, in lower case. */
static guint32
intern_word (RelDiscourse *self, const gchar *word)
{
  g_autofree gchar *folded = rel_utf8_to_lower (word);
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, folded));

  if (number == 0) {
    g_ptr_array_add (self->by_word, g_array_new (FALSE, FALSE, sizeof (guint32)));
    number = self->by_word->len;
    g_hash_table_insert (self->words, g_steal_pointer (&folded), GUINT_TO_POINTER (number));
  }
  return number - 1;
}

static gboolean
counts (const RelToken *token)
{
  switch (token->upos) {
  case REL_UPOS_NOUN:
  case REL_UPOS_PROPN:
  case REL_UPOS_ADJ:
  case REL_UPOS_NUM:
  case REL_UPOS_VERB:
  case REL_UPOS_ADV:
  case REL_UPOS_X:
    return TRUE;
  default:
    return FALSE;
  }
}

/* The token whose word is the head's: of a name its last, "bridge" of "Golden Gate Bridge". */
static gint32
get_head_token (const RelReferent *referent)
{
  return referent->mention.form == REL_MENTION_NAME ? referent->name_end - 1 : referent->mention.head;
}

static void
find_words (RelDiscourse *self, RelReferent *referent)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, referent->mention.sentence);
  gint32 head = get_head_token (referent);

  referent->words = rel_arena_new_array (self->scratch, guint32, MAX_WORDS);
  referent->head_word = intern_word (self, tokens[head].lemma != NULL ? tokens[head].lemma : tokens[head].form);
  for (gint32 i = referent->mention.first; i < referent->mention.end && referent->n_content < MAX_WORDS; i++) {
    if (i == head || !counts (&tokens[i]))
      continue;
    if (tokens[i].upos == REL_UPOS_NUM || g_ascii_isdigit (tokens[i].form[0]))
      referent->numerals |= 1u << referent->n_content;
    referent->words[referent->n_content++]
      = intern_word (self, tokens[i].lemma != NULL ? tokens[i].lemma : tokens[i].form);
    referent->n_before += i < head;
  }
}

static void
find_possessor (const RelDiscourse *self, RelReferent *referent)
{
  const RelMention *mention = &referent->mention;
  gint32 child = rel_tree_get_child (self->trees[mention->sentence], mention->head, REL_DEPREL_NMOD_POSS);

  referent->is_possessed = child >= 0;
  referent->possessor = child >= 0 ? rel_discourse_find_head (self, mention->sentence, child) : REL_NO_REFERENT;
}

/* What hangs on the head. */
static void
add_children (const RelDiscourse *self, RelReferent *referent, const RelTree *tree)
{
  const gchar *determiner = "none", *adjective = NULL;

  REL_TREE_EACH_CHILD (tree, referent->mention.head, child) {
    const RelToken *token = &tree->tokens[child];

    switch (token->deprel) {
    case REL_DEPREL_DET:
    case REL_DEPREL_DET_PREDET:
      determiner = token->lemma;
      break;
    case REL_DEPREL_NMOD_POSS:
      determiner = "possessor";
      break;
    case REL_DEPREL_AMOD:
      adjective = adjective != NULL ? adjective : token->lemma;
      break;
    case REL_DEPREL_COP:
    case REL_DEPREL_NUMMOD:
    case REL_DEPREL_APPOS:
    case REL_DEPREL_ACL_RELCL:
    case REL_DEPREL_ACL:
    case REL_DEPREL_NMOD:
    case REL_DEPREL_CONJ:
      add (self, referent, "has=%s", rel_deprel_get_name (token->deprel));
      break;
    default:
      break;
    }
  }
  add (self, referent, "determiner=%s", determiner != NULL ? determiner : "none");
  if (adjective != NULL)
    add (self, referent, "adjective=%s", adjective);
}

/* "it is clear that", "it seems": what hangs on the governor of a pronoun. */
static void
add_clause (const RelDiscourse *self, RelReferent *referent, const RelTree *tree)
{
  gint32 governor = tree->tokens[referent->mention.head].head;

  if (governor < 0 || governor >= tree->n)
    return;
  add (self, referent, "governor=%s", tree->tokens[governor].lemma);
  REL_TREE_EACH_CHILD (tree, governor, child) {
    RelDeprel deprel = tree->tokens[child].deprel;
    if (deprel == REL_DEPREL_CSUBJ || deprel == REL_DEPREL_CCOMP || deprel == REL_DEPREL_XCOMP
        || deprel == REL_DEPREL_COP || deprel == REL_DEPREL_ADVCL)
      add (self, referent, "beside=%s", rel_deprel_get_name (deprel));
  }
}

static void
add_place (const RelDiscourse *self, guint32 index, RelReferent *referent)
{
  const RelDocument *document = self->document;
  const RelSentence *sentence = &document->sentences[referent->mention.sentence];

  if (referent->is_quoted)
    add (self, referent, "quoted");
  if (document->paragraphs != NULL && sentence->paragraph < document->n_paragraphs
      && document->paragraphs[sentence->paragraph].kind != REL_PARAGRAPH_BODY)
    add (self, referent, "heading");
  if (self->first_referent[referent->mention.sentence] == index)
    add (self, referent, "first");
  add (self, referent, "sentence=%u", MIN (referent->mention.sentence, 3));
}

void
rel_link_prepare (RelDiscourse *self, guint32 index)
{
  RelReferent *referent = rel_discourse_get (self, index);
  const RelTree *tree = self->trees[referent->mention.sentence];
  const RelToken *token = &tree->tokens[referent->mention.head];

  find_words (self, referent);
  find_possessor (self, referent);
  referent->attributes = rel_arena_new_array (self->scratch, guint16, REL_LINK_MAX_ATTRIBUTES);
  add (self, referent, "form=%s", form_names[referent->mention.form]);
  add (self, referent, "deprel=%s", rel_deprel_get_name (token->deprel));
  add (self, referent, "plural=%d", referent->is_plural);
  if (referent->mention.form == REL_MENTION_PRONOUN) {
    g_autofree gchar *folded = rel_utf8_to_lower (token->form);
    add (self, referent, "pronoun=%s", folded);
    add_clause (self, referent, tree);
  } else {
    add (self, referent, "type=%s", rel_entity_type_get_name (referent->mention.type));
    if (referent->mention.form == REL_MENTION_NOMINAL && rel_mention_find_noun_type (self, token->lemma) >= 0)
      add (self, referent, "noun=%s",
           rel_entity_type_get_name ((RelEntityType) rel_mention_find_noun_type (self, token->lemma)));
    add (self, referent, "words=%u", MIN (referent->n_content, 3u));
    add_children (self, referent, tree);
    if (referent->mention.form == REL_MENTION_NOMINAL)
      add (self, referent, "head=%s", token->lemma);
    if (g_ascii_isupper (token->form[0]))
      add (self, referent, "capital");
  }
  if (referent->gender == REL_GENDER_MALE || referent->gender == REL_GENDER_FEMALE)
    add (self, referent, "person");
  add_place (self, index, referent);
}
