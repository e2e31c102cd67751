/* The error domain. */
#include <relata/base.h>

G_DEFINE_QUARK (rel - error - quark, rel_error)
