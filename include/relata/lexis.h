/* relata/lexis.h: sentences, tokens, tags, features and lemmas.
 *
 *   RelDocument ─ tokenizer ─► RelSentence[], RelToken[] ─ network ─► UPOS, XPOS, features, lemma, arc, name
 *
 * Tokens are the syntactic words of Universal Dependencies ("do", "n't"); the words of one surface token
 * ("don't") stand side by side and the first says how many they are.
 */
#pragma once

#include <relata/document.h>
#include <relata/learn.h>

G_BEGIN_DECLS

/* Universal part of speech, in the order of the UD documentation. */
typedef enum {
  REL_UPOS_ADJ, REL_UPOS_ADP, REL_UPOS_ADV, REL_UPOS_AUX, REL_UPOS_CCONJ, REL_UPOS_DET,
  REL_UPOS_INTJ, REL_UPOS_NOUN, REL_UPOS_NUM, REL_UPOS_PART, REL_UPOS_PRON, REL_UPOS_PROPN,
  REL_UPOS_PUNCT, REL_UPOS_SCONJ, REL_UPOS_SYM, REL_UPOS_VERB, REL_UPOS_X,
} RelUpos;
#define REL_N_UPOS (REL_UPOS_X + 1)

/* Relations of English Universal Dependencies, with the subtypes that EWT and GUM use. */
typedef enum {
  REL_DEPREL_ACL, REL_DEPREL_ACL_RELCL, REL_DEPREL_ADVCL, REL_DEPREL_ADVCL_RELCL, REL_DEPREL_ADVMOD,
  REL_DEPREL_AMOD, REL_DEPREL_APPOS, REL_DEPREL_AUX, REL_DEPREL_AUX_PASS, REL_DEPREL_CASE,
  REL_DEPREL_CC, REL_DEPREL_CC_PRECONJ, REL_DEPREL_CCOMP, REL_DEPREL_COMPOUND, REL_DEPREL_COMPOUND_PRT,
  REL_DEPREL_CONJ, REL_DEPREL_COP, REL_DEPREL_CSUBJ, REL_DEPREL_CSUBJ_OUTER, REL_DEPREL_CSUBJ_PASS,
  REL_DEPREL_DEP, REL_DEPREL_DET, REL_DEPREL_DET_PREDET, REL_DEPREL_DISCOURSE, REL_DEPREL_DISLOCATED,
  REL_DEPREL_EXPL, REL_DEPREL_FIXED, REL_DEPREL_FLAT, REL_DEPREL_GOESWITH, REL_DEPREL_IOBJ,
  REL_DEPREL_LIST, REL_DEPREL_MARK, REL_DEPREL_NMOD, REL_DEPREL_NMOD_DESC, REL_DEPREL_NMOD_POSS,
  REL_DEPREL_NMOD_UNMARKED, REL_DEPREL_NSUBJ, REL_DEPREL_NSUBJ_OUTER, REL_DEPREL_NSUBJ_PASS,
  REL_DEPREL_NUMMOD, REL_DEPREL_OBJ, REL_DEPREL_OBL, REL_DEPREL_OBL_AGENT, REL_DEPREL_OBL_UNMARKED,
  REL_DEPREL_ORPHAN, REL_DEPREL_PARATAXIS, REL_DEPREL_PUNCT, REL_DEPREL_REPARANDUM, REL_DEPREL_ROOT,
  REL_DEPREL_VOCATIVE, REL_DEPREL_XCOMP,
} RelDeprel;
#define REL_N_DEPRELS (REL_DEPREL_XCOMP + 1)

/* "NOUN", "nmod:poss"; _from_name returns -1 for a name that is none. An unknown subtype of a known
 * relation ("nmod:foo") is read as the relation. */
const gchar *rel_upos_get_name (RelUpos upos);
gint rel_upos_from_name (const gchar *name);
const gchar *rel_deprel_get_name (RelDeprel deprel);
gint rel_deprel_from_name (const gchar *name);

/* Types of names in running text (BIO tags): CoNLL 2003's four. */
typedef enum { REL_NAME_NONE, REL_NAME_PER, REL_NAME_ORG, REL_NAME_LOC, REL_NAME_MISC } RelNameType;
#define REL_N_NAME_TYPES 5
const gchar *rel_name_type_get_name (RelNameType type); /* "PER"; "O" for NONE */
gint rel_name_type_from_name (const gchar *name);

