// libxml2 built with ICU, as Debian's is, includes ICU's own headers, whose types Foundation has in
// other versions: the same names in two modules do not compile. Nothing of ICU is used here, and
// only pointers to the structures that it would extend.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
