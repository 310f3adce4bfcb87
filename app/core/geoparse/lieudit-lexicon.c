/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-lexicon.h"

#include <string.h>

#include "text/lieudit-folded-text.h"

#define LONGEST_WORD 48 /* bytes */

/* Words of French, English and Arabic, separated by spaces. */
static const struct
{
  LieuditWordClass  word_class;
  const char       *words;
} lexicon[] = {
  { LIEUDIT_WORD_LOCATIVE,
    "à au aux en dans vers depuis près jusqu' chez sur via hors "
    "in at near from to into toward towards outside inside around across throughout "
    "في من إلى الى نحو قرب باتجاه داخل خارج شمال جنوب شرق غرب" },
  { LIEUDIT_WORD_AGENTIVE,
    "par selon avec contre entre que by with against between according that مع ضد بين" },
  { LIEUDIT_WORD_GENITIVE, "de d' du des of" },
  { LIEUDIT_WORD_CONTRACTION, "au aux du des" },
  { LIEUDIT_WORD_REGION,
    "province provinces gouvernorat gouvernorats mohafazat mouhafazat wilaya préfecture "
    "governorate governorates muhafazah محافظة محافظتي محافظات ولاية مقاطعة" },
  { LIEUDIT_WORD_SETTLEMENT,
    "ville villes village villages localité localités bourg bourgade hameau commune cité "
    "city town hamlet municipality مدينة بلدة قرية بلدات قرى" },
  { LIEUDIT_WORD_PERSON,
    "m mm mme mmes mlle monsieur madame dr pr me mr mrs ms miss sir lord lady saint "
    "président présidente ministre général colonel commandant directeur porte-parole "
    "president minister general colonel director spokesman spokeswoman senator judge sheriff "
    "officer detective sgt lt capt rep sen gov coach السيد الرئيس الوزير العميد اللواء" },
  { LIEUDIT_WORD_ORGANISATION,
    "post times herald tribune gazette journal news press daily observer chronicle telegraph "
    "university college hospital bank club united city's airlines airways company inc corp ltd "
    "association foundation institute league party council committee court museum" },
  { LIEUDIT_WORD_ASSERTION,
    "a ont accuse accusent affirme affirment annonce annoncent appelle assure avait condamne "
    "confirme demande dément dénonce dit estime exige insiste promet refuse rejette réclame "
    "répète soutient veut accuses accused agreed announced announces backs called calls claimed "
    "claims condemned condemns confirmed denied denies has insisted insists rejected rejects "
    "said says supports urged urges wants warned warns "
    "أعلنت قالت تقول أكدت تؤكد نفت دعت اتهمت تتهم رفضت تدعم حذرت تطالب" },
  { LIEUDIT_WORD_STREET,
    "rue avenue boulevard bd place quai impasse street st road rd avenue ave drive dr lane court "
    "way highway شارع" },
};

static gpointer
build_lexicon (gpointer data)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lexicon); i++)
    {
      g_auto(GStrv) words = g_strsplit (lexicon[i].words, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          char *folded = lieudit_fold_name (words[j]);
          guint known = GPOINTER_TO_UINT (g_hash_table_lookup (table, folded));

          g_hash_table_insert (table, folded, GUINT_TO_POINTER (known | lexicon[i].word_class));
        }
    }

  return table;
}

/**
 * lieudit_lexicon_lookup:
 * @folded: a folded word
 * @length: its bytes
 *
 * Tells what a word says about a name beside it, in any of the languages.
 *
 * Returns: a set of #LieuditWordClass, 0 for words that say nothing
 */
LieuditWordClass
lieudit_lexicon_lookup (const char *folded,
                        gsize       length)
{
  static GOnce once = G_ONCE_INIT;
  char word[LONGEST_WORD];

  if (length == 0 || length >= sizeof (word))
    return 0;

  g_once (&once, build_lexicon, NULL);
  memcpy (word, folded, length);
  word[length] = '\0';

  return (LieuditWordClass) GPOINTER_TO_UINT (g_hash_table_lookup (once.retval, word));
}