/* Semantic roles of PropBank (Palmer, Gildea, Kingsbury 2005): numbered roles mean what the roleset of the predicate says,
 * as a rule ARG0 the one that acts and ARG1 what it is done to; ARGM are modifiers; R_ a relative pronoun or adverb in a
 * role; C_ a further part of an argument. */
typedef enum {
  REL_PB_NONE, REL_PB_ARG0, REL_PB_ARG1, REL_PB_ARG2, REL_PB_ARG3, REL_PB_ARG4, REL_PB_ARG5,
  REL_PB_ARGM_ADJ, REL_PB_ARGM_ADV, REL_PB_ARGM_CAU, REL_PB_ARGM_COM, REL_PB_ARGM_CXN, REL_PB_ARGM_DIR,
  REL_PB_ARGM_DIS, REL_PB_ARGM_EXT, REL_PB_ARGM_GOL, REL_PB_ARGM_LOC, REL_PB_ARGM_LVB, REL_PB_ARGM_MNR,
  REL_PB_ARGM_MOD, REL_PB_ARGM_NEG, REL_PB_ARGM_PRD, REL_PB_ARGM_PRP, REL_PB_ARGM_PRR, REL_PB_ARGM_REC,
  REL_PB_ARGM_TMP, REL_PB_R_ARG0, REL_PB_R_ARG1, REL_PB_R_ARG2, REL_PB_R_ARG3, REL_PB_R_ARGM_ADV,
  REL_PB_R_ARGM_CAU, REL_PB_R_ARGM_LOC, REL_PB_R_ARGM_MNR, REL_PB_R_ARGM_TMP, REL_PB_C_ARG0,
  REL_PB_C_ARG1, REL_PB_C_ARG2, REL_PB_C_ARG3, REL_PB_C_ARGM_CXN,
} RelPropbankRole;
#define REL_N_PROPBANK_ROLES (REL_PB_C_ARGM_CXN + 1)
const gchar *rel_propbank_role_get_name (RelPropbankRole role); /* "ARGM-TMP"; "_" for NONE */
gint rel_propbank_role_from_name (const gchar *name);           /* -1 for a name that is none */

/* An argument of a predicate. */
typedef struct {
  guint32 token; /* in the sentence: the head word of the argument */
  RelPropbankRole role;
  gfloat margin; /* score over that of having no role, > 0, log-probability units */
} RelRoleArc;

/* One syntactic word. Strings live in the document's arena or in the model. */
struct _RelToken {
  RelSpan span;       /* bytes of the document's text */
  const gchar *form;  /* as in the text */
  const gchar *lemma; /* dictionary form, lower case except for names */
  const gchar *xpos;  /* Penn Treebank tag */
  const gchar *feats; /* UD features, "Number=Sing|Person=3"; "_" for none */
  RelUpos upos;
  guint8 n_words;       /* words of the surface token that begins here; 0 inside one; 1: an ordinary word */
  gboolean space_after; /* white space or a line end follows */

  gint32 head;      /* token index in the sentence, 0..n-1; -1 for the root */
  RelDeprel deprel; /* relation to the head */
  gfloat margin;    /* arc score over the runner-up's, >= 0, log-probability units */

  RelNameType name; /* type of the name that the token is part of */
  gboolean name_begins;
  gfloat name_margin; /* log-probability of the tag over the runner-up's, >= 0 */
  guint8 etype;       /* RelEntityType + 1 of the nominal mention headed here; 0: none or not known */

  const gchar *sense; /* (nullable): of a predicate the number of its roleset, "01"; "aux": an auxiliary; NULL: none */
  const RelRoleArc *roles; /* [n_roles] arguments of the predicate, in the order of the sentence */
  guint32 n_roles;
};

/* Tokens [first, first + n_tokens) of the document. Token indices inside a sentence count from 0. */
struct _RelSentence {
  RelSpan span;
  guint32 first;
  guint32 n_tokens;
  guint32 paragraph; /* index into the document's paragraphs */
  gboolean too_long; /* more than REL_SENTENCE_MAX_TOKENS tokens: cut here, the rest is the next sentence */
  const gchar *sent_id; /* (nullable): from CoNLL-U input */
  const gchar *comments; /* (nullable): comment lines of CoNLL-U input, verbatim */
};

#define REL_SENTENCE_MAX_TOKENS 256 /* bounds the quadratic work of the parser */

static inline RelToken *
rel_sentence_get_tokens (const RelDocument *document, const RelSentence *sentence)
{
  return document->tokens + sentence->first;
}

