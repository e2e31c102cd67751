/* Chains of mentions: joining, agreement, what is known of the thing. Joining costs almost O(1) (Tarjan 1975). */
#include <reference/discourse.h>

#include <string.h>

guint32
rel_discourse_find (const RelDiscourse *self, guint32 index)
{
  RelReferent *referent = rel_discourse_get (self, index);

  while (referent->parent != index) {
    RelReferent *above = rel_discourse_get (self, referent->parent);
    referent->parent = above->parent;
    index = referent->parent;
    referent = rel_discourse_get (self, index);
  }
  return index;
}

/* Puts each of @offices into the list of @root unless the role is there: lists stay as short as roles are few. */
static void
take_offices (RelReferent *root, RelOffice *offices)
{
  while (offices != NULL) {
    RelOffice *office = offices, **place = &root->offices;

    offices = office->next;
    while (*place != NULL && strcmp ((*place)->role, office->role) != 0)
      place = &(*place)->next;
    if (*place == NULL) {
      office->next = NULL;
      *place = office;
    } else if ((*place)->place == NULL) {
      (*place)->place = office->place;
    }
  }
}

static void
take_marks (RelReferent *root, RelIdentityMark *marks)
{
  RelIdentityMark **end = &root->marks;

  while (*end != NULL)
    end = &(*end)->next;
  *end = marks;
}

/* A name tells the type better than a pronoun or a nominal. */
static void
take_over (RelReferent *root, const RelReferent *joined)
{
  if (root->gender == REL_GENDER_UNKNOWN)
    root->gender = joined->gender;
  if (!root->is_named && joined->is_named) {
    root->is_named = TRUE;
    root->mention.type = joined->mention.type;
    root->is_plural = joined->is_plural;
  }
  if (root->mention.form == REL_MENTION_PRONOUN && joined->mention.form != REL_MENTION_PRONOUN)
    root->mention.type = joined->mention.type;
  if (root->resource == NULL)
    root->resource = joined->resource;
  if (root->n_members == 0 && joined->n_members > 0) {
    root->members = joined->members;
    root->n_members = joined->n_members;
    root->is_plural = TRUE;
  }
  take_offices (root, joined->offices);
  take_marks (root, joined->marks);
  root->n_mentions += joined->n_mentions;
  if (joined->n_seen > 0)
    root->last_seen = root->n_seen > 0 ? MAX (root->last_seen, joined->last_seen) : joined->last_seen;
  root->n_seen += joined->n_seen;
}

void
rel_discourse_join (RelDiscourse *self, guint32 antecedent, guint32 index, const gchar *reason)
{
  guint32 a = rel_discourse_find (self, antecedent), b = rel_discourse_find (self, index);

  if (a == b)
    return;
  if (rel_discourse_are_different (self, rel_discourse_get (self, a)->marks, rel_discourse_get (self, b)->marks)) {
    rel_discourse_note_near_miss (self, antecedent, index, "different in the file of identities");
    return;
  }
  rel_discourse_get (self, index)->mention.reason = reason;

  guint32 root = MIN (a, b), joined = MAX (a, b);

  rel_discourse_get (self, joined)->parent = root;
  take_over (rel_discourse_get (self, root), rel_discourse_get (self, joined));
}

void
rel_discourse_note_near_miss (RelDiscourse *self, guint32 antecedent, guint32 index, const gchar *reason)
{
  RelNearMiss miss
    = { .mention = index, .antecedent = antecedent, .reason = rel_arena_strdup (self->document->arena, reason) };

  g_array_append_val (self->near_misses, miss);
}

gboolean
rel_gender_agrees (RelGender a, RelGender b)
{
  return a == REL_GENDER_UNKNOWN || b == REL_GENDER_UNKNOWN || a == b;
}

guint32
rel_discourse_find_head (const RelDiscourse *self, guint32 sentence, gint32 head)
{
  for (guint32 i = self->first_referent[sentence]; i < self->first_referent[sentence + 1]; i++)
    if (rel_discourse_get (self, i)->mention.head == head)
      return i;
  return REL_NO_REFERENT;
}

void
rel_discourse_add_office (RelDiscourse *self, guint32 index, const gchar *role, const gchar *place)
{
  RelReferent *root = rel_discourse_get (self, rel_discourse_find (self, index));
  RelOffice *office = rel_arena_new_array (self->scratch, RelOffice, 1);

  office->role = role;
  office->place = place;
  take_offices (root, office);
}

void
rel_discourse_set_members (RelDiscourse *self, guint32 index, const guint32 *members, guint n_members)
{
  RelReferent *root = rel_discourse_get (self, rel_discourse_find (self, index));

  root->members = rel_arena_new_array (self->scratch, guint32, n_members);
  memcpy (root->members, members, n_members * sizeof *members);
  root->n_members = n_members;
  root->is_plural = TRUE;
}

const gchar *
rel_discourse_fold_words (const RelDiscourse *self, guint32 sentence, gint32 first, gint32 end)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, sentence);
  g_autoptr (GString) words = g_string_new (NULL);

  for (gint32 i = first; i < end; i++) {
    g_autofree gchar *word = rel_utf8_to_lower (tokens[i].form);
    if (words->len > 0)
      g_string_append_c (words, ' ');
    g_string_append (words, word);
  }
  return rel_arena_strndup (self->document->arena, words->str, words->len);
}

const gchar *
rel_discourse_dup_text (const RelDiscourse *self, guint32 sentence, gint32 first, gint32 end)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, sentence);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint32 i = tokens[first].span.start; i < tokens[end - 1].span.end; i++) {
    gchar c = self->document->text[i];
    if (!g_ascii_isspace (c))
      g_string_append_c (text, c);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  }
  return rel_arena_strndup (self->document->arena, text->str, text->len);
}

gboolean
rel_discourse_is_head_noun (const RelDiscourse *self, const gchar *group, const gchar *word)
{
  return word != NULL && rel_lexicon_has (self->lexicon, group, "rel:headNoun", word);
}
