/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-lexicon.h"

#include <string.h>

#include "geoparse/lieudit-weight-table.h"
#include "lieudit-data-directory.h"
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
    "par selon avec contre que by with against according that مع ضد" },
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
    "répète soutient veut accepte appellent juge menace nie réagit regrette riposte salue "
    "accuses accused agreed announced announces backs called calls claimed "
    "claims condemned condemns confirmed denied denies has insisted insists rejected rejects "
    "said says supports urged urges wants warned warns asked blamed blames dismissed hailed hails vowed vows "
    "welcomed welcomes "
    "أعلنت قالت تقول أكدت تؤكد نفت دعت اتهمت تتهم رفضت تدعم حذرت تطالب رحبت ترحب أشادت اتفقت وافقت "
    "تنفي ترفض تلوم تلتزم طالبت ردت ترد" },
  { LIEUDIT_WORD_CONJUNCTION, "et and" },
  { LIEUDIT_WORD_ADJOINING,
    "residents resident police officials official authorities mayor man woman men women native natives farmers "
    "students teachers prosecutors lawmakers activists fighters rebels troops forces voters businesses schools "
    "streets neighborhood neighbourhood suburb suburbs border offensive market markets government "
    "based born backed led" },
  { LIEUDIT_WORD_REALM,
    "republic kingdom sultanate emirate principality commonwealth state "
    "république royaume sultanat émirat principauté état" },
  { LIEUDIT_WORD_STREET,
    "rue avenue boulevard bd place quai impasse street st road rd avenue ave drive dr lane court "
    "way highway شارع" },
  { LIEUDIT_WORD_SITE,
    "lac rivière fleuve mer océan plaine désert delta mont montagne col île îles port aéroport gare pont fort château vallée forêt baie golfe "
    "détroit cap canton département district arrondissement comté région royaume république quartier camp base "
    "lake river sea ocean plain desert delta mount mountain mountains island islands port airport station bridge fort valley forest bay gulf "
    "strait cape county district region kingdom republic state parish borough township neighborhood creek hill "
    "hills beach park ridge peninsula coast "
    "مستشفى مطار جسر مخيم معهد حي ميناء مرفأ وادي جبل نهر بحيرة سد طريق ميدان مجمع منطقة جامعة مركز دولة قصر" },
  { LIEUDIT_WORD_FORENAME,
    "john jean pierre marie paul mark bill jack frank bob jim joe rob tom mike pat nick dick george james david "
    "robert peter" },
  { LIEUDIT_WORD_MONTH,
    "janvier février avril mai juin juillet août septembre octobre novembre décembre january february april june "
    "july august september october november december jan feb apr aug sept oct nov dec lundi mardi mercredi jeudi "
    "vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday" },
  { LIEUDIT_WORD_COMPASS,
    "nord sud est ouest nord-est nord-ouest sud-est sud-ouest centre north south east west northeast northwest "
    "southeast southwest northern southern eastern western central upper lower شمال جنوب شرق غرب شمالي جنوبي "
    "الشمالية الجنوبية الشرقية الغربية الشمالي الجنوبي الشرقي الغربي" },
  { LIEUDIT_WORD_FRENCH, "le la les des du une dans est et que qui pour avec sur par pas au aux ce cette il ont" },
  { LIEUDIT_WORD_ENGLISH, "the of and to that is was for with as by from has have had at be it his said which are" },
};

static void
add_word (GHashTable       *table,
          char             *folded,
          LieuditWordClass  word_class)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (table, folded));

  g_hash_table_replace (table, folded, GUINT_TO_POINTER (known | word_class));
}

/* Without the file, names of people are told by their titles alone. */
static gpointer
open_forenames (gpointer data)
{
  g_autofree char *path = lieudit_build_data_path ("forenames.weights");

  return lieudit_weight_table_open (path, NULL);
}

static gboolean
is_forename (const char *folded,
             gsize       length)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, open_forenames, NULL);
  return once.retval != NULL && lieudit_weight_table_lookup (once.retval, lieudit_hash_bytes (folded, length), NULL);
}

static gpointer
build_lexicon (gpointer data)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lexicon); i++)
    {
      g_auto(GStrv) words = g_strsplit (lexicon[i].words, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        add_word (table, lieudit_fold_name (words[j]), lexicon[i].word_class);
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

  return (LieuditWordClass) GPOINTER_TO_UINT (g_hash_table_lookup (once.retval, word)) |
         (is_forename (folded, length) ? LIEUDIT_WORD_FORENAME : 0);
}
