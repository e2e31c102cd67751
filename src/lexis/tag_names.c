/* The names of the tags that are enumerated in relata/lexis.h, and features of tokens. */
#include <relata/lexis.h>

#include <string.h>

static const gchar *const upos_names[REL_N_UPOS] = {
  "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
  "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

static const gchar *const deprel_names[REL_N_DEPRELS] = {
  "acl",        "acl:relcl", "advcl",       "advcl:relcl",   "advmod",   "amod",        "appos",        "aux",
  "aux:pass",   "case",      "cc",          "cc:preconj",    "ccomp",    "compound",    "compound:prt", "conj",
  "cop",        "csubj",     "csubj:outer", "csubj:pass",    "dep",      "det",         "det:predet",   "discourse",
  "dislocated", "expl",      "fixed",       "flat",          "goeswith", "iobj",        "list",         "mark",
  "nmod",       "nmod:desc", "nmod:poss",   "nmod:unmarked", "nsubj",    "nsubj:outer", "nsubj:pass",   "nummod",
  "obj",        "obl",       "obl:agent",   "obl:unmarked",  "orphan",   "parataxis",   "punct",        "reparandum",
  "root",       "vocative",  "xcomp",
};

static const gchar *const name_type_names[REL_N_NAME_TYPES] = { "O", "PER", "ORG", "LOC", "MISC" };

static const gchar *const role_names[REL_N_PROPBANK_ROLES] = {
  "_",          "ARG0",       "ARG1",       "ARG2",     "ARG3",     "ARG4",     "ARG5",       "ARGM-ADJ",
  "ARGM-ADV",   "ARGM-CAU",   "ARGM-COM",   "ARGM-CXN", "ARGM-DIR", "ARGM-DIS", "ARGM-EXT",   "ARGM-GOL",
  "ARGM-LOC",   "ARGM-LVB",   "ARGM-MNR",   "ARGM-MOD", "ARGM-NEG", "ARGM-PRD", "ARGM-PRP",   "ARGM-PRR",
  "ARGM-REC",   "ARGM-TMP",   "R-ARG0",     "R-ARG1",   "R-ARG2",   "R-ARG3",   "R-ARGM-ADV", "R-ARGM-CAU",
  "R-ARGM-LOC", "R-ARGM-MNR", "R-ARGM-TMP", "C-ARG0",   "C-ARG1",   "C-ARG2",   "C-ARG3",     "C-ARGM-CXN",
};

/* Index of the @n_bytes of @name in @names, -1: none. */
static gint
find_name (const gchar *const *names, guint n_names, const gchar *name, gsize n_bytes)
{
  for (guint i = 0; i < n_names; i++)
    if (strncmp (names[i], name, n_bytes) == 0 && names[i][n_bytes] == '\0')
      return (gint) i;
  return -1;
}

const gchar *
rel_upos_get_name (RelUpos upos)
{
  g_return_val_if_fail ((guint) upos < REL_N_UPOS, "X");
  return upos_names[upos];
}

gint
rel_upos_from_name (const gchar *name)
{
  return find_name (upos_names, REL_N_UPOS, name, strlen (name));
}

const gchar *
rel_deprel_get_name (RelDeprel deprel)
{
  g_return_val_if_fail ((guint) deprel < REL_N_DEPRELS, "dep");
  return deprel_names[deprel];
}

gint
rel_deprel_from_name (const gchar *name)
{
  gint deprel = find_name (deprel_names, REL_N_DEPRELS, name, strlen (name));

  return deprel >= 0 ? deprel : find_name (deprel_names, REL_N_DEPRELS, name, strcspn (name, ":"));
}

const gchar *
rel_propbank_role_get_name (RelPropbankRole role)
{
  g_return_val_if_fail ((guint) role < REL_N_PROPBANK_ROLES, "_");
  return role_names[role];
}

gint
rel_propbank_role_from_name (const gchar *name)
{
  return find_name (role_names, REL_N_PROPBANK_ROLES, name, strlen (name));
}

const gchar *
rel_name_type_get_name (RelNameType type)
{
  g_return_val_if_fail ((guint) type < REL_N_NAME_TYPES, "O");
  return name_type_names[type];
}

gint
rel_name_type_from_name (const gchar *name)
{
  return find_name (name_type_names, REL_N_NAME_TYPES, name, strlen (name));
}

gboolean
rel_token_has_feature (const RelToken *token, const gchar *feature)
{
  gsize n = strlen (feature);

  if (token->feats == NULL)
    return FALSE;
  for (const gchar *p = token->feats; (p = strstr (p, feature)) != NULL; p += n)
    if ((p == token->feats || p[-1] == '|') && (p[n] == '\0' || p[n] == '|'))
      return TRUE;
  return FALSE;
}