/* Whether @token has the feature, given as "Tense=Past". */
gboolean rel_token_has_feature (const RelToken *token, const gchar *feature);

/* Sentence and token boundaries (RelDocument.sentences, .tokens: span, form, n_words, space_after).
 * Not for CoNLL-U, BIO or tokenized input, which bring their own. */
gboolean rel_tokens_annotate (const RelModel *model, RelDocument *document, GError **error);

/* Everything that the network says of words, a bounded batch of sentences at a time: tags, features, lemmas,
 * arcs (src/parse decodes them), name tags. */
gboolean rel_words_annotate (const RelModel *model, RelDocument *document, GError **error);

/* Makes ready what rel_words_annotate() takes from @model, which it else does when first called; thread-safe. */
gboolean rel_words_load (const RelModel *model, GError **error);

/* What ontology/ says, held in memory: a read-only table of triples with two ways in. It is how C code asks
 * what a word or a name means; C itself has no word lists. Opaque: src/lexis/lexicon.c */
typedef struct _RelLexicon RelLexicon;

/**
 * rel_lexicon_new:
 * @directory: a folder of Turtle files, read in the order of their names
 * @files: (nullable) (array zero-terminated=1): further Turtle files, read behind them
 *
 * Prefixed names in the functions below ("rel:ReportingVerb", "rdfs:label") are those that the files declare.
 *
 * Returns: (transfer full) (nullable): NULL with %REL_ERROR_IO, or %REL_ERROR_FORMAT naming file and line
 */
RelLexicon *rel_lexicon_new (const gchar *directory, const gchar *const *files, GError **error);
void rel_lexicon_free (RelLexicon *self);

/**
 * rel_lexicon_find:
 * @form: a written form (value of rdfs:label, skos:prefLabel, skos:altLabel, ontolex:writtenRep or rel:demonym),
 *   compared without regard to ASCII letter case
 * @class_name: (nullable): only resources with this rdf:type; prefixed name or IRI
 *
 * Returns: (nullable): IRI of the first resource in file order that has the form; borrowed
 */
const gchar *rel_lexicon_find (const RelLexicon *self, const gchar *form, const gchar *class_name);

/* Like rel_lexicon_find(), for resources that carry @form as value of @property only. */
const gchar *rel_lexicon_find_by (const RelLexicon *self, const gchar *property, const gchar *form,
                                  const gchar *class_name);

/* The objects of (@subject, @property, ?) in file order: [*n_values] IRIs or literal values; NULL and 0 for none. */
const gchar *const *rel_lexicon_get_values (const RelLexicon *self, const gchar *subject, const gchar *property,
                                            guint *n_values);
/* The first of them, or NULL. */
const gchar *rel_lexicon_get_value (const RelLexicon *self, const gchar *subject, const gchar *property);
/* Whether the triple is there; @object is an IRI, a prefixed name or a literal's value. */
gboolean rel_lexicon_has (const RelLexicon *self, const gchar *subject, const gchar *property, const gchar *object);
/* The subjects of (?, @property, @object) in file order. */
const gchar *const *rel_lexicon_get_subjects (const RelLexicon *self, const gchar *property, const gchar *object,
                                              guint *n_subjects);
/* Whether one of the further files of rel_lexicon_new() gives @iri a type: what the caller brought, not the folder. */
gboolean rel_lexicon_is_given (const RelLexicon *self, const gchar *iri);
/* "rel:met" to the full IRI; a string without a known prefix comes back as it is. (transfer full) */
gchar *rel_lexicon_expand (const RelLexicon *self, const gchar *name);

/* Makes the structure that a stage works with out of what ontology/ says; not NULL. */
typedef gpointer (*RelLexiconPartFunc) (const RelLexicon *self);

/* The part called @name, made by @load at most once in the life of @self and freed with it by @free_part. Thread-safe; the
 * part must not be modified. */
gconstpointer rel_lexicon_get_part (const RelLexicon *self, const gchar *name, RelLexiconPartFunc load,
                                    GDestroyNotify free_part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelLexicon, rel_lexicon_free)

/* The shortest script of edits that turns @form into @lemma, with letter case apart; @form and @lemma are UTF-8.
 * Scripts are the classes that the lemmatizer learns (Straka, Straková 2017; Chrupała 2006). */
gchar *rel_lemma_script_new (const gchar *form, const gchar *lemma);
/* (transfer full) (nullable): NULL when @script does not fit @form. */
gchar *rel_lemma_script_apply (const gchar *script, const gchar *form);

G_END_DECLS
